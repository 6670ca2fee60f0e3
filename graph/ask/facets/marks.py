"""What a question does with what it finds: counts, compares, ranks, sums, groups, denies."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from graph.ask.closed import closed
from graph.ask.facets.bounds import Comparison, against, comparisons, number_at
from graph.ask.facets.contrasts import Alike, alike_to, below, contrasts, lasting
from graph.ask.facets.mentions import Linked, OfClass, OfThing
from graph.ask.facets.quantities import Units
from graph.ask.facets.speech import Speech

__all__ = ["Marks", "Superlative", "read_marks"]

_TOTALS = closed("totals")


@dataclass(frozen=True, slots=True)
class Superlative:
    """The most or the least of something; `at` is the word that says so, `limit` how many are asked for."""

    at: int
    most: bool
    tokens: frozenset[int]
    limit: int = 0
    frequent: bool = False
    sized: bool = False
    nth: int = 0


@dataclass(frozen=True)
class Marks:
    """Everything in a question that is done with what is found."""

    comparisons: tuple[Comparison, ...] = ()
    superlative: Superlative | None = None
    aggregate: str = ""
    grouped: frozenset[int] = frozenset()
    counted: frozenset[int] = frozenset()
    negated: int | None = None
    yesno: bool = False
    neither: bool = False
    tokens: frozenset[int] = field(default_factory=frozenset)
    alike: Alike | None = None
    lasting: frozenset[int] = frozenset()
    below: frozenset[int] = frozenset()
    universal: bool = False


def read_marks(linked: Linked) -> Marks:
    """Read the marks of a linked question."""
    speech = Speech.english()
    words = linked.words
    inside = {
        i
        for s in linked.spans
        if _holds(s.senses, s.end - s.start) and not _amount(words[s.start : s.end])
        for i in s.tokens
    }
    inside -= {i for i in inside if i and words[i - 1].isdecimal() and Units.known().meant(words[i])}
    things = [s for s in linked.spans if any(isinstance(x, OfThing) for x in s.senses)]
    rivals = [c for s in things if (c := against(words, s.start, s.end))]
    rivals += contrasts(linked, {i for s in things for i in s.tokens} | {i for c in rivals for i in c.tokens})
    found = (*rivals, *comparisons(words, inside | {i for c in rivals for i in c.tokens}))
    used = {i for c in found if not c.plain or c.bounds[0].units for i in c.tokens}
    ranked = _superlative(words, inside, used)
    found = tuple(c for c in found if not (c.plain and ranked and c.tokens & ranked.tokens))
    used |= {i for c in found for i in c.tokens}
    used |= ranked.tokens if ranked else set()
    aggregate, summed = _aggregate(words, inside | used, speech)
    grouped = _spots(words, speech.data["each"], inside)
    grouped -= {i for i in grouped if words[i] == "by" and i - 1 not in grouped and _passive(words[i - 1])}
    counted = frozenset(_counting(linked, _spots(words, speech.data["count"], inside)))
    negated = _spots(words, speech.data["negation"], inside | used)
    yesno = bool(words) and words[0] in speech.words("yesno") and not (counted & {0, 1})
    universal = yesno and words[1:2] in (("all",), ("every",), ("each",))
    grouped -= {1} if universal else set()
    deep = below(words)
    units = {i for i in range(1, len(words)) if words[i - 1] == "in" and Units.known().meant(words[i])}
    sorting = _spots(words, speech.data["sorting"], inside)
    sorting |= {i + n for i in sorting for n in (1, 2) if i + n < len(words)}
    tokens = frozenset({*sorting, *units, *used, *summed, *grouped, *counted, *negated})
    return Marks(
        found,
        ranked,
        aggregate,
        grouped,
        counted,
        min(negated) if negated else None,
        yesno,
        "neither" in words,
        tokens | deep,
        alike_to(linked),
        lasting(words),
        deep,
        universal,
    )


def _counting(linked: Linked, spots: frozenset[int]) -> Iterator[int]:
    """'Phone number of' counts nothing: a number of something that is named before it."""
    for at in spots:
        before = at - 1 if linked.words[at] == "number" else at - 2 if linked.words[at] == "of" else -1
        if before < 0 or linked.weights.get(before, 0.0) < 1 or linked.words[before] in _TOTALS:
            yield at


def _amount(words: Sequence[str]) -> bool:
    """Whether words are a unit, with or without a number before it, although the graph names it too."""
    unit = words[1:] if words[0].replace(".", "").isdecimal() else words
    return bool(Units.known().meant(" ".join(unit)))


def _passive(word: str) -> bool:
    """'Caused by' and 'made by' tell who did it; 'grouped by' is a phrase of its own."""
    return word.endswith("ed") or word in Speech.english().data["irregular"]


def _holds(senses: Sequence[object], length: int) -> bool:
    """Whether words belong to a name that is longer than one word."""
    return length > 1 and not all(isinstance(s, (OfClass,)) for s in senses)


def _spots(words: Sequence[str], phrases: Iterable[str], inside: set[int]) -> frozenset[int]:
    found: set[int] = set()
    for phrase in phrases:
        parts = phrase.split()
        for at in range(len(words) - len(parts) + 1):
            spot = set(range(at, at + len(parts)))
            if list(words[at : at + len(parts)]) == parts and not spot & inside:
                found |= spot
    return frozenset(found)


def _aggregate(words: Sequence[str], used: set[int], speech: Speech) -> tuple[str, frozenset[int]]:
    for name in ("avg", "sum"):
        if spots := _spots(words, speech.data["aggregates"][name], used):
            return name, spots
    return "", frozenset()


def _superlative(words: Sequence[str], inside: set[int], used: set[int]) -> Superlative | None:
    speech = Speech.english()
    for at, word in enumerate(words):
        if at in inside or at in used or (at and words[at - 1] == "at") or words[at + 1 : at + 2] == ["than"]:
            continue
        found = _ranking(words, at, word, speech)
        if found:
            nth, tokens = _place(words, min(found.tokens))
            limit = 0
            if not nth:
                limit, tokens = _limit(words, found.at, used | inside)
            return replace(found, tokens=found.tokens | tokens, limit=limit, nth=nth)
    return None


def _ranking(words: Sequence[str], at: int, word: str, speech: Speech) -> Superlative | None:
    following = words[at + 1] if at + 1 < len(words) else ""
    if word in ("most", "least") and (size := _size(following, speech)) is not None:
        return Superlative(at + 1, size == (word == "most"), frozenset({at, at + 1}), sized=True)
    if word in ("most", "least") and following in speech.words("frequent"):
        return Superlative(at, word == "most", frozenset({at, at + 1}), frequent=True)
    if word in closed("most_and_least") and following != "of":
        return Superlative(at, word == "most", frozenset({at}))
    superlative = word in speech.words("superlatives") or (word.endswith("est") and len(word) > 4)
    size = _size(word, speech)
    if superlative and size is not None and word not in speech.words("frequent"):
        return Superlative(at, size, frozenset({at}), sized=True)
    if word in speech.words("superlatives") and word in closed("highest") | closed("lowest"):
        return Superlative(at, word in closed("highest"), frozenset({at}))
    return None


def _size(word: str, speech: Speech) -> bool | None:
    """Whether an adjective says more (true) or less (false) of what is measured; None for other words."""
    if any(word in m.more for m in speech.measures) or word in speech.words("more"):
        return True
    if any(word in m.less for m in speech.measures) or word in speech.words("less"):
        return False
    return None


def _place(words: Sequence[str], at: int) -> tuple[int, frozenset[int]]:
    """'The second heaviest', 'the 3rd largest': which place is asked for."""
    spot = at - 2 if at > 1 and words[at - 1] in closed("ordinal_ends") else at - 1
    if spot < 0:
        return 0, frozenset()
    number = int(words[spot]) if spot < at - 1 and words[spot].isdecimal() else 0
    place = number or int(Speech.english().data["places_in_order"].get(words[spot], 0))
    return (place, frozenset(range(spot, at))) if 1 < place < 100 else (0, frozenset())


def _limit(words: Sequence[str], at: int, used: set[int]) -> tuple[int, frozenset[int]]:
    """'The five most expensive', 'top 10', 'ten shows with the highest …'."""
    for spot in [*range(at + 1, at + 2), *range(at - 1, -1, -1)]:
        if 0 <= spot < len(words) and spot not in used:
            number, end = number_at(words, spot)
            if number is not None and 0 < number <= 500 and number == int(number):
                return int(number), frozenset(range(spot, end))
    return 0, frozenset()
