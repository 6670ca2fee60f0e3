"""A comprehensive education plan of a school: commitments, reasons, strategies, how success is gauged."""

import pytest

from ingest.findings import Findings, Item, Named
from ingest.forms import recognise
from ingest.readers.text import document_from_text
from ingest.source import Source

PLAN = """\
# School Comprehensive Education Plan

| District | School Name | Grades Served |
|---|---|---|
| Pebble Falls City School District | Juniper Elementary School | K-5 |

## Commitment 1

### Our Commitment

| What is one commitment we will promote for 2031-32? | We commit to daily writing in every room. |
|---|---|
| Why are we making this commitment? | Pupils told us that they seldom write. |

### Key Strategies and Resources

| STRATEGY | METHODS | GAUGING SUCCESS | RESOURCES |
|---|---|---|---|
| What strategies will we pursue as part of this commitment? | What does this strategy entail? \
| What will success look like? | What resources (Schedule, Space) are necessary to support these strategies? |
| Writing journals | Each class writes at nine. | 70% of pupils fill a journal by May. | $900 for journals |

### End-of-the-Year Goals

| | Survey Question(s) or Statement(s) | Desired response |
|---|---|---|
| Student Survey | I like to write | 80% agree |

## Commitment 2

### Our Commitment

We commit to calm corridors.

### Why are we making this commitment?

Lessons begin late.

### Key Strategies

| STRATEGY | METHODS | GAUGING SUCCESS |
|---|---|---|
| Corridor hosts | Staff stand at each corner. | Late arrivals fall by half. |

## Evidence-Based Intervention

Schools must choose an intervention.
"""


@pytest.fixture(name="plan", scope="module")
def _plan() -> Findings:
    findings = Findings(document_from_text(Source("plan.md", PLAN, "text/markdown")))
    recognise(findings)
    return findings


def test_a_commitment_is_a_priority_with_the_reason_for_it(plan: Findings) -> None:
    assert [(p.notation, p.label, [str(t) for t in p.get("comment")]) for p in plan.items("Priority")] == [
        ("1", "We commit to daily writing in every room.", ["Pupils told us that they seldom write."]),
        ("2", "We commit to calm corridors.", ["Lessons begin late."]),
    ]


def test_a_strategy_stands_under_its_commitment_and_prompts_name_none(plan: Findings) -> None:
    found = [
        (a.label, *(p.label for p in a.get("underPriority") if isinstance(p, Item)))
        for a in plan.items("Action")
    ]

    assert found == [
        ("Writing journals", "We commit to daily writing in every room."),
        ("Corridor hosts", "We commit to calm corridors."),
    ]


def test_a_strategy_has_its_methods_and_resources(plan: Findings) -> None:
    said = {p: [str(v) for v in plan.items("Action")[0].get(p)] for p in ("description", "funds")}

    assert said == {"description": ["Each class writes at nine."], "funds": ["$900"]}


def test_what_gauges_success_and_what_surveys_ask_are_measures(plan: Findings) -> None:
    assert plan.plan.get("atSchool") == [Named("School", "Juniper Elementary School")]
    assert _measured(plan) == [
        ("70% of pupils fill a journal by May.", "Writing journals", "70%"),
        ("I like to write", "We commit to daily writing in every room.", "80% agree"),
        ("Late arrivals fall by half.", "Corridor hosts", ""),
    ]
    assert not plan.items("Goal")


STEPS = """\
## Commitment 1

| What is one Commitment we will promote for 2031-32? | We commit to small groups. |
|---|---|
| Why are we making this Commitment? Things to potentially take into consideration | Two thirds said so. |

### Key Strategy 1

| STRATEGY What strategy will we pursue as part of this Commitment? | Station teaching |
|---|---|
| Is this a new, expanded or refined strategy? | ☒ NEW ☐ EXPAND ☐ REFINE |

#### Implementation

| What steps are involved in this strategy? | When will this be in place? |
|---|---|
| Order the tables | September |
| Form the first groups | October |

#### Progress Targets

| | What data will we be reviewing? | What do we hope to see when we review it? | What we ended up seeing |
|---|---|---|---|
| Early Progress Milestones | Seating plans | Groups in 70% of rooms | |
| Mid-Year Benchmark(s) | Unit tests | Half of the pupils pass | |

### Key Strategy 2

| STRATEGY | Reading partners |
|---|---|
| Implementation | Pair the classes |
| End-of-Year Targets | 90% of pairs meet each week |
"""


@pytest.fixture(name="steps", scope="module")
def _steps() -> Findings:
    findings = Findings(document_from_text(Source("plan.md", STEPS, "text/markdown")))
    recognise(findings)
    return findings


def test_labels_stand_in_the_first_column_with_their_prompts(steps: Findings) -> None:
    found = [
        (a.label, [x.label for x in a.get("partOf") if isinstance(x, Item)]) for a in steps.items("Action")
    ]

    assert found == [
        ("Station teaching", []),
        ("Order the tables", ["Station teaching"]),
        ("Form the first groups", ["Station teaching"]),
        ("Reading partners", []),
        ("Pair the classes", ["Reading partners"]),
    ]
    assert [str(t) for t in steps.items("Action")[1].get("timeline")] == ["September"]


