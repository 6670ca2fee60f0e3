"""`goldenthread report` shows what was read and what was not, as a table, as JSON and as one page."""

import json
import re
from html.parser import HTMLParser
from importlib.resources import files
from pathlib import Path

import pytest
import yaml

from api.cli.main import run
from tests.ingest.simple import plan, read_simply


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Path:
    read_simply(monkeypatch)
    (tmp_path / "plans").mkdir()
    (tmp_path / "plans" / "a.txt").write_text(plan("Plan <script>alert(1)</script> & more"))
    (tmp_path / "plans" / "b.txt").write_text(plan("The other plan") + "\nNobody knows what this line says\n")
    called(monkeypatch, "ingest", tmp_path / "plans", "--store", tmp_path / "s")
    capsys.readouterr()
    return tmp_path / "s"


def called(monkeypatch: pytest.MonkeyPatch, *words: object) -> int:
    monkeypatch.setattr("sys.argv", ["goldenthread", *map(str, words)])
    with pytest.raises(SystemExit) as ended:
        run()
    return int(str(ended.value.code))


class Page(HTMLParser):
    """The tags of a page with their attributes, and its words."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.words += data


@pytest.fixture
def page(store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Page:
    assert called(monkeypatch, "report", "--store", store, "--out", tmp_path / "report.html") == 0
    return Page((tmp_path / "report.html").read_text(encoding="utf-8"))


def test_a_table_tells_the_share_and_the_page(
    store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "plans" / "a.txt").unlink()  # what the report needs is in the store

    assert called(monkeypatch, "report", "--store", store, "--out", tmp_path / "report.html") == 0
    told = capsys.readouterr().out
    assert "a.txt" in told
    assert str(tmp_path / "report.html") in "".join(told.split("\n"))


def test_json_tells_what_was_left(
    store: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert called(monkeypatch, "report", "--store", store, "--json", "--document", "b.") == 0
    [told] = json.loads(capsys.readouterr().out)["documents"]

    assert told["document"] == "b.txt"
    assert 0 < told["share_read"] < 1
    assert told["words"] - told["words_read"] == sum(r["words"] for r in told["unread_regions"])
    assert told["unread_regions"][-1]["text"].endswith("Nobody knows what this line says")
    assert told["confidence"] == 1.0


def test_text_of_documents_is_escaped(page: Page) -> None:
    assert not [tag for tag, _ in page.tags if tag == "script"]
    assert "alert(1)" in page.words


def test_the_page_needs_nothing_from_elsewhere(page: Page) -> None:
    links = [
        a.get("href") or a.get("src") or "" for tag, a in page.tags if tag in ("a", "link", "img", "script")
    ]

    assert links
    assert all(link.startswith("#") for link in links)


def test_every_link_of_the_page_leads_somewhere(page: Page) -> None:
    ids = {a["id"] for _, a in page.tags if "id" in a}

    assert {a["href"] for tag, a in page.tags if tag == "a"} <= {f"#{i}" for i in ids}


def test_items_are_named_coloured_marked_and_reachable(page: Page) -> None:
    actions = [
        a for tag, a in page.tags if tag == "mark" and (a.get("title") or "").startswith("action: Visit")
    ]

    assert actions
    assert {(a["class"], a["data-k"], a["tabindex"]) for a in actions} == {("work", "A", "0")}


def test_unread_regions_are_marked_and_listed_with_their_place(page: Page) -> None:
    unread = [a for tag, a in page.tags if tag == "mark" and a["class"] == "unread" and "id" in a]

    assert unread
    assert re.search(r"unread 3\s*line 12", page.words)


def test_a_store_without_documents_is_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert called(monkeypatch, "report", "--store", tmp_path / "none") == 1
    assert capsys.readouterr().err.startswith("There is no store at")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (
            ["--out", "report.pdf"],
            "report.pdf: the report is written as .html; name such a file with --out.\n",
        ),
        (["--document", "zzz"], "No document of"),
    ],
)
def test_wrong_usage_is_one_sentence(
    store: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    words: list[str],
    said: str,
) -> None:
    assert called(monkeypatch, "report", "--store", store, *words) == 2
    assert capsys.readouterr().err.startswith(said)


def test_no_colour_of_a_group_is_a_class_of_the_page_itself() -> None:
    folder = files("api").joinpath("templates")
    groups = {
        g["name"] for g in yaml.safe_load(folder.joinpath("report_looks.yaml").read_text(encoding="utf-8"))
    }
    classes = set(re.findall(r"\.([a-z][\w-]*)", folder.joinpath("report.css").read_text(encoding="utf-8")))

    assert not groups & classes


def test_every_kind_of_item_has_one_mark_of_its_own() -> None:
    looks = yaml.safe_load(
        files("api").joinpath("templates", "report_looks.yaml").read_text(encoding="utf-8")
    )
    marks = [mark for group in looks for mark in group["kinds"].values()]

    assert all(isinstance(mark, str) for mark in marks)
    assert len(marks) == len(set(marks))
