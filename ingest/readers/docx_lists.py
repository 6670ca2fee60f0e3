"""Lists of a DOCX: the mark that Word prints before a paragraph, and how deep it lies."""

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from docx.oxml.ns import qn

__all__ = ["ListMark", "Numbering"]

_BULLET = "•"
_BLANK = 90  # twips that count as one blank; a level is usually indented by 360 or 720
_ROMANS = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


@dataclass(frozen=True, slots=True)
class ListMark:
    """The mark of an item as printed, and how far it is indented, in blanks."""

    mark: str
    indent: int


@dataclass(frozen=True, slots=True)
class _Level:
    form: str
    text: str
    start: int
    indent: int


class Numbering:
    """Counts the items of a document's lists as Word does."""

    def __init__(self, opened: Any) -> None:
        self._styles = {style.style_id: style for style in opened.styles}
        self._levels = _levels(opened)
        self._counts: dict[int, dict[int, int]] = defaultdict(dict)

    def item(self, paragraph: Any, *, count: bool = True) -> ListMark | None:
        """Return the mark of a paragraph that is an item of a list; None for others."""
        found = self._list_of(paragraph)
        if found is None:
            return None
        number, depth = found
        level = self._levels.get((number, depth))
        if level is None or level.form == "none":
            return None
        indent = self._indent(paragraph, level)
        if level.form == "bullet":
            return ListMark(_BULLET, indent)
        value = self._value(number, depth, level, count=count)
        return ListMark(_printed(level, depth, value), indent)

    def _indent(self, paragraph: Any, level: _Level) -> int:
        """Return the indentation of the paragraph itself, else of its list's level, else of its style."""
        own = _indentation(paragraph.pPr)
        if own is not None:
            return own
        style = self._styles.get(paragraph.style)
        named = _indentation(style.element.pPr) if style is not None else None
        return max(level.indent, named or 0)

    def _list_of(self, paragraph: Any) -> tuple[int, int] | None:
        """Return the list and depth that a paragraph names itself, or by its style."""
        own = _numbering(paragraph.pPr)
        if own is not None:
            return own if own[0] else None
        style = self._styles.get(paragraph.style)
        while style is not None:
            named = _numbering(style.element.pPr)
            if named is not None:
                return named if named[0] else None
            style = style.base_style
        return None

    def _value(self, number: int, depth: int, level: _Level, *, count: bool) -> int:
        counts = self._counts[number]
        value = counts.get(depth, level.start - 1) + 1
        if count:
            counts[depth] = value
            for deeper in [d for d in counts if d > depth]:
                del counts[deeper]
        return value


def _numbering(properties: Any) -> tuple[int, int] | None:
    if properties is None or properties.numPr is None:
        return None
    numbering = properties.numPr
    depth = numbering.ilvl.val if numbering.ilvl is not None else 0
    return (numbering.numId.val if numbering.numId is not None else 0), depth


def _indentation(properties: Any) -> int | None:
    """Return the left indentation of paragraph properties, in blanks."""
    element = properties.find(qn("w:ind")) if properties is not None else None
    if element is None:
        return None
    left = element.get(qn("w:left"), element.get(qn("w:start")))
    return round(float(left) / _BLANK) if left is not None else None


def _levels(opened: Any) -> dict[tuple[int, int], _Level]:
    """Return how each list of the document is marked at each depth."""
    part = next((r.target_part for r in opened.part.rels.values() if r.reltype.endswith("/numbering")), None)
    if part is None:
        return {}
    root = part.element
    abstract = {a.get(qn("w:abstractNumId")): a for a in root.iter(qn("w:abstractNum"))}
    found: dict[tuple[int, int], _Level] = {}
    for number in root.iter(qn("w:num")):
        reference = number.find(qn("w:abstractNumId"))
        definition = abstract.get(reference.get(qn("w:val"))) if reference is not None else None
        for level in definition.iter(qn("w:lvl")) if definition is not None else ():
            key = int(number.get(qn("w:numId"))), int(level.get(qn("w:ilvl")))
            found[key] = _Level(
                _value_of(level, "w:numFmt", "decimal"),
                _value_of(level, "w:lvlText", "%1."),
                int(_value_of(level, "w:start", "1")),
                _indentation(level.find(qn("w:pPr"))) or 0,
            )
    return found


def _value_of(level: Any, tag: str, default: str) -> str:
    element = level.find(qn(tag))
    return str(element.get(qn("w:val"), default)) if element is not None else default


def _printed(level: _Level, depth: int, value: int) -> str:
    """Return the mark with its own number; those of the levels above are left out, as '1.' in '1.1.'."""
    end = level.text.rsplit(f"%{depth + 1}", 1)[-1].strip()[:1]
    return _number(level.form, value) + (end if end in {".", ")"} else ".")


def _number(form: str, value: int) -> str:
    if form in {"lowerLetter", "upperLetter"}:
        return chr(ord("a") + (value - 1) % 26)
    if form in {"lowerRoman", "upperRoman"}:
        return _roman(value)
    return str(value)


def _roman(value: int) -> str:
    text = ""
    for number, letters in _ROMANS:
        while value >= number:
            text, value = text + letters, value - number
    return text
