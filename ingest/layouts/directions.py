"""The strategic direction under which rows stand, also where two places name it in two ways."""

import re
from dataclasses import dataclass
from functools import cache

from rapidfuzz import fuzz

from ingest.findings import Findings, Item, fold
from ingest.layouts.action_pages import Page
from ingest.source import Text
from ingest.wording import wording

__all__ = ["Directions"]

_ALIKE = 90  # of 100, by the words that two names share
_LEAST_WORDS = 2  # of a name that may be part of a longer one


@dataclass
class Directions:
    """The directions found so far, and the one that the reader stands in."""

    findings: Findings
    current: Item | None = None

    def is_one(self, text: Text, page: Page, *, first: bool = True) -> bool:
        """Tell whether the only filled cell of a row is a direction, not a goal."""
        words = str(text)
        name = _continued().sub("", words)
        if name != words or self._known(name) or _alike(name, str(page.heading)):
            return True
        return _in_capitals(name) or (first and _has_directions(page))

    def enter(self, text: Text, heading: Text) -> bool:
        """Make a direction the current one; tell whether it is another one than before."""
        before = self.current
        name, heading = (t[: _end(t)].strip() for t in (text, heading))
        places = [heading, name] if _alike(str(name), str(heading)) else [name]
        self.current = self._known(str(name)) or self._known(str(places[0]))
        if self.current is None:
            self.current = self.findings.add("StrategicDirection", places[0], [])
        for place in places:
            self._add_name(self.current, place)
        return self.current is not before

    def enter_heading(self, page: Page) -> bool:
        """Take the heading above a table without a row for its direction; tell whether a new part begins."""
        if self.current and _alike(self.current.label, str(page.heading)):
            return False
        if _has_directions(page):
            return self.enter(page.heading, page.heading)
        self.current = None
        return True

    def _known(self, name: str) -> Item | None:
        items = self.findings.items("StrategicDirection")
        return next((i for i in items if any(_alike(name, n) for n in (i.label, *i.aliases))), None)

    def _add_name(self, direction: Item, place: Text) -> None:
        if str(place) != direction.label and str(place) not in direction.aliases:
            direction.aliases.append(str(place))
        if place not in direction.evidence:
            direction.evidence.append(place)


def _end(text: Text) -> int:
    m = text.search(_continued())
    return m.start() if m else len(text)


def _alike(one: str, other: str) -> bool:
    """Tell whether two names are one, though one of them may leave words out."""
    first, second = fold(one), fold(other)
    if first == second:
        return bool(first)
    if min(len(first.split()), len(second.split())) < _LEAST_WORDS:
        return False
    return fuzz.token_set_ratio(first, second) >= _ALIKE


def _in_capitals(name: str) -> bool:
    return sum(c.isupper() for c in name) > sum(c.islower() for c in name)


def _has_directions(page: Page) -> bool:
    """Tell whether the header speaks of directions, so that a row of its own names one."""
    cell = page.columns.cell(page.columns.header, "goal")
    words = fold(str(cell.text)) if cell else ""
    return any(f" {word} " in f" {words} " for word in wording("action_tables")["direction_words"])


@cache
def _continued() -> re.Pattern[str]:
    return re.compile(wording("action_tables")["continued"], re.IGNORECASE)
