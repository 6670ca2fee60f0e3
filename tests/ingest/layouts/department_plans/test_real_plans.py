"""The department plans of a real district, where they stand beside the checkout."""

from collections import Counter
from pathlib import Path

import pytest

from ingest.findings import Findings, Item
from ingest.layouts import recognise_all
from ingest.readers.text import document_from_text
from ingest.source import Source

pytestmark = pytest.mark.shared


def _read(shared: Path, start: str) -> Findings:
    (path,) = (shared / "plans").glob(f"{start}*.txt")
    return recognise_all(document_from_text(Source(path.name, path.read_text())))


@pytest.mark.parametrize(
    ("start", "counts"),
    [
        (
            "000",
            {
                "Priority": 3,
                "Action": 4,
                "Metric": 5,
                "Service": 11,
                "Need": 1,
                "TheoryOfAction": 3,
                "BudgetLine": 3,
            },
        ),
        (
            "001",
            {
                "Priority": 5,
                "Action": 5,
                "Metric": 7,
                "Service": 6,
                "Need": 3,
                "TheoryOfAction": 5,
                "Contact": 1,
            },
        ),
        ("002", {"Goal": 4, "Target": 2, "Baseline": 2, "Service": 31, "TheoryOfAction": 1, "Contact": 2}),
        (
            "003",
            {
                "Goal": 5,
                "Metric": 5,
                "Target": 5,
                "Action": 10,
                "Service": 16,
                "TheoryOfAction": 1,
                "Contact": 0,
            },
        ),
    ],
)
def test_what_a_reader_counts(shared: Path, start: str, counts: dict[str, int]) -> None:
    found = Counter(item.kind for item in _read(shared, start))

    assert {kind: found[kind] for kind in counts} == counts


@pytest.mark.parametrize(
    ("start", "unit", "year"),
    [
        ("000", "TK-12", "2023-24"),
        ("001", "Planning", "2023-24"),
        ("002", "Academics", "2020-21"),
        ("003", "Sec", "2016-17"),
    ],
)
def test_department_and_school_year(shared: Path, start: str, unit: str, year: str) -> None:
    plan = _read(shared, start).plan

    assert plan.get("schoolYear") == [year]
    assert plan.label.startswith(unit)


def test_every_theory_of_the_outlined_plans_leads_to_the_priority_of_its_place(shared: Path) -> None:
    for start in ("000", "001"):
        theories = _read(shared, start).items("TheoryOfAction")
        led = [p.notation for t in theories for p in t.get("leadsTo") if isinstance(p, Item)]

        assert led == [str(i) for i in range(1, len(theories) + 1)]
