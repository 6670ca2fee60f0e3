"""Planners go from a school to where its students go on, from a program to where it ends, over the map."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, FrameLocator, Page, expect

from graph.settings import Settings
from tests.api.server import running
from tests.browser.conftest import in_sight, opened_page, picture
from tests.conftest import filled

SCHOOL = "Field Elementary"
_PLAN = """# Meadow Valley School District: Program Plan 2024-25

## Signature programs and their schools

| Program | Elementary | Middle | High |
|---|---|---|---|
| Garden Science | Birch Elementary, Cedar Elementary | Lake Middle School | Harbor High School |
| Ballet Academy | Cedar Elementary | | |

Students of Birch Elementary go on to Lake Middle School.
"""


@pytest.fixture(scope="module")
def ending(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Return the address of a server over a plan in which a program ends after elementary school."""
    plans = tmp_path_factory.mktemp("ending") / "plans"
    plans.mkdir()
    (plans / "programs.md").write_text(_PLAN, encoding="utf-8")
    with running(Settings(store=filled(plans.parent / "store", plans))) as address:
        yield address


@pytest.fixture
def planner(browser: Browser, ending: str) -> Iterator[Page]:
    """Return a page over the plan in which a program ends."""
    yield from opened_page(browser, ending, "desk")


def drawn(page: Page) -> FrameLocator:
    """Return the map on a page, once it is drawn."""
    frame = page.frame_locator("iframe.map")
    expect(frame.locator("#map canvas")).to_be_visible()
    return frame


def test_from_the_schools_to_where_students_of_one_go_and_to_its_source(page: Page) -> None:
    page.goto("/schools")
    every = page.locator("table.schools tbody tr").count()
    page.get_by_label("Level").select_option("elementary")
    page.get_by_role("button", name="Show", exact=True).click()
    expect(page).to_have_url(re.compile("level=elementary"))
    rows = page.locator("table.schools tbody tr")
    page.get_by_label("Program").select_option(label=rows.locator("td .offered a").first.inner_text())
    page.get_by_role("button", name="Show", exact=True).click()
    expect(page).to_have_url(re.compile("program=.+"))
    assert 0 < rows.count() < every
    tier = rows.first.locator("td").nth(1).locator("[lang=en]").inner_text()
    page.get_by_label("Tier").select_option(tier)
    page.get_by_role("button", name="Show", exact=True).click()
    expect(page).to_have_url(re.compile("level=elementary.*tier=.+program=.+"))
    picture(page, "journey-planner-schools-1")
    way = page.locator("table.schools td.number a[href$='#to']").first
    name = str(way.locator("xpath=ancestor::tr/th/a").inner_text())
    way.locator("xpath=ancestor::tr/th/a").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(name)
    page.get_by_role("link", name="Where do its students go?").click()
    assert in_sight(page, "#to")
    goes = page.locator("#to li .value a").first.inner_text()
    picture(page, "journey-planner-schools-2")

    page.get_by_role("link", name="On the feeder map").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(name)
    map_of_it = drawn(page)
    expect(map_of_it.locator("#told h3")).to_have_text(name)
    expect(map_of_it.locator("#told .near").first).to_contain_text(goes)
    picture(page, "journey-planner-schools-3")
    map_of_it.locator("#told cite a").first.click()
    page.wait_for_url("**/source/**")

    expect(page.locator("#place")).to_be_visible()
    assert in_sight(page, "#place")
    picture(page, "journey-planner-schools-4")


def test_each_fact_of_a_row_of_the_schools_opens_its_source(page: Page) -> None:
    page.goto("/schools?level=elementary")
    cells = page.locator("table.schools tbody tr", has=page.locator("td .offered a")).first.locator("td")
    for cell in range(3):
        page.goto("/schools?level=elementary")
        cells.nth(cell).locator(".cites a").first.click()

        expect(page.locator("#place, #named").first).to_be_visible()


