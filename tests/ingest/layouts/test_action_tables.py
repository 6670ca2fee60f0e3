"""Each small plan in the folder `action_tables` is read as its expected table says."""

import csv
from pathlib import Path

import pytest

from ingest.findings import Findings, Item, Named
from ingest.layouts import action_table, recommendations
from ingest.readers.text import document_from_text
from ingest.reconcile import reconcile
from ingest.source import Source

FOLDER = Path(__file__).parent / "action_tables"
CASES = sorted(p.stem for p in FOLDER.glob("*.txt"))


def read(text: str) -> Findings:
    findings = Findings(document_from_text(Source("plan.txt", text)))
    recommendations.recognise(findings)
    action_table.recognise(findings)
    reconcile(findings)
    return findings


def words(values: list[object]) -> str:
    return "; ".join(
        v.label if isinstance(v, Item) else v.name.removesuffix("Term") if isinstance(v, Named) else str(v)
        for v in values
    )


def supported(action: Item) -> str:
    return "; ".join(
        f"{link.target.kind} {link.target.notation}"
        + (f" printed as {link.cited}" if link.cited != link.target.notation else "")
        + (" carried over" if link.note else "")
        for link in action.links
    )


def as_row(action: Item) -> dict[str, str]:
    return {
        "action": action.label,
        "part of": words(action.get("partOf")),
        "lead": words(action.get("leadResponsible")),
        "responsible": words(action.get("responsible")),
        "horizons": words(action.get("horizon")),
        "goal": words(action.get("underGoal")),
        "direction": words(action.get("underDirection")),
        "supports": supported(action),
        "note": words([*action.get("horizonNote"), *action.get("responsibleNote")]),
    }


@pytest.mark.parametrize("case", CASES)
def test_the_actions_of_a_table_are_as_expected(case: str) -> None:
    findings = read((FOLDER / f"{case}.txt").read_text(encoding="utf-8"))

    with (FOLDER / f"{case}.csv").open(encoding="utf-8", newline="") as file:
        expected = list(csv.DictReader(file))

    assert [as_row(action) for action in findings.items("Action")] == expected


@pytest.mark.parametrize("case", CASES)
def test_every_item_has_evidence_that_stands_in_the_file(case: str) -> None:
    findings = read((FOLDER / f"{case}.txt").read_text(encoding="utf-8"))
    raw = findings.document.source.raw

    for item in findings:
        assert item is findings.plan or item.evidence, item.label
        for text in item.evidence:
            assert all(
                raw[o] == c or c == " " for c, o in zip(text.value, text.offsets, strict=True) if o >= 0
            )


def test_a_table_of_other_width_does_not_go_on_without_marks_for_when() -> None:
    found = read("Action Item\tPerson\tDue\nMend the bell\tYard Office\tMay 4\n\nTier\tPrice\nRed\tTwo")

    assert [a.label for a in found.items("Action")] == ["Mend the bell"]
