"""The words of a question in the order in which a chain from a named thing would use them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from graph.ask.chains.language import ChainLanguage
from graph.ask.chains.words import Word

__all__ = ["Layout", "Spot", "spots_of"]

_LAST = 0.4  # what a small word at the end of a question weighs: "do", "from"
_SPAN = 4  # words of a question that may together say one relation
_GAP = 2  # small words inside of them
_VERBAL = ("ing", "ed")
_ARTICLES = frozenset({"a", "an"})  # "NAME's son a soldier": what is said of someone
_WHOSE = "whose"
_JOINING = frozenset({"of"})


@dataclass(frozen=True, slots=True)
class Spot:
    """A telling word of a question: where it stands, what it says, and how much it tells."""

    at: int
    says: str
    weight: float
    asks: bool = False
    verb: bool = False


@dataclass(frozen=True)
class Layout:
    """Telling words in the order of a chain's steps: away from the thing that is named."""

    spots: tuple[Spot, ...]
    strong: tuple[bool, ...]
    tight: tuple[bool, ...]
    spans: tuple[tuple[int, int, tuple[str, ...]], ...]
    owned: bool
    whose: bool

    @classmethod
    def around(
        cls, words: Sequence[Word], name: tuple[int, int], right: Sequence[Spot], left: Sequence[Spot]
    ) -> "Layout":
        """Order the words behind a name and before it.

        'The wife of NAME was born in': what leads to the name by 'of' comes before what follows it.
        """
        owned = words[name[1] - 1].owner
        linked = 0 if owned or not right else _linked(words, name[0], left)
        spots = (*left[:linked], *right, *left[linked:])
        turns = {linked, linked + len(right)} - {0, len(spots)}
        whose = any(w.fold == _WHOSE for w in words[: name[0]])
        of = name[0] > 0 and words[name[0] - 1].fold in _JOINING
        strong, tight = [False], [False]
        for number, (one, other) in enumerate(pairwise(spots), start=1):
            low, high = sorted((one.at, other.at))
            between = words[low + 1 : high]
            parted = any(w.owner for w in words[low:high]) or any(w.fold in _JOINING for w in between)
            turned = number in turns
            acts = owned and spots[number].verb and not spots[number - 1].verb
            first = between[0].fold if between else ""
            said = owned and number < len(right) and first in _ARTICLES
            strong.append((owned and of) if turned else parted or low == high or acts or said)
            tight.append(not (turned or between or strong[-1] or spots[number].verb))
        return cls(spots, tuple(strong), tuple(tight), tuple(_spans(words, spots, turns)), owned or of, whose)


def _linked(words: Sequence[Word], start: int, left: Sequence[Spot]) -> int:
    """How many words before a name lead to it by 'of'."""
    linked, before = 0, start
    for spot in left:
        between = [w.fold for w in words[spot.at + 1 : before]]
        if not (_JOINING & set(between) or (linked and not between)):
            break
        linked, before = linked + 1, spot.at
    return linked


def _spans(
    words: Sequence[Word], spots: Sequence[Spot], turns: set[int]
) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    for start in range(len(spots)):
        for end in range(start + 1, min(len(spots), start + _SPAN) + 1):
            if any(start < turn < end for turn in turns):
                break
            part = sorted(spots[start:end], key=lambda s: s.at)
            if len(part) == 1:
                yield start, end, tuple(part[0].says.split())
                continue
            low, high = part[0].at, part[-1].at
            if len({s.at for s in part}) < len(part):
                break
            if any(s.asks for s in part) or high - low - len(part) + 1 > _GAP:
                break
            if any(w.owner for w in words[low:high]):
                break
            yield start, end, tuple(w.fold for w in words[low : high + 1])


def spots_of(words: Sequence[Word], language: ChainLanguage) -> list[Spot]:
    """Return the telling words of a question."""
    found: list[Spot] = []
    helped = any(w.fold in language.helpers for w in words)
    for at, word in enumerate(words):
        following = words[at + 1].fold if at + 1 < len(words) else ""
        if asked := language.askers.get(word.fold):
            if not (word.fold == "how" and following in language.measures):
                found.append(Spot(at, asked[0], asked[1], asks=True))
        elif word.fold not in language.small:
            found.extend(_kin(at, word.fold, language))
        elif at == len(words) - 1 and found:
            weight = 1.0 if word.fold in language.helpers else _LAST
            found.append(Spot(at, word.fold, weight, verb=True))
    return _with_verbs(found, words, helped=helped)


def _with_verbs(spots: list[Spot], words: Sequence[Word], *, helped: bool) -> list[Spot]:
    """Mark the verbs: by their ending, and the last telling word after 'does'."""
    last = max((n for n, s in enumerate(spots) if not s.asks and s.weight == 1.0), default=-1)
    return [
        replace(s, verb=True) if (helped and n == last) or words[s.at].fold.endswith(_VERBAL) else s
        for n, s in enumerate(spots)
    ]


def _kin(at: int, word: str, language: ChainLanguage) -> list[Spot]:
    """'Grandson' is a son of a child: two steps in one word."""
    bare = word.removeprefix("grand")
    if bare != word and bare in language.kin:
        return [Spot(at, bare, 1.0), Spot(at, bare, 1.0)]
    return [Spot(at, word, 1.0)]
