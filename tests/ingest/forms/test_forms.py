"""Layouts described in YAML: records by labels and by tables, nesting, values, and what must not be read."""

import pytest

from ingest.findings import Findings, Item
from ingest.forms import recognise
from ingest.forms.filling import fill
from ingest.forms.form import ROLES, BadForm, load_form
from ingest.forms.phrases import Phrases
from ingest.forms.stating import state
from ingest.readers.text import document_from_text
from ingest.source import Source

FORM = """
form: A small form
needs: {goal: 1}
records:
  goal:
    is: Goal
    begins: ["goal {number}", "aim {number}"]
    fields:
      goalType: ["kind of goal"]
      comment: ["why this goal", "reasons …"]
  metric:
    is: Metric
    under: [goal]
    columns:
      title: ["measure(s)"]
      baseline: ["starting point", "{year}"]
      target: ["target"]
  action:
    is: Action
    under: [goal]
    columns:
      number: ["no"]
      title: ["step(s)"]
      owner: ["who"]
      funds: ["cost"]
      contributing: ["counts"]
ends: ["appendix"]
"""
PLAN = """\
# Plan of the Harbor School

## Goal 1: More children read well

Kind of goal: focus

| Measure | 2022-23 | 2024-25 Target |
|---|---|---|
| Share of readers | 41% | 60% |
| Books at home | n/a | 12 |

| No | Steps | Who | Cost | Counts |
|---|---|---|---|---|
| 1.1 | Read aloud every day | Library Services | $1,200 | Yes |
| 2.1 | Walk to school in groups | Transport Office | $300 | No |

## Goal 2

Children come to school

Goal 2 was not reached last year.

## Appendix

| No | Steps | Who | Cost | Counts |
|---|---|---|---|---|
| 9.1 | Print the plan | Office | $5 | No |
"""


def read(text: str, form: str = FORM) -> Findings:
    findings = Findings(document_from_text(Source("plan.md", text, "text/markdown")))
    filled = fill(load_form("small.yaml", form), findings.document)
    state(findings, filled.records)
    return findings


def named(findings: Findings, kind: str) -> dict[str, Item]:
    return {i.label: i for i in findings.items(kind)}


def said(item: Item, prop: str) -> list[str]:
    return [v.label if isinstance(v, Item) else str(getattr(v, "name", v)) for v in item.get(prop)]


def test_labels_begin_records_and_fields() -> None:
    goals = named(read(PLAN), "Goal")

    assert {(g.notation, label) for label, g in goals.items()} == {
        ("1", "More children read well"),
        ("2", "Children come to school"),
    }
    assert said(goals["More children read well"], "goalType") == ["focus"]


def test_goals_may_be_lettered() -> None:
    goals = named(
        read(
            "## Goal A: More children read well\n\n## Goal B\n\nChildren come to school\n\nGoal A is old.\n"
        ),
        "Goal",
    )

    assert {(g.notation, label) for label, g in goals.items()} == {
        ("A", "More children read well"),
        ("B", "Children come to school"),
    }


def test_a_sentence_that_begins_with_a_label_begins_nothing() -> None:
    assert not [label for label in named(read(PLAN), "Goal") if "reached" in label]


def test_rows_are_metrics_with_the_values_and_years_of_their_columns() -> None:
    findings = read(PLAN)

    assert said(named(findings, "Metric")["Share of readers"], "measures") == ["More children read well"]
    values = [(v.kind, v.label, said(v, "ofMetric"), said(v, "schoolYear")) for v in findings
              if v.kind in ("Baseline", "Target")]  # fmt: skip
    assert values == [
        ("Baseline", "41%", ["Share of readers"], ["2022-23"]),
        ("Target", "60%", ["Share of readers"], ["2024-25"]),
        ("Target", "12", ["Books at home"], ["2024-25"]),
    ]


def test_an_action_stands_under_the_goal_whose_number_it_bears() -> None:
    actions = named(read(PLAN), "Action")

    assert said(actions["Read aloud every day"], "underGoal") == ["More children read well"]
    assert said(actions["Read aloud every day"], "leadResponsible") == ["Library Services"]
    assert said(actions["Read aloud every day"], "funds") == ["$1,200"]
    assert actions["Read aloud every day"].get("contributing") == [True]


