"""Leaders go from a question or a number to the words of the plan, and see who leads what and when."""

import re

from playwright.sync_api import Page, expect

from tests.browser.conftest import in_sight, picture

QUESTION = "Which actions support Recommendation 6?"


def test_a_question_its_citation_and_the_quoted_place(page: Page) -> None:
    page.goto("/")
    page.get_by_label("Ask the plans").fill(QUESTION)
    page.get_by_role("button", name="Ask", exact=True).click()
    answer = page.get_by_role("article")
    expect(answer.get_by_text("Answered")).to_be_visible()
    picture(page, "journey-leader-ask-1")
    answer.locator("cite a").first.click()

    expect(page).to_have_url(re.compile("/source/"))
    expect(page.locator("#place")).to_be_visible()
    assert in_sight(page, "#place")
    picture(page, "journey-leader-ask-2")


def test_a_cell_of_the_matrix_its_action_and_its_page(page: Page) -> None:
    page.goto("/alignment")
    page.get_by_label("Columns").select_option("unit")
    page.get_by_role("button", name="Show").click()
    cell = page.get_by_role("table", name="Alignment matrix").locator("td:not(.all) a.count").first
    counted = int(re.findall(r"\d+", cell.inner_text())[0])
    cell.click()
    actions = page.locator("#cell ol.items > li")
    expect(actions).to_have_count(counted)
    picture(page, "journey-leader-matrix-1")
    action = actions.first.get_by_role("link").first
    words = action.inner_text()
    action.click()

    expect(page.get_by_role("heading", level=1)).to_contain_text(words[:40])
    picture(page, "journey-leader-matrix-2")


def test_the_plans_their_timeline_and_who_leads(page: Page) -> None:
    page.goto("/plans")
    picture(page, "journey-leader-plans-1")
    page.get_by_role("navigation").get_by_role("link", name="Timeline").first.click()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    picture(page, "journey-leader-plans-2")
    page.goto("/leads")
    office = page.get_by_role("table").locator("th a").first
    name = office.inner_text()
    office.click()

    expect(page.get_by_role("heading", level=1)).to_contain_text(name)
    picture(page, "journey-leader-plans-3")
