"""The form of an answer: a person or body, a date, an amount, a share, a count, instances of a kind."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from graph.ask.closed import closed, closed_form
from graph.ask.english import English
from graph.ask.lexicon import Language, load_data
from graph.ask.quotes.wanted import Wanted
from graph.ask.shape import plural
from graph.ask.tokens import Token, school_year, stem, stems, tokenise

__all__ = ["Forms"]

_NAME = closed_form("proper_name")
_AFTER = 6  # words between a number and what it counts
_VALUES = ("share", "howmuch", "month", "when", "often")
_CODE = re.compile(r"\d|[IVX]+$")
_ENDINGS = closed("ordinal_ends")
_ORDINAL = re.compile(r"\d(?:st|nd|rd|th)$")
_ORDINALS = frozenset(
    stems("first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth")
)
_DAYS = frozenset({"date", "day"})
_DAY = re.compile(r"[A-Za-z]{3,}\.? \d{1,2}\b|\b\d{1,2}/\d{1,2}")
_UNTIL = closed_form("until")
_KINDS = English.load().kinds
_SPANS = frozenset(stems("year month week day hour"))


@dataclass(frozen=True)
class Forms:
    """Recognises forms by the patterns and words of the language."""

    patterns: Mapping[str, re.Pattern[str]]
    bodies: frozenset[str]
    numbers: Mapping[str, int]

    @classmethod
    @cache
    def english(cls) -> "Forms":
        """Return the forms of `words.yaml` and `language.yaml`."""
        language, words = Language.english(), load_data("quotes/words.yaml")
        patterns = {k: re.compile(v, re.IGNORECASE) for k, v in language.value_forms.items()}
        patterns |= {
            k: re.compile(words[k].strip(), re.IGNORECASE) for k in ("why", "instances", "except", "often")
        }
        return cls(patterns, frozenset(stems(words["bodies"])), language.numbers)

    def values(self, wanted: Wanted, text: str) -> list[str]:
        """Return the values of the form asked for, without those that the question gives itself."""
        if wanted.form == "count":
            return self._counts(wanted, text)
        if wanted.form not in _VALUES:
            return []
        found = self._found(wanted.form, text)
        if wanted.form == "when":
            found = [v for v, before in _before(found, text) if not _UNTIL.search(before)]
            found = found or self._found("month", text)
            if _DAYS & set(wanted.question.words) or _of_calendar(wanted):
                found = [v for v in found if _DAY.search(v)]
        asked = {school_year(t.text) or t.text.lower() for t in wanted.question.tokens}
        return [v for v in dict.fromkeys(found) if (school_year(v) or v.lower()) not in asked]

    def agrees(self, wanted: Wanted, text: str) -> float:
        """Say whether a text holds what is asked for: 1, or -1 where it does not, 0 where all will do."""
        if wanted.form in (*_VALUES, "count"):
            return 1.0 if self.values(wanted, text) else -1.0
        if wanted.form == "who":
            return 1.0 if self._bodies(wanted, text) else -1.0
        if wanted.form == "why":
            return 1.0 if self.patterns["why"].search(text) else -0.5
        return -1.0 if wanted.form == "where" else 0.0

    def instances(self, wanted: Wanted, text: str) -> bool:
        """Whether a text names things that the question does not: after 'such as', or several names."""
        said = frozenset(wanted.question.words)
        names = [m.group() for m in _NAME.finditer(text) if set(stems(m.group())) - said]
        return bool(self.patterns["instances"].search(text)) and bool(names)

    def _found(self, form: str, text: str) -> list[str]:
        return [m.group().strip() for m in self.patterns[form].finditer(text)]

    def numbered(self, wanted: Wanted, text: str) -> bool:
        """Whether numbers follow the noun that is asked for: 'Strand 1 and 2' for 'which strands'."""
        tokens = tokenise(text)
        pairs = [(a.stem, b) for a, b in pairwise(tokens)]
        said = wanted.question.words
        coded = [(n, b.stem) for n, b in pairs if _CODE.match(b.text)]
        return any(n in wanted.heads and code not in said for n, code in coded)

    def excepts(self, wanted: Wanted, text: str) -> bool:
        """Whether a text takes out just what is asked for: 'excluding travel'."""
        return any(stem(m.group(1)) in wanted.question.words for m in self.patterns["except"].finditer(text))

    def _bodies(self, wanted: Wanted, text: str) -> bool:
        """Whether a text speaks of a person or body that the question does not name."""
        said = frozenset(wanted.question.words)
        return any(t.stem in self.bodies and t.stem not in said for t in tokenise(text))

    def _counts(self, wanted: Wanted, text: str) -> list[str]:
        """A number with the words up to what it counts: '40 new students' for 'how many students'."""
        tokens = tokenise(text)
        alike = {w for h in wanted.heads[:1] for w in (h, *wanted.alike.get(h, ()))}
        for at, token in enumerate(tokens):
            plain = token.text.isdecimal() and len(token.text) < 4 and token.text[:2] != "20"
            number = (plain or self.numbers.get(token.stem, 0) > 1) and not _is_place(tokens, at)
            after = range(at + 1, min(at + 1 + _AFTER, len(tokens)))
            until = next((i for i in after if tokens[i].stem in alike), None)
            spans = bool(_SPANS & {t.stem for t in tokens[at + 1 : until]}) if until else True
            if until and _single(wanted, tokens[until].text) and token.text != "1":
                continue  # '9th grade student', '8 Library' count nothing
            acts = until and any(_KINDS.get(t.text.lower()) == "v" for t in tokens[at + 1 : until])
            if number and until and not spans and not acts and token.stem not in wanted.question.words:
                return [text[token.start : tokens[until].end]]
        return []


def _is_place(tokens: Sequence[Token], at: int) -> bool:
    """Whether a number says which one, not how many: 'second', '9th', '9 th'."""
    after = tokens[at + 1].text.lower() if at + 1 < len(tokens) else ""
    text = tokens[at].text.lower()
    return tokens[at].stem in _ORDINALS or after in _ENDINGS or bool(_ORDINAL.search(text))


def _single(wanted: Wanted, noun: str) -> bool:
    """Whether a noun speaks of one thing where the question asks for the number of several."""
    asked = {t.text.lower() for t in wanted.question.tokens if t.stem in wanted.heads[:1]}
    return any(plural(a) for a in asked) and not plural(noun)


def _before(values: list[str], text: str) -> list[tuple[str, str]]:
    """Return each value with what stands before it."""
    return [(v, text[: text.find(v)]) for v in values]


def _of_calendar(wanted: Wanted) -> bool:
    """'When does the year begin', 'when does school start' ask for a day: nothing else is spoken of."""
    question = wanted.question
    nouns = frozenset(i for m in question.links.classes for i in m.tokens)
    verbs = Language.english().verbs
    telling = [i for i in question.weights if i not in nouns and question.words[i] not in verbs]
    return "when" in question.words and all(question.words[i] in _calendar() for i in telling)


@cache
def _calendar() -> frozenset[str]:
    return frozenset(stems(load_data("quotes/words.yaml")["calendar"]))
