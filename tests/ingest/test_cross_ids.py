"""An id that one document uses and another defines is one thing, whatever the order of the documents."""

from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.store import Store
from ingest.cross_ids import defined_elsewhere
from ingest.document import Document
from ingest.findings import Findings, Named
from ingest.pipeline import ingest
from ingest.resolution import Resolution
from ingest.source import Source
from tests.ingest.simple import embed_simply, quads, settings, write

_Rows = list[tuple[str, str, str]]


def findings(rows: _Rows, school: str = "") -> Findings:
    found = Findings(Document(Source("plan.txt", "…"), ()))
    for kind, number, label in rows:
        found.add(kind, label, [], notation=number)
    if school:
        found.plan.set("ofOrganization", Named("School", school))
    return found


def meant(documents: Mapping[str, Findings]) -> dict[tuple[str, str], str]:
    found = defined_elsewhere(documents, Resolution({}))
    return {(document, key.split("/")[-1]): resource.label for (document, key), resource in found.items()}


AREA = ("StrategicDirection", "P1.F1", "Gardens at every school")
BARE = ("StrategicDirection", "P1.F1", "P1.F1")


def test_an_id_alone_is_what_another_document_says_that_it_is() -> None:
    assert meant({"a": findings([AREA]), "b": findings([BARE])}) == {
        ("b", "p1 f1"): "Gardens at every school"
    }


def test_the_path_is_that_of_the_definition() -> None:
    (found,) = defined_elsewhere({"a": findings([AREA]), "b": findings([BARE])}, Resolution({})).values()

    assert found.path[-2:] == ("strategicdirection", "p1-f1")
    assert found.path[0].startswith("a-")


def test_a_short_form_beside_a_compound_id_is_the_longer_name() -> None:
    long, short = ("Metric", "P1.M1", "Days in the garden DIG"), ("Metric", "P1.M1", "DIG")

    assert meant({"a": findings([short]), "b": findings([long])}) == {("a", "dig"): "Days in the garden DIG"}


@pytest.mark.parametrize(
    "others",
    [
        pytest.param([[("StrategicDirection", "P1.F1", "Boats")]], id="two definitions"),
        pytest.param([[AREA]], id="the same definition twice"),
        pytest.param([[AREA, ("StrategicDirection", "P1.F1", "Boats")]], id="two in one document"),
    ],
)
def test_an_ambiguous_id_stays_as_it_is(others: list[_Rows]) -> None:
    documents = {"a": findings([AREA]), "b": findings([BARE])}
    documents |= {f"c{n}": findings(rows) for n, rows in enumerate(others)}

    assert meant(documents) == {}


@pytest.mark.parametrize(
    ("definition", "use"),
    [
        pytest.param(("Goal", "P1.F1", "Gardens"), BARE, id="another kind"),
        pytest.param(("Goal", "1", "Gardens"), ("Goal", "1", "1"), id="a number alone"),
        pytest.param(("Goal", "P2", "Gardens"), ("Goal", "P1", "P1"), id="another id"),
        pytest.param(
            ("Goal", "G1", "Gardens in bloom"), ("Goal", "G1", "Gardens"), id="words, and no compound id"
        ),
        pytest.param(("Unit", "P1.F1", "Gardens"), ("Unit", "P1.F1", "P1.F1"), id="a name"),
        pytest.param(BARE, BARE, id="defined nowhere"),
    ],
)
def test_what_another_document_does_not_define_stays_as_it_is(
    definition: tuple[str, str, str], use: tuple[str, str, str]
) -> None:
    assert meant({"a": findings([definition]), "b": findings([use])}) == {}


def test_a_school_defines_no_id_of_another() -> None:
    assert meant({"a": findings([AREA], "Oak"), "b": findings([BARE], "Elm")}) == {}
    assert meant({"a": findings([AREA], "Oak"), "b": findings([BARE], "Oak")})


_ROWS = st.lists(
    st.tuples(
        st.sampled_from(["Goal", "Metric"]),
        st.sampled_from(["P1", "P1.F1", "P1.F2", "2"]),
        st.sampled_from(["P1", "P1.F1", "P1.F2", "Gardens", "Boats", "Boats on the river"]),
    ),
    max_size=4,
)


@given(st.lists(_ROWS, min_size=2, max_size=4), st.randoms())
def test_the_order_of_documents_plays_no_part(documents: list[_Rows], random: object) -> None:
    named = {f"d{n}": findings(rows) for n, rows in enumerate(documents)}
    order = list(named)
    random.shuffle(order)  # type: ignore[attr-defined]
    resolution = Resolution({})

    assert defined_elsewhere({n: named[n] for n in order}, resolution) == defined_elsewhere(named, resolution)


