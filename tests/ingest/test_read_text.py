"""A document's text is shown a window at a time, and nothing of it is lost between windows."""

from pathlib import Path

import pytest

from graph.errors import UnknownItem
from graph.model import Evidence
from ingest.read_text import ReadText, TextView

PLAN = "emp-road-map-2016.txt"


@pytest.fixture(scope="module")
def text(sample_store: Path) -> ReadText:
    return ReadText.of(sample_store, PLAN)


def _said(view: TextView) -> list[str]:
    return ["".join(piece.text for piece in part.pieces) for part in view.parts]


def test_the_windows_hold_the_file_word_for_word(text: ReadText, sample: Path) -> None:
    lines, at = [], 1
    while at:
        view = text.view(first=at)
        lines += _said(view)
        at = view.next or 0

    assert "\n".join(lines) == (sample / PLAN).read_text(encoding="utf-8")


def test_windows_go_back_as_they_go_on(text: ReadText) -> None:
    first = text.view(first=1)
    second = text.view(first=first.next)

    assert first.previous is None
    assert second.previous == 1


def test_the_quoted_words_are_marked_and_their_line_named(text: ReadText) -> None:
    number = next(n for n, line in enumerate(text.texts, 1) if n > 40 and len(line.split()) > 4)
    words = " ".join(text.texts[number - 1].split()[:3])

    view = text.view(Evidence(PLAN, number, number, None, words))

    quoted = "".join(p.text for part in view.parts for p in part.pieces if p.quoted)
    assert quoted.split() == words.split()
    assert [part.place for part in view.parts if part.cited] == [str(number)]
    assert view.found == "quote"
    assert view.first < number


def test_a_place_without_its_words_is_still_shown(text: ReadText) -> None:
    view = text.view(Evidence(PLAN, 50, 51, None, "words of another plan"))

    assert view.found == "place"
    assert [part.place for part in view.parts if part.cited] == ["50", "51"]


@pytest.mark.parametrize("line", [0, 10**9])
def test_a_place_that_is_not_there_shows_the_beginning(text: ReadText, line: int) -> None:
    view = text.view(Evidence(PLAN, line, line, None, "x"))

    assert (view.first, view.found) == (1, "")


def test_what_was_read_is_told_from_what_was_not(text: ReadText) -> None:
    pieces = [piece for part in text.view(first=1).parts for piece in part.pieces]

    assert any(piece.thing and piece.thing.kind == "District" for piece in pieces)
    assert any(piece.unread for piece in pieces)


def test_a_document_that_is_not_held_is_told(sample_store: Path) -> None:
    with pytest.raises(UnknownItem, match=r"nobody\.txt"):
        ReadText.of(sample_store, "nobody.txt")
