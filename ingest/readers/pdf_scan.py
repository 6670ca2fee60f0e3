"""Reads a scanned page by Tesseract, where it is installed, and says how sure the words are."""

import csv
import os
import shutil
import subprocess
from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from io import BytesIO, StringIO
from statistics import mean, median
from typing import Any

import pypdfium2

from ingest.readers.pdf_words import Word, plain

__all__ = ["Scan", "can_read_scans", "is_scan", "scan_of"]

_INCH = 72  # points
_DOTS = 300  # an inch, at which Tesseract reads best
_MOST_DOTS = 25_000_000  # of a page; a larger one is shown smaller
_LONGEST = 120  # seconds for a page
_COVERS = 0.3  # of a page, that its pictures take if it is a scan
_FEW_LETTERS = 10
_SURE = 0.6  # on average; a page that is read less surely is left unread
_MOST_SURE = 0.9  # what a machine read from a picture is never as sure as a text
_ALIKE = 0.25  # by which the heights of lines of one type differ
_TESSERACT = "tesseract"


@dataclass(frozen=True, slots=True)
class Scan:
    """The words of a scanned page, with how sure they are, 0 to 1."""

    words: tuple[Word, ...]
    confidence: float


def can_read_scans() -> bool:
    """Tell whether Tesseract is installed."""
    return shutil.which(_TESSERACT) is not None


def is_scan(page: Any) -> bool:
    """Tell whether a page of pdfplumber's is a picture with hardly a letter on it."""
    covered = sum(
        max(0.0, image["x1"] - image["x0"]) * max(0.0, image["bottom"] - image["top"])
        for image in page.images
    )
    return len(page.chars) < _FEW_LETTERS and covered >= _COVERS * float(page.width * page.height)


def scan_of(content: bytes, number: int) -> Scan | None:
    """Return what Tesseract reads on a page; None where it is not installed, or not sure of what it reads."""
    if not can_read_scans():
        return None
    picture, scale = _picture(content, number)
    command = [_TESSERACT, "-", "-", "--dpi", str(round(_INCH * scale)), "tsv"]
    with suppress(subprocess.SubprocessError, OSError, ValueError):
        done = subprocess.run(  # noqa: S603  # the command is ours, the page goes in by the pipe
            command,
            input=picture,
            capture_output=True,
            check=True,
            timeout=_LONGEST,
            env={**os.environ, "OMP_THREAD_LIMIT": "1"},
        )
        return _scan(done.stdout.decode("utf-8", "replace"), scale)
    return None


def _picture(content: bytes, number: int) -> tuple[bytes, float]:
    """Return a page as a picture, and how many dots a point has."""
    document = pypdfium2.PdfDocument(content)
    try:
        page = document[number - 1]
        width, height = page.get_size()
        scale = min(_DOTS / _INCH, (_MOST_DOTS / max(1.0, width * height)) ** 0.5)
        out = BytesIO()
        page.render(scale=scale, grayscale=True).to_pil().save(out, "PNG")
        return out.getvalue(), scale
    finally:
        document.close()


def _scan(table: str, scale: float) -> Scan | None:
    lines: dict[tuple[str, ...], list[Word]] = defaultdict(list)
    sure = []
    for row in csv.DictReader(StringIO(table), delimiter="\t", quoting=csv.QUOTE_NONE):
        text = plain(row.get("text") or "")
        if row["level"] != "5" or not text:
            continue
        left, top, width, height = (float(row[name]) / scale for name in ("left", "top", "width", "height"))
        place = (row["block_num"], row["par_num"], row["line_num"])
        lines[place].append(Word(text, left, left + width, top, top + height, height, bold=False))
        sure.append(float(row["conf"]) / 100)
    if not sure or mean(sure) < _SURE:
        return None
    return Scan(tuple(_set_alike(lines.values())), min(_MOST_SURE, round(mean(sure), 2)))


def _set_alike(lines: Iterable[list[Word]]) -> Iterator[Word]:
    """Yield the words with one height and size for each line, and for all lines of about the same height."""
    measured = [(max(w.bottom for w in line) - min(w.top for w in line), line) for line in lines]
    body = median(height for height, _ in measured)
    for height, line in measured:
        size = round(body if abs(height - body) <= _ALIKE * body else height)
        top, bottom = min(w.top for w in line), max(w.bottom for w in line)
        yield from (replace(word, top=top, bottom=bottom, size=float(max(1, size))) for word in line)
