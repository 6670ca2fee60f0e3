"""Keeps, of a field whose options each bear a check box, those that are checked."""

import re
from itertools import pairwise

from ingest.forms.record import Entry, Record
from ingest.layouts.stream import Piece
from ingest.source import Text

__all__ = ["take_chosen"]

# Fields that a form lets people choose; the words of the others may hold boxes of their own.
_CHOSEN = frozenset({"goalType", "statePriority", "contributing", "group", "horizon", "supports", "source",
                     "status", "audience", "school"})  # fmt: skip
_MARK = re.compile(r"(?P<on>[☒☑🗹]|\[\s?[xX✓✔]\s?\])|(?P<off>[☐□❏🗌]|\[\s{0,3}\]|\[_+\])")
_WORD = re.compile(r"[^\W_]")
_EDGES = " \t\n,;|"


def take_chosen(record: Record) -> list[Text]:
    """Leave in a record's fields the options that are checked, and return what was understood of them."""
    understood = []
    for entry in (e for e in record.entries if e.role in _CHOSEN and _MARK.search(str(e.text))):
        text = entry.text
        options = _options(text)
        if options is None:
            continue
        understood.append(text)
        entry.pieces = [Piece(words, block=_block(entry)) for words, checked in options if checked]
    return understood


def _block(entry: Entry) -> int:
    return entry.pieces[0].block if entry.pieces else -1


def _options(text: Text) -> list[tuple[Text, bool]] | None:
    """Return the options with whether each is checked; None where a box has no words of its own."""
    marks = list(_MARK.finditer(text.value))
    before, after = text.value[: marks[0].start()], text.value[marks[-1].end() :]
    if _WORD.search(before) and not _WORD.search(after):  # 'Yes ☒ No ☐'
        edges = [0, *(m.end() for m in marks)]
        found = [text[a : m.start()] for a, m in zip(edges, marks, strict=False)]
    else:
        edges = [*(m.start() for m in marks), len(text)]
        found = [text[m.end() : b] for m, (_, b) in zip(marks, pairwise(edges), strict=True)]
    options = [words.strip(_EDGES) for words in found]
    if not all(_WORD.search(str(words)) for words in options):
        return None
    return [(words, m["on"] is not None) for words, m in zip(options, marks, strict=True)]
