"""The gap report: findings with evidence, grouped by rule, with the coverage of recommendations."""

import pytest

from graph.errors import UsageError
from graph.gaps import find_gaps
from graph.store import Store


def test_one_rule_can_be_run(district: Store) -> None:
    report = find_gaps(district, "g9")

    assert [r.id for r in report.rules] == ["G9"]
    assert [f.subject.label for f in report.findings] == ["Renew the buildings within ten years."]


def test_an_unknown_rule_is_told(district: Store) -> None:
    with pytest.raises(UsageError, match="no rule 'G99'; the rules are G1, G2"):
        find_gaps(district, "G99")


def test_every_finding_carries_evidence(district: Store) -> None:
    report = find_gaps(district)

    assert len(report.findings) > 15
    assert all(f.evidence for f in report.findings)


def test_a_conflict_names_the_items_that_it_is_about(district: Store) -> None:
    [finding] = find_gaps(district, "G13").findings

    assert [i.number for i in finding.about] == ["1", "2"]


def test_recommendations_are_counted_one_by_one(district: Store) -> None:
    coverage = find_gaps(district, "G9").coverage

    assert [(c.stated, c.section, c.inferred) for c in coverage] == [(0, 1, 0), (1, 0, 1), (0, 0, 0)]


def test_the_report_in_json_counts_by_rule(district: Store) -> None:
    body = find_gaps(district, "G16").as_json()

    assert body["rules"][0]["findings"] == len(body["findings"]) == 2
    assert {f["value"] for f in body["findings"]} == {"middle", "high"}
