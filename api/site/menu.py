"""The menu: sections of pages, as data."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml

__all__ = ["Entry", "Section", "menu", "section_of"]


@dataclass(frozen=True, slots=True)
class Entry:
    """A page in the menu; `below` are the beginnings of other addresses that belong to it."""

    title: str
    href: str
    about: str = ""
    below: tuple[str, ...] = ()

    def holds(self, path: str) -> bool:
        """Whether an address is this page's or one below it."""
        roots = (self.href, *self.below)
        return any(path == root or (root != "/" and path.startswith(f"{root}/")) for root in roots)


@dataclass(frozen=True, slots=True)
class Section:
    """A group of pages for one kind of reader."""

    title: str
    pages: tuple[Entry, ...]


@cache
def menu() -> tuple[Section, ...]:
    """Return the sections in their order."""
    written = yaml.safe_load(files("api.site").joinpath("menu.yaml").read_text(encoding="utf-8"))
    return tuple(
        Section(section["title"], tuple(_entry(page) for page in section["pages"])) for section in written
    )


def section_of(path: str) -> Section | None:
    """Return the section that an address belongs to."""
    return next((s for s in menu() if any(page.holds(path) for page in s.pages)), None)


def _entry(page: dict[str, str]) -> Entry:
    below = tuple(page.get("below", "").split())
    return Entry(page["title"], page["href"], page.get("about", ""), below)
