"""Cuts lists into their parts, and texts where two pieces of work ran together."""

import re
from functools import cache

from ingest.source import Text
from ingest.wording import wording

__all__ = ["begins_work", "cut_where_work_begins", "list_parts"]

_COMMA = re.compile(r",\s+(?:and\s+)?|\s+and\s+(?=[A-Z])")
_SEMICOLON = re.compile(r"\s*;\s*(?:and\s+)?")


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
    lists = wording("action_verbs")
    verbs = [
        *lists["verbs"].split(),
        *lists["also_nouns"].split(),
        *wording("department_plans")["more_verbs"],
    ]
    return "|".join(v.capitalize() for v in verbs)


def begins_work(text: str) -> bool:
    """Say whether a text begins with a verb of planned work, such as 'Provide' or 'monitor'."""
    return re.match(rf"\W*(?:{_verbs()})\b", text.strip(), re.IGNORECASE) is not None


def cut_where_work_begins(text: Text) -> list[Text]:
    """Cut a text before each verb of planned work that stands in a capital after no full stop.

    So look two rows that ran together where a page's end cut the first.
    """
    places = [m.end() for m in re.finditer(rf"(?<=[a-z)\]])\s+(?=(?:{_verbs()})(?:\s|/))", str(text))]
    return [part for t in text.cut(places) if (part := t.strip())]
