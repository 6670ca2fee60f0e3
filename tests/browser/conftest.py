"""A real browser before the real server: what journeys are watched for, and where their pictures are kept."""

import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, expect
from playwright.sync_api import TimeoutError as Late

from graph.settings import Settings
from tests.api.server import running

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
PICTURES = Path(os.environ.get("GOLDENTHREAD_PICTURES", Path(__file__).parents[2] / "out" / "pictures"))
SLOW = 30_000  # milliseconds that a page may take on a machine with much else to do; no speed is tested here
WIDTHS = {"desk": (1440, 900), "tablet": (1024, 768), "phone": (390, 844)}

expect.set_options(timeout=SLOW)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skip the journeys where there is no browser to make them with."""
    if CHROMIUM is None:
        for item in items:
            if Path(__file__).parent in item.path.parents:
                item.add_marker(pytest.mark.skip(reason="no Chromium is installed"))


@dataclass
class Watch:
    """What went wrong on a page: messages of its console, and requests that left the machine or failed."""

    host: str
    complaints: list[str] = field(default_factory=list)

    def over(self, page: Page) -> None:
        """Watch a page from now on."""
        page.on("console", lambda m: self._tell(f"console: {m.text}", self._is_wrong(m)))
        page.on("pageerror", lambda e: self._tell(f"script: {e}", True))
        page.on("request", lambda r: self._tell(f"left the machine: {r.url}", self._away(r.url)))
        page.on("response", lambda r: self._tell(f"{r.status}: {r.url}", r.status >= 500))

    @staticmethod
    def _is_wrong(message: ConsoleMessage) -> bool:
        """A page that tells a problem is a message of the browser's own, and no defect."""
        told = message.text.startswith("Failed to load resource: the server responded with a status of 4")
        return message.type in {"error", "warning"} and not told

    def _tell(self, words: str, is_wrong: bool) -> None:
        if is_wrong:
            self.complaints.append(words)

    def _away(self, url: str) -> bool:
        parts = urlsplit(url)
        return parts.scheme not in {"data", "blob", "about"} and parts.netloc != self.host


@pytest.fixture(scope="session")
def site(sample_store: Path) -> Iterator[str]:
    """Return the address of a server over the sample plans; journeys do not change its store."""
    with running(Settings(store=sample_store)) as address:
        yield address


@pytest.fixture(params=sorted(WIDTHS))
def width(request: pytest.FixtureRequest) -> str:
    """Return the name of a window's width."""
    return str(request.param)


@pytest.fixture
def page(browser: Browser, site: str) -> Iterator[Page]:
    """Return a page of desk width; anything that goes wrong on it fails the test."""
    yield from opened_page(browser, site, "desk")


@pytest.fixture
def unscripted(browser: Browser, site: str) -> Iterator[Page]:
    """Return a page on which no script runs."""
    yield from opened_page(browser, site, "desk", java_script_enabled=False)


def opened_page(browser: Browser, site: str, width: str, **more: Any) -> Iterator[Page]:
    """Open a page of a width and watch it to its end; `more` is what else the browser is told."""
    wide, high = WIDTHS[width]
    told = {"base_url": site, "viewport": {"width": wide, "height": high}, "locale": "en-US"}
    context = browser.new_context(**{**told, **more})
    watch = Watch(urlsplit(site).netloc)
    page = context.new_page()
    watch.over(page)
    yield page
    context.close()
    assert watch.complaints == []


_IN_SIGHT = """selector => {
  const top = document.querySelector(selector)?.getBoundingClientRect().top;
  return top >= -1 && top < innerHeight;
}"""


def in_sight(page: Page, selector: str) -> bool:
    """Whether an element comes to stand where the reader looks, without their scrolling."""
    try:
        page.wait_for_function(_IN_SIGHT, arg=selector, timeout=SLOW)
    except Late:
        return False
    return True


def picture(page: Page, name: str) -> None:
    """Keep a picture of the page as it is, as an artefact of the run."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=PICTURES / f"{name}.png", full_page=True)
