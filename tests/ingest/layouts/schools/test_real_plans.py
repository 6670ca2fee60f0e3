"""The real plans: schools, tiers, programs, feeder links, registers and short forms."""

import json
import re
from collections import defaultdict
from pathlib import Path

import pytest

from ingest.findings import Findings, Item, Named
from ingest.layouts import recognise_all
from ingest.readers import read_document
from ingest.resolve import Resolution, resolve

pytestmark = pytest.mark.shared


@pytest.fixture(scope="module")
def plans(request: pytest.FixtureRequest) -> dict[str, Findings]:
    folder: Path = request.getfixturevalue("shared") / "plans"
    return {p.name: recognise_all(read_document(p, p.read_bytes(), p.name)) for p in sorted(folder.iterdir())}


@pytest.fixture(scope="module")
def names(plans: dict[str, Findings]) -> Resolution:
    return resolve(plans)


@pytest.fixture(scope="module")
def tiers(request: pytest.FixtureRequest) -> list[dict[str, list[str]]]:
    lines = (request.getfixturevalue("shared") / "eval" / "facts.jsonl").read_text().splitlines()
    return [fact for line in lines if (fact := json.loads(line))["relation"] == "tier"]


def test_every_school_stands_in_its_tier(
    plans: dict[str, Findings], names: Resolution, tiers: list[dict[str, list[str]]]
) -> None:
    found = set()
    for document, findings in plans.items():
        for item in findings.items("TierAssignment"):
            [school], [tier] = item.get("atSchool"), item.get("tier")
            assert isinstance(school, Named)
            assert isinstance(tier, Item)
            resource = names.of(document, school)
            assert resource is not None
            found |= {(n, tier.label) for n in (resource.label, *resource.alt_labels)}

    assert tiers
    for fact in tiers:
        assert any((name, fact["object"][0]) in found for name in fact["subject"]), fact


def test_the_accepted_names_of_a_school_are_one_and_those_of_two_are_two(
    names: Resolution, tiers: list[dict[str, list[str]]]
) -> None:
    meant = defaultdict(set)
    for (_, named), resource in names.resources.items():
        if named.kind == "School":
            meant[named.name].add(resource.path)
    paths = [{path for name in fact["subject"] for path in meant.get(name, ())} for fact in tiers]

    assert all(len(several) == 1 for several in paths)
    assert (
        len({path for several in paths for path in several})
        == len(tiers)
        == len(set(map(tuple, _schools(names))))
    )


def _schools(names: Resolution) -> set[tuple[str, ...]]:
    return {resource.path for (_, named), resource in names.resources.items() if named.kind == "School"}


def test_every_list_is_a_register_or_belongs_to_another_layout(plans: dict[str, Findings]) -> None:
    counts = {
        kind: sum(len(f.items(kind)) for f in plans.values())
        for kind in ("Criterion", "ProcessStep", "KeyDecision", "ReviewItem")
    }

    assert counts == {"Criterion": 8, "ProcessStep": 11, "KeyDecision": 6, "ReviewItem": 12}


def test_stated_and_implied_feeder_links_are_told_apart(plans: dict[str, Findings]) -> None:
    links = [i for f in plans.values() for i in f.items("FeederLink")]
    bases = {
        b: [i for i in links if i.get("basis") == [Named("Basis", b)]]
        for b in ("stated", "section", "inferred")
    }

    assert all(bases.values())
    assert all(i.get("confidence") for i in bases["inferred"])
    assert sum(map(len, bases.values())) == len(links)


def test_no_short_form_has_an_expansion_that_no_document_gives(plans: dict[str, Findings]) -> None:
    for findings in plans.values():
        raw = findings.document.source.raw
        for item in findings.items("Abbreviation"):
            if not item.get("basis"):
                [words] = item.get("expansion")
                assert "".join(str(words).split()) in "".join(re.sub(r"\n\s*- ", " ", raw).split())


def test_two_expansions_of_one_short_form_are_reported(plans: dict[str, Findings]) -> None:
    kinds = [str(i.get("conflictKind")[0]) for f in plans.values() for i in f.items("Conflict")]

    assert "expansion" in kinds
