"""Schools from which a school's plan says that its students come; other lists of names are left alone."""

import pytest

from ingest.findings import Findings
from ingest.layouts import feeding_schools
from ingest.readers.text import document_from_text
from ingest.source import Source

HEAD = "# Heron Middle School\n\n# School Improvement Plan\n\n"


def links(text: str) -> list[str]:
    findings = Findings(document_from_text(Source("plan.md", HEAD + text + "\n", "text/markdown")))
    feeding_schools.recognise(findings)
    return [i.label for i in findings.items("FeederLink")]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("We serve 400 children, mostly coming from Otter, Marsh Hill, and Reed Elementary Schools.",
         ["Otter", "Marsh Hill", "Reed Elementary Schools"]),
        ("Our pupils have two feeder schools: Otter Elementary and Reed Elementary.",
         ["Otter Elementary", "Reed Elementary"]),
    ],
)  # fmt: skip
def test_a_list_of_schools_feeds_the_school_of_the_plan(text: str, names: list[str]) -> None:
    assert links(text) == [f"{name} to Heron Middle School" for name in names]


@pytest.mark.parametrize(
    "text",
    [
        "Funds come from Otter County and the State.",
        "Ideas come from teachers, aides and the families of Reed Elementary.",
        "Otter Elementary is near.",
    ],
)
def test_other_lists_are_left_alone(text: str) -> None:
    assert links(text) == []
