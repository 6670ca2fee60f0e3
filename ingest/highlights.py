"""A file's text cut into stretches by what was read of them: an item, a name, a label, or nothing."""

import re
from array import array
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from ingest.account import Account
from ingest.findings import Findings, Item
from ingest.source import Source, Text

__all__ = ["Part", "Stretch", "Thing", "class_words", "highlights"]

_PLAIN, _UNREAD, _LABEL, _FIRST = 0, 1, 2, 3
_BRIDGE = 200  # characters of markup and blanks over which one highlight goes on


@dataclass(frozen=True, slots=True)
class Thing:
    """What a highlight stands for: an item by its class and words, a name, or a label that was understood."""

    kind: str
    label: str = ""
    number: str = ""
    says: str = ""
    """Which fact of the item is stated here; '' where it is the item itself."""

    @property
    def name(self) -> str:
        """The words that a person is shown."""
        if self.kind == "Label":
            return "a label, heading or page line that was understood"
        what = " ".join(filter(None, [class_words(self.kind), self.number]))
        of = f"{class_words(self.says)} of " if self.says else ""
        return f"{of}{what}: {self.label}" if self.label else f"{of}{what}"


def class_words(name: str) -> str:
    """Return the name of a class or property as words: 'strategic direction' for 'StrategicDirection'."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name).lower()


LABEL = Thing("Label")


@dataclass(frozen=True, slots=True)
class Stretch:
    """One stretch of the text; `unread` is the number of its unread region, from 1, or 0."""

    text: str
    thing: Thing | None = None
    unread: int = 0
    opens: bool = False
    """Whether a highlight or region begins here, and does not only go on over a line's end."""


@dataclass(frozen=True, slots=True)
class Part:
    """One line, page or cell of a file, with its stretches."""

    place: str
    stretches: tuple[Stretch, ...]


def highlights(findings: Findings, account: Account) -> Iterator[Part]:
    """Yield the lines, pages or cells of a document, cut by what was read of them."""
    source = findings.document.source
    things: list[Thing] = []
    paint = array("l", [_PLAIN]) * len(source.raw)
    for text, thing in _texts(findings):
        things.append(thing)
        for offset in text.offsets:
            if offset >= 0:
                paint[offset] = _LABEL if thing is LABEL else _FIRST + len(things) - 1
    for region in account.regions:
        for offset in range(region.start, region.end):
            paint[offset] = paint[offset] or _UNREAD
    runs = _runs(paint)
    regions = [region.start for region in account.regions]
    for place, start, end in _places(source):
        yield Part(place, tuple(_stretches(source.raw, runs, (start, end), things, regions)))


def _texts(findings: Findings) -> list[tuple[Text, Thing]]:
    """Return what was read with what it stands for; the shortest last, so that it lies on top."""
    found: list[tuple[Text, Thing]] = []
    for item in findings:
        found += [(text, _thing(item)) for text in item.evidence]
        found += [(f.value, _thing(item, f.prop)) for f in item.facts if isinstance(f.value, Text)]
        found += [(text, _thing(item, "link")) for link in item.links for text in link.evidence]
    found += [(m.text, Thing(m.named.kind, m.named.name)) for m in findings.mentions]
    found.sort(key=lambda t: -len(t[0]))
    understood = [*findings.read, *findings.document.furniture]
    return [*((text, LABEL) for text in understood), *found]


def _thing(item: Item, says: str = "") -> Thing:
    return Thing(item.kind, item.label, item.notation, says)


def _runs(paint: "array[int]") -> list[tuple[int, int, int]]:
    """Return the runs of equal paint: start, end, paint; a run goes on over markup and blanks within it."""
    runs: list[tuple[int, int, int]] = []
    start = 0
    for value, group in groupby(paint):
        end = start + sum(1 for _ in group)
        if (
            len(runs) > 1
            and runs[-1][2] == _PLAIN
            and runs[-2][2] == value
            and start - runs[-2][1] <= _BRIDGE
        ):
            runs[-2:] = [(runs[-2][0], end, value)]
        else:
            runs.append((start, end, value))
        start = end
    return runs


def _places(source: Source) -> Iterator[tuple[str, int, int]]:
    """Yield each page, cell or line with where it begins and ends."""
    if not source.marks:
        start = 0
        for number, line in enumerate(source.raw.split("\n"), start=1):
            yield str(number), start, start + len(line)
            start += len(line) + 1
        return
    edges = [*source.mark_starts, len(source.raw)]
    for (start, name), end in zip(source.marks, edges[1:], strict=True):
        yield f"page {name}" if isinstance(name, int) else name, start, end


def _stretches(
    raw: str, runs: list[tuple[int, int, int]], span: tuple[int, int], things: list[Thing], regions: list[int]
) -> Iterator[Stretch]:
    start, end = span
    for first, last, value in runs[max(0, bisect_left(runs, (start, end, 0)) - 1) :]:
        if first >= end:
            return
        a, b = max(first, start), min(last, end)
        if a >= b:
            continue
        thing = LABEL if value == _LABEL else things[value - _FIRST] if value >= _FIRST else None
        number = bisect_left(regions, first + 1) if value == _UNREAD else 0
        yield Stretch(raw[a:b], thing, number, opens=a == first)
