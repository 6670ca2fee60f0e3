"""A list of schools is cut into its names, whatever divides them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.school_lists import school_entries
from ingest.source import Source


def names(cell: str, *known: str) -> list[str]:
    text = Source("plan.txt", cell).text()
    return [str(e.name) for e in school_entries(text, {tuple(k.lower().split()) for k in known})]


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("Maple ES Oak Grove Elementary Harbor K-8", ["Maple ES", "Oak Grove Elementary", "Harbor K-8"]),
        ("Maple Middle and High School Harbor MS/HS", ["Maple Middle and High School", "Harbor MS/HS"]),
        ("Maple Arts Magnet Harbor High School", ["Maple Arts Magnet", "Harbor High School"]),
        ("Maple<br>Harbor<br>Oak Grove", ["Maple", "Harbor", "Oak Grove"]),
        ("Maple, Harbor and Oak Grove", ["Maple", "Harbor", "Oak Grove"]),
        ("<ul><li>Maple ES</li><li>Harbor</li></ul>", ["Maple ES", "Harbor"]),
        ("Maple\nHarbor\nOak Grove", ["Maple", "Harbor", "Oak Grove"]),
        ("Oak\nGrove\nElementary Harbor\nMiddle School", ["Oak Grove Elementary", "Harbor Middle School"]),
        ("", []),
    ],
)
def test_a_list_is_cut_at_its_names(cell: str, expected: list[str]) -> None:
    assert names(cell) == expected


def test_a_bracket_ends_a_name_and_is_kept() -> None:
    text = Source("plan.txt", "Maple ES (Proposed ABC) Harbor (ABC) Oak Grove (K-8)").text()

    found = [(str(e.name), str(e.mark), str(e.place)) for e in school_entries(text)]

    assert found == [
        ("Maple ES", "Proposed ABC", "Maple ES (Proposed ABC)"),
        ("Harbor", "ABC", "Harbor (ABC)"),
        ("Oak Grove (K-8)", "", "Oak Grove (K-8)"),
    ]


def test_names_known_from_elsewhere_are_cut_apart() -> None:
    assert names("Maple Oak Grove Harbor", "Maple", "Oak Grove") == ["Maple", "Oak Grove", "Harbor"]
    assert names("Oak Grove", "Oak", "Oak Grove") == ["Oak Grove"]


@given(st.lists(st.from_regex(r"[B-D][a-z]{3,7}ville", fullmatch=True), min_size=1, max_size=6))
def test_complete_names_are_found_again(bases: list[str]) -> None:
    wanted = [f"{base} Elementary" for base in bases]

    assert names(" ".join(wanted)) == wanted


@given(st.text(st.characters(exclude_characters="<>*_`~#|\\[]()!"), max_size=80))
def test_every_name_stands_in_the_text(cell: str) -> None:
    for name in names(cell):
        assert all(word in cell for word in name.split())
