"""Every map says in its table what it draws, with the place of every line, and loads nothing."""

import json
import re

import pytest
from rdflib import Graph, URIRef

from graph.errors import UnknownItem, UsageError
from graph.items import Reader
from graph.store import Store
from tests.district.make import fill
from tests.viz.hostile import HOSTILE, hostile_store
from viz.maps import KINDS, draw, drawn_for, view_of
from viz.view import View
from viz.wanted import Wanted

ID = "https://w3id.org/goldenthread/id/"
ITEM = {"trace": Wanted(item="Recommendation 2")}


@pytest.fixture(params=KINDS)
def html(request: pytest.FixtureRequest, district: Store) -> str:
    return draw(district, request.param, ITEM.get(request.param, Wanted()))


def data_of(html: str) -> list[dict[str, list[dict[str, object]]]]:
    found = re.search(r'<script type="application/json" id="data">(.*?)</script>', html, re.DOTALL)
    assert found
    sheets: list[dict[str, list[dict[str, object]]]] = json.loads(found[1])["sheets"]
    return sheets


def test_a_page_names_nothing_to_load(html: str) -> None:
    assert not re.search(
        r"<(script|img|iframe|link|object|embed)\b[^>]*\b(src|href)\s*=", html, re.IGNORECASE
    )
    assert "bootstrap" not in html.lower()
    assert "@import" not in html


def test_a_page_forbids_loading(html: str) -> None:
    assert "default-src &#39;none&#39;; script-src &#39;sha256-" in html


def test_lines_join_boxes_that_are_there(html: str) -> None:
    for sheet in data_of(html):
        nodes = {n["id"] for n in sheet["nodes"]}
        assert {e[end] for e in sheet["edges"] for end in ("from", "to")} <= nodes


def test_nothing_moves_by_itself(html: str) -> None:
    assert all(s["options"]["physics"]["enabled"] is False for s in data_of(html))  # type: ignore[call-overload]


def shown(store: Store, kind: str, **filters: str) -> View:
    wanted = Wanted(**filters) if filters else ITEM.get(kind, Wanted())
    return view_of(Reader(store), kind, wanted)


@pytest.mark.parametrize("kind", KINDS)
def test_every_row_of_a_table_names_its_place(district: Store, kind: str) -> None:
    table = shown(district, kind).table

    assert table.rows
    assert all(len(row) == len(table.head) and ".txt" in row[-1] for row in table.rows)


@pytest.mark.parametrize("kind", KINDS)
def test_an_empty_store_gives_a_sentence(kind: str) -> None:
    if kind == "trace":
        with pytest.raises(UnknownItem):
            draw(Store.in_memory(), kind, ITEM[kind])
    else:
        assert "No document" in draw(Store.in_memory(), kind)


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_is_the_same_each_time(district: Store, kind: str) -> None:
    wanted = ITEM.get(kind, Wanted())

    assert draw(district, kind, wanted) == draw(district, kind, wanted)


@pytest.mark.parametrize("kind", KINDS)
def test_words_of_a_plan_never_become_markup(kind: str) -> None:
    html = draw(hostile_store(), kind, Wanted(item="urn:action") if kind == "trace" else Wanted())

    assert HOSTILE not in html
    assert "<img" not in html
    assert "&lt;script&gt;" in html


def test_feeder_tells_status_and_basis_apart(district: Store) -> None:
    view = shown(district, "feeder")
    [sheet] = view.sheets
    lines = {
        (a.rsplit("/", 1)[-1], b.rsplit("/", 1)[-1]): d["line"] for a, b, d in sheet.graph.edges(data=True)
    }

    assert not lines["oak", "ash"].dashes
    assert lines["elm", "ash"].dashes
    assert (lines["oak", "ash"].head, lines["elm", "ash"].head) == ("arrow", "vee")
    assert ("Elm Elementary", "Ash Middle", "Greek Immersion", "proposed", "implied") in {
        r[:5] for r in view.table.rows
    }


def test_feeder_puts_schools_in_the_column_of_their_level(district: Store) -> None:
    [sheet] = shown(district, "feeder").sheets
    columns = {n.rsplit("/", 1)[-1]: d["column"] for n, d in sheet.graph.nodes(data=True)}

    assert columns == {"oak": 0, "elm": 0, "ash": 1, "fir": 2}


