"""Which gaps a question asks for: what a check finds, said in the words of the check's own head."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from graph.ask.lexicon import load_data
from graph.ask.mentions import ClassMention
from graph.ask.phrases import PhraseTable, Spot
from graph.ask.question import Question
from graph.ask.tokens import stems
from graph.gaps import Rule, rules
from graph.items import local_name

__all__ = ["Lack", "Lacks"]

_REACH = 4  # words between 'no' and what is lacking
_CONFLICT = "Conflict"
_SMALL = ("denied", "after", "being", "following", "around", "people", "every", "contrary")
_OTHERWISE = ("most", "fewest", "more", "fewer", "equal", "compare", "group", "expansion", "sum")

Kinds = frozenset[str]
_Spots = tuple[Spot[str], ...]


@dataclass(frozen=True)
class Lack:
    """The checks that a question asks for, the words that say so, and the kinds of things it asks about."""

    rules: tuple[Rule, ...]
    tokens: frozenset[int]
    kinds: frozenset[str] = frozenset()
    named: bool = False
    """Whether it is said what is lacking, rather than that anything is."""
    either: bool = True
    """Whether one of several lacks is enough."""
    every: bool = False
    """Whether it is asked if nothing lacks it."""


class Lacks:
    """Reads what a question says to be missing."""

    def __init__(self) -> None:
        data = load_data("gaps.yaml")
        self._lacking, self._called = PhraseTable[str](), PhraseTable[str]()
        self._rules = {r.id: r for r in rules()}
        for rule in rules():
            _add(self._lacking, rule, "lacks")
            _add(self._called, rule, "said")
        self._gaps = PhraseTable[str]()
        for kind in ("gap", "absent", "wanting"):
            for said in data[kind]:
                self._gaps.add(said, kind)
        self._words = {k: _stemmed(data[k]) for k in _SMALL}
        self._signs = self._words["denied"] | self._words["every"] | self._words["after"]
        self._signs |= self._called.words() | self._gaps.words()
        self._done = frozenset(data["done"])
        self._whole = frozenset(data["whole"])
        self._severity = {k: _stemmed(words) for k, words in data["severity"].items()}

    @classmethod
    @cache
    def of_checks(cls) -> "Lacks":
        """Return the reader for all checks."""
        return cls()

    def of(self, question: Question, told: frozenset[int] = frozenset()) -> Lack | None:
        """Return what a question says to be missing, or nothing where it asks for something else.

        `told` are the positions of further words that belong to the names of what is named.
        """
        if any(question.shape.has(s) for s in _OTHERWISE) or self._words["people"] & set(question.words):
            return None
        if self._done & {t.text.lower() for t in question.tokens}:
            return None
        told |= question.links.named
        return self._by_name(question, told) or self._any(question, told)

    def speaks(self, question: Question) -> bool:
        """Say quickly whether a question may ask for a lack at all."""
        return not self._signs.isdisjoint(question.words)

    def kinds(self, rule: Rule) -> Kinds:
        """Return the kinds of things whose lack a check finds."""
        return frozenset(_listed(rule, "of"))

    def denies(self, rule: Rule) -> Kinds:
        """Return the properties whose absence a check finds."""
        return frozenset(_listed(rule, "denies"))

    def _any(self, question: Question, told: frozenset[int]) -> Lack | None:
        """'What gaps are there in …?': every check, or those of the kinds and severity that are named."""
        spots = [s for s in self._gaps.find(question.words) if not self._is_gone(question, s)]
        if not spots or question.shape.cues.get("definition"):
            return None
        said = frozenset(i for s in spots for i in s.tokens)
        nouns = [n for n in question.links.classes if not n.tokens & said]
        kinds = self._kinds(question, nouns) - self._whole
        if len(kinds) > 1 or (kinds and all(s.meaning != "gap" for s in spots)):
            return None
        levels = {k for k, words in self._severity.items() if words & set(question.words)}
        around = self._words["contrary"].union(*(self._severity[k] for k in levels))
        tokens = said | frozenset(i for i, w in enumerate(question.words) if w in around)
        tokens |= frozenset(i for n in nouns for i in n.tokens)
        found = tuple(r for r in self._all(question, kinds) if not levels or r.severity in levels)
        accounted = found and self._accounts(question, tokens | told)
        return Lack(found, tokens, kinds) if accounted else None

    def _all(self, question: Question, kinds: Kinds) -> Iterator[Rule]:
        """All checks for kinds of things; contradictions only where they are spoken of."""
        contrary = not self._words["contrary"].isdisjoint(question.words)
        for rule in rules():
            own = self.kinds(rule)
            if (contrary or _CONFLICT not in own) and (not kinds or kinds & own):
                yield rule

    def _is_gone(self, question: Question, spot: Spot[str]) -> bool:
        """'Is music missing from the plan?': what is named is not there; no gap in it is asked for."""
        if spot.meaning != "absent":
            return False
        ends = [m.end for m in question.links.things if m.end <= spot.start]
        between = question.words[max(ends) : spot.start] if ends else ()
        return bool(ends) and set(between) <= self._words["being"] | self._words["denied"]

    def _by_name(self, question: Question, told: frozenset[int]) -> Lack | None:
        """'Which targets have no date?', 'orphaned actions': the checks that find just this."""
        denials = [i for i, w in enumerate(question.words) if w in self._words["denied"]]
        owner = None if denials else self._all_of(question)
        lacking = [
            s
            for s in self._lacking.find(question.words)
            if (owner and s.start >= owner.end) or self._lacks(question, s, denials)
        ]
        spots = _longest([*lacking, *self._called.find(question.words)])
        spots = tuple(s for s in spots if not s.tokens & told)
        if not spots:
            return None
        said = frozenset(i for s in spots for i in s.tokens)
        nouns = [n for n in question.links.classes if not n.tokens <= said]
        kinds = self._kinds(question, nouns) or self._of_things(question, spots)
        kinds |= frozenset(local_name(s.cls) for s in owner.senses) if owner else frozenset()
        if not kinds and all(self._gaps.meanings(tuple(question.words[s.start : s.end])) for s in spots):
            return None  # 'what is incomplete' is said of everything
        spots = tuple(s for s in spots if not kinds or kinds & self.kinds(self._rules[s.meaning]))
        found = tuple(self._rules[i] for i in dict.fromkeys(s.meaning for s in spots))
        said = frozenset(i for s in spots for i in s.tokens)
        tokens = said | frozenset(denials) | frozenset(i for n in nouns for i in n.tokens)
        of_them = frozenset(k for r in found for k in self.kinds(r)) | self._whole
        if not found or not kinds <= of_them or not self._accounts(question, tokens | told):
            return None
        either = "and" not in question.words or len({s.start for s in spots}) < 2
        return Lack(found, tokens, kinds, True, either, owner is not None)

    def _all_of(self, question: Question) -> ClassMention | None:
        """'Does every action have …?': the kind of which all are meant."""
        every = self._words["every"]
        nouns = (n for n in question.links.classes if set(question.words[: n.start]) & every)
        return next(nouns, None) if question.shape.boolean else None

    def _lacks(self, question: Question, spot: Spot[str], denials: Sequence[int]) -> bool:
        """Whether 'no' stands before what is lacking, with no other kind between, or 'missing' after."""
        others = [n for n in question.links.classes if not n.tokens & spot.tokens]
        before = [i for i in denials if 0 < spot.start - i <= _REACH and i not in spot.tokens]
        if any(not any(i < n.start < spot.start for n in others) for i in before):
            return True
        if any(a.noun and a.noun.tokens & spot.tokens for a in question.shape.asked):
            return False  # 'which actions are missing'
        return any(self._ends(question.words, i) for i in range(spot.end, len(question.words))[:_REACH])

    def _ends(self, words: Sequence[str], at: int) -> bool:
        """'Whose target is missing', 'targets: date unclear'."""
        ends = at + 1 == len(words) or (
            words[at - 1] in self._words["being"] and words[at + 1] in self._words["following"]
        )
        return ends and words[at] in self._words["after"]

    def _kinds(self, question: Question, nouns: Sequence[ClassMention]) -> Kinds:
        """The kinds of things that are asked about, but for the plans that are spoken of in general."""
        found = [frozenset(local_name(s.cls) for s in n.senses) for n in nouns]
        known = frozenset(k for r in rules() for k in self.kinds(r))
        asked = [a.noun for a in question.shape.asked]
        telling = [k for n, k in zip(nouns, found, strict=True) if n in asked or not k <= self._whole]
        return frozenset().union(*telling) if all(k & known for k in telling) else frozenset({""})

    def _of_things(self, question: Question, spots: _Spots) -> Kinds:
        """'Is recommendation 4 unsupported?': the kind of the thing that is named."""
        named = {local_name(o.cls) for m in question.links.things for o in m.options}
        return frozenset(named & {k for s in spots for k in self.kinds(self._rules[s.meaning])})

    def _accounts(self, question: Question, tokens: frozenset[int]) -> bool:
        """Whether every word of content says what is missing, or names where."""
        return all(i in tokens or question.words[i] in self._words["around"] for i in question.weights)


def _add(table: PhraseTable[str], rule: Rule, key: str) -> None:
    for phrase in _listed(rule, key):
        table.add(phrase, rule.id)


def _listed(rule: Rule, key: str) -> Iterator[str]:
    """What the head of a check lists."""
    return (p.strip() for p in rule.check.head.get(key, "").split(",") if p.strip())


def _stemmed(phrases: Sequence[str]) -> frozenset[str]:
    return frozenset(s for p in phrases for s in stems(p))


def _longest(spots: Sequence[Spot[str]]) -> _Spots:
    """The phrases that stand within no longer one."""
    return tuple(s for s in spots if not any(s.tokens < o.tokens for o in spots))
