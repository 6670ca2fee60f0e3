"""A planner looks where students go: with filters, the mouse and the keyboard, and on a telephone."""

from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, FrameLocator, Page

from tests.browser.conftest import opened_page, picture
from viz.maps import KINDS


@pytest.fixture
def phone(browser: Browser, site: str) -> Iterator[Page]:
    """Return a page of a telephone's width."""
    yield from opened_page(browser, site, "phone")


def drawing(page: Page) -> FrameLocator:
    """Return the map on a page, once it is drawn."""
    frame = page.frame_locator("#map")
    frame.locator("#map canvas").wait_for()
    return frame


def test_a_planner_follows_the_students_of_a_school(page: Page) -> None:
    page.goto("/maps/feeder")
    school = page.get_by_label("School").locator("option").nth(1)
    name = str(school.text_content())
    page.get_by_label("School").select_option(str(school.get_attribute("value")))
    page.get_by_role("button", name="Show").click()
    frame = drawing(page)

    assert page.get_by_role("heading", level=1).text_content() == f"Feeder patterns of {name}"
    assert frame.locator("#told h3").text_content() == name
    picture(page, "map-feeder-school")

    frame.get_by_role("link", name="Its page").click()
    page.wait_for_url("**/items/**")

    assert name in str(page.get_by_role("heading", level=1).text_content())


def test_the_whole_map_is_read_by_keys(page: Page) -> None:
    page.goto("/maps/programs")
    frame = drawing(page)
    frame.locator("#map").focus()
    page.keyboard.press("ArrowRight")
    said = frame.locator("#said").text_content()

    assert said
    page.keyboard.press("ArrowDown")
    assert frame.locator("#said").text_content() != said


def test_on_a_telephone_only_the_page_scrolls(phone: Page) -> None:
    phone.goto("/maps/feeder")
    frame = drawing(phone)
    phone.wait_for_function(
        "() => { const f = document.getElementById('map');"
        " return f.clientHeight >= f.contentDocument.documentElement.scrollHeight - 2 }"
    )
    touch = frame.locator("#map canvas").evaluate("canvas => getComputedStyle(canvas).touchAction")

    assert phone.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert touch in {"manipulation", "pan-x pan-y pinch-zoom"}

    frame.locator("#boxes button").first.click()
    told = frame.locator("#details.popped")

    assert told.is_visible()
    picture(phone, "map-feeder-phone")
    told.get_by_role("button", name="Close").click()
    told.wait_for(state="hidden")


def test_what_is_chosen_stays_chosen_when_the_telephone_is_turned(phone: Page) -> None:
    phone.goto("/maps/feeder")
    frame = drawing(phone)
    frame.locator("#boxes button").nth(1).click()
    told = frame.locator("#details.popped h3")
    name = told.text_content()
    phone.set_viewport_size({"width": 700, "height": 390})
    phone.wait_for_function(
        "() => document.getElementById('map').contentDocument.querySelector('canvas').clientWidth > 500"
    )

    assert told.is_visible()
    assert told.text_content() == name
    assert frame.locator("#boxes button[aria-pressed=true]").count() == 1


@pytest.mark.parametrize("kind", KINDS)
def test_a_map_itself_breaks_no_rule_of_access(page: Page, kind: str) -> None:
    item = "&item=Recommendation+6" if kind == "trace" else ""
    page.goto(f"/api/maps/{kind}?format=page{item}")
    page.locator("#map canvas").wait_for()
    page.locator("#boxes button").first.click()
    page.wait_for_load_state()
    found = Axe().run(page)

    assert [v["id"] for v in found.response["violations"]] == []


def test_names_of_lines_are_shown_on_demand(page: Page) -> None:
    page.goto("/api/maps/feeder")
    page.locator("#map canvas").wait_for()
    names = page.get_by_role("button", name="Names of lines")

    assert names.get_attribute("aria-pressed") == "false"
    names.click()
    assert names.get_attribute("aria-pressed") == "true"