def test_milestones_are_measures_with_what_one_hopes_to_see(steps: Findings) -> None:
    assert _measured(steps) == [
        ("Seating plans", "Station teaching", "Groups in 70% of rooms"),
        ("Unit tests", "Station teaching", "Half of the pupils pass"),
        ("90% of pairs meet each week", "Reading partners", "90%"),
    ]


def _measured(plan: Findings) -> list[tuple[str, str, str]]:
    """Return each metric, what it measures, and its target."""
    targets = {m.key: str(t.get("value")[0]) for t in plan.items("Target") for m in _items(t, "ofMetric")}
    return [(m.label, _items(m, "measures")[0].label, targets.get(m.key, "")) for m in plan.items("Metric")]


def _items(item: Item, prop: str) -> list[Item]:
    return [value for value in item.get(prop) if isinstance(value, Item)]


GLANCE = """\
## Our commitments at a glance

Commitment 1: Songs in every subject

## Commitment 1: Songs in every subject

### Our commitment

We commit to singing each day.

### Key strategies

| Key strategy | What does this strategy entail? | What we would expect to see |
|---|---|---|
| Morning song | Each class sings at eight. | Songs in 60% of visits |
| Song books | Each child has one. | Books in all bags |

### What we look at in winter and in June

| Indicator | 2030-31 | Mid-year benchmark | End-of-year goal |
|---|---|---|---|
| Children who know nine songs | 20% | 35% | 50% |

### Key Strategy 3: A choir

**What does this strategy entail?** A choir sings on Fridays.

**Mid-year benchmark:** 40 children come in May.

## Evidence-based intervention

| Strategy identified | Commitment(s) supported | Rationale | Resources |
|---|---|---|---|
| Peer singing | Commitment 1 | It helped elsewhere. | $700 for drums |
"""


@pytest.fixture(name="glance", scope="module")
def _glance() -> Findings:
    findings = Findings(document_from_text(Source("plan.md", GLANCE, "text/markdown")))
    recognise(findings)
    return findings


def test_a_commitment_with_a_name_says_more_in_its_statement(glance: Findings) -> None:
    assert [(p.label, str(p.get("description")[0])) for p in glance.items("Priority")] == [
        ("Songs in every subject", "We commit to singing each day.")
    ]


def test_a_table_after_that_of_several_strategies_measures_the_commitment(glance: Findings) -> None:
    assert _measured(glance) == [
        ("Songs in 60% of visits", "Morning song", "60%"),
        ("Books in all bags", "Song books", ""),
        ("Children who know nine songs", "Songs in every subject", "50%"),
        ("40 children come in May.", "A choir", ""),
    ]


def test_the_answer_stands_behind_its_question(glance: Findings) -> None:
    assert [str(t) for t in glance.items("Action")[2].get("description")] == ["A choir sings on Fridays."]


def test_an_intervention_serves_the_commitments_that_it_cites(glance: Findings) -> None:
    action = glance.items("Action")[-1]

    assert action.label == "Peer singing"
    assert [link.target.label for link in action.links] == ["Songs in every subject"]
    assert [str(v) for v in action.get("funds")] == ["$700"]


NUMBERED = """\
# District Comprehensive Improvement Plan

Commitment 1

What is our commitment?

We commit to talk in lessons.

Key Strategy 1

| KEY STRATEGY | METHODS |
|---|---|
| Partners in every lesson | Pupils talk in pairs. |

| End-of-Year Goals | What data will we be reviewing? | What do we hope to see? |
|---|---|---|
| Pupils | Visits to lessons | Pupils talk in 80% of lessons |

Key Strategy 2

| KEY STRATEGY | METHODS |
|---|---|
| Questions on the wall | Teachers hang up one a week. |

| Key Strategy 1: Implementation | When will this be in place? |
|---|---|
| Visit other rooms | November |

| Key Strategy 3: Implementation | When will this be in place? |
|---|---|
| Nobody knows of what | June |

What will success look like for this commitment, and how will we know if we kept it?

Every pupil speaks.
"""


def test_a_strategy_whose_number_stands_above_its_table_is_named_in_the_table() -> None:
    actions = read_text(NUMBERED).items("Action")

    assert [(a.notation, a.label) for a in actions] == [
        ("1", "Partners in every lesson"),
        ("", "Visit other rooms"),
        ("2", "Questions on the wall"),
    ]
    assert [part.label for part in actions[1].get("partOf") if isinstance(part, Item)] == [actions[0].label]


def test_a_column_that_tells_of_which_kind_the_measures_are_holds_no_targets() -> None:
    assert [t.label for t in read_text(NUMBERED).items("Target")] == ["Pupils talk in 80% of lessons"]


def test_the_question_how_success_will_look_is_no_measure() -> None:
    assert [m.label for m in read_text(NUMBERED).items("Metric")] == [
        "Visits to lessons",
        "Every pupil speaks.",
    ]


def read_text(text: str) -> Findings:
    findings = Findings(document_from_text(Source("plan.md", text)))
    recognise(findings)
    return findings