def test_tiers_have_looks_of_their_own(district: Store) -> None:
    [sheet] = shown(district, "feeder").sheets
    boxes = {n.rsplit("/", 1)[-1]: d["box"] for n, d in sheet.graph.nodes(data=True)}

    assert boxes["oak"] != boxes["elm"] == boxes["fir"]
    assert "tier: Focus" in {k.text for k in shown(district, "feeder").legend}


def test_alignment_has_a_sheet_of_counts_and_one_of_actions(district: Store) -> None:
    view = shown(district, "alignment")

    assert {s.name for s in view.sheets} == {"Every action", "Counts by group"}
    assert "2 of 4 actions" in view.lead
    assert "1 of these have no action" in view.lead


def test_alignment_of_many_actions_shows_counts_alone(
    monkeypatch: pytest.MonkeyPatch, district: Store
) -> None:
    monkeypatch.setattr("viz.fold.LEGIBLE", 3)

    assert [s.name for s in shown(district, "alignment").sheets] == ["Counts by group"]


def test_a_recommendation_without_an_action_is_in_the_table(district: Store) -> None:
    rows = shown(district, "alignment").table.rows

    assert ("Recommendation 3: Renew the buildings within ten years.", "no action") in {r[:2] for r in rows}


def test_a_thread_puts_the_item_between_what_it_serves_and_what_serves_it(district: Store) -> None:
    [sheet] = shown(district, "trace").sheets
    columns = {d["label"]: d["column"] for _, d in sheet.graph.nodes(data=True)}

    assert (
        columns["Plan: Lindenfeld Master Plan"]
        < columns["Recommendation 2: Bring families into every decision."]
    )
    assert columns["Action: Open a family desk at each school"] > columns["Plan: Lindenfeld Master Plan"]


def test_units_stand_right_of_the_larger_one(district: Store) -> None:
    [sheet] = shown(district, "organisation").sheets
    columns = {d["label"].splitlines()[0]: d["column"] for _, d in sheet.graph.nodes(data=True)}

    assert (columns["Student Services"], columns["Safety Office"], columns["Strong Schools"]) == (0, 1, 2)


@pytest.mark.parametrize(
    ("kind", "filters", "message"),
    [
        ("tube", {}, "no map 'tube'"),
        ("trace", {}, "name it with --item"),
        ("alignment", {"by": "colour"}, "cannot be grouped"),
        (
            "feeder",
            {"by": "unit"},
            "The map feeder has no filter 'by'; it takes item, program, school, status",
        ),
        ("feeder", {"status": "dreamt"}, "existing or proposed"),
        ("feeder", {"item": "Safety Office"}, "Safety Office is not a school or program"),
        ("feeder", {"school": "Arts"}, "is not a school"),
        ("organisation", {"item": "Oak Elementary"}, "is not a unit"),
    ],
)
def test_wrong_words_are_told(district: Store, kind: str, filters: dict[str, str], message: str) -> None:
    with pytest.raises(UsageError, match=message):
        draw(district, kind, Wanted(**filters))


def labels(view: View) -> set[str]:
    return {d["label"].splitlines()[0] for _, d in view.sheets[0].graph.nodes(data=True)}


def test_a_school_s_map_tells_where_its_students_go(district: Store) -> None:
    view = shown(district, "feeder", school="Oak")

    assert labels(view) == {"Oak Elementary", "Ash Middle", "Fir High"}
    assert "Oak Elementary → Ash Middle (Greek Immersion, existing); Ash Middle → Fir High" in view.lead
    assert view.sheets[0].here == f"{ID}oak"
    assert {row[0] for row in view.table.rows} == {"Oak Elementary", "Ash Middle"}


def test_a_middle_school_s_map_has_both_ways(district: Store) -> None:
    view = shown(district, "feeder", item="Ash Middle")

    assert labels(view) == {"Oak Elementary", "Elm Elementary", "Ash Middle", "Fir High"}
    assert "They come from other schools by 2 links" in view.lead


