"""A person's decisions come before every rule on names, and are marked as such."""

from ingest.decisions import Decision, Decisions
from ingest.resolve import resolve
from tests.ingest.test_resolve import findings, label


def decided(*decisions: Decision) -> Decisions:
    return Decisions.of(decisions)


def test_names_that_no_rule_joins_are_one_where_a_person_says_so() -> None:
    found = resolve(
        {"a": findings({"Unit": ["Library", "Book House"]})},
        decided(Decision(True, ("Library", "book house"), note="moved in May")),
    )

    assert label(found, "a", "Unit", "Library") == label(found, "a", "Unit", "Book House")
    assert [m.reason for m in found.merges if m.decided] == [
        "a person decided that they are one (moved in May)"
    ]


def test_names_that_a_rule_joins_are_two_where_a_person_says_so() -> None:
    documents = {"a": findings({"School": ["Maple ES", "Maple Elementary School"]})}
    found = resolve(documents, decided(Decision(False, ("Maple ES", "Maple Elementary School"), "School")))

    assert label(found, "a", "School", "Maple ES") != label(found, "a", "School", "Maple Elementary School")
    assert not found.near_misses  # it is decided


def test_a_third_name_does_not_join_what_a_person_told_apart() -> None:
    names = ["Maple ES", "Maple Elementary School", "Maple Elementary"]
    found = resolve(
        {"a": findings({"School": names})},
        decided(Decision(False, ("Maple ES", "Maple Elementary School"))),
    )

    assert label(found, "a", "School", "Maple ES") != label(found, "a", "School", "Maple Elementary School")


def test_a_person_may_join_what_a_rule_forbids() -> None:
    names = ["Maple Elementary School", "Maple High School"]
    documents = {"a": findings({"School": names})}

    assert label(resolve(documents), "a", "School", names[0]) != label(
        resolve(documents), "a", "School", names[1]
    )
    found = resolve(documents, decided(Decision(True, (names[0], names[1]))))
    assert label(found, "a", "School", names[0]) == label(found, "a", "School", names[1])


def test_a_decision_of_one_district_is_none_of_another() -> None:
    documents = {
        "a": findings({"Unit": ["Library", "Book House"]}),
        "b": findings({"District": ["Valley School District"], "Unit": ["Library", "Book House"]}),
    }
    found = resolve(
        documents, decided(Decision(True, ("Library", "Book House"), district="Valley School District"))
    )

    assert label(found, "a", "Unit", "Library") != label(found, "a", "Unit", "Book House")
    assert label(found, "b", "Unit", "Library") == label(found, "b", "Unit", "Book House")


def test_names_of_districts_can_be_decided() -> None:
    documents = {
        "a": findings({"School": ["Maple ES"]}),
        "b": findings({"District": ["Harbor Schools District"], "School": ["Maple ES"]}),
    }
    apart = resolve(documents)
    one = resolve(
        documents,
        decided(Decision(True, ("Harbor Unified School District", "Harbor Schools District"), "District")),
    )

    assert len({r.path for r in apart.resources.values() if r.kind == "School"}) == 2
    assert len({r.path for r in one.resources.values() if r.kind == "School"}) == 1
    assert any(m.decided and m.kind == "District" for m in one.merges)
