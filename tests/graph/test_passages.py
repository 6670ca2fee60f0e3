"""Passages are kept beside the store, a file for each document."""

from pathlib import Path

from graph.model import Evidence
from graph.passages import Passage, keep_only, load_passages, write_passages


def passage(document: str, text: str = "One “sentence”.") -> Passage:
    return Passage(
        text, Evidence(document, 1, 2, None, f"{text}\n", None), "Heading", document, "item", (0, 3)
    )


def test_passages_come_back_as_they_were(tmp_path: Path) -> None:
    given = [passage("a.txt"), passage("a.txt", "Two\u2028lines")]
    write_passages(tmp_path, "a-txt", given)

    assert load_passages(tmp_path) == given


def test_a_document_without_passages_has_none(tmp_path: Path) -> None:
    write_passages(tmp_path, "a-txt", [])

    assert load_passages(tmp_path) == []


def test_only_the_documents_that_are_held_stay(tmp_path: Path) -> None:
    for name in ("a", "b"):
        write_passages(tmp_path, name, [passage(name)])
    keep_only(tmp_path, {"b"})

    assert [p.document for p in load_passages(tmp_path)] == ["b"]


def test_a_store_without_passages_has_none(tmp_path: Path) -> None:
    assert load_passages(tmp_path / "nothing") == []