def test_a_family_of_programs_holds_the_programs_in_it(district: Store) -> None:
    wide, narrow = (shown(district, "feeder", program=name) for name in ("Language Programs", "Arts"))

    assert len(wide.sheets[0].graph.edges) == 3
    assert not narrow.sheets[0].graph.edges
    assert labels(narrow) == {"Elm Elementary"}


def test_only_what_is_existing_or_proposed(district: Store) -> None:
    assert len(shown(district, "feeder", status="existing").sheets[0].graph.edges) == 1
    assert len(shown(district, "feeder", status="proposed").sheets[0].graph.edges) == 2


def test_what_can_be_chosen_is_told_with_what_is(district: Store) -> None:
    choices = {choice.name: choice for choice in shown(district, "feeder", school="Oak").choices}

    assert ("oak", "Oak Elementary") in choices["school"].options
    assert choices["school"].value == "oak"
    assert set(choices) == {"school", "program", "status"}


def test_the_room_of_a_school_is_told(district: Store) -> None:
    words = "Ash Middle has room for two more classes."
    said = Graph().parse(
        data=f"""@prefix gt: <https://w3id.org/goldenthread/ns#> . @prefix : <{ID}> .
        @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
        :room a gt:PlanningStatement ; rdfs:label "{words}" ; gt:aboutSchool :ash ; gt:evidence :at .
        :at gt:document "plan.txt" ; gt:startLine 50 ; gt:endLine 50 ; gt:quote "{words}" .""",
        format="turtle",
    )
    store = Store.in_memory()
    fill(store)
    store.replace_graph(URIRef("urn:more"), said)
    about = shown(store, "feeder").sheets[0].graph.nodes[f"{ID}ash"]["about"]

    assert f"Room and plans: “{words}”" in about.facts
    assert "line 50" in about.as_json()["quotes"][-1]["place"]


def test_programs_of_one_school(district: Store) -> None:
    view = shown(district, "programs", school="Oak")

    assert labels(view) == {"Language Programs", "Greek Immersion", "Oak Elementary"}


def test_schools_of_programs_tell_their_level(district: Store) -> None:
    view = shown(district, "programs")
    nodes = view.sheets[0].graph.nodes
    keys = {key.text: key.look for key in view.legend}

    assert nodes[f"{ID}oak"]["label"] == "Oak Elementary\nelementary"
    assert nodes[f"{ID}oak"]["box"] == keys["elementary school"] != keys["high school"]
    assert "Level: elementary" in nodes[f"{ID}oak"]["about"].facts
    assert {row[3] for row in view.table.rows if row[2] == "Oak Elementary"} == {"elementary"}


def test_what_supports_one_recommendation(district: Store) -> None:
    view = shown(district, "alignment", item="Recommendation 2")

    assert view.sheets[0].name == "Every action"
    assert {row[1] for row in view.table.rows} == {
        "Open a family desk at each school",
        "Send a letter each April",
    }


def test_a_unit_with_what_it_belongs_to(district: Store) -> None:
    view = shown(district, "organisation", item="Safety Office")

    assert {"Student Services", "Safety Office"} <= labels(view)
    assert "Family Services" not in labels(view)


def test_a_group_of_actions_opens(district: Store) -> None:
    counted = next(s for s in shown(district, "alignment").sheets if s.name == "Counts by group")
    opened = counted.opens["Strong Schools"]()

    assert f"{ID}master/action1" in opened.graph
    assert counted.holds[f"{ID}master/action1"] == ("Train staff in calm conflict talks", "Strong Schools")


def test_a_map_is_data_too(district: Store) -> None:
    told = shown(district, "feeder").as_json()

    assert {box["iri"] for box in told["sheets"][0]["boxes"]} >= {f"{ID}oak", f"{ID}ash"}
    assert told["table"]["head"][0] == "From"
    assert json.dumps(told)


def test_what_opens_nothing_is_told(district: Store) -> None:
    with pytest.raises(UnknownItem):
        shown(district, "feeder").sheet("0 Nowhere")


def test_a_file_ends_as_it_is_written(district: Store) -> None:
    assert drawn_for(".svg", district, "feeder", Wanted()).startswith("<svg")
    assert drawn_for(".HTML", district, "feeder", Wanted()).startswith("<!doctype html>")
    with pytest.raises(UsageError, match=r"html or \.svg"):
        drawn_for(".png", district, "feeder", Wanted())
