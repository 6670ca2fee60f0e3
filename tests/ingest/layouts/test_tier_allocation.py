"""Tables of what each tier receives: every cell under its tier, level and column; other tables left alone."""

from ingest.findings import Findings
from ingest.layouts import tier_allocation
from ingest.readers.text import document_from_text
from ingest.source import Source

TABLE = """\
# Supports of schools by tier

| | Level | Care | Teaching |
|---|---|---|---|
| Tier 1 | ES | 0.5 Nurse | -- |
| | MS | 1.0 Nurse | 0.5 Coach |
| Tier 2 | ES | 1.0 Nurse | 1.0 Coach |
"""


def read(text: str) -> Findings:
    findings = Findings(document_from_text(Source("plan.md", text, "text/markdown")))
    tier_allocation.recognise(findings)
    return findings


def test_each_cell_stands_under_its_tier_level_and_column() -> None:
    services = [(s.label, str(s.get("underHeading")[0])) for s in read(TABLE).items("Service")]

    assert services == [
        ("0.5 Nurse", "Tier 1 ES Care"),
        ("1.0 Nurse", "Tier 1 MS Care"),
        ("0.5 Coach", "Tier 1 MS Teaching"),
        ("1.0 Nurse", "Tier 2 ES Care"),
        ("1.0 Coach", "Tier 2 ES Teaching"),
    ]


def test_a_table_of_schools_by_tier_is_left_alone() -> None:
    text = "| School | Tier | Care |\n|---|---|---|\n| Heron | Tier 1 | Nurse |\n| Otter | Tier 2 | Nurse |\n"

    assert not read(text).items("Service")
