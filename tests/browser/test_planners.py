"""Planners see which school offers what, and where its students go on."""

from playwright.sync_api import Page, expect

from tests.browser.conftest import picture

SCHOOL = "Field Elementary"


def test_the_feeder_map_of_one_program(page: Page) -> None:
    page.goto("/maps/feeder")
    program = page.get_by_label("Program", exact=True)
    program.select_option(index=1)
    chosen = program.input_value()
    page.get_by_role("button", name="Show", exact=True).click()
    drawn = page.frame_locator("iframe.map")
    expect(drawn.locator("#map canvas")).to_be_visible()
    drawn.get_by_label("Find").fill("Field")
    expect(drawn.locator("#found")).not_to_be_empty()
    picture(page, "journey-planner-program")

    assert page.get_by_label("Program", exact=True).input_value() == chosen


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
