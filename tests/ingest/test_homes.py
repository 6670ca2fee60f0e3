"""A document belongs to the district that a person, its own words or its folder give it."""

from pathlib import Path

from ingest.cards import Card
from ingest.decisions import Decisions
from ingest.homes import Home, homes_of

RIVER, HILL = "River Unified School District", "Hill School District"


def of(*names: str) -> Card:
    return Card(of=names[:1], districts=dict.fromkeys(names, 1))


def homes(cards: dict[str, Card], given: dict[str, str] | None = None) -> dict[str, Home]:
    return homes_of(cards, {name: Path("/", name) for name in cards}, given or {}, Decisions())


def how(cards: dict[str, Card]) -> dict[str, tuple[str, str]]:
    return {name: (home.label, home.how) for name, home in homes(cards).items()}


def test_a_document_that_names_none_takes_that_of_its_folder() -> None:
    found = how({"river/a": of(RIVER), "river/b": Card(), "hill/a": of(HILL), "hill/deep/b": Card()})

    assert found["river/b"] == (RIVER, "folder")
    assert found["hill/deep/b"] == (HILL, "folder")


def test_where_the_others_of_its_folder_do_not_agree_it_stands_by_itself() -> None:
    found = homes({"a": of(RIVER), "b": of(HILL), "c": Card(), "d": Card()})

    assert found["c"].how == "alone"
    assert found["c"].path != found["d"].path
    assert {found["a"].path, found["b"].path} & {found["c"].path, found["d"].path} == set()


def test_another_folders_district_is_not_taken_where_there_are_several() -> None:
    found = homes({"river/a": of(RIVER), "hill/a": of(HILL), "third/c": Card()})

    assert found["third/c"].how == "alone"


def test_the_only_district_of_a_store_is_taken() -> None:
    assert how({"river/a": of(RIVER), "other/b": Card()})["other/b"] == (RIVER, "only")


def test_what_a_person_says_comes_before_what_the_document_says() -> None:
    found = homes({"a": of(RIVER), "b": of(RIVER), "c": Card()}, {"b": HILL, "c": HILL})

    assert (found["a"].label, found["a"].how) == (RIVER, "named")
    assert {found[n].label for n in "bc"} == {HILL}
    assert {found[n].how for n in "bc"} == {"given"}


def test_a_person_may_use_the_short_form() -> None:
    found = homes({"a": of(RIVER), "b": Card()}, {"b": "RUSD"})

    assert found["b"].path == found["a"].path


def test_the_documents_of_a_folder_that_names_none_are_of_one_district() -> None:
    found = homes({f"{folder}/{name}": Card() for folder in ("river", "hill") for name in "ab"})

    assert {(h.path, h.label, h.how) for n, h in found.items() if "river" in n} == {("river", "", "together")}
    assert {h.path for n, h in found.items() if "hill" in n} == {"hill"}


def test_two_folders_of_one_name_are_not_one_district() -> None:
    found = homes({f"{folder}/plans/{name}": Card() for folder in ("river", "hill") for name in "ab"})

    assert {h.path for h in found.values()} == {"river-plans", "hill-plans"}


def test_a_document_alone_in_its_folder_stands_by_itself() -> None:
    found = homes({"a": Card(), "river/b": Card(), "hill/a": of(HILL), "dale/a": of(RIVER)})

    assert {found["a"].how, found["river/b"].how} == {"alone"}


def test_a_folder_beside_others_that_name_several_is_of_one_district() -> None:
    found = homes({"hill/a": of(HILL), "river/a": of(RIVER), "dale/a": Card(), "dale/b": Card()})

    assert {found["dale/a"].path, found["dale/b"].path} == {"dale"}
