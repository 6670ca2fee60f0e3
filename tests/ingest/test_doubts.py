"""What is less sure than the rest is told, with the reason and the place."""

import pytest

from ingest.document import Document
from ingest.doubts import doubts_of, mean_confidence
from ingest.findings import Findings
from ingest.source import Source

RAW = "Plant trees\nwhen it fits\nGreener yards\n"


def findings() -> Findings:
    found = Findings(Document(Source("plan.txt", RAW), ()))
    text = found.document.source.text()
    action = found.add("Action", text[0:11]).set("horizonNote", text[12:24])
    goal = found.add("Goal", text[25:38])
    action.support(goal, "section", [text[25:38]], note="Carried over from an earlier page.")
    return found


def test_notes_and_weak_links_are_doubtful() -> None:
    doubts = doubts_of(findings())

    assert [(d.kind, d.place) for d in doubts] == [("Action", "line 2"), ("Action", "line 3")]
    assert "Carried over" in doubts[1].why


def test_a_reading_of_low_confidence_is_doubtful() -> None:
    found = findings()
    found.items("Goal")[0].set("confidence", 0.6).set("comment", "read by its bullets")

    assert [d.why for d in doubts_of(found) if d.kind == "Goal"] == ["confidence 0.60: read by its bullets"]


def test_a_document_is_as_sure_as_its_items_are() -> None:
    found = findings()
    assert mean_confidence(found) == 1.0

    found.items("Goal")[0].set("confidence", 0.4)
    assert mean_confidence(found) == pytest.approx(0.8)  # of the plan, the action and the goal


def test_characters_that_were_recognised_make_all_less_sure() -> None:
    found = Findings(Document(Source("scan.pdf", RAW, marks=((0, 1),), unsure=((1, 0.7),)), ()))
    found.add("Goal", found.document.source.text()[25:38])

    assert mean_confidence(found) == pytest.approx(0.7)
    assert ["0.70" in d.why for d in doubts_of(found)] == [True]


def test_nothing_found_leaves_nothing_doubtful() -> None:
    assert doubts_of(Findings(Document(Source("plan.txt", ""), ()))) == ()
