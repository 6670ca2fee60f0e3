"""Maps open in a real browser without a network: they draw, nothing is asked for, and no plan's words run."""

import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from graph.store import Store
from tests.viz.hostile import HOSTILE, hostile_store
from tests.viz.test_fold import made
from viz.fold import folded
from viz.maps import KINDS, draw
from viz.page import page as drawn_page
from viz.view import Table, View
from viz.wanted import Wanted

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
FLAGS = (
    "--headless", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage", "--virtual-time-budget=6000",
    "--window-size=1440,900",
)  # fmt: skip

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium is installed")


def dom_of(html: str, folder: Path) -> str:
    """Return the page's document as it is after its scripts have run."""
    page = folder / "map.html"
    page.write_text(html, encoding="utf-8")
    sandbox = ["--no-sandbox"] if os.name == "posix" and os.geteuid() == 0 else []
    log = folder / "net.json"
    own = [f"--user-data-dir={folder / 'profile'}", f"--log-net-log={log}"]
    command = [str(CHROMIUM), *FLAGS, *sandbox, *own, "--dump-dom", page.as_uri()]
    run = subprocess.run(command, capture_output=True, text=True, timeout=120, check=True)
    asked = set(re.findall(r'"url":"(https?:[^"]+)"', log.read_text(errors="replace")))
    assert not {url for url in asked if "google" not in url}  # the browser's own calls home
    return run.stdout


@pytest.mark.parametrize("kind", KINDS)
def test_a_map_draws_itself(district: Store, tmp_path: Path, kind: str) -> None:
    dom = dom_of(
        draw(district, kind, Wanted(item="Recommendation 2") if kind == "trace" else Wanted()), tmp_path
    )

    assert "<canvas" in dom
    assert 'id="map"' in dom


@pytest.mark.parametrize("kind", KINDS)
def test_words_of_a_plan_do_not_run(tmp_path: Path, kind: str) -> None:
    dom = dom_of(
        draw(hostile_store(), kind, Wanted(item="urn:action") if kind == "trace" else Wanted()), tmp_path
    )
    title = re.search(r"<title>(.*?)</title>", dom, re.DOTALL)

    assert title
    assert title[1] != "taken"
    assert "<canvas" in dom
    assert HOSTILE not in dom


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """Return a page of which the console must stay silent: a policy that is broken is told there."""
    said: list[str] = []
    opened = browser.new_page(viewport={"width": 1440, "height": 900}, accept_downloads=True)
    opened.on("console", lambda m: said.append(m.text) if m.type == "error" else None)
    opened.on("pageerror", lambda error: said.append(str(error)))
    yield opened
    opened.close()
    assert said == []


def shown(page: Page, html: str, folder: Path) -> None:
    file = folder / "map.html"
    file.write_text(html, encoding="utf-8")
    page.goto(file.as_uri())
    page.wait_for_function("() => performance.getEntriesByName('drawn').length")


SOLID = """() => {
  const canvas = document.querySelector("#map canvas");
  const pixels = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height).data;
  let solid = 0;
  for (let at = 3; at < pixels.length; at += 4) if (pixels[at] === 255) solid += 1;
  return solid;
}"""


def test_searching_fades_what_does_not_fit_and_hides_rows(
    district: Store, tmp_path: Path, page: Page
) -> None:
    shown(page, draw(district, "feeder"), tmp_path)
    before = page.evaluate(SOLID)
    page.get_by_label("Find").fill("oak")
    page.wait_for_function(f"most => ({SOLID})() < most", arg=before / 1.2)

    assert page.locator("tbody tr:visible").count() == 1
    assert page.locator("#boxes button").all_text_contents() == ["Oak Elementary"]
    assert page.locator("#found").text_content() == "1 on the map, 1 in the table"


def test_the_list_of_boxes_chooses_and_tells(district: Store, tmp_path: Path, page: Page) -> None:
    shown(page, draw(district, "feeder"), tmp_path)
    page.locator("#boxes").get_by_role("button", name="Oak Elementary").click()
    told = page.locator("#told")

    assert told.get_by_role("heading").first.text_content() == "Oak Elementary"
    assert "Goes on to" in told.inner_text()
    assert page.locator("#boxes button[aria-pressed=true]").all_text_contents() == ["Oak Elementary"]

    told.get_by_role("button", name="Ash Middle").click()

    assert told.get_by_role("heading").first.text_content() == "Ash Middle"


def test_keys_go_from_box_to_box(district: Store, tmp_path: Path, page: Page) -> None:
    shown(page, draw(district, "feeder"), tmp_path)
    page.locator("#map").focus()
    page.keyboard.press("ArrowRight")
    first = page.locator("#said").text_content()
    page.keyboard.press("ArrowRight")

    assert first in {"Oak Elementary", "Elm Elementary"}
    assert page.locator("#said").text_content() == "Ash Middle"

    page.keyboard.press("Escape")

    assert page.locator("#boxes button[aria-pressed=true]").count() == 0


@pytest.mark.parametrize("ending", ["PNG", "SVG"])
def test_a_drawing_is_saved(district: Store, tmp_path: Path, page: Page, ending: str) -> None:
    shown(page, draw(district, "feeder"), tmp_path)
    with page.expect_download() as saved:
        page.get_by_role("button", name=ending).click()
    content = saved.value.path().read_bytes()

    assert saved.value.suggested_filename == f"Feeder-patterns.{ending.lower()}"
    assert content.startswith(b"\x89PNG" if ending == "PNG" else b"<svg")


def test_a_box_that_stands_for_several_opens_and_closes(tmp_path: Path, page: Page) -> None:
    view = View("Large", "", (folded(made(400, 500)),), (), Table(("a",), (("b",),)), "")
    shown(page, drawn_page(view), tmp_path)
    first = page.locator("#boxes button").first
    name = str(first.text_content())
    first.click()

    assert f"Opened: {name}" in page.locator("#note").inner_text()
    page.get_by_role("button", name="Back to the whole map").click()
    assert "too many for one drawing" in page.locator("#note").inner_text()

    page.get_by_label("Find").fill("Box 00123")
    page.locator("#boxes button").first.click()

    assert page.locator("#told h3").text_content() == "Box 00123"


def test_a_page_breaks_no_rule_of_access(district: Store, tmp_path: Path, page: Page) -> None:
    shown(page, draw(district, "feeder"), tmp_path)
    page.locator("#boxes button").first.click()
    found = Axe().run(page)

    assert [violation["id"] for violation in found.response["violations"]] == []


def test_without_scripts_the_picture_stands_in_the_page(
    district: Store, tmp_path: Path, browser: Browser
) -> None:
    file = tmp_path / "map.html"
    file.write_text(draw(district, "feeder"), encoding="utf-8")
    context = browser.new_context(java_script_enabled=False)
    opened = context.new_page()
    opened.goto(file.as_uri())

    assert opened.get_by_role("img", name="Feeder patterns").is_visible()
    assert not opened.get_by_label("Find").is_visible()
    context.close()


def test_choosing_a_box_shows_its_quotes_as_text(tmp_path: Path, page: Page) -> None:
    shown(page, draw(hostile_store(), "alignment"), tmp_path)
    page.locator("#boxes button").nth(1).click()
    told = page.locator("#told").inner_html()

    assert "<h3" in told
    assert "&lt;/script&gt;&lt;script&gt;" in told  # a name stays as it is
    assert "“document.title='taken'”" in told  # a quote is shown without tags
    assert "<img" not in told
