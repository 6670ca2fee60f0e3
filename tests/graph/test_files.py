"""A file is replaced in one step, and nothing is left of an attempt that failed."""

from pathlib import Path

import pytest

from graph.files import replacing, write_atomically


def test_a_file_is_written_with_its_folders(tmp_path: Path) -> None:
    write_atomically(tmp_path / "a" / "b", b"words")

    assert (tmp_path / "a" / "b").read_bytes() == b"words"


def test_what_fails_leaves_the_old(tmp_path: Path) -> None:
    write_atomically(tmp_path / "a", b"old")
    with pytest.raises(FileNotFoundError), replacing(tmp_path / "a"):
        pass  # nothing is written, so there is nothing to put in place

    assert [(f.name, f.read_bytes()) for f in tmp_path.iterdir()] == [("a", b"old")]
