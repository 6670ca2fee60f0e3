"""What was changed by whom is kept, the newest first."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from api.access.audit import AuditLog
from api.app import create_app
from graph.settings import Settings
from tests.api.access.conftest import HTML


def test_lines_are_only_added_and_read_the_newest_first(tmp_path: Path) -> None:
    log = AuditLog(tmp_path / "store")
    log.add("ann", "accepted document", "a\nb.pdf")
    AuditLog(tmp_path / "store").add("bob", "took back document", "b.pdf")

    assert [(c.who, c.about) for c in log.changes()] == [("bob", "b.pdf"), ("ann", "a\nb.pdf")]


def test_an_empty_log_has_no_lines(tmp_path: Path) -> None:
    assert list(AuditLog(tmp_path).changes()) == []


def test_half_a_line_is_left_out(tmp_path: Path) -> None:
    log = AuditLog(tmp_path)
    log.add("ann", "accepted document", "a.pdf")
    with (tmp_path / "audit.jsonl").open("a") as opened:
        opened.write('{"when": "2026')

    assert [c.who for c in log.changes()] == ["ann"]


@pytest.fixture
def client(tmp_path: Path) -> Iterator[TestClient]:
    log = AuditLog(tmp_path)
    for n in range(60):
        log.add("ann" if n % 2 else "bob", "accepted document" if n % 3 else "decided names", f"plan {n}.pdf")
    log.add("bob", "accepted document", "<script>x</script>\u2028.pdf")
    with TestClient(create_app(Settings(store=tmp_path))) as opened:
        yield opened


def test_changes_are_narrowed_and_come_a_page_at_a_time(client: TestClient) -> None:
    first = client.get("/api/audit").json()
    last = client.get("/api/audit", params={"page": 9}).json()
    some = client.get("/api/audit", params={"who": "ann", "what": "decided names", "about": "PLAN 3"}).json()

    assert (first["total"], first["pages"], len(first["changes"])) == (61, 2, 50)
    assert (last["page"], len(last["changes"])) == (2, 11)
    assert {c["about"] for c in some["changes"]} == {"plan 3.pdf", "plan 33.pdf", "plan 39.pdf"}
    assert first["people"] == ["ann", "bob"]


def test_the_page_shows_the_same_and_no_markup_of_others(client: TestClient) -> None:
    html = client.get("/audit", params={"who": "bob"}, headers=HTML).text

    assert "31 changes" in html
    assert "&lt;script&gt;x" in html
    assert "<script>x" not in html
    assert 'href="/api/audit?who=bob&amp;page=1"' in html
    assert "No change fits" in client.get("/audit", params={"who": "nobody"}).text


def test_an_empty_log_says_what_will_stand_there(tmp_path: Path) -> None:
    assert "will stand here" in TestClient(create_app(Settings(store=tmp_path))).get("/audit").text
