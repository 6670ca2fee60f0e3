"""What is less sure than the rest is told, with the reason and the place."""

import pytest

from ingest.document import Document
from ingest.doubts import doubts_of, share_sure
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
    found.items("Goal")[0].set("confidence", 0.6)

    assert [d.why for d in doubts_of(found) if d.kind == "Goal"] == ["read with a confidence of 0.60"]


def test_the_share_that_is_sure_counts_items() -> None:
    assert share_sure(findings()) == pytest.approx(2 / 3)  # the plan and the goal


def test_nothing_found_leaves_nothing_doubtful() -> None:
    assert doubts_of(Findings(Document(Source("plan.txt", ""), ()))) == ()
