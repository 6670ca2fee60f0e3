"""Documents are uploaded, looked at and accepted over HTTP, with scripts and without."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient
from starlette.requests import Request

from api.access.audit import AuditLog
from api.access.roles import Role, Visitor
from api.app import create_app
from graph.errors import StoreError
from ingest.uploads import Uploads
from tests.ingest.simple import plan, settings
from tests.ingest.tried import settled, store_of_two, try_here

NEW = plan("Plan of the <script>hill</script> schools", "Hill Elementary")


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    try_here(monkeypatch)
    return store_of_two(tmp_path, monkeypatch)


@pytest.fixture
def client(store: Path) -> Iterator[TestClient]:
    with TestClient(create_app(settings(store))) as opened:
        yield opened


def _uploads(client: TestClient) -> Uploads:
    found: Uploads = client.app.state.house.uploads  # type: ignore[attr-defined]
    return found


def _sent(client: TestClient, name: str = "new.txt", text: str = NEW) -> dict[str, Any]:
    answer = client.post("/api/documents", files=[("files", (name, text))])
    assert answer.status_code == 202, answer.text
    settled(_uploads(client), _uploads(client).folder(answer.json()["id"]).job())
    told: dict[str, Any] = client.get(answer.headers["location"]).json()
    return told


def _names(client: TestClient) -> list[str]:
    return [d["document"] for d in client.get("/api/documents").json()]


def test_an_upload_is_previewed_and_then_accepted(client: TestClient, store: Path) -> None:
    job = _sent(client)

    assert job["state"] == "ready"
    assert job["preview"]["documents"][0]["document"] == "new.txt"
    assert _names(client) == ["a.txt", "b.txt"]
    assert client.post(f"/api/jobs/{job['id']}/accept").json()["state"] == "accepted"
    assert _names(client) == ["a.txt", "b.txt", "new.txt"]
    [line] = AuditLog(store).changes()
    assert (line.who, line.what, line.about) == ("local", "accepted: add", "new.txt")


def test_without_scripts_forms_lead_the_same_way(client: TestClient) -> None:
    sent = client.post("/upload", files=[("files", ("new.txt", NEW))], follow_redirects=False)
    address = sent.headers["location"]
    settled(_uploads(client), _uploads(client).folder(address.rpartition("/")[2]).job())
    page = client.get(address).text

    assert sent.status_code == 303
    assert f'action="{address}/accept" method="post"' in page
    assert "<script>hill" not in page
    done = client.post(f"{address}/accept")
    assert "accepted" in done.text
    assert "new.txt" in client.get("/upload").text


def test_what_is_discarded_is_gone(client: TestClient) -> None:
    job = _sent(client)

    assert client.post(f"/upload/{job['id']}/discard").status_code == 200
    assert client.post(f"/api/jobs/{job['id']}/accept").status_code == 400
    assert client.post(f"/upload/{job['id']}/accept").status_code == 400
    assert _names(client) == ["a.txt", "b.txt"]


def test_the_page_that_tells_why_not_can_be_tried_again(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    job = _sent(client)
    with monkeypatch.context() as held:
        held.setattr(Uploads, "accept", _busy)
        page = client.post(f"/upload/{job['id']}/accept")
    [again] = re.findall(r'action="([^"]+/accept)"', page.text)

    assert page.status_code == StoreError.http_status
    assert "accepted" in client.post(again).text


def _busy(*_: object) -> None:
    raise StoreError("Another ingest is writing.")


def test_a_document_is_taken_out_after_a_look(client: TestClient) -> None:
    page = client.get("/upload", params={"document": "b.txt"}).text
    answer = client.delete("/api/documents/b.txt")
    job = settled(_uploads(client), _uploads(client).folder(answer.json()["id"]).job()).job()

    assert "<option selected>b.txt</option>" in page
    assert answer.status_code == 202
    client.post(f"/api/jobs/{job.id}/accept")
    assert _names(client) == ["a.txt"]
    assert client.delete("/api/documents/none.txt").status_code == 404


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("../../etc/passwd.txt", "passwd.txt"),
        ("C:\\plans\\new.txt", "new.txt"),
        (".hidden.txt", "hidden.txt"),
        ("a<b>c|.txt", "abc.txt"),
        (f"{'x' * 400}.txt", f"{'x' * 120}.txt"),
        (f"{'計' * 120}.txt", f"{'計' * 66}.txt"),
        ("計" * 120, "計" * 66),
    ],
)
def test_names_of_files_stay_in_their_folder(client: TestClient, given: str, kept: str) -> None:
    assert _sent(client, given)["names"] == [kept]


def test_bad_uploads_are_told_in_a_sentence(client: TestClient) -> None:
    nothing = client.post("/api/documents", files=[("other", ("x.txt", "x"))])
    nameless = client.post("/api/documents", files=[("files", ("..", "x"))])
    page = client.post("/upload", data={"district": "x"})
    broken = _sent(client, "bad.zip", "PK\x03\x04 cut off")

    assert (nothing.status_code, nameless.status_code, page.status_code) == (400, 400, 400)
    assert "No file was sent" in nothing.json()["detail"]
    assert 'role="alert"' in page.text
    assert broken["state"] == "failed"
    assert broken["problem"].count("bad.zip") == 1


def test_an_upload_beyond_its_bounds_is_refused(store: Path) -> None:
    bounded = settings(store).model_copy(update={"upload_bytes": 2_000_000})
    with TestClient(create_app(bounded)) as client:
        said = client.post("/api/documents", files=[("files", ("big.txt", "x" * 2_100_000))])
        streamed = client.post(
            "/api/documents",
            content=(b"x" * 500_000 for _ in range(5)),
            headers={"Content-Type": "multipart/form-data; boundary=b"},
        )

    assert said.status_code == 413
    assert "2 MB" in said.json()["detail"]
    assert streamed.status_code in {400, 413}


def test_only_editors_change_documents(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    def reader(request: Request) -> Visitor:
        return Visitor("someone", Role.READER)

    monkeypatch.setattr("api.access.roles.visitor_of", reader)

    assert client.post("/api/documents", files=[("files", ("x.txt", "x"))]).status_code == 403
    assert client.delete("/api/documents/a.txt").status_code == 403
    assert client.get("/upload").status_code == 403
    assert client.get("/documents").status_code == 200


def test_what_is_no_job_is_told(client: TestClient) -> None:
    assert client.get("/api/jobs/none").status_code == 404
    assert client.get("/upload/none").status_code == 404
    assert client.post("/upload/none/accept").status_code == 404
    assert client.post(f"/upload/{_sent(client)['id']}/burn").status_code == 400
