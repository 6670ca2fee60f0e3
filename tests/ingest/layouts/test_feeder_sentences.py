"""Sentences that say which schools feed into which, in paragraphs and in lists."""

import pytest

from ingest.findings import Named
from ingest.layouts import recognise_all
from ingest.readers.text import document_from_text
from ingest.source import Source

SCHOOLS = "Alder Elementary School, Birch Elementary School, Cedar Middle School, Fir High School.\n\n"


def links(words: str) -> list[tuple[str, str]]:
    findings = recognise_all(document_from_text(Source("plan.txt", SCHOOLS + words)))
    ends = [(i.get("fromSchool")[0], i.get("toSchool")[0]) for i in findings.items("FeederLink")]
    return [(a.name, b.name) for a, b in ends if isinstance(a, Named) and isinstance(b, Named)]


@pytest.mark.parametrize("mark", ["", "- "])
def test_schools_feed_into_others(mark: str) -> None:
    assert links(
        f"{mark}Alder Elementary School and Birch Elementary School feed into Cedar Middle School.\n"
    ) == [
        ("Alder Elementary School", "Cedar Middle School"),
        ("Birch Elementary School", "Cedar Middle School"),
    ]


@pytest.mark.parametrize(
    "words",
    [
        "Alder Elementary School does not feed into Cedar Middle School.",
        "Fir High School students move to Cedar Middle School for music.",
        "We propose that Alder Elementary School feed into Cedar Middle School.",
        "Alder Elementary School and Cedar Middle School share a library.",
    ],
)
def test_other_sentences_say_no_such_thing(words: str) -> None:
    assert links(words + "\n") == []
