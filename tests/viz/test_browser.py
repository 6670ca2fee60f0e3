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
