"""A server that needs a log-in, with someone of each role."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from api.access.hosts import Hosts
from api.access.password_file import Account, PasswordFile, hash_of_token
from api.access.roles import Role
from api.access.secrets import hash_of_password
from api.app import create_app
from graph.settings import Settings

PASSWORD = "three plain words"  # noqa: S105
TOKEN = "a-long-random-word-of-a-program"  # noqa: S105
HTML = {"accept": "text/html"}
ORIGIN = {"origin": "http://testserver"}


@cache
def _hashed() -> str:
    return hash_of_password(PASSWORD)


@dataclass(frozen=True)
class Place:
    """A server with a log-in: its file of users, and ways in."""

    file: PasswordFile
    client: TestClient

    def log_in(self, name: str, password: str = PASSWORD, **more: str) -> int:
        """Log in with the browser; return the status."""
        fields = {"name": name, "password": password, **more}
        return self.client.post("/login", data=fields, headers=ORIGIN, follow_redirects=False).status_code

    def csrf(self) -> str:
        """Return the word that the browser's forms hold."""
        page = self.client.get("/", headers=HTML).text
        return page.split('name="csrf" value="')[1].split('"')[0]


@pytest.fixture
def make_place(district_path: Path, tmp_path: Path) -> Iterator[Callable[..., Place]]:
    opened: list[TestClient] = []

    def make(**more: object) -> Place:
        file = PasswordFile(tmp_path / "users.json")
        for role in (Role.READER, Role.EDITOR, Role.ADMIN):
            file.put(Account(role.word, role, _hashed(), hash_of_token(f"{TOKEN}-{role.word}")))
        settings = Settings(store=district_path, passwords=file.path).model_copy(update=more)
        client = TestClient(create_app(settings, Hosts(["testserver"])))
        opened.append(client)
        client.__enter__()
        return Place(file, client)

    yield make
    for client in opened:
        client.__exit__(None, None, None)


@pytest.fixture
def place(make_place: Callable[..., Place], monkeypatch: pytest.MonkeyPatch) -> Place:
    monkeypatch.setattr("api.access.audit.AuditLog.add", lambda *_: None)  # the district's store is shared
    return make_place()
