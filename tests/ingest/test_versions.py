"""A corrected file replaces the earlier one, and another year's plan stands beside it."""

from dataclasses import replace
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from ingest.cards import Card
from ingest.decisions import Decision, Decisions
from ingest.homes import Home
from ingest.likeness import shared_words, sketch
from ingest.register import Register
from ingest.versions import Versions, versions_of

WORDS = " ".join(f"step {n} asks the office to look at matter {n * 7}" for n in range(60))
OTHER = " ".join(f"in year {n} another house will open its garden number {n * 3}" for n in range(60))
TITLE = "Garden Master Plan"
PLAN = Card(TITLE, "masterPlan", "2024-25", words=sketch(WORDS))


def versions(cards: dict[str, Card], *decisions: Decision, homes: dict[str, str] | None = None) -> Versions:
    known = {name: Home((homes or {}).get(name, "river"), "River School District", "named") for name in cards}
    register = Register({})
    for name in cards:  # each comes in a run of its own
        register = register.with_files({Path("/", name): name})
    return versions_of(cards, known, register, Decisions.of(decisions))


def mended(words: str) -> tuple[int, ...]:
    return sketch(words.replace("matter 21", "the matter of the roof").replace("matter 70", "the well"))


def test_a_corrected_file_replaces_the_earlier_one() -> None:
    found = versions({"garden.pdf": PLAN, "garden_corrected.pdf": replace(PLAN, words=mended(WORDS))})

    assert {name: by.by for name, by in found.replaced.items()} == {"garden.pdf": "garden_corrected.pdf"}
    assert found.replaced["garden.pdf"].shared > 0.9


def test_a_draft_is_the_earlier_one_whenever_it_comes() -> None:
    found = versions({"garden.pdf": PLAN, "garden_draft.docx": replace(PLAN, words=mended(WORDS))})

    assert set(found.replaced) == {"garden_draft.docx"}


def test_where_nothing_tells_the_later_file_is_the_newer() -> None:
    assert set(versions({"b.pdf": PLAN, "a.pdf": PLAN}).replaced) == {"b.pdf"}


def test_of_three_versions_one_is_left() -> None:
    three = {"g v1.pdf": PLAN, "g v3.pdf": PLAN, "g v2.pdf": PLAN}

    assert set(versions(three).replaced) == {"g v1.pdf", "g v2.pdf"}


def test_another_year_stands_beside_the_earlier_one() -> None:
    years = {f"g{y}.pdf": replace(PLAN, year=f"20{y}-{y + 1}") for y in (25, 23, 24)}
    found = versions(years)

    assert not found.replaced
    assert found.earlier == (("g24.pdf", "g23.pdf"), ("g25.pdf", "g24.pdf"))


def test_a_corrected_file_of_an_earlier_year_replaces_that_year_only() -> None:
    cards = {"a.pdf": PLAN, "a_revised.pdf": PLAN, "b.pdf": replace(PLAN, year="2025-26")}
    found = versions(cards)

    assert set(found.replaced) == {"a.pdf"}
    assert found.earlier == (("b.pdf", "a_revised.pdf"),)


def test_plans_of_one_title_and_year_with_other_words_are_both_held_and_told() -> None:
    found = versions({"a.pdf": PLAN, "b.pdf": replace(PLAN, words=sketch(OTHER))})

    assert not found.replaced
    assert [pair[:2] for pair in found.doubtful] == [("a.pdf", "b.pdf")]


def test_plans_of_two_schools_are_two_though_their_words_are_mostly_the_same() -> None:
    plan = Card("School Plan for Student Achievement", "schoolPlan", "2024-25", words=sketch(WORDS))
    oak, elm = (replace(plan, school=f"{name} Elementary School") for name in ("Oak", "Elm"))
    later = replace(elm, year="2025-26")

    assert versions({"oak.pdf": oak, "elm.pdf": elm}) == Versions({})
    assert versions({"oak.pdf": oak, "elm.pdf": later}) == Versions({})
    assert versions({"oak.pdf": replace(oak, school=""), "elm.pdf": replace(elm, school="")}) == Versions({})
    owned = {"oak.pdf": replace(plan, owners=("Oak",)), "elm.pdf": replace(plan, owners=("Elm",))}
    assert versions(owned) == Versions({})


def test_plans_of_two_districts_are_two() -> None:
    assert versions({"a.pdf": PLAN, "b.pdf": PLAN}, homes={"a.pdf": "hill"}) == Versions({})


def test_other_titles_and_kinds_are_other_plans() -> None:
    assert versions({"a.pdf": PLAN, "b.pdf": replace(PLAN, title="Roof Master Plan")}) == Versions({})
    assert versions({"a.pdf": PLAN, "b.pdf": replace(PLAN, kind="otherPlan")}) == Versions({})


def test_a_short_form_and_the_words_are_one_title() -> None:
    spelt = replace(PLAN, title="Local Control and Accountability Plan", kind="accountabilityPlan")
    short = replace(spelt, title="River LCAP 2025-26", year="2025-26")

    assert versions({"a.pdf": spelt, "b.pdf": short}).earlier == (("b.pdf", "a.pdf"),)


def test_the_year_may_stand_in_the_name_of_the_file_alone() -> None:
    plain = replace(PLAN, year="")

    assert versions({"g 2023-24.pdf": plain, "g_2024-25.pdf": plain}).earlier == (
        ("g_2024-25.pdf", "g 2023-24.pdf"),
    )


def test_a_person_may_decide_otherwise() -> None:
    two = {"a.pdf": PLAN, "b.pdf": PLAN}
    other = {"a.pdf": PLAN, "b.pdf": replace(PLAN, title="Something else", words=sketch(OTHER))}

    assert versions(two, Decision(False, ("a.pdf", "b.pdf"), "Document")) == Versions({})
    assert versions(other, Decision(True, ("a.pdf", "b.pdf"), "Document")).replaced["a.pdf"].decided


@given(st.permutations(["g v1.pdf", "g v2.pdf", "h.pdf", "i.pdf"]))
def test_the_order_in_which_marked_versions_come_plays_no_part(names: list[str]) -> None:
    cards = {
        "g v1.pdf": PLAN,
        "g v2.pdf": PLAN,
        "h.pdf": replace(PLAN, year="2022-23"),
        "i.pdf": replace(PLAN, year="2021-22"),
    }
    found = versions({name: cards[name] for name in names})

    assert set(found.replaced) == {"g v1.pdf"}
    assert found.earlier == (("g v2.pdf", "h.pdf"), ("h.pdf", "i.pdf"))


@given(st.text(), st.text())
def test_a_share_is_a_share(first: str, second: str) -> None:
    one, two = sketch(first), sketch(second)

    assert 0 <= shared_words(one, two) == shared_words(two, one) <= 1
    assert not one or shared_words(one, one) == 1
