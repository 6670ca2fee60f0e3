"""Writes the account of the documents as one page that opens offline, each with its text marked."""

from pathlib import Path
from typing import Any

import yaml
from jinja2 import Environment, PackageLoader, StrictUndefined

from graph.errors import UsageError
from graph.files import replacing
from ingest.examined import Examination, Examined
from ingest.highlights import Thing, class_words

__all__ = ["check_page_file", "write_page"]

_TEMPLATE = "report.html"
_LOOKS = "report_looks.yaml"
_SMALL = 3  # an unread region of fewer words is listed apart
_LONGEST_NAME = 240


def check_page_file(file: Path) -> None:
    """Refuse a file of another kind before anything is read; raises UsageError."""
    if file.suffix.lower() not in {".html", ".htm"}:
        raise UsageError(f"{file}: the report is written as .html; name such a file with --out.")


def write_page(examination: Examination, documents: list[Examined], file: Path) -> None:
    """Write the page, one document after the other; raises UsageError where that cannot be done."""
    environment = Environment(
        loader=PackageLoader("api"), autoescape=True, undefined=StrictUndefined, trim_blocks=True,
        lstrip_blocks=True,
    )  # fmt: skip
    looks = _Looks(environment)
    environment.filters |= {"clipped": _clipped, "words": class_words}
    page = environment.get_template(_TEMPLATE).stream(
        documents=documents, texts=examination.texts(documents), looks=looks, small=_SMALL
    )
    page.enable_buffering(200)
    try:
        with replacing(file) as part, part.open("w", encoding="utf-8", errors="replace") as opened:
            opened.writelines(page)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise UsageError(f"{file}: the report cannot be written: {reason}; name another file.") from error


class _Looks:
    """By which colour and mark each kind of item is told."""

    def __init__(self, environment: Environment) -> None:
        source, _, _ = environment.loader.get_source(environment, _LOOKS)  # type: ignore[union-attr]  # set above
        self.groups: list[dict[str, Any]] = yaml.safe_load(source)
        self._of = {kind: (g["name"], mark) for g in self.groups for kind, mark in g["kinds"].items()}

    def group(self, thing: Thing) -> str:
        """Return the name of a kind's group, which is the class of its colour."""
        return "label" if thing.kind == "Label" else self._of.get(thing.kind, ("other", ""))[0]

    def mark(self, thing: Thing) -> str:
        """Return the letters that stand before a highlight; a fact of an item has a dot after them."""
        if thing.kind == "Label":
            return ""
        mark: str = self._of.get(thing.kind, ("", thing.kind[:2]))[1]
        return f"{mark}·" if thing.says else mark


def _clipped(words: str) -> str:
    return words if len(words) <= _LONGEST_NAME else f"{words[: _LONGEST_NAME - 1]}…"