@given(st.lists(_ROWS, min_size=2, max_size=4))
def test_no_definition_is_itself_defined_elsewhere(documents: list[_Rows]) -> None:
    named = {f"d{n}": findings(rows) for n, rows in enumerate(documents)}
    found = defined_elsewhere(named, Resolution({}))
    labels = {(d, i.key): i.label for d in named for i in named[d]}

    assert all(labels[key] != resource.label for key, resource in found.items())


AREAS = """PillarID,FocusAreaID,FocusAreaName
P1,P1.F1,Gardens at every school
P1,P1.F2,Boats on the river
P2,P2.F1,Bread from our own ovens
"""
ACTIONS = """PillarID,FocusAreaID,ActionID,ActionName
P1,P1.F1,P1.F1.A1,Dig twelve beds beside the gym
P1,P1.F2,P1.F2.A1,Build a boat house of old planks
P2,P2.F1,P2.F1.A1,Teach baking to the sixth grade
"""
DISTRICT = "River Unified School District"


@pytest.fixture
def folder(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    embed_simply(monkeypatch)
    write(folder, "areas.csv", AREAS)
    write(folder, "actions.csv", ACTIONS)
    return folder


def directions(store: Path) -> list[tuple[str, str, int]]:
    """Return the directions with the documents that have a place of theirs, by how many of them."""
    rows = Store.open(store).select(
        """SELECT ?number ?label (COUNT(DISTINCT ?document) AS ?documents) {
             ?item a gt:StrategicDirection ; skos:notation ?number ; rdfs:label ?label
             GRAPH ?document { ?item gt:evidence ?place } }
           GROUP BY ?item ?number ?label"""
    )
    return sorted((str(r["number"]), str(r["label"]), int(str(r["documents"]))) for r in rows)


def test_two_files_of_one_district_are_read_as_one(folder: Path, tmp_path: Path) -> None:
    ingest([folder], settings(tmp_path / "store"), district=DISTRICT)

    assert directions(tmp_path / "store") == [
        ("P1.F1", "Gardens at every school", 2),
        ("P1.F2", "Boats on the river", 2),
        ("P2.F1", "Bread from our own ovens", 2),
    ]


def test_the_store_is_the_same_whichever_file_came_first(folder: Path, tmp_path: Path) -> None:
    for store, names in (("one", ("areas", "actions")), ("two", ("actions", "areas"))):
        for name in names:
            ingest([folder / f"{name}.csv"], settings(tmp_path / store), district=DISTRICT)

    assert quads(tmp_path / "one") == quads(tmp_path / "two")


def test_without_the_defining_file_an_id_stands_for_itself_again(folder: Path, tmp_path: Path) -> None:
    ingest([folder / "actions.csv"], settings(tmp_path / "alone"), district=DISTRICT)
    ingest([folder], settings(tmp_path / "store"), district=DISTRICT)
    (folder / "areas.csv").unlink()
    ingest([folder], settings(tmp_path / "store"), prune=True, district=DISTRICT)

    assert quads(tmp_path / "store") == quads(tmp_path / "alone")
    assert directions(tmp_path / "store") == [(n, n, 1) for n in ("P1.F1", "P1.F2", "P2.F1")]


def test_two_districts_share_no_ids(folder: Path, tmp_path: Path) -> None:
    ingest([folder / "areas.csv"], settings(tmp_path / "store"), district=DISTRICT)
    ingest([folder / "actions.csv"], settings(tmp_path / "store"), district="Hill School District")

    assert all(documents == 1 for _, _, documents in directions(tmp_path / "store"))


def test_a_folder_that_names_no_district_is_of_one(folder: Path, tmp_path: Path) -> None:
    ingest([folder], settings(tmp_path / "store"))

    assert all(documents == 2 for _, _, documents in directions(tmp_path / "store"))


def test_two_folders_that_name_none_share_no_ids(folder: Path, tmp_path: Path) -> None:
    for name in ("river", "hill"):
        (tmp_path / name).mkdir()
        for file in folder.iterdir():
            (tmp_path / name / f"{name}_{file.name}").write_bytes(file.read_bytes() + name.encode() + b",\n")
    ingest([tmp_path / "river", tmp_path / "hill"], settings(tmp_path / "store"))

    assert {d for _, _, d in directions(tmp_path / "store") if d > 2} == set()