def test_a_table_of_a_part_without_records_is_left_alone() -> None:
    assert "Print the plan" not in named(read(PLAN), "Action")


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (("is: Metric", "is: Measurement"), "records › metric › is"),
        (("under: [goal]", "under: [gaol]"), "'gaol', above"),
        (("funds:", "fnuds:"), "'fnuds' under 'action' is no role"),
        (("needs: {goal: 1}", "needs: {gaol: 1}"), "'gaol'"),
        (("form: A small form", "form: ["), "while parsing"),
    ],
)
def test_a_form_that_is_not_well_described_says_where(change: tuple[str, str], words: str) -> None:
    with pytest.raises(BadForm, match=r"small\.yaml") as caught:
        load_form("small.yaml", FORM.replace(*change, 1))

    assert words in str(caught.value)


ROLE = """
form: One role
needs: {goal: 1}
records:
  plan: {is: Fields, begins: ["plan of the year"], fields: {ROLE: ["this label"]}}
  goal: {is: Goal, begins: ["goal {number}"], fields: {ROLE: ["that label"]}}
"""


_SAID = {
    "year": "2024-25",
    "contributing": "Yes",
    "horizon": "Short term",
    "data": "In spring 2024, 41% of students met the standard in reading.",
}


@pytest.mark.parametrize("role", sorted(ROLES))
def test_every_role_states_what_stands_in_it(role: str) -> None:
    words = _SAID.get(role, "Oak Elementary School got 12% more in 2024-25")
    text = f"Plan of the year\n\nThis label: {words}\n\nGoal 1: Warm rooms\n\nThat label: {words}\n"
    findings = Findings(document_from_text(Source("plan.md", text, "text/markdown")))
    findings.plan.label = "plan"
    recognise(findings, [load_form("one.yaml", ROLE.replace("ROLE", role))])

    stated = [
        t for i in findings for t in (*i.evidence, *(f.value for f in i.facts)) if str(t) and str(t) in words
    ]
    assert stated or role in {"number", "skip", "label", "cell"} or findings.items("Goal")[0].get(role)


def test_a_plan_of_several_in_a_file_needs_no_school() -> None:
    form = FORM.replace("records:\n", 'records:\n  plan: {is: Plan, begins: ["part {number}"]}\n', 1)
    findings = read(
        "Part 1: The yard\n\nGoal 1: More trees\n", form.replace("is: Goal", "is: Goal\n    under: [plan]")
    )

    assert [(p.label, p.facts) for p in findings.items("Plan")[1:]] == [("Part 1", [])]


def test_an_answer_that_is_neither_yes_nor_no_is_left_unread() -> None:
    findings = read(PLAN.replace("| Yes |", "| see page four |"))

    assert named(findings, "Action")["Read aloud every day"].get("contributing") == []
    assert not [t for t in findings.read if "page four" in str(t)]


def test_a_field_with_needs_gives_the_needs_of_its_goal() -> None:
    form = FORM.replace('comment: ["why this goal", "reasons …"]', 'need: ["why this goal"]')
    findings = read(PLAN.replace("Kind of goal: focus", "Why this goal: Few children read alone"), form)

    assert said(named(findings, "Goal")["More children read well"], "addressesNeed") == [
        "Few children read alone"
    ]


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("Strategic Plan Goal Area 2: Reading", "Reading"),
        ("School “SMART” Goal Area 2 (Specific, Timely): Reading", "Reading"),
        ("goal area 2: Reading", "Reading"),
        ("We tell of goal area 2: Reading", None),
        ("Strategic Plan Goal Area 2 is new", None),
    ],
)
def test_words_in_capitals_may_stand_before_a_label(text: str, rest: str | None) -> None:
    hit = Phrases(("… goal area {number}",)).at_start(Source("a", text).text())

    assert (hit and (str(hit.rest), hit.number)) == (rest and (rest, "2"))


def test_a_form_with_few_demands_must_explain_its_share() -> None:
    goals = "".join(f"Goal {n}: Plant tree {n}\n\n" for n in (1, 2, 3))

    def form_of(text: str) -> str:
        findings = Findings(document_from_text(Source("a", text)))
        recognise(findings)
        return findings.form

    assert form_of(goals) == "List of goals or objectives"
    assert not form_of(goals + "We tell of trees.\n\nThey grow.\n\nSlowly.\n\nIn rain.\n")
