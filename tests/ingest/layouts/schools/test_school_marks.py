"""Signs in tables of schools: ticks beside crosses, numbers before names, merged cells."""

from ingest.findings import Item
from tests.ingest.layouts.schools.said import fed, name, offered, read


def test_ticks_say_what_is_offered_and_crosses_what_is_not() -> None:
    findings = read(
        "# Elementary\n\n| School Name | Athletics | Choir | Visual Arts |\n|---|---|---|---|\n"
        "| 101-FINCH ES | ❌ | ✅ | ✅ |\n| 102-ROWE (J. B.) ES | ❌ | ❌ | ✅ |\n"
        "| 103-STARK, A. L. ES | ✅ | ❌ | ❌ |\n"
    )

    assert offered(findings) == [
        ("FINCH ES", "Choir", "existing"),
        ("FINCH ES", "Visual Arts", "existing"),
        ("ROWE (J. B.) ES", "Visual Arts", "existing"),
        ("STARK, A. L. ES", "Athletics", "existing"),
    ]


def test_a_cross_alone_is_a_mark() -> None:
    findings = read(
        "# Programs\n\n| School | IB | Choir |\n|---|---|---|\n| Finch ES | X | |\n| Lark MS | X | No |\n"
    )

    assert offered(findings) == [("Finch ES", "IB", "existing"), ("Lark MS", "IB", "existing")]


def test_marks_of_what_no_school_offers_are_left() -> None:
    findings = read(
        "| School | Roof done | Air tested |\n|---|---|---|\n| Finch ES | X | |\n| Lark MS | X | X |\n"
    )

    assert offered(findings) == []


def test_a_school_merged_over_several_rows_comes_next_for_each() -> None:
    findings = read(
        "# Zones\n\n| Elementary School | Zoned Middle School | Zoned High School |\n|---|---|---|\n"
        "| Finch Elementary | Heron Middle | Stork High |\n| Lark Elementary | | |\n"
        "| Wren Elementary | Ibis Middle | |\n"
    )

    assert fed(findings) == [
        ("Finch Elementary", "Heron Middle"),
        ("Heron Middle", "Stork High"),
        ("Ibis Middle", "Stork High"),
        ("Lark Elementary", "Heron Middle"),
        ("Wren Elementary", "Ibis Middle"),
    ]


def test_a_school_with_nothing_after_it_takes_nothing_from_above() -> None:
    findings = read(
        "# Zones\n\n| School | Grades | Feeds Into |\n|---|---|---|\n"
        "| Finch Elementary | K-5 | Heron Middle |\n| Heron Middle | 6-8 | |\n"
    )

    assert fed(findings) == [("Finch Elementary", "Heron Middle")]


def test_a_tier_that_is_a_number_is_called_by_the_word_of_its_column() -> None:
    findings = read("| School | Tier |\n|---|---|\n| Finch ES | 1 |\n| Lark MS | 2 |\n| Wren HS | 1 |\n")

    said = sorted((name(i, "atSchool"), _tier_of(i)) for i in findings.items("TierAssignment"))
    assert said == [("Finch ES", "Tier 1"), ("Lark MS", "Tier 2"), ("Wren HS", "Tier 1")]


def _tier_of(item: Item) -> str:
    tier = item.get("tier")[0]
    assert isinstance(tier, Item)
    return tier.label


def test_a_bullet_in_every_cell_tells_nothing() -> None:
    findings = read(
        "# Programs\n\n| School | IB | Choir |\n|---|---|---|\n| Finch ES | • | • |\n| Lark MS | • | • |\n"
    )

    assert offered(findings) == []
