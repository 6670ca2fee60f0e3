"""The words of a file as they stand in it, and texts that remember where each letter stood.

Everything that is read passes through `Text`: cleaning, cutting and joining keep, for every
character, its offset in the file. So whatever ends up in the graph can be quoted word for word.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from html import unescape
from html.entities import html5
from itertools import pairwise

__all__ = ["Place", "Source", "Text"]

_GAP = -1  # the offset of a character that we put in, such as the space of a join
_MARKUP = re.compile(
    r"<[a-zA-Z/!?][^<>]{0,400}>"  # an HTML tag
    r"|&(?:[a-zA-Z]{2,8}|#\d{1,7}|#[xX][0-9a-fA-F]{1,6});"  # an entity
    r"|\*{2,3}|\\(?=[$#*_])"  # bold marks and escapes of Markdown
    r"|\[(?=[^\[\]\n]*\]\([^)\s]*\))|\]\([^)\s]*\)"  # the two ends of a Markdown link
)
# Italics are a pair of asterisks; a lone one is a footnote mark and stays.
_ITALICS = re.compile(r"(?<![\w)*\\])(\*)(?=[\"“'‘(\w])[^*\n]*[\w.,;?!:\"”’')](\*)(?![\w*])")
_ENTITY = re.compile(r"&(?:[a-zA-Z]\w{1,30}|#\d{1,7}|#[xX][0-9a-fA-F]{1,6});")
_BLANK = re.compile(r"[\s ]+")


@dataclass(frozen=True, slots=True)
class Place:
    """One unbroken stretch of a file: lines from 1 by '\\n' alone, page from 1, a cell's name."""

    start_line: int | None
    end_line: int | None
    page: int | None
    cell: str | None
    quote: str
    start: int
    end: int


@dataclass(frozen=True)
class Source:
    """A file's text as it stands, with what is needed to name the place of an offset.

    `marks` divides the text into pages or cells: pairs of a start offset and a page number or
    cell name, in order. A text file has none; its places are lines.
    """

    name: str
    raw: str = field(repr=False)
    media_type: str = "text/plain"
    sha256: str = ""
    marks: tuple[tuple[int, int | str], ...] = field(default=(), repr=False)
    wholes: tuple[tuple[int, int], ...] = field(default=(), repr=False)
    """Stretches that are quoted whole, such as a stored number that a cell shows rounded; in order."""
    unsure: tuple[tuple[int, float], ...] = field(default=(), repr=False)
    """The pages that a machine read from pictures, each with how sure its words are, 0 to 1."""

    @cached_property
    def _line_starts(self) -> list[int]:
        return [0, *(m.end() for m in re.finditer("\n", self.raw))]

    @cached_property
    def mark_starts(self) -> list[int]:
        """Return the offsets at which a page or cell begins."""
        return [start for start, _ in self.marks]

    def whole(self, start: int, end: int) -> tuple[int, int]:
        """Return a stretch with all of each part that is quoted whole."""
        first = bisect_right(self.wholes, (start, len(self.raw))) - 1
        last = bisect_right(self.wholes, (end - 1, len(self.raw))) - 1
        if first >= 0 and self.wholes[first][1] > start:
            start = self.wholes[first][0]
        return start, max(end, self.wholes[last][1] if last >= 0 else end)

    def line_of(self, offset: int) -> int:
        """Return the line of an offset, counted from 1 by '\\n' alone, as `grep -n` does."""
        return bisect_right(self._line_starts, offset)

    def place(self, start: int, end: int) -> Place:
        """Return the place of the raw characters from `start` up to `end`."""
        lines = (self.line_of(start), self.line_of(max(start, end - 1)))
        if not self.marks:
            return Place(*lines, None, None, self.raw[start:end], start, end)
        mark = self.marks[max(0, bisect_right(self.mark_starts, start) - 1)][1]
        page, cell = (mark, None) if isinstance(mark, int) else (None, mark)
        return Place(None, None, page, cell, self.raw[start:end], start, end)

    def confidence(self, texts: Iterable["Text"]) -> float:
        """Return how sure the words of texts are: 1 where the file states them, less on a scanned page."""
        pages = dict(self.unsure)
        if not pages:
            return 1.0
        starts = {start for text in texts for start, _ in text.spans()}
        marks = (self.marks[max(0, bisect_right(self.mark_starts, start) - 1)][1] for start in starts)
        return min((pages.get(mark, 1.0) for mark in marks if isinstance(mark, int)), default=1.0)

    def text(self, start: int = 0, end: int | None = None) -> "Text":
        """Return the raw characters of a stretch, nothing cleaned."""
        stop = len(self.raw) if end is None else end
        return Text(self.raw[start:stop], tuple(range(start, stop)))

    def lines(self) -> Iterator["Text"]:
        """Yield the lines without their ends."""
        starts = [*self._line_starts, len(self.raw) + 1]
        for i in range(len(starts) - 1):
            yield self.text(starts[i], min(starts[i + 1] - 1, len(self.raw)))


