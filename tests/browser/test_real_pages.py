"""The pages over the real plans: they fit a telephone, break no rule of access, and lead to the source."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from api.site.menu import menu
from graph.settings import Settings
from tests.api.server import running
from tests.browser.conftest import in_sight, opened_page, picture

PAGES = [entry.href for section in menu() for entry in section.pages]

pytestmark = pytest.mark.shared


@pytest.fixture(scope="module")
def real_site(real_store: Path) -> Iterator[str]:
    """Return the address of a server over the real plans."""
    with running(Settings(store=real_store)) as address:
        yield address


@pytest.fixture
def real(browser: Browser, real_site: str) -> Iterator[Page]:
    """Return a page of desk width over the real plans."""
    yield from opened_page(browser, real_site, "desk")


@pytest.fixture
def phone(browser: Browser, real_site: str) -> Iterator[Page]:
    """Return a page of a telephone's width over the real plans."""
    yield from opened_page(browser, real_site, "phone")


@pytest.mark.parametrize("address", PAGES)
def test_a_page_fits_a_telephone_and_breaks_no_rule_of_access(phone: Page, address: str) -> None:
    phone.goto(address)
    found = Axe().run(phone)

    assert phone.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    assert [v["id"] for v in found.response["violations"]] == []


def test_a_leader_reads_the_source_of_an_answer(real: Page) -> None:
    real.goto("/")
    real.get_by_label("Ask the plans").fill("Which actions support Recommendation 2?")
    real.get_by_label("Ask the plans").press("Enter")
    real.get_by_role("article").locator("cite a").first.click()

    expect(real.locator("#place")).to_be_visible()
    assert in_sight(real, "#place")


def test_a_leader_opens_a_cell_of_the_matrix(real: Page) -> None:
    real.goto("/alignment")
    real.get_by_role("table", name="Alignment matrix").locator("a.count").first.click()
    real.locator("#cell ol.items > li a").first.click()

    expect(real.get_by_role("heading", level=1)).to_be_visible()
    picture(real, "real-item")


def test_a_planner_sees_where_students_of_a_school_go(real: Page) -> None:
    real.goto("/maps/feeder")
    real.get_by_label("School", exact=True).select_option(index=1)
    real.get_by_role("button", name="Show", exact=True).click()

    expect(real.frame_locator("iframe.map").locator("#map canvas")).to_be_visible()
    picture(real, "real-feeder")


def test_a_planner_goes_from_the_schools_over_the_map_to_the_source(real: Page) -> None:
    real.goto("/schools?level=elementary")
    real.locator("table.schools td.number a[href$='#to']").first.click()
    real.wait_for_url("**/schools/**")
    name = real.get_by_role("heading", level=1).inner_text()
    assert real.locator("#to li .value a").count() > 0
    real.get_by_role("link", name="On the feeder map").click()
    drawn = real.frame_locator("iframe.map")
    expect(drawn.locator("#told h3")).to_have_text(name)
    picture(real, "real-journey-planner")
    drawn.locator("#told cite a").first.click()
    real.wait_for_url("**/source/**")

    expect(real.locator("#place")).to_be_visible()
    assert in_sight(real, "#place")


def test_a_planner_sees_whether_a_program_ends(real: Page) -> None:
    real.goto("/programs")
    assert real.locator("table.programs tbody tr").count() > 3
    real.get_by_label("only without a continuation").check()
    real.get_by_role("button", name="Show", exact=True).click()
    real.wait_for_url("**/programs?**")
    ending = real.locator("table.programs tr.ends")

    assert ending.count() == 0 or ending.locator("a.badge").count() > 0
    assert ending.count() > 0 or real.get_by_text("No program fits.").is_visible()


def test_an_auditor_goes_from_a_gap_to_its_source(real: Page) -> None:
    real.goto("/gaps")
    real.locator(".rules a").first.click()
    real.locator("#findings .value a").first.click()
    real.locator("main cite a").first.click()

    expect(real.locator("#place")).to_be_visible()
