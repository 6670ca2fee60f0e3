"""Archives: their files are read as they are, within bounds, and one that is bad keeps no other out."""

import io
import zipfile
from pathlib import Path

import pytest

from graph.errors import UnreadableFile
from ingest.files import find_files, is_gone
from ingest.readers import kinds, read_document
from ingest.readers import zip as archives
from ingest.register import Register
from tests.ingest.readers.files import new_docx, saved


def packed(folder: Path, files: dict[str, bytes], name: str = "plans.zip") -> Path:
    path = folder / name
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for inner, content in files.items():
            archive.writestr(inner, content)
    return path


def names(folder: Path) -> list[str]:
    return [file.path.relative_to(folder.resolve()).as_posix() for file in find_files([folder])[0]]


def test_the_files_in_it_are_files(tmp_path: Path) -> None:
    packed(
        tmp_path, {"b/plan.txt": b"Goal 1", "a.md": b"# Plan", "__MACOSX/a": b"x", ".b/c": b"x", "d/": b""}
    )

    assert names(tmp_path) == ["plans.zip/a.md", "plans.zip/b/plan.txt"]
    assert [f.read() for f in find_files([tmp_path])[0]] == [b"# Plan", b"Goal 1"]


def test_its_files_are_there_as_long_as_it_holds_them(tmp_path: Path) -> None:
    path = packed(tmp_path, {"a.md": b"# Plan"})

    assert not is_gone(path / "a.md")
    assert is_gone(path / "b.md")
    path.unlink()
    assert is_gone(path / "a.md")


def test_its_files_are_called_by_both_names(tmp_path: Path) -> None:
    register = Register.read(tmp_path / "none").with_files({Path("/x/plans.zip/b/a.md"): "0"})

    assert [*register.documents()] == ["plans.zip/b/a.md"]


@pytest.mark.parametrize("inner", ["../a.txt", "/etc/a.txt", "x/../../a.txt", "c:/a.txt"])
def test_a_name_that_leads_out_is_told_and_the_others_are_read(tmp_path: Path, inner: str) -> None:
    packed(tmp_path, {inner: b"bad", "plan.txt": b"good"})

    files, [error] = find_files([tmp_path])

    assert [f.read() for f in files] == [b"good"]
    assert "leads out of the archive" in str(error)


def test_what_unpacks_to_far_more_is_left(tmp_path: Path) -> None:
    packed(tmp_path, {"bomb.txt": b"0" * 5_000_000, "plan.txt": b"good"})
    bomb, plan = find_files([tmp_path])[0]

    with pytest.raises(UnreadableFile, match="far larger"):
        bomb.read()
    assert plan.read() == b"good"


def test_too_many_files_are_not_looked_at(tmp_path: Path) -> None:
    packed(tmp_path, {f"{n}.txt": b"x" for n in range(2001)})

    files, [error] = find_files([tmp_path])

    assert (files, "holds too much" in str(error)) == ([], True)


def test_a_locked_file_is_told(tmp_path: Path) -> None:
    path = packed(tmp_path, {"plan.txt": b"words"})
    raw = bytearray(path.read_bytes())
    raw[6] |= 1
    raw[raw.index(b"PK\x01\x02") + 8] |= 1
    path.write_bytes(raw)

    with pytest.raises(UnreadableFile, match="locked by a password"):
        find_files([path])[0][0].read()


def test_a_false_size_gives_no_more_than_it_says(tmp_path: Path) -> None:
    path = packed(tmp_path, {"plan.txt": b"w" * 1000})
    raw = bytearray(path.read_bytes())
    at = raw.index(b"PK\x01\x02") + 24
    raw[at : at + 4] = (10).to_bytes(4, "little")
    path.write_bytes(raw)

    with pytest.raises(UnreadableFile, match="damaged"):
        find_files([path])[0][0].read()


def test_an_archive_that_is_cut_off_is_told(tmp_path: Path) -> None:
    path = packed(tmp_path, {"plan.txt": b"words"})
    path.write_bytes(path.read_bytes()[:40])

    files, [error] = find_files([path])

    assert (files, "damaged or cut off" in str(error)) == ([], True)


def test_an_archive_in_an_archive_is_refused(tmp_path: Path) -> None:
    inner = packed(tmp_path, {"plan.txt": b"words"}, "inner.zip").read_bytes()
    (tmp_path / "inner.zip").unlink()
    packed(tmp_path, {"inner.zip": inner})
    [file] = find_files([tmp_path])[0]

    with pytest.raises(UnreadableFile, match="archive within an archive"):
        read_document(file.path, file.read(), "")


def test_a_word_file_is_no_archive(tmp_path: Path) -> None:
    document = new_docx()
    document.add_paragraph("Words")
    (tmp_path / "plan.zip").write_bytes(saved(document))

    assert not archives.is_archive(tmp_path / "plan.zip")
    assert kinds.kind_of(Path("x.zip"), saved(document)) == "docx"


def test_an_archive_with_a_word_file_is_one() -> None:
    document = new_docx()
    document.add_paragraph("Words")
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:  # not compressed, so that the names within can be seen
        archive.writestr("plan.docx", saved(document))

    assert kinds.kind_of(Path("x.docx"), out.getvalue()) == "zip"
