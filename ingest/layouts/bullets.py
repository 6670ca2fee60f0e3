"""An action's cell: the text before its bullets, and each bullet, even where they ran together."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from ingest.document import Cell
from ingest.source import Text
from ingest.wording import wording

__all__ = ["CellParts", "begins_with_verb", "cell_parts", "cut_at_verbs"]

_LIST = re.compile(r"<(?:ul|ol)\b[^<>]*>", re.IGNORECASE)
_LIST_END = re.compile(r"</(?:ul|ol)\s*>", re.IGNORECASE)
_ENTRY = re.compile(r"<li\b[^<>]*>", re.IGNORECASE)
_WORD = re.compile(r"\S+")
_LETTERS = re.compile(r"[A-Za-z][A-Za-z'’-]*")
_ABBREVIATED = re.compile(r"(?:^|[(\s])(?:[A-Za-z]\.)+$|\b(?:etc|vs|St|Dr|Mr|Ms|Mrs|No|approx|incl)\.$")
_LEAST_WORDS = 2  # of a bullet that is cut off


@dataclass(frozen=True)
class CellParts:
    """A cell's text before its bullets and the bullets; `typed` where it is one bullet typed by hand."""

    lead: Text
    bullets: tuple[Text, ...] = ()
    typed: bool = False
    listed: bool = False
    """Whether the cell held the markup of a list."""

    @property
    def label(self) -> Text:
        """What the action is called: its text before the bullets, or all of the cell."""
        return self.lead or Text.join(self.bullets)


def cell_parts(cell: Cell) -> CellParts:
    """Return the parts of a cell, by list markup, by typed bullets, or by its verbs."""
    raw = cell.raw
    if opening := raw.search(_LIST):
        lead = _unmarked(raw[: opening.start()].clean())
        return CellParts(lead, tuple(_listed(raw[opening.start() :])), listed=True)
    parts = _typed(raw)
    if len(parts) > 1 or (parts and parts[0][0] > 0):
        lead = raw[: parts[0][0]].clean()
        return CellParts(lead, tuple(text for _, text in parts))
    return CellParts(parts[0][1] if parts else cell.text, (), typed=bool(parts))


def _listed(raw: Text) -> Iterator[Text]:
    """Yield the entries of a list; where their own markup was lost, cut them apart at their verbs."""
    if raw.search(_ENTRY):
        for entry in raw.split(_ENTRY)[1:]:
            yield from (clean for part in entry.split(_LIST_END) if (clean := _unmarked(part.clean())))
        return
    for part in raw.split(_LIST_END):
        if clean := part.clean():
            typed = [text for _, text in _typed(clean)]
            yield from typed if len(typed) > 1 else cut_at_verbs(_unmarked(clean))


def _typed(raw: Text) -> list[tuple[int, Text]]:
    """Return the bullets that were typed into a cell as characters, each with its place there."""
    starts = [m.start() for m in _bullet().finditer(raw.value)]
    edges = pairwise([*starts, len(raw)])
    return [(a, text) for a, b in edges if (text := _unmarked(raw[a:b].clean()))]


@cache
def _bullet() -> re.Pattern[str]:
    marks = re.escape(wording("action_tables")["bullets"])
    return re.compile(
        rf"(?:(?<=[\s>])|^)[{marks}](?=\s*\S)|(?:(?<=\n)|(?<=<br>)|(?<=<br/>)|(?<=<br />))\s*[-*–](?=\s+\S)"
    )


def _unmarked(text: Text) -> Text:
    """Return a bullet without its mark."""
    return text[re.match(r"[-*–•●▪◦‣■○\s]*", str(text)).end() :]  # type: ignore[union-attr]


def begins_with_verb(words: str) -> bool:
    """Tell whether a text begins with a verb of planned work."""
    first = _LETTERS.search(words)
    return bool(first) and _is_in(first.group(), "verbs", "also_nouns")  # type: ignore[union-attr]


def cut_at_verbs(text: Text) -> list[Text]:
    """Cut a run of bullets before each capitalised verb that can begin one, and at ends of sentences."""
    words = list(_WORD.finditer(text.value))
    cuts: list[int] = []
    for i in range(_LEAST_WORDS, len(words) - 1):
        start = words[i].start()
        enough = len(text.value[cuts[-1] if cuts else 0 : start].split()) >= _LEAST_WORDS
        if enough and not _inside_brackets(text.value[:start]) and _begins(words, i):
            cuts.append(start)
    return [clean for part in text.cut(cuts) if (clean := part.strip())]


def _inside_brackets(before: str) -> bool:
    return before.count("(") > before.count(")") or before.count("“") > before.count("”")


def _begins(words: list[re.Match[str]], i: int) -> bool:
    """Tell whether the i-th word begins a bullet, by itself and by the words beside it."""
    before, word, after = (m.group() for m in words[i - 1 : i + 2])
    if not word[0].isupper() or _holds_on(before):
        return False
    if re.search(r"[.!?][)”\"]?$", before):
        return not _ABBREVIATED.search(before) or (before.endswith("etc.") and begins_with_verb(word))
    letters = _LETTERS.match(word)
    bare = letters.group() if letters else ""
    if _is_in(bare, "also_nouns"):
        return _is_verb_here(before, after)
    if _is_in(bare, "verbs"):
        return not (_is_name(before) and _is_name(after))
    if bare.endswith("ly") and after.islower():
        return begins_with_verb(after)
    return _commands(before, word, after) or _is_activity(before, word, words[i + 1 :])


def _holds_on(before: str) -> bool:
    """Tell whether a word wants another one after it, so that no bullet can end with it."""
    return before[-1] in ",;:/&–-(" or before.lower() in _list("no_cut_after")


def _is_name(word: str) -> bool:
    """Tell whether a word is capitalised as in a name or a title, and no acronym."""
    letters = _LETTERS.match(word)
    return bool(letters) and word[0].isupper() and not letters.group().isupper()  # type: ignore[union-attr]


def _is_verb_here(before: str, after: str) -> bool:
    """Tell whether a word that may be a noun is a verb: before an article, or after a plain word, no verb."""
    if after.lower() in _list("verb_before"):
        return not _is_name(before)
    if after.lower() in _list("noun_before"):
        return False
    if before[-1] in ")”":
        return True
    plain = before[0].islower() and before[-1].isalnum()
    return plain and (_is_in(before, "also_nouns") or not _is_in(before, "verbs"))


def _commands(before: str, word: str, after: str) -> bool:
    """Tell whether an unknown word is a verb by its place: between a plain word, no verb, and an article."""
    plain = before[0].islower() and before[-1].isalnum() and not begins_with_verb(before)
    return plain and word.isalpha() and _is_name(word) and after in _list("articles")


def _is_activity(before: str, word: str, after: list[re.Match[str]]) -> bool:
    """Tell whether a bullet of nouns begins here: after a noun, some words that name an activity."""
    if not before.endswith(tuple(_list("noun_endings"))) or not _is_name(word):
        return False
    name = [m.group() for m in after[:4]]
    length = next((n for n, w in enumerate(name) if not _is_name(w)), len(name))
    return 0 < length < len(name) and name[length].strip(".,;") in _list("activities")


def _is_in(word: str, *names: str) -> bool:
    plain = re.sub(r"is(e|ing)$", r"iz\1", word.lower())  # British spelling
    return any(form in _list(name) for name in names for form in (word.lower(), plain))


@cache
def _list(name: str) -> frozenset[str]:
    words = wording("action_verbs")[name]
    return frozenset(words.split() if isinstance(words, str) else words)
