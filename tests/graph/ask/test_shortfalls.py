"""That gaps can be asked for: by the checks, within what is named, and not where another gap is meant."""

import pytest

from graph.ask.engine import Engine

WASH = "Wash the buses every week"
STOPS = "Stops painted each month"
ROOF = "Roof Plan"


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Which actions have no owner?", [WASH]),
        ("Actions nobody is in charge of", [WASH]),
        ("Is anything unowned?", [WASH]),
        ("Which metrics have no baseline?", [STOPS]),
        ("metrics missing baselines", [STOPS]),
        ("Which plans name others that we do not hold?", [ROOF]),
        ("What plans are mentioned but were never read?", [ROOF]),
        ("Which actions in the Harbor Compass have no owner?", [WASH]),
        ("Does every action have an owner?", [WASH]),
        ("Which plans that the Harbor Compass names were never read?", [ROOF]),
        ("Is the Roof Plan unread?", [ROOF]),
    ],
)
def test_a_lack_that_is_named_is_found_by_its_check(
    departments: Engine, question: str, expected: list[str]
) -> None:
    answer = departments.answer(question)

    assert answer.status == "answered"
    assert [i.value for i in answer.answers] == expected
    assert all(i.evidence and i.basis == "inferred" for i in answer.answers)
    assert any("check" in n for n in answer.notes)


def test_whether_all_have_something_is_denied_with_those_that_lack_it(departments: Engine) -> None:
    assert departments.answer("Does every action have an owner?").boolean is False
    assert departments.answer("Is any action without an owner?").boolean is True


@pytest.mark.parametrize(
    "question",
    [
        "What gaps are there?",
        "how many gaps",
        "What is missing?",
        "any holes in the plans?",
        "list all gaps please",
    ],
)
def test_gaps_of_every_kind_are_told_with_what_is_missing(departments: Engine, question: str) -> None:
    answer = departments.answer(question)

    assert f"Action without an owner: {WASH}" in [i.value for i in answer.answers]
    assert f"Plan named but not held: {ROOF}" in [i.value for i in answer.answers]
    assert answer.count in (None, len(answer.answers))
    assert "(G6): 1" in answer.notes[0]


@pytest.mark.parametrize(
    "question", ["What gaps are there in the Transport Office plan?", "What is missing in the 2022-23 plan?"]
)
def test_gaps_are_those_of_the_plan_that_is_named(departments: Engine, question: str) -> None:
    values = [i.value for i in departments.answer(question).answers]

    assert f"Metric without a target: {STOPS}" in values
    assert not [v for v in values if WASH in v or ROOF in v or "Reading" in v]


def test_gaps_are_those_under_the_thing_that_is_named(departments: Engine) -> None:
    [item] = departments.answer("Any gaps under recommendation 1?").answers[:1]

    assert item.value == f"Action without an owner: {WASH}"


@pytest.mark.parametrize(
    "question",
    [
        "Which actions of the Transport Office plan have no owner?",
        "Which actions have no single owner in the Transport Office plan?",
        "Which actions are orphaned?",
        "Is the Harbor Compass unread?",
        "Are there any orphan metrics?",
    ],
)
def test_nothing_found_is_said_to_be_nothing(departments: Engine, question: str) -> None:
    answer = departments.answer(question)

    assert answer.status == "empty"
    assert not answer.answers
    assert "found nothing" in " ".join(answer.notes)


def test_contradictions_are_told_with_gaps_where_both_are_asked(plans: Engine) -> None:
    both = [i.type for i in plans.answer("Which gaps and contradictions are there?").answers]
    gaps = [i.type for i in plans.answer("Which gaps are there?").answers]

    assert "Conflict" in both
    assert "Conflict" not in gaps


def test_a_plan_that_was_never_read_is_said_to_be_unread(departments: Engine) -> None:
    answer = departments.answer("What gaps are there in the Roof Plan?")

    assert [i.value for i in answer.answers] == [f"Plan named but not held: {ROOF}"]
    assert any("was not read" in n for n in answer.notes)


def test_what_typed_facts_deny_stays_first_and_the_check_is_named(plans: Engine) -> None:
    answer = plans.answer("Which recommendations have no action?")

    assert [i.basis for i in answer.answers] == ["stated"]
    assert any("(G9) finds the same" in n for n in answer.notes)


@pytest.mark.parametrize(
    "question",
    [
        "Which actions close the achievement gap?",
        "How do we close the gap?",
        "What does the gap analysis look at?",
        "Which programs fill service gaps?",
        "Who is missing?",
        "What is missing in the children's lunch?",
        "Which actions are missing from the plan?",
        "Which actions have no volunteers?",
        "What does gap mean?",
        "Which actions were not completed?",
        "Which actions are incomplete?",
        "Which targets were missed?",
        "Is the Reading Office missing from the plan?",
        "Do all our plans have owners?",
        "What is the wage gap between offices?",
    ],
)
def test_other_gaps_are_not_answered_by_checks(departments: Engine, question: str) -> None:
    answer = departments.answer(question)

    assert not [i for i in answer.answers if i.basis == "inferred"]
    assert not [n for n in answer.notes if "check" in n]


def test_contradictions_that_are_not_there_are_said_not_to_be(plans: Engine) -> None:
    answer = plans.answer("Is there a contradiction about recommendation 1?")

    assert (answer.status, answer.boolean) == ("empty", False)
    assert "No two places" in answer.notes[0]
