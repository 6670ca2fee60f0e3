"""People who use a keyboard, large print, strong contrast, still pictures, no scripts, paper or Spanish."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import opened_page, picture

QUESTION = "Which actions support Recommendation 6?"
ANSWERED = "/?q=Which+actions+support+Recommendation+6%3F"
LOOKED_AT = (ANSWERED, "/alignment?by=unit", "/gaps", "/items", "/maps/feeder", "/query")


def focused(page: Page) -> str:
    """The words of what the keyboard is at."""
    return str(
        page.evaluate("document.activeElement.innerText || document.activeElement.getAttribute('name')")
    )


def test_a_question_and_its_source_by_keyboard_alone(page: Page) -> None:
    page.goto("/")
    page.keyboard.press("Tab")
    assert focused(page) != ""
    page.locator("#q").focus()
    page.keyboard.type(QUESTION)
    page.keyboard.press("Enter")
    expect(page.get_by_role("article")).to_be_visible()
    for _ in range(120):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('article cite a')"):
            break
    ring = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    page.keyboard.press("Enter")

    expect(page.locator("#place")).to_be_visible()
    assert ring != "none"


def test_the_first_stop_of_the_keyboard_leads_past_the_menu(page: Page) -> None:
    page.goto("/alignment")
    page.keyboard.press("Tab")

    assert focused(page) == "Skip to the content"
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("#main$"))


@pytest.fixture(params=["reduced", "contrast", "dark", "large"])
def told(request: pytest.FixtureRequest, browser: Browser, site: str) -> Iterator[tuple[str, Page]]:
    """Return a page of a browser whose reader asked for something."""
    wishes = {
        "reduced": {"reduced_motion": "reduce"},
        "contrast": {"forced_colors": "active"},
        "dark": {"color_scheme": "dark"},
        "large": {"viewport": {"width": 720, "height": 450}, "device_scale_factor": 2},
    }
    for page in opened_page(browser, site, "desk", **wishes[request.param]):
        yield request.param, page


def test_pages_heed_what_readers_need(told: tuple[str, Page]) -> None:
    wish, page = told
    for n, address in enumerate(LOOKED_AT):
        page.goto(address, wait_until="load")
        picture(page, f"reader-{wish}-{n}")

        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), address
        assert wish != "reduced" or page.evaluate(MOVING) == [], address


MOVING = """[...document.querySelectorAll('*')].filter(e => {
  const s = getComputedStyle(e);
  return parseFloat(s.transitionDuration) > 0.01 || parseFloat(s.animationDuration) > 0.01;
}).map(e => e.outerHTML.slice(0, 80))"""


def test_without_scripts_people_ask_and_read_the_source(unscripted: Page) -> None:
    unscripted.goto("/")
    unscripted.get_by_label("Ask the plans").fill(QUESTION)
    unscripted.get_by_role("button", name="Ask", exact=True).click()
    unscripted.get_by_role("article").locator("cite a").first.click()

    expect(unscripted.locator("#place")).to_be_visible()


def test_without_scripts_the_matrix_the_gaps_and_the_items_open(unscripted: Page) -> None:
    unscripted.goto("/alignment")
    unscripted.get_by_label("Columns").select_option("unit")
    unscripted.get_by_role("button", name="Show").click()
    unscripted.locator("table.matrix a.count").first.click()
    expect(unscripted.locator("#cell li").first).to_be_visible()
    unscripted.locator("#cell li a").first.click()
    expect(unscripted.get_by_role("heading", level=1)).to_be_visible()
    for address in ("/gaps", "/items"):
        unscripted.goto(address)

        expect(unscripted.locator("main a").nth(3)).to_be_attached()


def test_without_scripts_a_map_is_a_picture_and_a_table(unscripted: Page) -> None:
    unscripted.goto("/maps/feeder")
    drawn = unscripted.frame_locator("iframe.map")

    expect(drawn.locator("svg").last).to_be_visible()
    expect(drawn.get_by_role("table").first).to_be_visible()
    picture(unscripted, "reader-unscripted-map")


@pytest.mark.parametrize("address", [ANSWERED, "/alignment?by=unit"])
def test_paper_shows_the_content_alone(page: Page, address: str) -> None:
    page.emulate_media(media="print")
    page.goto(address)
    picture(page, f"reader-print-{LOOKED_AT.index(address)}")

    expect(page.locator("main").locator("article, table").first).to_be_visible()
    expect(page.get_by_role("navigation")).to_have_count(0)
    expect(page.get_by_role("button")).to_have_count(0)
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def test_the_words_around_an_answer_are_spanish_where_it_is_wished(page: Page) -> None:
    page.goto("/?lang=es")
    assert page.locator("html").get_attribute("lang") == "es"
    page.get_by_label("Pregunte a los planes").fill("¿Qué acciones apoyan la Recomendación 6?")
    page.locator("#q").press("Enter")
    expect(page.get_by_role("article")).to_be_visible()
    page.goto("/alignment")
    picture(page, "reader-spanish")

    assert page.locator("html").get_attribute("lang") == "es"
