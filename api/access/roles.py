"""The roles, and what a route needs of the one who asks."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import IntEnum
from typing import Annotated

from fastapi import Depends, Request
from starlette.exceptions import HTTPException

__all__ = ["GUEST", "LOCAL", "NOBODY", "AdminDep", "EditorDep", "ReaderDep", "Role", "Visitor", "visitor_of"]


class Role(IntEnum):
    """What someone may do; each role may do what those before it may."""

    NOBODY = 0
    READER = 1
    EDITOR = 2
    ADMIN = 3

    @property
    def word(self) -> str:
        """The role as files and commands write it."""
        return self.name.lower()


@dataclass(frozen=True, slots=True)
class Visitor:
    """The one who asks: a name for the audit log, and a role."""

    name: str
    role: Role

    def may(self, role: Role) -> bool:
        """Whether this visitor may do what a role may."""
        return self.role >= role

    @property
    def is_logged_in(self) -> bool:
        """Whether someone gave a name and a secret, rather than being let in for where they are."""
        return self not in (LOCAL, GUEST, NOBODY)


LOCAL = Visitor("local", Role.ADMIN)
"""Who asks over the loopback address of a server without passwords: the one who started it."""

GUEST = Visitor("guest", Role.READER)
"""Who asks such a server from elsewhere, through a proxy on this machine."""

NOBODY = Visitor("nobody", Role.NOBODY)
"""Who has not logged in where that is needed."""


def visitor_of(request: Request) -> Visitor:
    """Return the one who sent a request."""
    found: Visitor = getattr(request.state, "visitor", LOCAL)
    return found


def _at_least(role: Role) -> Callable[[Request], Visitor]:
    def visitor(request: Request) -> Visitor:
        found = visitor_of(request)
        if not found.may(role):
            raise HTTPException(403, f"This is for the role {role.word}; ask an admin for it.")
        return found

    return visitor


ReaderDep = Annotated[Visitor, Depends(_at_least(Role.READER))]
EditorDep = Annotated[Visitor, Depends(_at_least(Role.EDITOR))]
AdminDep = Annotated[Visitor, Depends(_at_least(Role.ADMIN))]
