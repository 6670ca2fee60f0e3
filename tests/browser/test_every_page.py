"""Every page of the menu, and one of each page below them, is accessible and fits every window."""

from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from api.site.menu import menu
from tests.browser.conftest import opened_page, picture

_BELOW = (
    "/?q=Which+actions+support+Recommendation+6%3F",
    "/?q=Who+is+the+king+of+France%3F",
    "/query?query=SELECT+%3Fa+%3Fb+%7B+%3Fa+a+%3Fb+%7D+LIMIT+5",
    "/alignment?by=unit",
    "/timeline?by=year",
    "/nothing-is-here",
)
PAGES = (*(entry.href for section in menu() for entry in section.pages), *_BELOW)


@pytest.fixture
def sized(browser: Browser, site: str, width: str) -> Iterator[Page]:
    """Return a page of each width."""
    yield from opened_page(browser, site, width)


def _name(address: str) -> str:
    return "".join(c if c.isalnum() else "-" for c in address).strip("-")[:40] or "home"


@pytest.mark.parametrize("address", PAGES, ids=_name)
def test_a_page_fits_its_window_and_breaks_no_rule_of_access(sized: Page, address: str, width: str) -> None:
    sized.goto(address, wait_until="load")
    picture(sized, f"{_name(address)}-{width}")
    found = Axe().run(sized)

    assert sized.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    assert sized.locator("h1").count() == 1
    assert [v["id"] for v in found.response["violations"]] == []


def test_pages_open_in_any_order(page: Page) -> None:
    """What one page keeps of the store is not what another page takes for its own."""
    addresses = [entry.href for section in menu() for entry in section.pages]
    for address in (*addresses, *reversed(addresses)):
        answer = page.goto(address, wait_until="commit")

        assert answer
        assert answer.ok, address
