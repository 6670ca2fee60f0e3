"""Plans named in passing are known, and the plan's own name is not one of them."""

from collections.abc import Callable
from typing import Any

import pytest

from ingest.findings import Findings
from ingest.layouts import abbreviations, named_plans
from ingest.readers.text import document_from_text
from ingest.source import Source

Read = Callable[[str], Any]


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("We follow the Parks Master Plan closely.", "Parks Master Plan"),
        ("Complete the Parks Master Plan.", "Parks Master Plan"),
        ("See our Local Care and Singing Plan (LCSP) online.", "Local Care and Singing Plan"),
        ("They wrote Room Plans for Quiet Reading.", "Room Plans for Quiet Reading"),
    ],
)
def test_a_plan_named_in_passing_is_known(read: Read, text: str, label: str) -> None:
    plan = read(text)

    assert plan.labels("Plan") == [label]
    assert plan.item("Plan", label).get("held") == [False]


@pytest.mark.parametrize(
    "text",
    [
        "Write an Action Plan.",
        "We plan to sing.",
        "A Department Plan is due.",
        "They hold Strategic Plans.",
        "Each child has an Individual Learning Plan (ILP).",
        "Each child has an Individual Learning Plan.",
    ],
)
def test_other_plans_are_not_named(read: Read, text: str) -> None:
    assert read(text).labels("Plan") == []


def test_a_plan_of_a_list_is_found_again_in_the_text(read: Read) -> None:
    plan = read("Plans:\n\n- Parks Master Plan 2010-15\n\nThe Parks Master Plan is good.")

    assert plan.labels("Plan") == ["Parks Master Plan 2010-15"]
    assert "Parks Master Plan" in plan.item("Plan", "Parks Master Plan 2010-15").aliases


def test_the_plans_own_short_form_is_its_own() -> None:
    found = Findings(document_from_text(Source("p.txt", "The Harbor Parks Plan (HPP) is this one.")))
    found.plan.label = "Road Map Harbor Parks Plan"
    abbreviations.recognise(found)
    named_plans.recognise(found)

    assert found.plan.aliases == ["Harbor Parks Plan", "HPP"]
    assert found.items("Plan") == [found.plan]
