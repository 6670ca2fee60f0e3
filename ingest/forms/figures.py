"""Reads the figures that sentences state: aims of an outcome, where a measure starts, data of now."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache

from ingest.layouts.prose import sentences
from ingest.layouts.school_year import school_year
from ingest.layouts.stream import Piece
from ingest.source import Text
from ingest.wording import wording

__all__ = ["Figures", "Observed", "aimed_by_a_year", "figures_of", "observed"]

_LONGEST_NAME = 90  # characters of a line that names what the figures below it are of


@dataclass(frozen=True)
class Figures:
    """What a sentence says of a measure: its name, where it starts and in which year, what it aims at."""

    name: Text = field(default_factory=Text)
    baseline: Text = field(default_factory=Text)
    year: str = ""
    target: Text = field(default_factory=Text)


@dataclass(frozen=True)
class Observed:
    """A figure of now, the sentence that states it, and the line that names what it is of."""

    value: Text
    sentence: Text
    name: Text = field(default_factory=Text)


def figures_of(sentence: Text) -> Figures:
    """Return the figures of an outcome or a measure; a target of several figures is the whole sentence."""
    name = _name(sentence)
    if m := sentence.search(_pattern("from_to")):
        name = name or _moved(sentence, m.start())
        year = school_year(sentence.group(m, "note")) if m["note"] else None
        start, end = sentence.group(m, "from").strip(), sentence.group(m, "to").strip()
        return Figures(name, _figure(start), year[0] if year else "", _figure(end))
    amounts = [sentence.group(m) for m in _pattern("amount").finditer(sentence.value)]
    if not amounts:
        return Figures(name)
    return Figures(name, target=amounts[0] if len(amounts) == 1 else sentence)


def _figure(text: Text) -> Text:
    return text if any(c.isdigit() for c in text.value) else Text()


def _name(sentence: Text) -> Text:
    """Return what is measured: the words before a colon, or those after 'as measured by'."""
    if m := sentence.search(_pattern("measured_by")):
        return sentence.group(m, "name").strip(" .,;")
    if (m := sentence.search(_pattern("named"))) is not None:
        return sentence.group(m, "name").strip()
    return Text()


def _moved(sentence: Text, end: int) -> Text:
    """Return what is to be raised or lowered: the words between the verb and 'from', or up to its comma."""
    before = sentence[:end].strip()
    if m := before.search(_pattern("moved")):
        return sentence.group(m, "name").strip(" ,")
    named = before.value.endswith(",") and not before.search(_pattern("wanted"))
    return before.strip(" ,") if named else Text()


def aimed_by_a_year(sentence: Text) -> bool:
    """Tell whether a sentence says what is wanted, and by which year."""
    return bool(sentence.search(_pattern("wanted")) and sentence.search(_pattern("by_year")))


def observed(pieces: Iterable[Piece]) -> Iterator[Observed]:
    """Yield the figures of now, each under the line or question before it that has none.

    List items under a sentence say more of it, and are left to it.
    """
    name, told = Text(), False
    for piece in pieces:
        if piece.kind == "item" and told:
            continue
        for sentence in sentences(piece.text):
            if found := list(_seen(sentence)):
                yield from (Observed(value, sentence, _question(sentence) or name) for value in found)
            elif question := _question(sentence):
                name = question
            elif _names(sentence, name):
                name = sentence.strip(" :")
        told = piece.kind == "line" and str(piece).rstrip().endswith((":", "…")) and _tells(str(piece))


def _tells(words: str) -> bool:
    """Tell whether a line with a list under it is a sentence, or says what is wanted."""
    return "." in words or _pattern("intent").search(words) is not None


def _seen(sentence: Text) -> Iterator[Text]:
    """Yield the figures of a sentence; those in brackets and those of a change say more of another."""
    words = sentence.value
    for m in _pattern("observed").finditer(words):
        before = words[: m.start()]
        if before.count("(") <= before.count(")") and not _pattern("change").search(before):
            yield sentence.group(m).strip(" .;,")


def _question(sentence: Text) -> Text:
    m = sentence.search(_pattern("question"))
    return sentence.group(m, "name").strip() if m else Text()


def _names(sentence: Text, known: Text) -> bool:
    """Tell whether a line names what the figures below are of; one that names a group goes on the other."""
    words = str(sentence).strip()
    if _pattern("intent").search(words) or (known and _pattern("group").match(words)):
        return False
    return len(words) <= _LONGEST_NAME and not words.endswith((".", ";")) and words[:1].isupper()


@cache
def _pattern(name: str) -> re.Pattern[str]:
    words = wording("forms")["figures"]
    return re.compile(words[name].format(**{k: v for k, v in words.items() if k != name}), re.IGNORECASE)
