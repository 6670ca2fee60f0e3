"""Tells at a glance, from the letters of a text alone, whether a form could hold for it."""

import re
from collections.abc import Iterable

from ingest.forms.form import Form, RecordType

__all__ = ["could_hold", "letters_of"]

_MARKUP = re.compile(r"<[^<>]{1,400}>|&[a-zA-Z]{2,8};")
_NOT_LETTER = re.compile(r"[\W_]+")
_OPEN = re.compile(r"\{\w+\}|\(s\)|…")  # parts of a phrase that stand for more than themselves


def letters_of(raw: str) -> str:
    """Return the letters and digits of a text, without markup, blanks and signs."""
    return _NOT_LETTER.sub("", _MARKUP.sub("", raw)).lower()


def could_hold(form: Form, letters: str) -> bool:
    """Tell whether a text has the words that every needed record begins with; False means that none holds."""
    elsewhere = {
        role.partition(".")[0]
        for kind in form.records.values()
        for role in (*kind.columns, *kind.fields, kind.bullets)
    }
    return any(
        all(
            name in elsewhere or _could_be(form.records[name], letters)
            for name, least in way.items()
            if least > 0
        )
        for way in form.ways
    )


def _could_be(kind: RecordType, letters: str) -> bool:
    columns = sum(_stands(ways, letters) for ways in kind.columns.values())
    if not kind.begins and not kind.columns:
        return True
    return _stands(kind.begins, letters) or (bool(kind.columns) and columns >= kind.least_columns)


def _stands(phrases: Iterable[str], letters: str) -> bool:
    return any(
        all(_NOT_LETTER.sub("", part).lower() in letters for part in _OPEN.split(phrase))
        for phrase in phrases
    )
