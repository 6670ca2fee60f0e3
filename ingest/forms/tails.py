"""What stands behind an action in a list: who does it, by when, for how much: '(Library, fall 2030)'."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from ingest.source import Text
from ingest.wording import wording

__all__ = ["Tail", "tails_of"]

_BRACKET = re.compile(r"\s*(?:\((?P<round>[^()]{2,160})\)|\[(?P<square>[^\[\]]{2,160})\])\s*[.;]?\s*$")
_DASH = re.compile(r"\s+[-–—]\s+(?P<tail>[^–—]{2,120}?)\s*\.?\s*$")
_PART = re.compile(r"\s*(?:,(?!\d{3}\b)|[;|])\s*|\s+[–—]\s+")
_EDGES = " ,;.|–—-([)]_*"
_LABEL_EDGES = " ,;|–—-([_*"
_YEAR = re.compile(r"(?:19|20)\d\d\b")
_MOST_WORDS = 8  # of an office or a post
_HONORED = re.compile(r"^(?:Mr|Mrs|Ms|Dr)\.?\s+[A-Z]")


@dataclass(frozen=True)
class Tail:
    """A list item's own words, and what stands behind them: a role of a form with its words."""

    title: Text
    facts: tuple[tuple[str, Text], ...] = ()
    unsure: bool = False
    """Whether what stands behind names but a group of people, as an explanation in brackets may."""


def tails_of(items: Sequence[Text]) -> list[Tail]:
    """Return each item of a list parted from its tail.

    A group of people alone is a tail only where half of the list have tails that are certain.
    """
    found = [_tail(item) for item in items]
    sure = sum(bool(t.facts) and not t.unsure for t in found)
    return [
        Tail(item) if t.unsure and sure * 2 < len(found) else t for item, t in zip(items, found, strict=True)
    ]


def _tail(item: Text) -> Tail:
    if (labelled := _labelled(item)) is not None:
        return labelled
    for pattern in (_BRACKET, _DASH):
        if (m := item.search(pattern)) and m.start():
            which = next(name for name, words in m.groupdict().items() if words)
            facts, unsure = _facts(item.group(m, which))
            if facts:
                return Tail(item[: m.start()].strip(), facts, unsure)
    return Tail(item)


def _labelled(item: Text) -> Tail | None:
    """Part an item before its first label, such as 'Lead:', and each label's words from the next."""
    hits = list(_label().finditer(item.value))
    if not hits or not item[: hits[0].start()].strip(_LABEL_EDGES):
        return None
    ends = [*(m.start() for m in hits[1:]), len(item)]
    facts = [
        (str(m.lastgroup), value)
        for m, end in zip(hits, ends, strict=True)
        if (value := item[m.end() : end].strip(_EDGES))
    ]
    return Tail(item[: hits[0].start()].strip(_LABEL_EDGES), tuple(facts))


def _facts(inside: Text) -> tuple[tuple[tuple[str, Text], ...], bool]:
    """Return what each part of a tail says; nothing where one of them says something else."""
    parts = [(_role(p), p) for p in _parts(inside)]
    roles = {role for role, _ in parts}
    if "" in roles or (roles <= {"name", "group"} and "name" in roles):
        return (), False
    facts = [("owner", who) for who in _owners(parts)]
    facts += [(role, text) for role, text in parts if role in ("timeline", "funds")]
    return tuple(facts), roles == {"group"}


def _parts(inside: Text) -> Iterator[Text]:
    """Yield the parts between commas and semicolons; a comma within a date or amount parts nothing."""
    edges = [(0, 0), *(m.span() for m in _PART.finditer(inside.value)), (len(inside), len(inside))]
    found = [inside[a[1] : b[0]] for a, b in pairwise(edges)]
    whole: list[Text] = []
    for part in (p for p in found if p):
        if whole and _YEAR.match(part.value) and _role(whole[-1]) == "timeline":
            whole[-1] = _between(inside, whole[-1], part)
        else:
            whole.append(part)
    yield from whole


def _between(inside: Text, first: Text, last: Text) -> Text:
    start, end = (inside.offsets.index(o) for o in (first.offsets[0], last.offsets[-1]))
    return inside[start : end + 1]


def _owners(parts: Iterable[tuple[str, Text]]) -> list[Text]:
    return [text for role, text in parts if role in ("owner", "group", "name")]


def _role(part: Text) -> str:
    """Return what a part of a tail is: an owner, a group, a name in capitals, a date or an amount."""
    words = str(part).strip()
    if re.search(wording("tails")["amount"], words, re.IGNORECASE):
        return "funds"
    if re.search(wording("tails")["date"], words, re.IGNORECASE):
        return "timeline"
    if len(words.split()) > _MOST_WORDS or words.endswith(("?", "!")):
        return ""
    if _HONORED.match(words) or _named("owners").search(words):
        return "owner"
    if _named("groups").search(words):
        return "group"
    return "name" if _is_name(words) else ""


def _is_name(words: str) -> bool:
    plain = [w for w in words.split() if w.lower() not in ("of", "and", "the", "for", "&", "/")]
    return bool(plain) and all(w[0].isupper() for w in plain) and not any(c.isdigit() for c in words)


@cache
def _named(kind: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(wording('tails')[kind])})\b", re.IGNORECASE)


@cache
def _label() -> re.Pattern[str]:
    kinds = wording("tails")["labels"].items()
    names = "|".join(f"(?P<{role}>{'|'.join(ways)})" for role, ways in kinds)
    return re.compile(rf"(?:(?<=[.;,:!?)\]|–—(\[*_-])\s*|(?<=\s\s)|^)(?:{names})\s*:\s+", re.IGNORECASE)