def test_from_the_programs_to_where_one_ends_to_the_gap_and_its_source(planner: Page) -> None:
    planner.goto("/programs")
    rows = planner.locator("table.programs tbody tr")
    expect(rows).to_have_count(2)
    planner.get_by_label("only without a continuation").check()
    planner.get_by_role("button", name="Show", exact=True).click()
    expect(rows).to_have_count(1)
    expect(rows).to_contain_text("no middle school goes on")
    picture(planner, "journey-planner-programs-1")
    name = rows.locator("th span > a").first.inner_text()

    rows.locator("th span > a").first.click()
    expect(planner.get_by_role("heading", level=1)).to_have_text(name)
    expect(planner.get_by_role("heading", name="What is missing")).to_be_visible()
    picture(planner, "journey-planner-programs-2")
    planner.go_back()
    rows.get_by_role("link", name="no middle school goes on").click()
    finding = planner.locator("#findings > ol > li").first
    expect(finding).to_contain_text(name)
    picture(planner, "journey-planner-programs-3")
    finding.locator("cite a").first.click()

    expect(planner.locator("#place")).to_have_text(name)
    assert in_sight(planner, "#place")
    picture(planner, "journey-planner-programs-4")


def test_the_feeder_map_by_program_and_school_with_its_legend_table_and_picture(page: Page) -> None:
    page.goto("/maps/feeder")
    whole = drawn(page)
    expect(whole.locator(".legend")).to_contain_text("tier:")
    everything = whole.locator("table tbody tr").count()
    program = page.get_by_label("Program", exact=True)
    program.select_option(index=1)
    chosen = program.input_value()
    page.get_by_role("button", name="Show", exact=True).click()
    expect(page).to_have_url(re.compile("program="))
    expect(page.get_by_label("Program", exact=True)).to_have_value(chosen)
    frame = drawn(page)
    rows = frame.locator("table tbody tr")
    assert 0 < rows.count() < everything
    start = frame.locator("table tbody tr td").first.text_content()
    page.get_by_label("School", exact=True).select_option(label=str(start))
    page.get_by_role("button", name="Show", exact=True).click()
    expect(page).to_have_url(re.compile("school=.+"))
    expect(drawn(page).locator("#told h3")).to_have_text(str(start))
    picture(page, "journey-planner-map-1")

    page.get_by_role("link", name="Show everything").click()
    drawn(page).get_by_label("Find").fill(SCHOOL)
    expect(drawn(page).locator("#found")).not_to_be_empty()
    picture(page, "journey-planner-map-2")


def test_a_box_tells_levels_tier_programs_and_room_by_mouse_and_keys(page: Page) -> None:
    page.goto("/maps/feeder")
    frame = drawn(page)
    frame.get_by_label("Find").fill("Room and plans")
    frame.locator("#boxes button").first.click()
    told = frame.locator("#told")
    for words in ("Level:", "Tier", "Program:", "Room and plans:"):
        expect(told).to_contain_text(words)
    picture(page, "journey-planner-map-3")
    first = told.locator("h3").inner_text()

    frame.locator("#map").focus()
    page.keyboard.press("ArrowRight")
    expect(told.locator("h3")).not_to_have_text(first)
    expect(frame.locator("#said")).not_to_be_empty()
    page.keyboard.press("Escape")
    expect(told.locator("h3")).to_have_count(0)
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    page.wait_for_url("**/items/**")
    page.get_by_role("link", name="The school's sheet").click()

    expect(page.get_by_role("heading", name="Where students go on to")).to_be_visible()


def test_the_feeder_map_is_kept_as_a_picture(page: Page) -> None:
    page.goto("/maps/feeder")
    drawn(page)
    with page.expect_download() as saved:
        page.get_by_role("link", name="Download as a picture (SVG)").click()
    drawing = Path(saved.value.path()).read_text(encoding="utf-8")

    assert saved.value.suggested_filename == "feeder.svg"
    assert drawing.lstrip().startswith("<svg")
    assert SCHOOL in drawing


def test_where_students_of_a_school_go_is_asked(page: Page) -> None:
    page.goto("/")
    page.get_by_label("Ask the plans").fill(f"Which schools does {SCHOOL} feed into?")
    page.get_by_label("Ask the plans").press("Enter")
    answer = page.get_by_role("article")
    expect(answer.locator(".value a").first).to_be_visible()
    school = answer.locator(".value a").first
    name = school.inner_text()
    school.click()

    expect(page.get_by_role("heading", level=1)).to_contain_text(name)
    picture(page, "journey-planner-school")
