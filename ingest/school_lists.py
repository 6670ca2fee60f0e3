"""Cuts a list of schools into its names, where commas and lines stand between them and where nothing does."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from ingest.school_names import levels_of_grades, school_name
from ingest.source import Text
from ingest.wording import wording

__all__ = ["SchoolEntry", "school_entries"]

_SEPARATOR = re.compile(
    r"<br\s*/?>|</?li\b[^<>]*>|</?ul\b[^<>]*>|</?p\b[^<>]*>|[;•●▪]|,(?![^()]*\))", re.IGNORECASE
)
_TOKEN = re.compile(r"\([^()]*\)|[^\s()]+")
_MOST_WORDS_OF_A_LINE = 6


@dataclass(frozen=True, slots=True)
class SchoolEntry:
    """One school of a list: its name, and what stands in brackets behind it."""

    name: Text
    mark: Text
    place: Text


@dataclass(frozen=True, slots=True)
class _Token:
    start: int
    end: int
    kind: str


def school_entries(cell: Text, known: Collection[tuple[str, ...]] = ()) -> list[SchoolEntry]:
    """Return the names in a list of schools, each with the text of the bracket behind it.

    Names that only a blank divides are cut where a name is complete: behind its level ('ES',
    'Middle School', 'K-8') or type ('Magnet', 'Academy'), behind a bracket, and between two
    names whose base is known from elsewhere in the document.
    """
    found = []
    for part in _parts(cell):
        for entry in _entries(part):
            found.extend(_known_apart(entry, known))
    return found


def _parts(cell: Text) -> Iterator[Text]:
    """Yield what separators divide; a line's end divides only where every line is a name."""
    for part in cell.split(_SEPARATOR):
        lines = [line.clean() for line in part.split(r"\n") if line]
        whole = [line for line in lines if line]
        if all(_stands_alone(str(line)) for line in whole):
            yield from whole
        elif clean := part.clean():
            yield clean


def _stands_alone(line: str) -> bool:
    words = line.split()
    return len(words) <= _MOST_WORDS_OF_A_LINE and _kind(words[0]) == "name" and bool(school_name(line).base)


def _entries(part: Text) -> Iterator[SchoolEntry]:
    """Yield the names of one part, cut behind each complete name."""
    name: list[_Token] = []
    ended = ""
    for token in _tokens(str(part)):
        if token.kind in {"mark", "divides"}:
            if name and token.kind == "mark":
                mark = part[token.start + 1 : token.end - 1].strip()
                yield SchoolEntry(_slice(part, name), mark, part[name[0].start : token.end])
            elif name:
                yield _unmarked(_slice(part, name))
            name, ended = [], ""
            continue
        if ended and _begins_next(token.kind, ended):
            yield _unmarked(_slice(part, name))
            name, ended = [], ""
        name.append(token)
        ended = (
            token.kind if token.kind in {"level", "type", "generic"} else ended if token.kind == "and" else ""
        )
    if name:
        yield _unmarked(_slice(part, name))


def _begins_next(kind: str, ended: str) -> bool:
    """Tell whether a word of this kind begins a new name behind a name that is complete."""
    return kind in {"name", "theme"} or (kind == "level" and ended == "generic")


def _unmarked(name: Text) -> SchoolEntry:
    return SchoolEntry(name, Text(), name)


def _slice(part: Text, tokens: Sequence[_Token]) -> Text:
    return part[tokens[0].start : tokens[-1].end].strip(" ,-–")


def _tokens(words: str) -> list[_Token]:
    found = [(m.start(), m.end(), m.group()) for m in _TOKEN.finditer(words)]
    kinds = [_kind(word) for _, _, word in found]
    for i, kind in enumerate(kinds):
        # 'Middle and High' is one level; any other 'and' divides two names.
        if kind == "and" and not (0 < i < len(kinds) - 1 and kinds[i - 1] == kinds[i + 1] == "level"):
            kinds[i] = "divides"
    return [_Token(a, b, kind) for (a, b, _), kind in zip(found, kinds, strict=True)]


@cache
def _kind(word: str) -> str:
    """Return what a word is in a school's name: level, type, theme, a bracket's mark, or the name itself."""
    if levels_of_grades(word):
        return "level"
    if word.startswith("("):
        return "mark"
    lists = wording("schools")
    bare = word.lower().strip(".,:;*")
    forms = {w for several in lists["levels"].values() for form in several for w in form.split()}
    if all(part.strip(".") in forms for part in bare.split("/")):
        return "level"
    if bare in {"and", "&"}:
        return "and"
    kinds = {"generic": lists["generic"], "type": lists["kinds"], "theme": lists["themes"]}
    return next((kind for kind, words in kinds.items() if bare in words), "name")


def _known_apart(entry: SchoolEntry, known: Collection[tuple[str, ...]]) -> list[SchoolEntry]:
    """Cut two names that nothing divides where the first is a name known from elsewhere."""
    words = list(re.finditer(r"\S+", str(entry.name)))
    if school_name(str(entry.name)).base in known:
        return [entry]
    for count in range(len(words) - 1, 0, -1):
        head = str(entry.name)[: words[count - 1].end()]
        if school_name(head).base in known and _kind(words[count].group()) == "name":
            start = words[count].start()
            rest = SchoolEntry(entry.name[start:], entry.mark, entry.place[start:])
            return [_unmarked(entry.name[: words[count - 1].end()]), *_known_apart(rest, known)]
    return [entry]
