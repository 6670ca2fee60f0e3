"""Auditors follow a metric up to what it serves, and a gap to the item and the place where it stands."""

import re

from playwright.sync_api import Page, expect

from tests.browser.conftest import in_sight, picture


def test_a_metric_is_traced_up_with_the_place_of_every_link(page: Page) -> None:
    page.goto("/trace")
    page.get_by_label("Kind").select_option("Metric")
    page.get_by_role("button", name="Show", exact=True).click()
    page.locator("ul.choose a").first.click()
    up = page.locator("#up")
    expect(up.get_by_role("listitem").first).to_be_visible()
    picture(page, "journey-auditor-trace-1")
    steps, places = up.locator("li").count(), up.locator("details.quote").count()

    assert steps == places > 0
    up.locator("summary").first.click()
    up.locator("cite a").first.click()
    expect(page.locator("#place")).to_be_visible()
    assert in_sight(page, "#place")


def test_gaps_are_filtered_and_lead_to_the_item_and_its_source(page: Page) -> None:
    page.goto("/gaps")
    page.locator(".rules a").first.click()
    expect(page).to_have_url(re.compile("rule=G"))
    finding = page.locator("#findings li").first
    picture(page, "journey-auditor-gaps-1")
    finding.locator(".value a").first.click()
    expect(page.get_by_role("heading", name="Where it stands")).to_be_visible()
    picture(page, "journey-auditor-gaps-2")
    page.locator("main cite a").first.click()

    expect(page.locator("#place")).to_be_visible()


def test_gaps_are_found_by_severity_and_words(page: Page) -> None:
    page.goto("/gaps")
    page.get_by_label("Severity").select_option("warning")
    page.get_by_label("Words", exact=True).fill("school")
    page.get_by_role("button", name="Show", exact=True).click()

    expect(page).to_have_url(re.compile("severity=warning.*q=school"))
    expect(page.locator("main")).to_contain_text(re.compile(r"\d+ findings?"))
