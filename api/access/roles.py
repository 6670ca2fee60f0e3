"""The roles, and what a route needs of the one who asks."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import IntEnum
from typing import Annotated

from fastapi import Depends, Request
from starlette.exceptions import HTTPException

__all__ = ["AdminDep", "EditorDep", "ReaderDep", "Role", "Visitor"]


class Role(IntEnum):
    """What someone may do; each role may do what those before it may."""

    READER = 1
    EDITOR = 2
    ADMIN = 3


@dataclass(frozen=True, slots=True)
class Visitor:
    """The one who asks: a name for the audit log, and a role."""

    name: str
    role: Role

    def may(self, role: Role) -> bool:
        """Whether this visitor may do what a role may."""
        return self.role >= role


LOCAL = Visitor("local", Role.ADMIN)
"""Who asks over the loopback address of a server without passwords: the one who started it."""


def _visitor(request: Request) -> Visitor:
    found: Visitor = getattr(request.state, "visitor", LOCAL)
    return found


def _at_least(role: Role) -> Callable[[Request], Visitor]:
    def visitor(request: Request) -> Visitor:
        found = _visitor(request)
        if not found.may(role):
            raise HTTPException(403, f"This is for the role {role.name.lower()}; ask an admin for it.")
        return found

    return visitor


ReaderDep = Annotated[Visitor, Depends(_at_least(Role.READER))]
EditorDep = Annotated[Visitor, Depends(_at_least(Role.EDITOR))]
AdminDep = Annotated[Visitor, Depends(_at_least(Role.ADMIN))]
