"""The words of a DOCX paragraph as a reader sees them: links and fields in, deleted text and boxes out."""

from collections.abc import Iterator
from typing import Any

from docx.oxml.ns import qn

__all__ = ["is_bold", "paragraph_lines"]

_SKIPPED = {qn("w:del"), qn("w:moveFrom"), qn("w:txbxContent"), qn("w:instrText"), qn("w:delText")}
_WORDS = {qn("w:tab"): " ", qn("w:noBreakHyphen"): "-", qn("w:br"): "\n", qn("w:cr"): "\n"}
_BULLET_FONTS = {"Symbol", "Wingdings"}


def paragraph_lines(paragraph: Any) -> list[str]:
    """Return the lines of a paragraph, which line breaks part."""
    return "".join(_words(paragraph)).split("\n")


def is_bold(paragraph: Any) -> bool:
    """Tell whether every word of a paragraph is bold by itself."""
    runs = [run for run in paragraph.iter(qn("w:r")) if "".join(_words(run)).strip()]
    return bool(runs) and all(_bold(run) for run in runs)


def _bold(run: Any) -> bool:
    mark = run.find(f"{qn('w:rPr')}/{qn('w:b')}")
    return mark is not None and mark.get(qn("w:val")) not in {"0", "false", "off"}


def _words(element: Any) -> Iterator[str]:
    for child in element:
        if child.tag in _SKIPPED:
            continue
        if child.tag == qn("w:t"):
            yield child.text or ""
        elif child.tag in _WORDS:
            yield _WORDS[child.tag]
        elif child.tag == qn("w:sym"):
            yield "•" if child.get(qn("w:font")) in _BULLET_FONTS else ""
        elif child.tag.endswith("}AlternateContent"):
            continue  # drawings and their text boxes
        elif child.tag != qn("w:pPr"):
            yield from _words(child)
