"""An auditor adds a document: it is read beside the store, seen, and then accepted or given up."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from graph.settings import Settings
from tests.api.server import running
from tests.browser.conftest import opened_page, picture

_READ = 120_000  # milliseconds that a slow machine may take for a small plan
_PLAN = """# Library Plan 2024-25

## Goal 1: Every pupil borrows a book each week

### Action 1.1: Open the library before the first lesson

### Action 1.2: Let pupils choose half of the new books

## Goal 2: Families read together

### Action 2.1: Hold a reading evening each term
"""


@pytest.fixture(scope="module")
def changing(sample_store: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Return the address of a server over a store of its own, which journeys change."""
    store = tmp_path_factory.mktemp("changing") / "store"
    shutil.copytree(sample_store, store)
    with running(Settings(store=store)) as address:
        yield address


@pytest.fixture
def editor(browser: Browser, changing: str) -> Iterator[Page]:
    """Return a page on which documents can be changed."""
    yield from opened_page(browser, changing, "desk")


def previewed(page: Page, name: str, words: str = _PLAN) -> None:
    """Upload a small plan and wait for what it would change."""
    page.goto("/upload")
    plan = {"name": name, "mimeType": "text/markdown", "buffer": words.encode()}
    page.get_by_label("Files, or ZIP archives of them").set_input_files([plan])
    page.get_by_role("button", name="Read and preview").click()
    expect(page.get_by_role("button", name="Accept")).to_be_visible(timeout=_READ)


def test_what_was_previewed_is_accepted_and_there(editor: Page) -> None:
    previewed(editor, "library-plan.md")
    expect(editor.get_by_text("items added")).to_be_visible()
    picture(editor, "journey-auditor-upload-1")
    editor.get_by_role("button", name="Accept").click()
    expect(editor.get_by_role("link", name="To the documents")).to_be_visible(timeout=_READ)
    editor.get_by_role("link", name="To the documents").click()
    picture(editor, "journey-auditor-upload-2")

    expect(editor.get_by_role("rowheader", name="library-plan.md")).to_be_visible()


def test_what_is_discarded_changes_nothing(editor: Page) -> None:
    previewed(editor, "given-up.md", _PLAN.replace("Library", "Garden").replace("book", "plant"))
    editor.get_by_role("button", name="Discard").click()
    expect(editor.get_by_role("link", name="Add other documents")).to_be_visible()
    editor.goto("/documents")

    expect(editor.get_by_role("table")).to_be_visible()
    expect(editor.get_by_role("rowheader", name="given-up.md")).to_have_count(0)
