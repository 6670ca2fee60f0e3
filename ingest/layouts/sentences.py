"""Cuts texts into sentences, into the parts of a list, and where two pieces of work ran together."""

from functools import cache
import re

from ingest.source import Text
from ingest.wording import wording

__all__ = ["begins_work", "cut_where_work_begins", "list_parts", "sentences"]

_END = re.compile(r"[.!?][\"”’')\]]*\s+(?=[\"“(]?[A-Z0-9])")
_SHORT_FORM = re.compile(
    r"(?:\b(?:Dr|Mr|Mrs|Ms|Jr|Sr|St|Mt|No|vs|etc|Dept|Div|Ave|Oct|Nov|Dec|Jan|Feb|Mar|Apr|Aug|Sept?)"
    r"|\b[A-Z]|\b(?:i\.e|e\.g|a\.m|p\.m|U\.S))\.$"
)
_COMMA = re.compile(r",\s+(?:and\s+)?|\s+and\s+(?=[A-Z])")
_SEMICOLON = re.compile(r"\s*;\s*(?:and\s+)?")


def sentences(text: Text) -> list[Text]:
    """Return the sentences of a text, each without the blanks around it."""
    ends = [m.end() for m in _END.finditer(str(text)) if not _SHORT_FORM.search(_head(text, m))]
    return [part for t in text.cut(ends) if (part := t.strip())]


def _head(text: Text, m: re.Match[str]) -> str:
    return str(text)[: m.start() + 1]


def list_parts(text: Text) -> list[Text]:
    """Return the parts of a text that only lists things; a sentence stays whole.

    Semicolons part a list; commas do where the text ends in no full stop, as a list of names does.
    """
    if ";" in str(text):
        return _parts(text, _SEMICOLON)
    if str(text).rstrip().endswith((".", "!", "?")):
        return [text]
    return _parts(text, _COMMA)


def _parts(text: Text, pattern: re.Pattern[str]) -> list[Text]:
    found, start = [], 0
    for m in pattern.finditer(str(text)):
        if _depth(str(text)[: m.start()]) == 0:
            found.append(text[start : m.start()])
            start = m.end()
    return [part for t in [*found, text[start:]] if (part := t.strip().strip("."))]


def _depth(before: str) -> int:
    return before.count("(") - before.count(")")


@cache
def _verbs() -> str:
    return "|".join(v.capitalize() for v in wording("department_plans")["verbs"])


def begins_work(text: str) -> bool:
    """Say whether a text begins with a verb of planned work, such as 'Provide' or 'monitor'."""
    return re.match(rf"\W*(?:{_verbs()})\b", text.strip(), re.IGNORECASE) is not None


def cut_where_work_begins(text: Text) -> list[Text]:
    """Cut a text before each verb of planned work that stands in a capital after no full stop.

    So look two rows that ran together where a page's end cut the first.
    """
    places = [m.end() for m in re.finditer(rf"(?<=[a-z)\]])\s+(?=(?:{_verbs()})(?:\s|/))", str(text))]
    return [part for t in text.cut(places) if (part := t.strip())]
