"""Files are found in folders; what cannot be opened is told in a sentence."""

import os
from pathlib import Path

import pytest

from graph.errors import EmptyFile, UnreadableFile
from ingest.files import InputFile, find_files, is_gone


def test_folders_are_searched_to_the_bottom_without_hidden_files(tmp_path: Path) -> None:
    for name in ("b.txt", "x/a.txt", ".hidden", ".git/config"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("words")
    files, errors = find_files([tmp_path])

    assert [str(f.path.relative_to(tmp_path)) for f in files] == ["b.txt", "x/a.txt"]
    assert errors == []


def test_a_file_that_is_named_and_found_counts_as_named(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("words")
    files, _ = find_files([tmp_path, tmp_path / "a.txt"])

    assert files == [InputFile((tmp_path / "a.txt").resolve(), named=True)]


def test_a_path_that_is_not_there_is_told() -> None:
    _, [error] = find_files([Path("/nowhere/at/all")])

    assert str(error) == "/nowhere/at/all: there is no such file or folder; check the path."


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is forbidden to root")
def test_a_folder_without_permission_is_told(tmp_path: Path) -> None:
    closed = tmp_path / "closed"
    closed.mkdir(mode=0)
    files, [error] = find_files([tmp_path])
    closed.chmod(0o700)

    assert files == []
    assert "permission" in str(error)


def test_a_folder_that_may_not_be_listed_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def forbid(_: Path) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "iterdir", forbid)
    _, [error] = find_files([tmp_path])

    assert str(error) == f"{tmp_path}: permission to open it is denied; change its permissions."


def test_an_empty_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(" \n")

    with pytest.raises(EmptyFile):
        InputFile(tmp_path / "a.txt", named=True).read()


def test_a_folder_in_place_of_a_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match="is a directory"):
        InputFile(tmp_path, named=True).read()


def test_a_file_that_cannot_be_looked_at_is_not_taken_for_gone(monkeypatch: pytest.MonkeyPatch) -> None:
    def forbid(_: Path) -> bool:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "exists", forbid)

    assert not is_gone(Path("/some/file"))
