"""The menu: sections of pages, as data."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml

from api.access.roles import LOCAL, Role, Visitor

__all__ = ["Entry", "Section", "menu", "menu_for", "section_of"]


@dataclass(frozen=True, slots=True)
class Entry:
    """A page in the menu; `below` are the beginnings of other addresses that belong to it."""

    title: str
    href: str
    about: str = ""
    below: tuple[str, ...] = ()
    role: Role = Role.READER

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


def menu_for(visitor: Visitor) -> tuple[Section, ...]:
    """Return the sections with the pages that someone may see."""
    seen = (Section(s.title, tuple(p for p in s.pages if visitor.may(p.role))) for s in menu())
    return tuple(section for section in seen if section.pages)


def section_of(path: str, visitor: Visitor = LOCAL) -> Section | None:
    """Return the section that an address belongs to, as someone may see it."""
    return next((s for s in menu_for(visitor) if any(page.holds(path) for page in s.pages)), None)


def _entry(page: dict[str, str]) -> Entry:
    below = tuple(page.get("below", "").split())
    role = Role[page.get("role", "reader").upper()]
    return Entry(page["title"], page["href"], page.get("about", ""), below, role)
