"""Cells of responsible units are cut into units by what the document's other cells show."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.layouts.responsible import Responsible, UnitCells
from ingest.source import Source


def read(cell: str, *others: str) -> Responsible:
    texts = [Source("plan.txt", words).text() for words in (cell, *others)]
    return UnitCells.of(texts).responsible(texts[0])


def units(cell: str, *others: str) -> list[str]:
    return [str(unit) for unit in read(cell, *others).units]


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("Library", ["Library"]),
        ("Library/ Archive, Museum; Choir", ["Library", "Archive", "Museum", "Choir"]),
        ("Library / Archive", ["Library", "Archive"]),
        ("Music, Art and Drama (MAD)", ["Music, Art and Drama (MAD)"]),
        (
            "Library/ Music, Art and Drama (MAD) and Archive",
            ["Library", "Music, Art and Drama (MAD)", "Archive"],
        ),
        ("Library, Archive and Roofs and Walls (R&W)", ["Library", "Archive", "Roofs and Walls (R&W)"]),
        ("Health and Safety", ["Health and Safety"]),
        ("Library , Archive", ["Library", "Archive"]),
        ("Library, Library", ["Library"]),
        ("", []),
    ],
)
def test_a_cell_is_cut_at_its_separators(cell: str, expected: list[str]) -> None:
    assert units(cell) == expected


def test_a_name_with_commas_is_known_again_without_its_short_form() -> None:
    assert units("Library, Music, Art and Drama", "Music, Art and Drama (MAD)") == [
        "Library",
        "Music, Art and Drama",
    ]


def test_an_and_divides_where_one_side_is_a_unit_elsewhere() -> None:
    assert units("Library & Archive", "Library", "Museum") == ["Library", "Archive"]
    assert units("Library & Archive", "Museum") == ["Library & Archive"]


def test_a_lost_separator_is_found_between_known_names() -> None:
    others = ["School Support", "Library", "School Support Services", "Family Engagement", "Library"]

    assert units("School Support Services Library", *others) == ["School Support Services", "Library"]
    assert units("School Support IT", *others) == ["School Support", "IT"]
    assert units("Library Engagement", *others) == ["Library", "Engagement"]
    assert units("Library Services", *others) == ["Library Services"]
    assert units("Library Garden", *others) == ["Library Garden"]


def test_a_slash_without_blanks_divides_where_the_document_writes_it_so() -> None:
    assert units("Library/Archive") == ["Library", "Archive"]
    assert units("Parent/Family Office", "Library/ Archive") == ["Parent/Family Office"]
    assert units("Library/Archive", "Museum/ Library, Archive") == ["Library", "Archive"]


def test_where_commas_divide_a_bare_slash_is_part_of_a_name() -> None:
    assert units("Music/Art Lead, Library", "Museum, Archive") == ["Music/Art Lead", "Library"]


def test_all_is_no_unit_but_is_kept_as_a_note() -> None:
    assert read("Library/ All") == Responsible(read("Library").units, "Library/ All")
    assert read("All Departments").units == ()
    assert read("Library (all)").note == "Library (all)"


def test_the_unit_marked_as_lead_comes_first() -> None:
    assert units("Library, Archive (lead), Museum") == ["Archive", "Library", "Museum"]


@given(
    st.lists(
        st.sampled_from(["Library", "Arts and Crafts", "IT", "R&W", "(all)", "/ ", ", ", " and ", "/"]),
        max_size=8,
    )
)
def test_every_unit_stands_in_its_cell(pieces: list[str]) -> None:
    cell = "".join(pieces)

    assert all(unit in cell for unit in units(cell, "Library", "IT"))


@pytest.mark.parametrize("words", ["Ms. Diaz", "$2", "2031"])
def test_a_titled_person_or_a_figure_is_no_unit(words: str) -> None:
    cell = Source("plan.txt", words).text()
    found = UnitCells.of([cell]).responsible(cell)

    assert (found.units, found.note) == ((), words)
