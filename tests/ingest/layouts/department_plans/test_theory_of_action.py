"""Theories of action, wherever the labels of their limbs stand."""

from collections.abc import Callable

import pytest

from ingest.findings import Findings, Item

Read = Callable[[str], Findings]


def _limbs(item: Item) -> list[str]:
    return [" ".join(map(str, item.get(limb))) for limb in ("ifClause", "thenClause", "whichWill")]


def _leads_to(item: Item) -> list[str]:
    return [p.notation for p in item.get("leadsTo") if isinstance(p, Item)]


def test_parts_joined_by_and_and_a_slip_in_the_label(scanned: Findings) -> None:
    second = scanned.items("TheoryOfAction")[1]

    assert _limbs(second) == [
        "Hire two traveling teachers and A timetable made with Dr. Amara Lindqvist for small schools",
        "small schools will have lessons each week and their teachers, with the help of a coach, will go on "
        "singing between lessons",
        "Lead to stronger music lessons.",
    ]


def test_labels_apart_from_their_texts_match_by_order(scanned: Findings) -> None:
    third = scanned.items("TheoryOfAction")[2]

    assert _limbs(third) == [
        "Rent a hall in the harbor (HARP)",
        "There will be a place for large concerts, and one orchestra for the city.",
        "Build one orchestra of young people.",
    ]


def test_the_outcome_names_its_priority_in_other_words(scanned: Findings) -> None:
    assert [_leads_to(t) for t in scanned.items("TheoryOfAction")] == [["1"], ["2"], ["3"]]


def test_a_limb_cut_by_a_page_header_is_whole_again(headed: Findings) -> None:
    second = headed.items("TheoryOfAction")[1]

    assert _limbs(second)[2] == "Shelves in many languages, chosen & kept by families"
    assert _leads_to(second) == ["2"]
    assert {str(e) for e in second.evidence} >= {"Shelves in many languages, chosen & kept by families"}


def test_an_outcome_that_no_priority_repeats_leads_to_none(headed: Findings) -> None:
    third = headed.items("TheoryOfAction")[2]

    assert _limbs(third) == ["Lend tablets for the summer", "children go on reading", "Reading all summer"]
    assert _leads_to(third) == []


def test_one_cell_printed_twice_is_one_theory_with_both_places(twice: Findings) -> None:
    (theory,) = twice.items("TheoryOfAction")

    assert _limbs(theory)[0].startswith("we know each pupil's strengths, AND give teachers time")
    assert _limbs(theory)[1] == "all pupils will grow into curious citizens."
    assert len(theory.get("ifClause")) == 1
    assert len(theory.evidence) == 4


def test_a_sentence_without_then(broken: Findings) -> None:
    (theory,) = broken.items("TheoryOfAction")

    assert _limbs(theory)[:2] == [
        "kitchens cook fresh food, and children help",
        "our pupils will eat better and learn more.",
    ]
    assert [n.label for n in broken.items("Note")] == ["(Same as Operations)"]


@pytest.mark.parametrize(
    "words",
    [
        "If we plant trees, then yards are cool, which will bring children outside",
        "IF we plant trees THEN yards are cool SO THAT bring children outside",
        "If we…\nplant trees\n\nThen…\nyards are cool\n\nSo that…\nbring children outside",
    ],
)
def test_other_ways_to_write_it(read: Read, words: str) -> None:
    found = read(f"Department Purpose\n\nWe garden.\n\nTheory of Action\n\n{words}\n")
    (theory,) = found.items("TheoryOfAction")

    assert [limb.removeprefix("we ") for limb in _limbs(theory)] == [
        "plant trees",
        "yards are cool",
        "bring children outside",
    ]


def test_a_missing_limb_stays_missing(read: Read) -> None:
    found = read(
        "Department Purpose\n\nWe garden.\n\nTheory of Action\n\nIf we... plant trees\n\nthen... shade\n"
    )
    (theory,) = found.items("TheoryOfAction")

    assert _limbs(theory) == ["plant trees", "shade", ""]


def test_half_a_theory_is_none(read: Read) -> None:
    found = read("Department Purpose\n\nWe garden.\n\nTheory of Action\n\nIf we...\n\nplant trees\n")

    assert not found.items("TheoryOfAction")


def test_the_label_keeps_the_words_before_the_outcome(read: Read) -> None:
    found = read(
        "Mission\nTo rake.\n\nNeeds\n- A rake\n\n"
        "Theory of Change\nIf we rake, then leaves go, so that we can play."
    )

    assert [t.label for t in found.items("TheoryOfAction")] == [
        "If we rake, then leaves go, so that we can play"
    ]