@dataclass(frozen=True)
class Text:
    """A string of which every character knows its offset in the file (or is a joining blank)."""

    value: str = ""
    offsets: tuple[int, ...] = field(default=(), repr=False)

    def __str__(self) -> str:
        return self.value

    def __len__(self) -> int:
        return len(self.value)

    def __bool__(self) -> bool:
        return bool(self.value.strip())

    def __getitem__(self, part: slice) -> "Text":
        return Text(self.value[part], self.offsets[part])

    def strip(self, characters: str | None = None) -> "Text":
        """Return this text without the blanks, or the given characters, at its ends."""
        left = len(self.value) - len(self.value.lstrip(characters))
        return self[left : max(left, len(self.value.rstrip(characters)))]

    def split(self, pattern: str | re.Pattern[str], limit: int = 0) -> list["Text"]:
        """Split at each match of a pattern, the matches left out."""
        parts, start = [], 0
        for i, m in enumerate(re.finditer(pattern, self.value)):
            if limit and i >= limit:
                break
            parts.append(self[start : m.start()])
            start = m.end()
        return [*parts, self[start:]]

    def cut(self, positions: Iterable[int]) -> list["Text"]:
        """Cut before each position, keeping every character."""
        edges = [0, *positions, len(self.value)]
        return [self[a:b] for a, b in pairwise(edges) if a < b]

    def search(self, pattern: str | re.Pattern[str]) -> re.Match[str] | None:
        """Search the string; use the match's positions to slice this text."""
        return re.search(pattern, self.value)

    def group(self, match: re.Match[str], which: int | str = 0) -> "Text":
        """Return the part of this text that a group of a match covers."""
        start, end = match.span(which)
        return self[max(0, start) : max(0, end)]

    def clean(self) -> "Text":
        """Drop markup (HTML tags, bold marks, link targets) and fold blanks to one each."""
        return self._without_markup().folded()

    def folded(self) -> "Text":
        """Fold blanks to one each, and none at the ends."""
        kept: list[int] = []
        for i, letter in enumerate(self.value):
            blank = letter.isspace()
            if not blank or (kept and not self.value[kept[-1]].isspace()):
                kept.append(i)
        folded = "".join(" " if self.value[i].isspace() else self.value[i] for i in kept)
        return Text(folded, tuple(self.offsets[i] for i in kept)).strip()

    def _without_markup(self) -> "Text":
        value: list[str] = []
        offsets: list[int] = []
        start = 0
        for begin, end in _markup_spans(self.value):
            value.append(self.value[start:begin])
            offsets.extend(self.offsets[start:begin])
            stand_in = _stand_in(self.value[begin:end])
            value.append(stand_in)
            offsets.extend([self.offsets[begin]] * len(stand_in))
            start = end
        value.append(self.value[start:])
        offsets.extend(self.offsets[start:])
        return Text("".join(value), tuple(offsets))

    def spans(self, bridge: int = 200, raw: str = "") -> list[tuple[int, int]]:
        """Return the unbroken stretches of the file that this text was taken from.

        Stretches are joined where only markup and blanks lie between them in `raw`, over at
        most `bridge` characters.
        """
        runs: list[tuple[int, int]] = []
        for offset in sorted({o for o in self.offsets if o != _GAP}):
            end = offset + 1
            if raw[offset:end] == "&" and (entity := _ENTITY.match(raw, offset)):
                end = entity.end()
            if runs and _bridged(runs[-1][1], offset, bridge, raw):
                runs[-1] = (runs[-1][0], max(end, runs[-1][1]))
            else:
                runs.append((offset, end))
        return runs

    @staticmethod
    def join(parts: Iterable["Text"], glue: str = " ") -> "Text":
        """Join texts, which may stand far apart, with a glue that stands nowhere."""
        value: list[str] = []
        offsets: list[int] = []
        for part in parts:
            if not part.value:
                continue
            if value:
                value.append(glue)
                offsets.extend([_GAP] * len(glue))
            value.append(part.value)
            offsets.extend(part.offsets)
        return Text("".join(value), tuple(offsets))


def _markup_spans(value: str) -> list[tuple[int, int]]:
    """Return where markup stands, in order and without overlaps."""
    spans = {m.span() for m in _MARKUP.finditer(value)}
    taken = {i for span in spans for i in range(*span)}
    for m in _ITALICS.finditer(value):
        spans |= {m.span(which) for which in (1, 2) if m.start(which) not in taken}
    return sorted(spans)


def _stand_in(markup: str) -> str:
    """Return what stands for a piece of markup: a blank for a block tag, a letter for an entity."""
    if markup.startswith("&"):
        return unescape(markup)[:1] if markup[1] == "#" else html5.get(markup[1:], " ")[:1]
    if re.match(r"</?(?:p|br|li|ul|ol|div|td|tr|table|h\d)\b", markup, re.IGNORECASE):
        return " "
    return ""


def _bridged(end: int, start: int, bridge: int, raw: str) -> bool:
    if start <= end:
        return True
    if start - end > bridge or not raw:
        return False
    return not _BLANK.sub("", _MARKUP.sub("", raw[end:start])).strip('*"')
