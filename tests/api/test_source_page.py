"""The view of a document shows the quoted place in its context, and the accounts say what was read."""

import re
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from shutil import copytree

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from api.site.looks import looks
from graph.settings import Settings
from ingest.pipeline import ingest
from tests.ingest.simple import plan, read_simply, settings

PLAN = "emp-road-map-2016.txt"
PDF = "academics-annual-plan-2020-21.pdf"


@pytest.fixture(scope="module")
def client(sample_store: Path) -> Iterator[TestClient]:
    with TestClient(create_app(Settings(store=sample_store))) as opened:
        yield opened


def test_the_quoted_words_are_marked_in_their_line(client: TestClient) -> None:
    html = client.get(f"/source/{PLAN}", params={"start": 1, "end": 1, "quote": "district"}).text

    assert html.count('id="place"') == 1
    assert 'class="cited"' in html


def test_every_citation_of_the_list_leads_to_a_place(client: TestClient) -> None:
    for document in client.get("/api/documents").json():
        account = client.get(f"/api/documents/{document['document']}").json()
        for region in account["regions"][:5]:
            html = client.get(region["address"].partition("#")[0]).text
            assert html.count('id="place"') == 1


def test_the_view_has_a_twin(client: TestClient) -> None:
    body = client.get(f"/api/source/{PLAN}", params={"start": 2, "quote": "x"}).json()

    assert body["unit"] == "lines"
    assert body["original"] == "there"
    assert body["picture"] is None
    assert body["parts"][0]["place"] == "1"


def test_pages_of_a_pdf_stand_beside_their_text(client: TestClient) -> None:
    html = client.get(f"/source/{PDF}", params={"page": 2, "quote": "Metrics"}).text
    address = re.search(r'src="(/api/pictures/[^"]+)"', html)
    assert address
    drawn = client.get(address[1].replace("&amp;", "&"))

    assert drawn.headers["content-type"] == "image/png"
    assert "/api/pictures/2/" in address[1]
    assert client.get(f"/api/pictures/2/{PLAN}").status_code == 422
    assert client.get(f"/api/pictures/2/{PDF}", params={"quote": "Metrics\0"}).status_code == 200


def test_parts_are_paged(client: TestClient) -> None:
    html = client.get(f"/source/{PLAN}").text
    following = re.search(r'rel="next" href="([^"]+)"', html)
    assert following

    assert 'rel="prev"' in client.get(following[1].replace("&amp;", "&")).text


def test_a_document_that_is_not_there_is_told(client: TestClient) -> None:
    for address in ("/source/none.txt", "/documents/none.txt", "/api/source/none.txt"):
        assert client.get(address).status_code == 404


def test_words_of_a_document_are_never_markup(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read_simply(monkeypatch)
    file = tmp_path / "a.txt"
    file.write_text(plan("Plan <script>alert(1)</script>"))
    ingest([file], settings(tmp_path / "store"))
    hostile = {"quote": "<script>alert(1)</script>", "start": 1}
    with TestClient(create_app(Settings(store=tmp_path / "store"))) as client:
        shown = [
            client.get("/source/a.txt", params=hostile).text,
            client.get("/documents").text,
            client.get("/documents/a.txt").text,
            client.get("/report").text,
        ]

    assert all("<script>alert" not in html for html in shown)
    assert "&lt;script&gt;" in shown[0]


def test_the_list_names_hash_share_and_kinds(client: TestClient) -> None:
    html = client.get("/documents").text
    body = {d["document"]: d for d in client.get("/api/documents").json()}

    assert body[PLAN]["sha256"][:12] in html
    assert "<progress" in html
    assert {"type": "Recommendation", "items": 7} in body[PLAN]["items"]
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT.*", body[PLAN]["read_at"])


def test_the_account_links_what_was_not_read(client: TestClient) -> None:
    html = client.get(f"/documents/{PLAN}").text

    assert f'href="/source/{PLAN}?start=' in html
    assert f"/report?document={PLAN}" in html


def test_the_report_is_a_page_with_a_policy_that_fits(client: TestClient) -> None:
    page = client.get("/report")

    assert "sha256-" in page.headers["content-security-policy"]
    assert ' style="' not in page.text
    assert PLAN in page.text
    assert PDF not in client.get("/report", params={"document": "road-map"}).text


def test_only_the_last_pages_of_the_report_are_kept(
    sample_store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[str] = []
    pages = import_module("api.pages.documents")
    monkeypatch.setattr(pages, "_report", lambda _, words: made.append(words) or words)
    with TestClient(create_app(Settings(store=sample_store))) as client:
        for words in ("again", *map(str, range(4)), "again", *map(str, range(20)), "again"):
            client.get("/report", params={"document": words})

    assert made.count("again") == 2


def test_a_store_without_texts_has_a_list_all_the_same(district_path: Path) -> None:
    with TestClient(create_app(Settings(store=district_path))) as client:
        assert client.get("/documents").status_code == 200
        assert client.get("/api/documents").status_code == 200


def test_a_file_that_is_gone_is_told(sample_store: Path, tmp_path: Path) -> None:
    store = copytree(sample_store, tmp_path / "store")
    register = store / "register.json"
    register.write_text(register.read_text().replace("/sample/", "/elsewhere/"))
    with TestClient(create_app(Settings(store=store))) as client:
        html = client.get(f"/source/{PDF}", params={"page": 1}).text

    assert "no longer where it was read" in html
    assert "/api/pictures/" not in html


def test_the_colours_of_the_view_are_those_of_the_report() -> None:
    css = (Path(__file__).parents[2] / "api" / "static" / "source.css").read_text(encoding="utf-8")

    for group in looks().groups:
        assert f"mark.{group['name']} {{ --mark-edge: {group['edge']}; background: {group['fill']}; }}" in css
