"""What a reader of the sample plans would put into the graph is in it."""

from pathlib import Path

import pytest

from graph.store import Store


@pytest.fixture(scope="module")
def store(sample_store: Path) -> Store:
    return Store.open(sample_store)


def _column(store: Store, where: str, what: str = "?x") -> list[str]:
    rows = store.select(f"SELECT DISTINCT {what} WHERE {{ {where} }} ORDER BY {what}")
    return [str(row[what.strip("?")]) for row in rows]


def _count(store: Store, where: str) -> int:
    return len(_column(store, where))


def test_five_plans_in_four_formats_were_read(store: Store) -> None:
    formats = _column(store, "?d a gt:SourceDocument ; dcterms:format ?x")

    assert _count(store, "?x a gt:SourceDocument") == 5
    assert len(formats) == 4


@pytest.mark.parametrize(("points", "schools"), [((13, 15), 6), ((9, 12), 10), ((3, 8), 10)])
def test_each_tier_has_its_range_and_its_schools(store: Store, points: tuple[int, int], schools: int) -> None:
    tier = f"?t gt:minPoints {points[0]} ; gt:maxPoints {points[1]} ."

    assert _count(store, f"{tier} ?a gt:tier ?t ; gt:atSchool ?x ; gt:schoolYear '2016-17'") == schools


def test_the_seven_recommendations_have_actions(store: Store) -> None:
    assert _column(store, "?r a gt:Recommendation ; skos:notation ?x") == list("1234567")
    assert _count(store, "?a gt:supports ?x . ?x a gt:Recommendation") == 7


def test_the_rows_of_a_table_support_the_recommendation_in_its_head(store: Store) -> None:
    sixth = "?r a gt:Recommendation ; skos:notation '6' ."
    basis = f"{sixth} ?l gt:to ?r ; gt:basis ?x"

    assert _count(store, f"{sixth} ?x gt:supports ?r FILTER NOT EXISTS {{ ?x gt:partOf ?y }}") == 7
    assert [b.rsplit("#", 1)[1] for b in _column(store, basis)] == ["section"]


def test_marks_decide_the_years_of_a_bullet(store: Store) -> None:
    bullet = "?a rdfs:label ?l ; gt:horizon ?x FILTER(STRSTARTS(?l, 'Plan its next three years'))"

    assert [h.rsplit("#", 1)[1] for h in _column(store, bullet)] == ["shortTerm"]


def test_two_places_that_disagree_are_kept_as_a_conflict(store: Store) -> None:
    swapped = "?x a gt:Conflict ; gt:about ?r . ?r a gt:Recommendation"
    cited = "?x a gt:Conflict ; rdfs:comment ?c . FILTER(CONTAINS(?c, 'MOU') && CONTAINS(?c, 'Resolution'))"

    assert _count(store, swapped) >= 1
    assert _count(store, cited) >= 1


def test_students_go_on_from_school_to_school(store: Store) -> None:
    way = "?l gt:fromSchool/rdfs:label ?f ; gt:toSchool/rdfs:label ?x . FILTER(STRSTARTS(?f, 'Field'))"

    assert any(name.startswith("Sierra Madre M") for name in _column(store, way))


def test_targets_and_resources_of_a_form(store: Store) -> None:
    assert _count(store, "?x a gt:Target ; gt:value '5% increase'") == 4
    assert _count(store, "?x gt:needsAdditionalResources true") == 3
    assert _count(store, "?x gt:needsAdditionalResources false") >= 4


@pytest.mark.parametrize(
    ("file", "theories"),
    [
        ("planning-department-plan-2023-24.md", 5),
        ("tk12-department-plan-2023-24.docx", 3),
        ("academics-annual-plan-2020-21.pdf", 1),
        ("secondary-planning-form-2016-17.txt", 1),
    ],
)
def test_theories_of_action_are_whole(store: Store, file: str, theories: int) -> None:
    said = f"?x a gt:TheoryOfAction ; gt:ifClause ?i ; gt:thenClause ?t ; gt:evidence/gt:document '{file}'"

    assert _count(store, said) == theories


def test_a_budget_adds_up(store: Store) -> None:
    total = _column(store, "?b a gt:BudgetLine ; gt:isTotal true ; gt:amount ?x")
    parts = _column(store, "?b a gt:BudgetLine ; gt:amount ?x FILTER NOT EXISTS { ?b gt:isTotal true }")

    assert [float(amount) for amount in total] == [297279.0]
    assert sum(float(amount) for amount in parts) == 297279.0


def test_evidence_of_a_pdf_names_its_page(store: Store) -> None:
    pdf = "?x gt:document 'academics-annual-plan-2020-21.pdf'"

    assert _count(store, pdf) > 10
    assert _count(store, f"{pdf} FILTER NOT EXISTS {{ ?x gt:page ?p }}") == 0


def test_every_item_has_evidence(store: Store) -> None:
    kinds = "gt:Action gt:Goal gt:Recommendation gt:Metric gt:Target gt:Priority gt:Need gt:Service"
    items = f"VALUES ?kind {{ {kinds} }} ?x a ?kind"

    assert _count(store, items) > 100
    assert _count(store, f"{items} FILTER NOT EXISTS {{ ?x gt:evidence ?e }}") == 0
