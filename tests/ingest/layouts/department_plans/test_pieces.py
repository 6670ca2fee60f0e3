"""The small parts: lines and cells, headings, numbering, school years, lists."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.document import Cell
from ingest.layouts.cells import cell_pieces
from ingest.layouts.headings import is_prompt, match_heading
from ingest.layouts.numbering import Node, tree
from ingest.layouts.school_year import next_year, school_years
from ingest.layouts.stream import Piece, continues, lines_of
from ingest.layouts.work_words import cut_where_work_begins, list_parts
from ingest.source import Source, Text


def text(words: str) -> Text:
    return Source("t.txt", words).text()


def cell(raw: str) -> Cell:
    return Cell(text(raw), text(raw).clean())


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Run gardens at elementary", "schools"),
        ("as set by law and", "Council decisions"),
        ("Cooks &", "Gardeners"),
        ("Offer lunch", "(also on Fridays)"),
    ],
)
def test_a_cut_text_goes_on(before: str, after: str) -> None:
    assert continues(before, after)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Run gardens.", "schools"),
        ("Tasting days", "Offer lunch"),
        ("Tasting days", "8th grade fair"),
        ("", "a"),
    ],
)
def test_a_whole_text_does_not_go_on(before: str, after: str) -> None:
    assert not continues(before, after)


def test_lines_come_apart_where_they_were_joined() -> None:
    joined = Text.join([text("one two"), text("three")])

    assert [str(t) for t in lines_of(joined)] == ["one two", "three"]


def test_a_cell_s_markup_makes_paragraphs_and_items() -> None:
    found = cell_pieces(cell("<p>1. Air</p><ul><li>a. Wind</li><li>● Dust<ul><li>x</li></ul></li></ul>"))

    assert [(p.mark, str(p), p.depth) for p in found] == [
        ("1.", "Air", 0),
        ("a.", "Wind", 0),
        ("●", "Dust", 0),
        ("-", "x", 1),
    ]


def test_wrapped_lines_in_a_cell_are_one_paragraph() -> None:
    found = cell_pieces(cell("Open windows\nat noon\nPlant trees"))

    assert [str(p) for p in found] == ["Open windows at noon", "Plant trees"]


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Department Purpose", "purpose"),
        ("DIVISION STATEMENT OF PURPOSE (A):", "purpose"),
        ("(OPTIONAL) OFFICE THEORY OF ACTION", "theory"),
        ("3. Our Mission", "purpose"),
        ("Successes and Challenges", "prior_learning"),
        ("Educational Partner Input", "stakeholder_input"),
        ("TELEPHONE/E-MAIL", "phone_and_email"),
    ],
)
def test_headings_in_many_words(words: str, kind: str) -> None:
    match = match_heading(text(words))

    assert match is not None
    assert match.kind == kind


@pytest.mark.parametrize(
    "words", ["purpose", "The purpose of this letter", "Budgets are tight.", "Department Actions"]
)
def test_running_text_is_no_heading(words: str) -> None:
    assert match_heading(text(words)) is None


def test_a_label_and_its_value_in_one_line() -> None:
    match = match_heading(text("Division Name: Parks & Play"))

    assert match is not None
    assert (match.kind, str(match.rest)) == ("unit_name", "Parks & Play")


def test_a_label_s_instruction_is_no_value() -> None:
    match = match_heading(text("DEPARTMENT PURPOSE Say in two lines what you do"), label=True)

    assert match is not None
    assert (match.kind, match.colon, str(match.rest)) == ("purpose", False, "Say in two lines what you do")


def test_questions_and_instructions_of_a_form() -> None:
    assert is_prompt("What does the office do?")
    assert is_prompt("Please attach a chart.")
    assert not is_prompt("Our office cleans the yard.")


@pytest.mark.parametrize(
    ("words", "years"),
    [
        ("2023-24", ["2023-24"]),
        ("2020 - 2021 Plan", ["2020-21"]),
        ("SY 22-23", ["2022-23"]),
        ("1999-2000", ["1999-00"]),
        ("grades 9-12, room 14-16", []),
        ("2014-2019", []),
        ("555-010-0111", []),
    ],
)
def test_school_years_are_two_years_that_follow(words: str, years: list[str]) -> None:
    assert [year for year, _ in school_years(text(words))] == years


@given(st.integers(2000, 2098))
def test_the_year_after_a_year_is_read_back(first: int) -> None:
    written = f"{first}-{(first + 1) % 100:02d}"

    assert [year for year, _ in school_years(text(next_year(written)))] == [next_year(written)]


def test_lists_come_apart_and_sentences_do_not() -> None:
    assert [str(t) for t in list_parts(text("maps; lists (old, new); letters."))] == [
        "maps",
        "lists (old, new)",
        "letters",
    ]
    assert [str(t) for t in list_parts(text("We used maps, lists and letters."))] == [
        "We used maps, lists and letters."
    ]


def test_two_pieces_of_work_that_ran_together() -> None:
    found = cut_where_work_begins(text("producers nearby Provide lunch (free) Support families"))

    assert [str(t) for t in found] == ["producers nearby", "Provide lunch (free)", "Support families"]


def _shape(nodes: list[Node]) -> list[object]:
    return [[n.piece.mark, _shape(n.children)] if n.children else n.piece.mark for n in nodes]


def test_marks_and_indents_make_a_tree() -> None:
    marks = [
        ("1.", 0),
        ("a.", 0),
        ("b.", 0),
        ("i.", 1),
        ("ii.", 1),
        ("1.", 2),
        ("2.", 2),
        ("c.", 0),
        ("2.", 0),
        ("a.", 1),
    ]
    found = tree(Piece(text("x"), "item", mark, depth) for mark, depth in marks)

    assert _shape(found) == [["1.", ["a.", ["b.", ["i.", ["ii.", ["1.", "2."]]]], "c."]], ["2.", ["a."]]]


def test_a_letter_i_after_h_is_a_letter() -> None:
    found = tree(Piece(text("x"), "item", mark) for mark in ("g.", "h.", "i.", "j."))

    assert _shape(found) == ["g.", "h.", "i.", "j."]


_MARKS = st.sampled_from(["1.", "2.", "a.", "b.", "i.", "ii.", "-", "●", ""])


@given(st.lists(st.tuples(_MARKS, st.integers(0, 4))))
def test_a_tree_holds_every_item_once_and_in_order(items: list[tuple[str, int]]) -> None:
    pieces = [Piece(text("x"), "item", mark, depth) for mark, depth in items]

    assert [id(p) for p in _flat(tree(pieces))] == [id(p) for p in pieces]


def _flat(nodes: list[Node]) -> list[Piece]:
    return [p for n in nodes for p in (n.piece, *_flat(n.children))]


@pytest.mark.parametrize(
    ("words", "parts"),
    [
        (
            "1. Air a. Outcomes: Wind b. Audience: All 2. Water",
            ["Air", "Outcomes: Wind", "Audience: All", "Water"],
        ),
        ("• Open windows • Plant trees", ["Open windows", "Plant trees"]),
        ("Vitamin a. Day 1. Soup", ["Vitamin a. Day 1. Soup"]),
        ("In 2021. We moved", ["In 2021. We moved"]),
    ],
)
def test_lists_that_run_on_in_one_line(words: str, parts: list[str]) -> None:
    assert [str(p) for p in cell_pieces(cell(words))] == parts


@given(st.text("ab12. •ABx\n", max_size=60))
def test_a_cell_loses_no_words(raw: str) -> None:
    kept = "".join(str(p) for p in cell_pieces(cell(raw)))

    assert kept.count("A") + kept.count("B") == str(text(raw).clean()).count("A") + str(
        text(raw).clean()
    ).count("B")
