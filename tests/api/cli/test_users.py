"""Users are added, changed, listed and removed; no secret of theirs can be read in the file."""

import json
import os
from io import BytesIO, StringIO, TextIOWrapper
from pathlib import Path
from typing import TextIO

import pytest

from api.access.accounts import Accounts
from api.access.password_file import PasswordFile
from api.access.roles import Role
from api.cli.main import run

PASSWORD = "three plain words"  # noqa: S105


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "users.json"


def _users(
    monkeypatch: pytest.MonkeyPatch,
    file: Path,
    *words: str,
    typed: str = PASSWORD,
    given: TextIO | None = None,
) -> int:
    monkeypatch.setattr("sys.argv", ["goldenthread", "users", *words, "--passwords", str(file)])
    monkeypatch.setattr("sys.stdin", given or StringIO(f"{typed}\n"))
    with pytest.raises(SystemExit) as ended:
        run()
    return int(ended.value.code or 0)


def test_a_user_is_added_with_a_password_from_standard_input(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert _users(monkeypatch, file, "add", "ann", "--role", "editor") == 0

    found = Accounts(file).with_password("ann", PASSWORD)
    assert found is not None
    assert found.role is Role.EDITOR
    assert Accounts(file).with_password("ann", PASSWORD + " ") is None
    assert "$argon2id$" in file.read_text()
    assert PASSWORD not in file.read_text()


@pytest.mark.skipif(os.name != "posix", reason="rights of files are those of POSIX")
def test_only_the_owner_may_read_the_file(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _users(monkeypatch, file, "add", "ann")
    assert file.stat().st_mode & 0o777 == 0o600

    file.chmod(0o644)
    assert PasswordFile(file).is_open_to_others()
    _users(monkeypatch, file, "change", "ann")
    assert not PasswordFile(file).is_open_to_others()
    assert [f.name for f in file.parent.iterdir()] == [file.name]


def test_a_token_is_shown_once_and_kept_as_a_hash(
    file: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    _users(monkeypatch, file, "add", "bot", "--token")
    token = capsys.readouterr().out.strip()

    found = Accounts(file).with_token(token)
    assert found is not None
    assert (found.name, found.role) == ("bot", Role.READER)
    assert token not in file.read_text()


def test_a_role_is_changed_without_the_password(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _users(monkeypatch, file, "add", "ann")
    _users(monkeypatch, file, "change", "ann", "--role", "admin", typed="")

    found = Accounts(file).with_password("ann", PASSWORD)
    assert found is not None
    assert found.role is Role.ADMIN


def test_users_are_listed_without_their_secrets(
    file: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    _users(monkeypatch, file, "add", "ann")
    capsys.readouterr()
    _users(monkeypatch, file, "list", "--json")

    listed = json.loads(capsys.readouterr().out)
    assert listed == [{"name": "ann", "role": "reader", "password": True, "token": False}]


def test_a_user_is_removed(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _users(monkeypatch, file, "add", "ann")
    _users(monkeypatch, file, "add", "bob")
    assert _users(monkeypatch, file, "remove", "ann") == 0
    assert set(PasswordFile(file).read()) == {"bob"}


@pytest.mark.parametrize(
    ("words", "typed", "said"),
    [
        (("add", "ann"), PASSWORD, "already"),
        (("add", "bob"), "short", "8 to"),
        (("add", "bob"), "", "8 to"),
        (("add", "local"), PASSWORD, "cannot be a user's name"),
        (("add", "a b"), PASSWORD, "cannot be a user's name"),
        (("add", "x" * 65), PASSWORD, "cannot be a user's name"),
        (("add",), PASSWORD, "Name the user"),
        (("change", "bob"), PASSWORD, "knows no user"),
        (("remove", "bob"), PASSWORD, "knows no user"),
    ],
)
def test_what_cannot_be_done_is_a_sentence(
    file: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str],
    words: tuple[str, ...], typed: str, said: str,
) -> None:  # fmt: skip
    _users(monkeypatch, file, "add", "ann")
    before = file.read_text()
    capsys.readouterr()

    assert _users(monkeypatch, file, *words, typed=typed) == 2
    assert said in capsys.readouterr().err
    assert file.read_text() == before


@pytest.mark.parametrize("errors", ["strict", "surrogateescape"])
def test_a_password_in_another_encoding_is_told(
    file: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], errors: str
) -> None:
    given = TextIOWrapper(
        BytesIO("una contraseña larga\n".encode("latin-1")), encoding="utf-8", errors=errors
    )

    assert _users(monkeypatch, file, "add", "ann", given=given) == 2
    assert "UTF-8" in capsys.readouterr().err
    assert not file.exists()


@pytest.mark.parametrize(
    "text", ["", "{", "[]", '{"users": 3}', '{"users": [{"name": "a", "role": "king"}]}']
)
def test_a_broken_file_is_told_and_lets_nobody_in(
    file: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], text: str
) -> None:
    file.write_text(text)

    assert _users(monkeypatch, file, "add", "ann") == 2
    assert "no file of users" in capsys.readouterr().err
    assert file.read_text() == text
    assert not Accounts(file).any
