"""Plans of departments and plans of numbered pillars, by the forms that come with the program."""

from ingest.findings import Findings, Item
from ingest.forms import recognise
from ingest.readers.text import document_from_text
from ingest.source import Source

DEPARTMENT = """\
# Yards Department Plan 2031-2034

- **Recommendation 1:** Renew the yards.
- **Recommendation 2:** Plant shade.

### Priority 1: Yards to play in

| Horizon | Action | Who | Supports | Cost |
|---|---|---|---|---|
| Short-term | Mend the swings | Grounds Office | Rec. 1 | $4,000 |
| Mid-term | Draw a map of shade | Grounds Office | Rec. 1, 2 | TBD |
| By 2033 | Plant oaks | Grounds Office |  | $900 |

Measures:

- Yards with shade: from 3 of 9 (2030-31) to 9 of 9 by June 2034
- Swings in use: from not measured (2030-31) to 75% by June 2034
"""
PILLARS = """\
# Strategic Plan 2035

## Pillar 1: Children who thrive

### Focus Area 1.1 Early years

Objective 1.1.1 Open a kindergarten in every ward.

Objective 1.1.2 Visit each family. Objective 1.1.3 Call each month.

| Indicator | 2030-31 | 2035 Target |
|---|---|---|
| Families visited | 9% | 40% |

## Pillar 2: Staff who stay

The plan was told to all. Pillar 1 was not reached in every ward.
"""


def read(text: str) -> Findings:
    findings = Findings(document_from_text(Source("plan.md", text, "text/markdown")))
    recognise(findings)
    return findings


def said(item: Item, prop: str) -> list[str]:
    return [v.label if isinstance(v, Item) else str(getattr(v, "name", v)) for v in item.get(prop)]


def test_actions_have_their_span_or_a_timeline() -> None:
    actions = read(DEPARTMENT).items("Action")

    assert [said(a, "horizon") for a in actions] == [["shortTerm"], ["midTerm"], []]
    assert [said(a, "timeline") for a in actions] == [[], [], ["By 2033"]]
    assert [said(a, "funds") for a in actions] == [["$4,000"], [], ["$900"]]


def test_a_cell_that_cites_recommendations_supports_those_of_the_document() -> None:
    findings = read(DEPARTMENT)

    supported = [[link.target.label for link in a.links] for a in findings.items("Action")]
    assert supported == [["Renew the yards."], ["Renew the yards.", "Plant shade."], []]
    assert not findings.items("Goal")


def test_measures_in_sentences_have_their_start_and_target() -> None:
    findings = read(DEPARTMENT)
    values = [(v.kind, said(v, "value"), said(v, "ofMetric")) for v in findings if v.get("value")]

    assert values == [
        ("Baseline", ["3 of 9"], ["Yards with shade"]),
        ("Target", ["9 of 9"], ["Yards with shade"]),
        ("Target", ["75%"], ["Swings in use"]),
    ]
    assert {tuple(said(m, "measures")) for m in findings.items("Metric")} == {("Yards to play in",)}


def test_pillars_hold_focus_areas_and_these_objectives() -> None:
    findings = read(PILLARS)
    directions = [(d.label, d.notation, said(d, "partOf")) for d in findings.items("StrategicDirection")]

    assert directions == [
        ("Children who thrive", "1", []),
        ("Early years", "1.1", ["Children who thrive"]),
        ("Staff who stay", "2", []),
    ]
    assert [(g.label, g.notation, said(g, "ofDirection")) for g in findings.items("Goal")] == [
        ("Open a kindergarten in every ward.", "1.1.1", ["Early years"]),
        ("Visit each family.", "1.1.2", ["Early years"]),
        ("Call each month.", "1.1.3", ["Early years"]),
    ]


def test_indicators_measure_their_pillar() -> None:
    findings = read(PILLARS)

    assert [said(m, "measures") for m in findings.items("Metric")] == [["Children who thrive"]]
    assert [(said(t, "value"), said(t, "schoolYear")) for t in findings.items("Target")] == [
        (["40%"], ["2035"])
    ]


SPANS = """\
# Department of Meals: Plan of the Department

R1 Cook in every kitchen.

R2 Ask the children.

## Priority 1: Warm food

| Action | Lead | Timeline | | | How we will measure it | Supports Recommen-dation |
|---|---|---|---|---|---|---|
| | | Short (by 6/32) | Mid (by 6/33) | Long (by 6/34) | | |
| Buy two ovens | Head Cook | X | | | Ovens in use | R1 |
| Hold tastings | Dietitian; Head Cook | | X | X | Dishes liked | R2, R1 |

## Targets

| Metric | 2031-32 | 2032-33 target |
|---|---|---|
| Dishes liked | 40% | 55% |
| Ovens in use | not known | 2 |
"""


def test_spans_stand_in_the_second_row_of_a_head() -> None:
    actions = read(SPANS).items("Action")

    assert [(a.label, said(a, "horizon")) for a in actions] == [
        ("Buy two ovens", ["shortTerm"]),
        ("Hold tastings", ["midTerm", "longTerm"]),
    ]


def test_codes_that_the_document_gives_are_cited_by_them() -> None:
    actions = read(SPANS).items("Action")

    assert [[link.target.label for link in a.links] for a in actions] == [
        ["Cook in every kitchen."],
        ["Ask the children.", "Cook in every kitchen."],
    ]


def test_a_table_of_values_at_the_end_tells_of_the_metrics_of_the_actions() -> None:
    findings = read(SPANS)
    values = [(v.kind, said(v, "value"), said(v, "ofMetric")) for v in findings if v.get("value")]

    assert [(m.label, said(m, "measures")) for m in findings.items("Metric")] == [
        ("Ovens in use", ["Buy two ovens"]),
        ("Dishes liked", ["Hold tastings"]),
    ]
    assert values == [
        ("Baseline", ["40%"], ["Dishes liked"]),
        ("Target", ["55%"], ["Dishes liked"]),
        ("Target", ["2"], ["Ovens in use"]),
    ]
