"""The page of the report as text: each document's account, and its words marked by what was read of them."""

from collections.abc import Iterator
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined

from api.site.looks import looks
from ingest.examined import Examination, Examined
from ingest.highlights import class_words

__all__ = ["report_html", "report_style"]

_SMALL = 3  # an unread region of fewer words is listed apart
_LONGEST_NAME = 240


def report_html(examination: Examination, documents: list[Examined]) -> Iterator[str]:
    """Yield the page piece by piece, one document after the other."""
    page = _environment().get_template("report.html").stream(
        documents=documents,
        texts=examination.texts(documents),
        looks=looks(),
        small=_SMALL,
        style=report_style(),
    )  # fmt: skip
    page.enable_buffering(200)
    return iter(page)


@cache
def report_style() -> str:
    """Return the style of the page, which is one element that a policy can name by its hash."""
    return _environment().get_template("report.css").render(looks=looks())


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("api"), autoescape=True, undefined=StrictUndefined, trim_blocks=True,
        lstrip_blocks=True,
    )  # fmt: skip
    environment.filters |= {"clipped": _clipped, "words": class_words}
    return environment


def _clipped(words: str) -> str:
    return words if len(words) <= _LONGEST_NAME else f"{words[: _LONGEST_NAME - 1]}…"
