"""PPTX: the titles, texts, bullets and tables of each slide; the places are the slides, counted from 1."""

import zlib
from collections.abc import Iterable, Iterator
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.exc import PythonPptxError
from pptx.oxml.ns import qn

from graph.errors import EmptyFile, UnreadableFile
from ingest.document import Document
from ingest.readers.manuscript import Manuscript
from ingest.readers.packed import check_packed

__all__ = ["document_from_pptx"]

_MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
_TITLES = frozenset({PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.CENTER_TITLE, PP_PLACEHOLDER.VERTICAL_TITLE})
_BULLETED = frozenset({PP_PLACEHOLDER.BODY, PP_PLACEHOLDER.OBJECT, PP_PLACEHOLDER.VERTICAL_BODY})
_MARGINS = frozenset({PP_PLACEHOLDER.DATE, PP_PLACEHOLDER.FOOTER, PP_PLACEHOLDER.HEADER,
                      PP_PLACEHOLDER.SLIDE_NUMBER})  # fmt: skip
_DEEPEST = 20  # groups within groups
# What python-pptx and what it stands on raise for files that are cut off or written wrongly.
_DAMAGED = (BadZipFile, zlib.error, EOFError, PythonPptxError, SyntaxError, KeyError, ValueError, IndexError,
            AttributeError, TypeError, AssertionError, OSError, NotImplementedError)  # fmt: skip


def document_from_pptx(path: Path, content: bytes, sha256: str) -> Document:
    """Return the document of a presentation; raises UnreadableFile or EmptyFile."""
    check_packed(path, content)
    writer = _Writer()
    try:
        for number, slide in enumerate(Presentation(BytesIO(content)).slides, 1):
            if slide.element.get("show") not in ("0", "false"):
                writer.slide(number, slide)
    except _DAMAGED as error:
        raise UnreadableFile(
            path, "the PPTX is damaged or cut off", "get the whole file again, or save it as PPTX once more"
        ) from error
    document = writer.manuscript.document(path.name, _MEDIA_TYPE, sha256)
    if not document.source.raw.strip():
        raise EmptyFile(path)
    return document


class _Writer:
    """Writes slide after slide: the title, then what stands on it from the top."""

    def __init__(self) -> None:
        self.manuscript = Manuscript()
        self._last_title = ""

    def slide(self, number: int, slide: Any) -> None:
        """Write a slide; a title that is said again on the next slide goes on."""
        self.manuscript.end_block()
        self.manuscript.mark(number)
        shapes = [shape for shape in _flat(slide.shapes) if _kind(shape) not in _MARGINS]
        for shape in shapes:
            if _kind(shape) in _TITLES and shape.has_text_frame:
                self._title(" ".join(shape.text_frame.text.split()))
        for shape in sorted((s for s in shapes if _kind(s) not in _TITLES), key=_place):
            self._shape(shape)

    def _title(self, words: str) -> None:
        if words and words != self._last_title:
            self.manuscript.heading(words, 2)
            self._last_title = words

    def _shape(self, shape: Any) -> None:
        self.manuscript.end_block()
        if getattr(shape, "has_table", False):
            for row in shape.table.rows:
                cells = ["" if cell.is_spanned else cell.text.strip() for cell in row.cells]
                if any(cells):
                    self.manuscript.row(cells)
        elif shape.has_text_frame:
            paragraphs = [p for p in shape.text_frame.paragraphs if p.text.strip()]
            listed = len(paragraphs) > 1 and _kind(shape) in _BULLETED
            for paragraph, mark in _marked(paragraphs, listed):
                words = " ".join(paragraph.text.split())
                if not mark:
                    self.manuscript.end_block()
                self.manuscript.line(f"{'  ' * paragraph.level}{mark} {words}" if mark else words)
                if not mark:
                    self.manuscript.end_block()
        self.manuscript.end_block()


def _flat(shapes: Iterable[Any], depth: int = 0) -> Iterator[Any]:
    """Yield shapes, those of groups among them."""
    for shape in shapes:
        if hasattr(shape, "shapes") and depth < _DEEPEST:
            yield from _flat(shape.shapes, depth + 1)
        else:
            yield shape


def _kind(shape: Any) -> Any:
    return shape.placeholder_format.type if shape.is_placeholder else None


def _place(shape: Any) -> tuple[int, int]:
    return shape.top or 0, shape.left or 0


def _marked(paragraphs: Iterable[Any], listed: bool) -> Iterator[tuple[Any, str]]:
    """Yield paragraphs with the mark that they bear as items of a list."""
    numbers: dict[int, int] = {}
    for paragraph in paragraphs:
        properties = paragraph._p.pPr
        told = {child.tag for child in properties} if properties is not None else set()
        level = paragraph.level
        numbers = {deep: n for deep, n in numbers.items() if deep <= level}
        if qn("a:buAutoNum") in told:
            numbers[level] = numbers.get(level, 0) + 1
            yield paragraph, f"{numbers[level]}."
        elif qn("a:buNone") in told:
            yield paragraph, ""
        else:
            yield paragraph, "•" if listed or qn("a:buChar") in told or qn("a:buBlip") in told else ""
