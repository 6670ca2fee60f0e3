"""Rules, kinds of items, steps of an upload and everything that maps say have their Spanish."""

import re
from collections.abc import Iterator
from dataclasses import replace
from importlib.resources import files
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from api.site.languages import translations
from api.site.sentences import saying
from graph.gaps import rules
from graph.items import Reader, spaced
from graph.settings import Settings
from graph.store import Store
from ingest.highlights import class_words
from viz.maps import KINDS, view_of
from viz.spoken import spoken
from viz.view import Key, Sheet, View
from viz.wanted import Wanted

SAY = saying("es")
CLASS = re.compile(r"^gt:([A-Z]\w+) a .*Class", re.MULTILINE)
SAME = re.compile(r"Plan: .*")  # in both languages
MARK = "¤"


def _known(text: str) -> bool:
    catalog = translations("es")._catalog  # type: ignore[attr-defined]  # words may be the same in both
    return text in catalog or SAY(text) != text or bool(SAME.fullmatch(text))


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.id)
def test_a_rule_speaks_spanish(rule: object) -> None:
    head = rule.check.head  # type: ignore[attr-defined]

    assert [
        t for t in (head["title"], head["question"], head["message"], head["advice"]) if not _known(t)
    ] == []


def test_every_class_has_a_spanish_name() -> None:
    ontology = files("graph").joinpath("ontology/goldenthread.ttl").read_text(encoding="utf-8")
    names = CLASS.findall(ontology)

    assert len(names) > 20
    assert [n for n in names if not (_known(spaced(n)) and _known(class_words(n)))] == []


def _tasks() -> Iterator[str]:
    """Return what the modules that read documents say of how far they are."""
    said = re.compile(r"(?:progress|_tell)\(f?\"([^\"]+)\"")
    for module in sorted(Path(str(files("ingest"))).glob("*.py")):
        for text in said.findall(module.read_text(encoding="utf-8")):
            yield re.sub(r"\{[^}]+\}", "a plan.pdf", text)


@pytest.mark.parametrize("task", sorted({t for t in _tasks() if " " in t and not t.startswith("a plan")}))
def test_a_step_of_an_upload_speaks_spanish(task: str) -> None:
    assert SAY(task) != task


def _words(view: View) -> Iterator[str]:
    """Yield what a map itself says: all but the names and quotes of the plans."""
    yield from (view.title, view.lead, view.empty, *view.table.head)
    yield from (key.text for key in view.legend)
    for sheet in view.sheets:
        yield from (sheet.name, sheet.note, *sheet.columns)
        for _, data in sheet.graph.nodes(data=True):
            yield from data["about"].facts
        for _, _, data in sheet.graph.edges(data=True):
            yield from (*data["about"].facts, data["name"])


WANTED = [
    *((kind, Wanted()) for kind in KINDS if kind != "trace"),
    ("trace", Wanted(item="master/action1")),
    ("trace", Wanted(item="master")),
    ("feeder", Wanted(school="ash")),
    ("feeder", Wanted(school="oak")),
    ("feeder", Wanted(program="greek")),
    ("alignment", Wanted(item="master/rec1")),
    ("programs", Wanted(program="languages")),
    ("organisation", Wanted(item="families")),
]


@pytest.mark.parametrize(("kind", "wanted"), WANTED, ids=[f"{k} {w.given}" for k, w in WANTED])
def test_every_word_of_a_map_has_spanish(district: Store, kind: str, wanted: Wanted) -> None:
    reader = Reader(district)
    view = view_of(reader, kind, wanted)
    named = {program.label for program in _programs(reader)}

    assert sorted({text for text in _words(view) if text and text not in named and not _known(text)}) == []


def _programs(reader: Reader) -> Iterator[object]:
    from graph.program_tree import program_tree  # noqa: PLC0415  # only this test asks for it

    yield from (place.item for place in program_tree(reader).places)


def test_numbers_names_and_inner_words_stand_in_their_gaps() -> None:
    assert SAY("Level: elementary") == "Nivel: primaria"
    assert SAY("Under: level") == "Bajo: level"
    assert SAY("Of 1,200 lines the 40 strongest are drawn; open a box to see all of its own.").startswith(
        "De 1,200 líneas se dibujan las 40 más fuertes"
    )
    assert SAY("What no message knows") == "What no message knows"
    assert saying("en")("Level: elementary") == "Level: elementary"


def test_a_map_keeps_what_the_plans_say(district: Store) -> None:
    view = view_of(Reader(district), "alignment", Wanted())
    told = spoken(view, lambda text: f"{MARK}{text}")

    assert told.lead == f"{MARK}{view.lead}"
    assert told.legend[0] == Key(f"{MARK}{view.legend[0].text}", view.legend[0].look)
    assert told.table.rows == view.table.rows
    before, after = view.sheets[0].graph, told.sheets[0].graph
    assert [d["about"].title for _, d in before.nodes(data=True)] == [
        d["about"].title for _, d in after.nodes(data=True)
    ]
    assert not any(MARK in fact for _, d in before.nodes(data=True) for fact in d["about"].facts)


def test_what_stands_behind_a_box_is_said_too(district: Store) -> None:
    view = view_of(Reader(district), "alignment", Wanted())
    opening = replace(view.sheets[0], opens={"more": lambda: Sheet("More", ("Column",), note="Opened")})
    told = spoken(replace(view, sheets=(opening,)), lambda text: f"{MARK}{text}")

    assert told.sheet("more").columns == (f"{MARK}Column",)


@pytest.mark.parametrize("form", ["svg", "frame"])
def test_a_map_is_sent_in_the_language_of_the_reader(district_path: Path, form: str) -> None:
    with TestClient(create_app(Settings(store=district_path))) as client:
        html = client.get("/api/maps/alignment", params={"format": form, "lang": "es"}).text
        page = client.get("/maps/alignment?lang=es").text

    assert "Metas y prioridades" in html
    assert "Goals and priorities" not in html
    assert "acciones se dice que apoyan" in page
