"""The cell of an action is divided into the text before its bullets and the bullets."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.document import Cell
from ingest.layouts.bullets import CellParts, begins_with_verb, cell_parts, cut_at_verbs
from ingest.source import Source


def parts(raw: str) -> CellParts:
    text = Source("plan.txt", raw).text()
    return cell_parts(Cell(text, text.clean()))


def cut(words: str) -> list[str]:
    return [str(t) for t in cut_at_verbs(Source("plan.txt", words).text())]


def test_a_cell_without_bullets_is_its_own_lead() -> None:
    found = parts("Open a library")

    assert (str(found.lead), found.bullets, found.typed) == ("Open a library", (), False)


def test_the_entries_of_a_marked_up_list_are_not_cut_further() -> None:
    found = parts("Plan <ul><li>Ask parents Build trust</li><li><b>Write</b> it down</li></ul>")

    assert str(found.lead) == "Plan"
    assert [str(b) for b in found.bullets] == ["Ask parents Build trust", "Write it down"]


def test_a_cell_that_is_nothing_but_bullets_is_called_by_all_of_them() -> None:
    found = parts("<ul> Hire a nurse Equip her room </ul>")

    assert [str(b) for b in found.bullets] == ["Hire a nurse", "Equip her room"]
    assert str(found.label) == "Hire a nurse Equip her room"


def test_one_typed_bullet_is_an_action_and_several_are_a_list() -> None:
    one, several = parts("• Hire a nurse"), parts("Health: • Hire a nurse • Equip her room")

    assert (one.typed, str(one.lead), one.bullets) == (True, "Hire a nurse", ())
    assert str(several.lead) == "Health:"
    assert [str(b) for b in several.bullets] == ["Hire a nurse", "Equip her room"]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Hire two nurses Equip their rooms", ["Hire two nurses", "Equip their rooms"]),
        ("Write a policy. The Board votes on it", ["Write a policy.", "The Board votes on it"]),
        ("Ask parents, Review the answers", ["Ask parents, Review the answers"]),
        ("Learn from Create Schools", ["Learn from Create Schools"]),
        ("Expand the Reading Support program", ["Expand the Reading Support program"]),
        ("Expand tutoring Support new teachers", ["Expand tutoring", "Support new teachers"]),
        ("Finish the site Plan for growth", ["Finish the site Plan for growth"]),
        ("Repair roofs (all sites) Plan new ones", ["Repair roofs (all sites)", "Plan new ones"]),
        ("Meet Dr. Build twice a year", ["Meet Dr. Build twice a year"]),
        ("Use tools (Review and Plan Well) daily", ["Use tools (Review and Plan Well) daily"]),
        ("Hold the fair Gradually reduce its cost", ["Hold the fair", "Gradually reduce its cost"]),
        ("Write to families Organise a fair", ["Write to families", "Organise a fair"]),
        (
            "Improve attendance Bus Safety training for drivers",
            ["Improve attendance", "Bus Safety training for drivers"],
        ),
        ("Revise/merge forms Track/report use", ["Revise/merge forms", "Track/report use"]),
        ("Trim hedges Rake the leaves", ["Trim hedges", "Rake the leaves"]),
        ("Walk through Oakland the next day", ["Walk through Oakland the next day"]),
        ("2030 Arts Plan Continue the choir", ["2030 Arts Plan", "Continue the choir"]),
    ],
)
def test_bullets_that_ran_together_are_cut_where_one_can_begin(words: str, expected: list[str]) -> None:
    assert cut(words) == expected


@given(
    st.lists(st.sampled_from(["Review", "the", "plan.", "Build", "and", "(all", "sites)", "x"]), max_size=20)
)
def test_cutting_loses_no_word(words: list[str]) -> None:
    assert " ".join(cut(" ".join(words))).split() == words


@pytest.mark.parametrize(
    ("words", "expected"),
    [("Develop it", True), ("Support staff", True), ("Budget Office", True), ("Nurses", False), ("", False)],
)
def test_a_text_begins_with_a_verb_or_not(words: str, expected: bool) -> None:
    assert begins_with_verb(words) is expected


@pytest.mark.parametrize("mark", ["•", "-"])
def test_bullets_behind_line_breaks_of_markup_are_bullets(mark: str) -> None:
    found = parts(f"Hold a fair<br>{mark} Invite all<br />{mark} Serve soup")

    assert (str(found.lead), [str(b) for b in found.bullets]) == ("Hold a fair", ["Invite all", "Serve soup"])
