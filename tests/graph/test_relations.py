"""Relations are shown both ways, in words, with basis and place; link nodes as what they mean."""

import pytest

from graph.items import BASE, Reader
from graph.relations import RelationGroup, Relations
from graph.store import Store


@pytest.fixture
def relations(district: Store) -> Relations:
    return Relations(Reader(district))


def _groups(relations: Relations, name: str) -> dict[str, RelationGroup]:
    return {group.key: group for group in relations.of(BASE + name)}


def test_an_alignment_link_is_shown_as_support_with_its_basis_and_place(relations: Relations) -> None:
    group = _groups(relations, "master/action1")["supports-to"]

    assert group.words == "supports"
    assert {(r.item.id, r.basis) for r in group.relations} == {
        ("master/rec1", "section"), ("master/lcap1", "section")
    }  # fmt: skip
    assert {e.start_line for r in group.relations for e in r.evidence} == {19}


def test_what_is_inferred_is_no_less_marked(relations: Relations) -> None:
    group = _groups(relations, "master/rec2")["supports-from"]

    assert [(r.basis, r.confidence) for r in group.relations] == [("stated", 1.0), ("inferred", 0.71)]


def test_offerings_and_feeders_are_shown_as_what_they_mean(relations: Relations) -> None:
    groups = _groups(relations, "oak")

    assert groups["ProgramOffering-atSchool-ofProgram"].relations[0].item.label == "Greek Immersion"
    feeder = groups["FeederLink-fromSchool-toSchool"].relations[0]
    assert (feeder.item.label, feeder.note) == ("Ash Middle", "Greek Immersion, existing")
    assert groups["TierAssignment-atSchool-tier"].words == "is in tier"


def test_who_leads_is_not_said_to_be_responsible_again(relations: Relations) -> None:
    groups = _groups(relations, "master/action1")

    assert [r.item.label for r in groups["leadResponsible-to-OrganizationalUnit"].relations] == [
        "Safety Office"
    ]
    assert [r.item.label for r in groups["responsible-to-OrganizationalUnit"].relations] == [
        "Family Services"
    ]


def test_no_link_node_is_shown_itself(relations: Relations) -> None:
    kinds = {r.item.type for name in ("oak", "greek", "master/rec1", "master") for g in
             relations.of(BASE + name, "") for r in g.relations}  # fmt: skip

    assert not kinds & {"AlignmentLink", "Conflict"}


def test_one_group_is_given_a_page_at_a_time(relations: Relations) -> None:
    few = _groups(relations, "master")
    key = next(key for key, group in few.items() if group.kind == "Action")
    [whole] = relations.of(BASE + "master", key, 9)

    assert (whole.total, whole.at, whole.last) == (4, 1, 1)
    assert whole.as_json()["relations"][0]["item"]["type"] == "Action"


def test_an_unknown_group_is_none(relations: Relations) -> None:
    assert relations.of(BASE + "master", "colour") == ()
