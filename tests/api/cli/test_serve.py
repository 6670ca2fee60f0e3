"""A server that others can reach does not start without a log-in."""

from pathlib import Path
from typing import Any

import pytest

from api.access.password_file import Account, PasswordFile
from api.access.roles import Role
from api.access.secrets import hash_of_password
from api.cli.main import run


@pytest.fixture
def served(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """Collect the applications that would be served."""
    found: list[Any] = []
    monkeypatch.setattr("uvicorn.Server.run", lambda self, sockets: found.append(self.config.app))
    return found


def _serve(monkeypatch: pytest.MonkeyPatch, store: Path, *words: str) -> int:
    monkeypatch.setattr("sys.argv", ["goldenthread", "serve", "--port", "0", "--store", str(store), *words])
    with pytest.raises(SystemExit) as ended:
        run()
    return int(ended.value.code or 0)


@pytest.mark.parametrize("host", ["0.0.0.0", "::"])  # noqa: S104  # that is the point
def test_others_are_not_let_in_without_a_log_in(
    host: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    served: list[Any],
) -> None:
    assert _serve(monkeypatch, tmp_path, "--host", host) == 2
    assert served == []
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert "goldenthread users add" in said
    assert "GOLDENTHREAD_TOKEN" in said


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "127.0.0.2"])
def test_this_machine_alone_needs_none(
    host: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, served: list[Any]
) -> None:
    assert _serve(monkeypatch, tmp_path, "--host", host) == 0
    assert not served[0].state.access.accounts.needed
    assert not served[0].state.access.hosts.hold("evil.example")


@pytest.mark.parametrize("way", ["option", "variable"])
def test_a_token_lets_others_in(
    way: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, served: list[Any]
) -> None:
    words = ["--token", "a long secret word"] if way == "option" else []
    if way == "variable":
        monkeypatch.setenv("GOLDENTHREAD_TOKEN", "a long secret word")

    assert _serve(monkeypatch, tmp_path, "--host", "0.0.0.0", *words) == 0  # noqa: S104
    assert served[0].state.access.accounts.with_token("a long secret word") is not None
    assert served[0].state.access.accounts.with_token("another secret word") is None


def test_a_file_of_users_lets_others_in_once_it_has_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], served: list[Any]
) -> None:
    path = tmp_path / "users.json"
    words = ("--host", "0.0.0.0", "--passwords", str(path), "--allowed-host", "plans.example")  # noqa: S104

    assert _serve(monkeypatch, tmp_path, *words) == 2
    assert "has no users" in capsys.readouterr().err
    PasswordFile(path).put(Account("ann", Role.READER, hash_of_password("three plain words")))
    assert _serve(monkeypatch, tmp_path, *words) == 0
    assert served[0].state.access.hosts.hold("plans.example")


def test_a_broken_file_of_users_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "users.json").write_text("ann:secret")

    assert _serve(monkeypatch, tmp_path, "--passwords", str(tmp_path / "users.json")) == 2
    assert "no file of users" in capsys.readouterr().err
