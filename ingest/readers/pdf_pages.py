"""What stands on the pages of a PDF: lines and tables in the order in which they are read."""

import logging
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from io import BytesIO
from itertools import islice
from typing import Any

import pdfplumber
from pdfminer.ascii85 import ascii85decode
from pdfminer.pdfpage import PDFPage
from pdfminer.pdftypes import LITERALS_ASCII85_DECODE, LITERALS_FLATE_DECODE, PDFStream, resolve1

from ingest.readers.pdf_aligned import aligned
from ingest.readers.pdf_boxes import box_words, check_boxes
from ingest.readers.pdf_fields import field_words
from ingest.readers.pdf_grids import PageTable
from ingest.readers.pdf_lines import Line, line_of
from ingest.readers.pdf_order import Region, regions_of
from ingest.readers.pdf_rules import Rules, rules_of
from ingest.readers.pdf_scan import Scan, is_scan, scan_of
from ingest.readers.pdf_tables import Box, Frame, frames_of, grids_of
from ingest.readers.pdf_words import Word, found_words, words_of

logging.getLogger("pdfminer").setLevel(logging.ERROR)  # its warnings are of no use to those who read plans

__all__ = ["MOST_PAGES", "Page", "page_count", "read_pages"]

MOST_PAGES = 1500  # of a document; a longer one is no plan, and would fill the memory
_LARGEST_PAGE = 20_000_000  # bytes, unpacked
_PADDING = 4.0  # points between the words of a column and its edge


@dataclass(frozen=True, slots=True)
class Page:
    """The lines and tables of a page as they are read, and how many of its letters have which size."""

    parts: tuple[Line | PageTable, ...]
    letters: Counter[float]
    confidence: float = 1.0
    """How sure the words are; less than 1 on a scanned page."""
    is_picture: bool = False
    """Whether it is a picture that was not read."""
    too_large: bool = False
    """Whether it unpacks to far more than a page of a plan, and was not read."""

    @property
    def lines(self) -> list[Line]:
        """The lines outside of tables."""
        return [part for part in self.parts if isinstance(part, Line)]


def page_count(content: bytes) -> int:
    """Return how many pages a PDF has, counted up to one more than are read."""
    with pdfplumber.open(BytesIO(content)) as pdf:
        return sum(1 for _ in islice(PDFPage.create_pages(pdf.doc), MOST_PAGES + 1))


def read_pages(content: bytes, numbers: Sequence[int]) -> list[Page]:
    """Return the pages of a PDF that have these numbers, from 1."""
    found = []
    with pdfplumber.open(BytesIO(content), pages=list(numbers)) as pdf:
        for page in pdf.pages:
            found.append(Page((), Counter(), too_large=True) if _is_bomb(page) else _page(page, content))
            page.close()  # or all pages' letters stay in memory
    return found


def _is_bomb(page: Any) -> bool:
    """Tell whether a page is far larger than a page can be once it is unpacked."""
    room = _LARGEST_PAGE
    for stream in map(resolve1, page.page_obj.contents):
        if isinstance(stream, PDFStream):
            room -= _unpacked(stream, room)
        if room < 0:
            return True
    return False


def _unpacked(stream: PDFStream, room: int) -> int:
    """Return the length of a stream's content, unpacked as far as there is room for it."""
    content = stream.get_rawdata() or b""
    with suppress(zlib.error, ValueError):  # pdfminer reads what can be read of it
        for name, _ in stream.get_filters():
            if name in LITERALS_FLATE_DECODE:
                content = zlib.decompressobj().decompress(content, room + 1)
            elif name in LITERALS_ASCII85_DECODE:
                content = ascii85decode(content)
            else:
                break  # of what is left, none makes much of little
    return len(content)


def _page(page: Any, content: bytes) -> Page:
    if is_scan(page):
        scan = scan_of(content, page.page_number)
        return _scanned(scan) if scan else Page((), Counter(), is_picture=True)
    found = found_words(page)
    boxes = check_boxes(page, found)
    found = [word for word in found if not any(box.holds(word) for box in boxes)]
    rules = rules_of(page, boxes)
    frames = frames_of(rules, found)
    words = words_of(found, {bar for frame in frames if len(frame.cells) > 1 for bar in frame.bars()})
    words += [*field_words(page), *box_words(boxes)]
    grids, outside = grids_of(frames, words)
    return Page(tuple(_parts(outside, grids, frames, rules)), _letters(words))


def _scanned(scan: Scan) -> Page:
    parts = tuple(_parts(list(scan.words), [], [], Rules((), ())))
    return Page(parts, _letters(scan.words), scan.confidence)


def _letters(words: Iterable[Word]) -> Counter[float]:
    letters: Counter[float] = Counter()
    for word in words:
        letters[word.size] += len(word.text)
    return letters


def _parts(
    words: list[Word], grids: list[PageTable], frames: Sequence[Frame], rules: Rules
) -> Iterator[Line | PageTable]:
    boxes = [frame.box for frame in frames]
    for region in regions_of(words, grids):
        found = aligned(region.rows, rules.level)
        parts = [*region.grids, *(p if isinstance(p, PageTable) else line_of(p) for p in found)]
        for part in sorted(parts, key=lambda p: (p.top, p.left)):
            yield _placed(part, region, boxes) if isinstance(part, Line) else part


def _placed(line: Line, region: Region, boxes: Sequence[Box]) -> Line:
    """Return a line that knows the frame or column in which it stands."""
    line = line.within(boxes)
    if not region.is_column:
        return line
    return replace(line, edge=min(line.edge, region.right + _PADDING), margin=region.left)
