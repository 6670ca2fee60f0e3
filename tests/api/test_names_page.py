"""Names that are one thing are shown, and what a person decides is kept, followed, and taken back."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from api.access.audit import AuditLog
from api.app import create_app
from ingest.pipeline import ingest
from ingest.uploads import Uploads
from tests.ingest.simple import plan, settings
from tests.ingest.tried import settled, store_of_two, try_here

PAIR = ["Oak A School", "Oak B School"]
FORM = {"name": PAIR, "says": "same", "kind": "School"}


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    try_here(monkeypatch)
    store = store_of_two(tmp_path, monkeypatch)
    (tmp_path / "plans" / "c.txt").write_text(plan("Plan c", "Riverbend <b>Middle</b> School"))
    (tmp_path / "plans" / "d.txt").write_text(plan("Plan d", "Riverbent <b>Middle</b> School"))
    ingest([tmp_path / "plans"], settings(store))
    return store


@pytest.fixture
def client(store: Path) -> Iterator[TestClient]:
    with TestClient(create_app(settings(store))) as opened:
        yield opened


def test_near_misses_can_be_decided(client: TestClient) -> None:
    html = client.get("/names").text

    assert "Riverben" in html
    assert "<b>Middle" not in html
    assert html.count('action="/names/decide"') >= 2


def test_a_decision_is_kept_told_and_followed(client: TestClient, store: Path) -> None:
    page = client.post("/names/decide", data=FORM).text
    body = client.get("/api/names").json()

    assert "/names/apply" in page
    assert body["decisions"][0] | {"district": ""} == {
        "same": True, "names": PAIR, "kind": "School", "district": "", "note": "", "names_in_use": True,
    }  # fmt: skip
    assert body["undone"] is True
    assert next(AuditLog(store).changes()).what == "decided"

    uploads: Uploads = client.app.state.house.uploads  # type: ignore[attr-defined]
    job = client.post("/api/names/apply").json()
    folder = settled(uploads, uploads.folder(job["id"]).job())
    assert folder.told("preview")["changes"]["totals"]["removed"] >= 1
    assert client.post(f"/api/jobs/{job['id']}/accept").json()["state"] == "accepted"
    after = client.get("/api/names").json()
    assert after["undone"] is False
    assert any(set(PAIR) <= {n["name"] for n in thing["names"]} for thing in after["things"])


def test_a_decision_is_taken_back(client: TestClient) -> None:
    client.post("/names/decide", data=FORM)
    html = client.get("/names", params={"show": "decided"}).text
    client.post("/names/decide", data=FORM | {"take_back": "true"})

    assert 'name="take_back"' in html
    assert client.get("/api/names").json()["decisions"] == []
    assert client.get("/api/names").json()["undone"] is False
    assert client.post("/names/decide", data=FORM | {"take_back": "true"}).status_code == 400


def test_the_later_of_two_that_contradict_each_other_holds(client: TestClient) -> None:
    client.post("/names/decide", data=FORM)
    said = client.post("/api/names/decisions", json={"same": False, "names": PAIR, "kind": "School"}).json()

    assert "contradicts" in said["put_aside"][0]
    assert [d["same"] for d in client.get("/api/names").json()["decisions"]] == [False]


@pytest.mark.parametrize(
    "body",
    [{"same": True, "names": ["Oak", "OAK!"]}, {"same": True, "names": ["A", "B"], "kind": "Cloud"}],
)
def test_what_decides_nothing_is_told(client: TestClient, body: dict[str, object]) -> None:
    assert client.post("/api/names/decisions", json=body).status_code == 400


def test_the_list_is_filtered(client: TestClient) -> None:
    assert "No name fits" in client.get("/names", params={"q": "zebra"}).text
    assert "Riverben" in client.get("/names", params={"q": "river", "kind": "School"}).text


def test_a_store_that_is_missing_is_told(tmp_path: Path) -> None:
    with TestClient(create_app(settings(tmp_path / "none"))) as client:
        assert client.get("/names").status_code == 503
        assert client.get("/api/names").status_code == 503
        assert client.post("/names/decide", data=FORM).status_code == 503
        assert client.post("/api/names/apply").status_code == 503
        assert "/upload" in client.get("/documents").text
    assert not (tmp_path / "none").exists()


def test_the_twin_is_filtered_as_the_page_is(client: TestClient) -> None:
    whole = client.get("/api/names").json()
    near = client.get("/api/names", params={"show": "near", "page": 1}).json()
    none = client.get("/api/names", params={"q": "no such name"}).json()

    assert whole["totals"]["near"] == len(whole["near_misses"]) > 0
    assert near["near_misses"] == whole["near_misses"][:25]
    assert near["things"] == []
    assert none["totals"] == {"near": 0, "one": 0, "decided": 0}
