"""Maps open in a real browser without a network: they draw, nothing is asked for, and no plan's words run."""

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from graph.store import Store
from tests.viz.hostile import HOSTILE, hostile_store
from viz.maps import KINDS, draw

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
    dom = dom_of(draw(district, kind, "Recommendation 2" if kind == "trace" else ""), tmp_path)

    assert "<canvas" in dom
    assert 'id="map"' in dom


@pytest.mark.parametrize("kind", KINDS)
def test_words_of_a_plan_do_not_run(tmp_path: Path, kind: str) -> None:
    dom = dom_of(draw(hostile_store(), kind, "urn:action" if kind == "trace" else ""), tmp_path)
    title = re.search(r"<title>(.*?)</title>", dom, re.DOTALL)

    assert title
    assert title[1] != "taken"
    assert "<canvas" in dom
    assert HOSTILE not in dom


SEARCH = """<script>
const alpha = () => {
  const canvas = document.querySelector("#map canvas");
  const pixels = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height).data;
  let solid = 0;
  for (let at = 3; at < pixels.length; at += 4) if (pixels[at] === 255) solid += 1;
  return solid;
};
setTimeout(() => {
  const before = alpha();
  const search = document.getElementById("search");
  search.value = "oak";
  search.dispatchEvent(new Event("input"));
  setTimeout(() => { document.title = alpha() < before / 1.2 ? "faded" : "as before"; }, 1500);
}, 500);
</script></body>"""


def test_searching_fades_what_does_not_fit_and_hides_rows(district: Store, tmp_path: Path) -> None:
    dom = dom_of(draw(district, "feeder").replace("</body>", SEARCH), tmp_path)

    assert "<title>faded</title>" in dom
    assert dom.count('<tr hidden="">') == 3


CHOOSE = """<script>setTimeout(() => {
  const canvas = document.querySelector("#map canvas"), frame = canvas.getBoundingClientRect();
  const at = { bubbles: true, clientX: frame.left + frame.width / 2, clientY: frame.top + frame.height / 2 };
  for (const kind of ["pointerdown", "pointerup"])
    canvas.dispatchEvent(new PointerEvent(kind, { ...at, pointerId: 1, isPrimary: true, pointerType: "mouse",
      buttons: kind === "pointerdown" ? 1 : 0 }));
}, 500);</script></body>"""


def test_choosing_a_box_shows_its_quotes_as_text(tmp_path: Path) -> None:
    dom = dom_of(draw(hostile_store(), "alignment").replace("</body>", CHOOSE), tmp_path)
    details = re.search(r'<section id="details".*?</section>', dom, re.DOTALL)

    assert details
    assert "<h3>action &lt;/script&gt;&lt;script&gt;" in details[0]  # a name stays as it is
    assert "<blockquote>“document.title='taken'”" in details[0]  # a quote is shown without tags
    assert "<img" not in details[0]
