"""Headers of tables whose columns an export lost: what each says of the cells below it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from ingest.findings import fold
from ingest.source import Text
from ingest.wording import wording

__all__ = ["LostHead", "cell_pattern", "fits", "head_kind", "heads_in", "is_sure"]

_MOST_COLUMNS = 9
_LEAST_COLUMNS = 3
_LONGEST = 60  # characters of one header
_MOST_WORDS = 5
_LONGEST_NAME = 90  # characters of people's names in a cell
_YEARS = re.compile(
    r"\(?\b(?:(?:sy|fy|spring|fall|winter|summer)\s*)?(?:19|20)\d\d(?:\s*[-–/]\s*(?:(?:19|20)?\d\d))?\b\)?",
    re.IGNORECASE,
)
_BRACKETS = re.compile(r"\s*\([^()]*\)")
_TYPED = frozenset({"when", "value", "money"})
_NUMBER = re.compile(r"[A-Z]?\d{1,3}(?:\.\d{1,3})*[a-z]?[.)]?")


@dataclass(frozen=True)
class LostHead:
    """One header: its words, and of which kind the cells below it are."""

    text: Text
    kind: str


def head_kind(words: str) -> str:
    """Return of which kind the cells under a header are; '' where it is no header that tables have."""
    if len(words) > _LONGEST or not (words[:1].isupper() or words[:1] in ("#", "1", "2")):
        return ""
    if "#" in words:
        return "number" if not fold(words) or _is_head("name", fold(words)) else ""
    years = _YEARS.findall(words)
    rest = fold(_YEARS.sub(" ", words))
    if years:
        return "value" if len(years) == 1 and (not rest or _is_head("value", rest)) else ""
    spread = fold(words.replace("(s)", "s").replace("/", " "))
    plain = fold(_BRACKETS.sub(" ", words))
    return next((kind for kind in _heads() for way in (spread, plain) if way and _is_head(kind, way)), "")


def is_sure(kinds: Sequence[str]) -> bool:
    """Tell whether headers are those of a table in which each row can be told by what its cells are."""
    if not _LEAST_COLUMNS <= len(kinds) <= _MOST_COLUMNS or not _TYPED.intersection(kinds):
        return False
    first = kinds[1:2] if kinds[0] == "number" else kinds[:1]
    return list(first) == ["name"] and kinds.count("number") <= 1


def heads_in(line: Text) -> list[LostHead]:
    """Return the headers that a line is made of, one after the other; none if there are several ways."""
    words = [*re.finditer(r"\S+", line.value)]
    if not _LEAST_COLUMNS <= len(words) <= _MOST_COLUMNS * 3 or len(line) > _LONGEST * 3:
        return []
    ways = [way for way in _ways(line, [m.span() for m in words], 0) if is_sure([h.kind for h in way])]
    fewest = min(map(len, ways), default=0)
    best = [way for way in ways if len(way) == fewest]
    return best[0] if len(best) == 1 else []


def _ways(line: Text, words: Sequence[tuple[int, int]], at: int, made: int = 0) -> list[list[LostHead]]:
    """Return the ways to part a line into headers from a word on."""
    if at == len(words):
        return [[]]
    if made == _MOST_COLUMNS:
        return []
    found = []
    for end in range(at + 1, min(at + _MOST_WORDS, len(words)) + 1):
        text = line[words[at][0] : words[end - 1][1]]
        if kind := head_kind(str(text)):
            found += [[LostHead(text, kind), *rest] for rest in _ways(line, words, end, made + 1)]
    return found


def fits(kind: str, words: str) -> bool:
    """Tell whether a cell may stand under a header of a kind."""
    words = words.strip()
    if kind in ("when", "value", "money"):
        return cell_pattern(kind).fullmatch(words) is not None
    if kind == "number":
        return _NUMBER.fullmatch(words) is not None
    typed = any(cell_pattern(k).fullmatch(words) for k in ("when", "value", "money"))
    if kind == "name":
        return not typed and (words[:1].isupper() or words[:1].isdigit() or words[:1] in '“"')
    return not typed and (kind != "who" or (len(words) <= _LONGEST_NAME and not words.endswith(".")))


@cache
def cell_pattern(kind: str) -> re.Pattern[str]:
    """Return the pattern of what stands under 'when', 'value' or 'money'."""
    said = wording("lost_columns")
    if kind != "when":
        return re.compile(said[kind], re.IGNORECASE)
    one = "|".join(way.format(month=said["month"]) for way in said["time"])
    single = rf"(?:{said['lead']}\s+){{0,2}}(?:{one})"
    return re.compile(rf"{single}(?:{said['between']}{single}){{0,5}}\.?", re.IGNORECASE)


def _is_head(kind: str, words: str) -> bool:
    return _heads()[kind].fullmatch(words) is not None


@cache
def _heads() -> dict[str, re.Pattern[str]]:
    lists = wording("lost_columns")["heads"].items()
    return {kind: re.compile("|".join(way for way in ways if way)) for kind, ways in lists}
