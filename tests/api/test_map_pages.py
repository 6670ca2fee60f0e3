"""The maps in the site: filters and downloads as links and forms; each map as page, picture and data."""

import re
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import pytest
from babel.messages.extract import extract_from_dir
from defusedxml import ElementTree
from fastapi.testclient import TestClient

from api.app import create_app
from api.deps import House
from api.site.languages import translations
from graph.settings import Settings
from tests.viz.hostile import HOSTILE, hostile_store
from viz.maps import KINDS


@pytest.fixture
def client(district_path: Path) -> Iterator[TestClient]:
    with TestClient(create_app(Settings(store=district_path))) as opened:
        yield opened


def _query(kind: str) -> str:
    return "?item=Recommendation+2" if kind == "trace" else ""


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_has_its_map_and_ways_to_keep_it(client: TestClient, kind: str) -> None:
    html = client.get(f"/maps/{kind}{_query(kind)}").text
    named = {path.replace("&amp;", "&") for path in re.findall(r'(?:href|src)="(/api/[^"]*)"', html)}

    assert html.count("<h1") == 1
    assert re.search(r'<iframe [^>]*title="Map: [^"]+"', html)
    assert {re.sub(r".*format=", "", path) for path in named if "format=" in path} == {"frame", "file", "svg"}
    assert all(client.get(path).status_code == 200 for path in named)
    assert "style=" not in html


def test_filters_are_a_form_that_keeps_what_was_chosen(client: TestClient) -> None:
    html = client.get("/maps/feeder", params={"school": "oak", "status": "", "program": ""}).text

    assert '<option value="oak" selected>Oak Elementary</option>' in html
    assert "Oak Elementary → Ash Middle" in html
    assert "school=oak&amp;format=frame" in html


def test_a_filter_that_a_map_does_not_take_is_refused_in_a_sentence(client: TestClient) -> None:
    answer = client.get("/api/maps/feeder", params={"by": "unit"})

    assert answer.status_code == 400
    assert answer.json()["detail"].startswith("The map feeder has no filter 'by'; it takes item, program")


def test_a_map_runs_only_its_own_scripts(client: TestClient) -> None:
    policy = client.get("/api/maps/feeder").headers["content-security-policy"]

    assert "unsafe" not in policy
    assert policy.startswith("default-src 'none'; script-src 'sha256-")
    assert "frame-ancestors 'self'" in policy


def test_boxes_of_a_served_map_lead_to_their_pages(client: TestClient) -> None:
    html = client.get("/api/maps/feeder").text

    assert '"href": "/items/oak"' in html
    assert '"href": "/source/plan.txt?' in html
    assert '"href"' not in client.get("/api/maps/feeder?format=file").text


def test_a_picture_and_a_file_are_downloads(client: TestClient) -> None:
    picture, file = (client.get(f"/api/maps/programs?format={form}") for form in ("svg", "file"))

    assert picture.headers["content-type"] == "image/svg+xml"
    assert 'filename="programs.svg"' in picture.headers["content-disposition"]
    assert ElementTree.fromstring(picture.text).tag.endswith("svg")
    assert 'filename="programs.html"' in file.headers["content-disposition"]


def test_a_map_is_data(client: TestClient) -> None:
    told = client.get("/api/maps/feeder/data?school=oak").json()

    assert {line["from"].rsplit("/")[-1] for line in told["sheets"][0]["lines"]} == {"oak", "ash"}
    assert told["choices"][0]["value"] == "oak"


def test_what_stands_behind_a_group_is_shown_by_its_address(client: TestClient) -> None:
    opened = client.get("/api/maps/alignment/data", params={"open": "Strong Schools"}).json()
    missing = client.get("/api/maps/alignment/data", params={"open": "Nothing"})

    assert opened["sheets"][0]["name"] == "Strong Schools"
    assert missing.status_code == 404


def test_the_map_of_a_thread_asks_for_its_item(client: TestClient) -> None:
    html = client.get("/maps/trace").text

    assert 'name="item"' in html
    assert "<iframe" not in html


@pytest.mark.parametrize("language", ["en", "es"])
def test_a_title_that_is_a_script_is_shown(monkeypatch: pytest.MonkeyPatch, language: str) -> None:
    store = hostile_store()
    monkeypatch.setattr(House, "store", lambda self: store)
    with TestClient(create_app(Settings())) as client:
        html = client.get("/maps/feeder", params={"item": "urn:low", "lang": language}).text
        drawn = client.get("/api/maps/feeder", params={"item": "urn:low", "lang": language}).text

    title = {"en": "Feeder patterns of", "es": "Patrones de escuelas de"}[language]
    assert re.search(rf"<h1[^>]*>{title} low &lt;/script&gt;&lt;script&gt;", html)
    assert HOSTILE not in html
    assert HOSTILE not in drawn


def test_a_map_speaks_spanish(client: TestClient) -> None:
    html = client.get("/api/maps/feeder", headers={"Accept-Language": "es"}).text

    assert ">Leyenda<" in html
    assert '<html lang="es">' in html


def test_every_word_of_a_map_s_controls_is_there_in_spanish() -> None:
    folder = Path(str(files("viz"))) / "templates"
    method = [("**.html", "jinja2"), ("**.svg", "ignore")]
    said = {message for _, _, message, _, _ in extract_from_dir(str(folder), method_map=method)}

    assert said
    assert said <= set(translations("es")._catalog)  # type: ignore[attr-defined]  # words may be the same in both


def test_words_of_a_plan_are_words_on_the_page(client: TestClient) -> None:
    answer = client.get(
        "/maps/feeder", params={"school": "<script>x</script>"}, headers={"Accept": "text/html"}
    )

    assert answer.status_code == 404
    assert "<script>x" not in answer.text
