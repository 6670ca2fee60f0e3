"""Names are resolved across documents, whatever their order, and always to the same things."""

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.document import Document
from ingest.findings import Findings, Named
from ingest.resolve import Resolution, resolve
from ingest.source import Source, Text

DISTRICT = "Harbor Unified School District"


def findings(names: Mapping[str, list[str]], shorts: Mapping[str, str] | None = None) -> Findings:
    found = Findings(Document(Source("plan.txt", "…"), ()))
    for kind, several in {"District": [DISTRICT], **names}.items():
        for name in several:
            found.name(kind, Text(name))
    for short, words in (shorts or {}).items():
        item = found.add("Abbreviation", f"{words} ({short})", [Text("…")])
        item.set("shortForm", short).set("expansion", words)
    return found


def label(resolution: Resolution, document: str, kind: str, name: str) -> str | None:
    resource = resolution.of(document, Named(kind, name))
    return resource.label if resource else None


def test_one_school_in_two_documents_is_one_resource() -> None:
    first = findings({"School": ["Maple ES"]})
    second = findings({"School": ["Maple Elementary School"]})
    found = resolve({"a": first, "b": second})
    resource = found.of("a", Named("School", "Maple ES"))

    assert resource is not None
    assert resource == found.of("b", Named("School", "Maple Elementary School"))
    assert resource.path == ("harbor-unified-school-district", "school", "maple-elementary-school")
    assert (resource.label, resource.alt_labels) == ("Maple Elementary School", ("Maple ES",))
    assert resource.levels == ("elementary",)


def test_schools_of_two_districts_are_two() -> None:
    first = findings({"School": ["Maple ES"]})
    second = findings({"District": ["Valley School District"], "School": ["Maple ES"]})
    found = resolve({"a": first, "b": second})

    assert found.of("a", Named("School", "Maple ES")) != found.of("b", Named("School", "Maple ES"))


def test_a_document_without_a_district_belongs_to_the_only_one() -> None:
    found = resolve({"a": findings({}), "b": findings({"District": [], "Unit": ["Library"]})})
    resource = found.of("b", Named("Unit", "Library"))

    assert resource is not None
    assert resource.path[0] == "harbor-unified-school-district"


def test_a_district_is_known_by_its_initials() -> None:
    found = resolve({"a": findings({"District": ["HARBOR UNIFIED SCHOOL DISTRICT", DISTRICT, "HUSD"]})})

    assert {label(found, "a", "District", n) for n in ("HUSD", DISTRICT)} == {DISTRICT}


def test_an_expansion_that_a_document_gives_is_certain() -> None:
    first = findings({"Unit": ["LCC"]}, {"LCC": "Library and Care Center"})
    found = resolve({"a": first, "b": findings({"Unit": ["Library & Care Center"]})})

    assert label(found, "a", "Unit", "LCC") == "Library & Care Center"
    assert all(m.certain for m in found.merges)


def test_two_expansions_of_one_short_form_are_left_apart() -> None:
    first = findings({"Unit": ["LCC"]}, {"LCC": "Library Care Center"})
    second = findings({"Unit": ["Lunch Cooking Crew"]}, {"LCC": "Lunch Cooking Crew"})
    found = resolve({"a": first, "b": second})

    assert found.of("a", Named("Unit", "LCC")) != found.of("b", Named("Unit", "Lunch Cooking Crew"))
    assert found.near_misses


def test_individuals_of_the_ontology_are_not_resolved() -> None:
    found = findings({"Level": ["middle"]})
    found.add("Action", "Sing", [Text("Sing")]).set("status", Named("Status", "existing"))

    assert {named.kind for _, named in resolve({"a": found}).resources} == {"District"}


def test_a_name_that_only_a_fact_bears_is_resolved() -> None:
    found = findings({})
    found.add("Action", "Sing", [Text("Sing")]).set("responsible", Named("Unit", "Choir"))

    assert label(resolve({"a": found}), "a", "Unit", "Choir") == "Choir"


def test_an_item_that_is_named_is_the_shared_thing() -> None:
    found = findings({"Plan": ["Parks Plan 2016-20"]})
    item = found.add("Plan", "Parks Plan 2016-20", [Text("…")])
    resolution = resolve({"a": found})

    assert resolution.of_item("a", item) == resolution.of("a", Named("Plan", "Parks Plan 2016-20"))
    assert resolution.of_item("a", found.add("Plan", "Other Plan", [Text("…")])) is None


_NAMES = st.sampled_from(
    [
        "Maple",
        "Maple ES",
        "Maple Elementary",
        "Maple MS",
        "Maple Arts Magnet",
        "Oak HS",
        "John Oak High School",
    ]
)
_UNITS = st.sampled_from(["HR", "Human Resources", "Human Resources Division", "Library", "Food"])


@given(st.lists(st.tuples(st.lists(_NAMES), st.lists(_UNITS)), min_size=1, max_size=4), st.randoms())
def test_the_order_of_documents_plays_no_part(
    parts: list[tuple[list[str], list[str]]], random: object
) -> None:
    documents = {f"d{n}": findings({"School": s, "Unit": u}) for n, (s, u) in enumerate(parts)}
    keys = sorted(documents)
    random.shuffle(keys)  # type: ignore[attr-defined]  # hypothesis' own Random

    assert resolve({k: documents[k] for k in keys}) == resolve(documents)


@given(st.lists(_NAMES, min_size=1, max_size=7))
def test_every_name_is_a_name_of_what_it_means(names: list[str]) -> None:
    found = resolve({"a": findings({"School": names})})

    for name in names:
        resource = found.of("a", Named("School", name))
        assert resource is not None
        assert name in (resource.label, *resource.alt_labels)


@given(st.lists(_NAMES, min_size=1, max_size=7))
def test_two_resources_never_share_a_path(names: list[str]) -> None:
    found = resolve({"a": findings({"School": names})})
    resources = set(found.resources.values())

    assert len({r.path for r in resources}) == len(resources)


@pytest.mark.parametrize("kind", ["School", "Unit", "Program", "Plan", "Person", "Tier", "Organization"])
@given(name=st.text(min_size=1, max_size=30))
def test_any_name_is_resolved(kind: str, name: str) -> None:
    assert resolve({"a": findings({kind: [name]})}).of("a", Named(kind, name.strip())) is not None
