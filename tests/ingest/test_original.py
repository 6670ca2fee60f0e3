"""The file behind a document is looked after: there, changed, or gone; its pages are drawn."""

from pathlib import Path
from shutil import copytree

import pytest

from graph.errors import UnreadableFile
from ingest.original import Original, original_of, page_picture
from ingest.register import Register

PDF = "academics-annual-plan-2020-21.pdf"


@pytest.fixture
def moved(sample: Path, sample_store: Path, tmp_path: Path) -> Path:
    """Return a store with nothing but a register, whose files can be changed."""
    plans = copytree(sample, tmp_path / "plans")
    register = Register.read(sample_store / "register.json")
    Register({plans / p.name: register.sha256(p) or "" for p in register.paths()}).write(
        tmp_path / "store" / "register.json"
    )
    return tmp_path


def test_a_file_that_stands_as_it_was_read(moved: Path) -> None:
    found = original_of(moved / "store", PDF)

    assert (found.state, found.path) == ("there", moved / "plans" / PDF)


def test_a_changed_and_a_missing_file_are_told(moved: Path) -> None:
    (moved / "plans" / PDF).write_bytes(b"%PDF-1.4 other")
    (moved / "plans" / "emp-road-map-2016.txt").unlink()

    assert original_of(moved / "store", PDF).state == "changed"
    assert original_of(moved / "store", "emp-road-map-2016.txt").state == "gone"
    assert original_of(moved / "store", "nobody.txt").state == "gone"


def test_a_page_is_drawn_with_its_quote_marked(moved: Path) -> None:
    original = original_of(moved / "store", PDF)

    plain = page_picture(original, 1, "")
    marked = page_picture(original, 1, "DEPARTMENT CONTACT")

    assert plain.startswith(b"\x89PNG")
    assert marked.startswith(b"\x89PNG")
    assert plain != marked
    assert page_picture(original, 1, "no such words at all") == plain


@pytest.mark.parametrize("page", [0, 99])
def test_a_page_that_is_not_there_is_told(moved: Path, page: int) -> None:
    with pytest.raises(UnreadableFile, match="cannot be drawn"):
        page_picture(original_of(moved / "store", PDF), page, "")


def test_what_is_no_pdf_and_what_is_gone_are_not_drawn(moved: Path) -> None:
    with pytest.raises(UnreadableFile):
        page_picture(original_of(moved / "store", "emp-road-map-2016.txt"), 1, "")
    with pytest.raises(UnreadableFile, match="no longer"):
        page_picture(Original("gone"), 1, "")
