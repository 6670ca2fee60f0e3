"""Strategic plans in outline: numbers of every kind, lists under headings, and which form is chosen."""

import pytest

from ingest.findings import Findings, Item
from ingest.forms import recognise
from ingest.forms.phrases import Phrases
from ingest.readers.text import document_from_text
from ingest.source import Source, Text

LABELLED = """\
PILLAR I: GROWTH

Goal 1: All children will grow each
year.

  Initiative 1.1: Teach in small groups.
    Lead: Lessons Office
    Timeline: 2031-2032

  Key Results:
    * Share of children who grow

PILLAR II: CARE

Goal 2: All children will feel safe.

  Initiative 2.1: Greet each child.
    Lead: Front Desk
    Timeline: Ongoing

  Key Results:
    * Children who know a grown-up
"""
NUMBERED = """\
# Strategic Plan

## Pillar 1: Curious learners

### Objective 1.1 Plant a garden at each school.

### Objective 1.2 Read in the shade.

| Indicator | 2030-31 | 2035 Target |
|---|---|---|
| Schools with a garden | 3 of 12 | 12 of 12 |

## Pillar 2: Sound roofs

### Objective 2.1 Mend what leaks.
"""


def read(text: str, name: str = "plan.md") -> Findings:
    kind = "text/markdown" if name.endswith(".md") else "text/plain"
    findings = Findings(document_from_text(Source(name, text, kind)))
    recognise(findings)
    return findings


def said(item: Item, prop: str) -> list[str]:
    return [v.label if isinstance(v, Item) else str(getattr(v, "name", v)) for v in item.get(prop)]


def text(words: str) -> Text:
    return Source("plan.txt", words).text()


@pytest.mark.parametrize(
    ("label", "number", "rest"),
    [
        ("Goal One: Read", "1", "Read"),
        ("GOAL TWO", "2", ""),
        ("Goal A.1: Read", "A.1", "Read"),
        ("Goal A-1.  Read", "A-1", "Read"),
        ("Goal II Read", "II", "Read"),
        ("Goal I - Read", "I", "Read"),
        ("Goal II.B Read", "II.B", "Read"),
        ("Goal 1.1.b Read", "1.1.b", "Read"),
        ("Goal 1.A – Read", "1.A", "Read"),
    ],
)
def test_numbers_are_digits_letters_roman_or_words(label: str, number: str, rest: str) -> None:
    hit = Phrases(("goal {number}",)).at_start(text(label))

    assert hit
    assert (hit.number, str(hit.rest)) == (number, rest)


@pytest.mark.parametrize("words", ["Goal one thing we want", "Goal A child may have", "Goal I want"])
def test_a_word_of_the_sentence_is_no_number(words: str) -> None:
    assert Phrases(("goal {number}",)).at_start(text(words)) is None


def test_a_form_that_reads_the_lists_too_is_taken_before_one_that_reads_labels_alone() -> None:
    findings = read(LABELLED, "plan.txt")

    assert [(d.label, d.notation) for d in findings.items("StrategicDirection")] == [
        ("GROWTH", "I"),
        ("CARE", "II"),
    ]
    assert [(a.label, said(a, "leadResponsible"), said(a, "timeline")) for a in findings.items("Action")] == [
        ("Teach in small groups.", ["Lessons Office"], ["2031-2032"]),
        ("Greet each child.", ["Front Desk"], ["Ongoing"]),
    ]
    assert [(m.label, said(m, "measures")) for m in findings.items("Metric")] == [
        ("Share of children who grow", ["All children will grow each year."]),
        ("Children who know a grown-up", ["All children will feel safe."]),
    ]


def test_where_labels_say_all_the_form_of_labels_is_taken() -> None:
    findings = read(NUMBERED)

    assert findings.form == "Strategic plan with pillars, focus areas, objectives and indicators"
    assert [said(m, "measures") for m in findings.items("Metric")] == [["Curious learners"]]


def test_a_measure_from_one_figure_to_another_is_named_up_to_its_comma() -> None:
    words = "We will measure success by:\n\n- Children who grow, from 40% in 2030-31 to 70% by 2035\n"
    findings = read(LABELLED.replace("Key Results:\n    * Share of children who grow\n", words), "plan.txt")
    values = [(v.kind, said(v, "value"), said(v, "ofMetric")) for v in findings if v.get("value")]

    assert values == [
        ("Baseline", ["40%"], ["Children who grow"]),
        ("Target", ["70%"], ["Children who grow"]),
    ]
