"""Tables of goals, metrics and targets, with cells that a page's end cut."""

from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st

from ingest.findings import Findings, Item
from ingest.layouts.goal_table import recognise
from ingest.readers.text import document_from_text
from ingest.source import Source

One = Callable[[Findings, str, str], Item]
Read = Callable[[str], Findings]


def _goal_of(found: Findings, kind: str, prop: str) -> list[tuple[str, str]]:
    return [
        (i.label, "".join(g.notation for g in i.get(prop) if isinstance(g, Item))) for i in found.items(kind)
    ]


def test_a_cell_cut_by_a_page_s_end_is_whole_again(broken: Findings, twice: Findings) -> None:
    assert broken.items("Goal")[1].label == "More food comes from gardens and from farms nearby."
    assert twice.items("Goal")[2].label.endswith(
        "among others: first draft in middle school, and the talk at the end."
    )


def test_each_row_links_its_goal_metric_and_target(broken: Findings) -> None:
    assert _goal_of(broken, "Metric", "measures") == [
        ("# lunches sold, by school", "1"),
        ("Pounds of vegetables grown", "2"),
        ("Waste, weighed each Friday", "3"),
    ]
    assert _goal_of(broken, "Target", "ofGoal") == [
        ("10% increase", "1"),
        ("450 pounds", "2"),
        ("As low as in 2016-17", "3"),
    ]


def test_a_target_has_the_year_of_its_table(broken: Findings) -> None:
    assert {y for t in broken.items("Target") for y in t.get("schoolYear")} == {"2018-19"}


def test_baseline_and_target_in_one_cell(broken: Findings) -> None:
    assert _goal_of(broken, "Baseline", "ofGoal") == [("300 pounds", "2")]


def test_outcome_and_audience_under_labels(twice: Findings, item: One) -> None:
    first = item(twice, "Goal", "This goal is about reading")

    assert [str(v) for v in first.get("outcome")] == ["Pupils read every day."]
    assert [str(v) for v in first.get("audience")] == ["Teachers of grades 1 to 3."]
    assert first.get("goalType") == ["department goal"]


def test_an_empty_label_is_a_gap_and_no_text(twice: Findings, item: One) -> None:
    third = item(twice, "Goal", "This goal is about the leaving project")

    assert third.get("outcome") == third.get("audience") == []
    assert "The audience of goal 3 is left empty." in twice.notes


def test_metrics_beside_several_goals_are_not_guessed(twice: Findings) -> None:
    assert [goal for _, goal in _goal_of(twice, "Metric", "measures")] == ["", "", "", "", ""]
    assert any("5 metrics: which belongs to which goal is not stated" in note for note in twice.notes)


def test_as_many_targets_as_goals_go_by_order_and_say_so(twice: Findings) -> None:
    assert [goal for _, goal in _goal_of(twice, "Target", "ofGoal")] == ["1", "2"]
    assert [goal for _, goal in _goal_of(twice, "Baseline", "ofGoal")] == ["3", "4"]
    assert any("4 targets: they are taken in order" in note for note in twice.notes)


def test_a_baseline_has_the_year_that_it_names(twice: Findings, item: One) -> None:
    assert item(twice, "Baseline", "20-21").get("schoolYear") == ["2020-21"]
    assert item(twice, "Baseline", "We have").get("schoolYear") == []


def test_headers_in_other_words(read: Read) -> None:
    found = read(
        "Strategic Objective\tSuccess Indicators\tBaseline\tTarget\n"
        "Fewer cars at drop-off\tCars counted\t120\t80\n"
    )

    assert [g.label for g in found.items("Goal")] == ["Fewer cars at drop-off"]
    assert [(i.kind, i.label) for k in ("Baseline", "Target") for i in found.items(k)] == [
        ("Baseline", "120"),
        ("Target", "80"),
    ]


def test_a_table_of_actions_by_time_is_left_to_others(read: Read) -> None:
    assert not read("Goal\tDivision\tActions\tShort-term\nAir\tFacilities\tOpen windows\tx\n").items("Goal")


_WORDS = st.text("abcdefgh ,.<>/", min_size=1, max_size=40)


@given(st.lists(st.tuples(_WORDS, _WORDS, _WORDS), max_size=6))
def test_every_evidence_stands_in_the_table(rows: list[tuple[str, str, str]]) -> None:
    raw = "Goals\tMetrics\tTargets\n" + "\n".join("\t".join(row) for row in rows)
    findings = Findings(document_from_text(Source("t.txt", raw)))
    recognise(findings)

    assert all(
        raw[o] == c or c == " "
        for i in findings
        for e in i.evidence
        for c, o in zip(e.value, e.offsets, strict=True)
        if o >= 0
    )
