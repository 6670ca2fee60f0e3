"""Draws the pictures of README: two pages and a map of the sample plans, in headless Chromium."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import quote_plus

from playwright.sync_api import Browser, sync_playwright

IMAGES = Path(__file__).parent / "images"
SAMPLE = Path(__file__).parents[1] / "sample"
_COMMAND = str(Path(sys.executable).parent / "goldenthread")
_QUESTION = "Which actions support Recommendation 6?"
_SHOTS = {
    "ask": (f"/?q={quote_plus(_QUESTION)}", 1280, 860),
    "matrix": ("/alignment?by=unit", 1440, 860),
    "feeder": ("/maps/feeder", 1440, 1000),
}


def main() -> None:
    """Write docs/images/*.png."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if not chromium:
        raise SystemExit("No Chromium was found; install it, for example with apt-get install chromium.")
    IMAGES.mkdir(exist_ok=True)
    sandbox = ["--no-sandbox"] if os.name == "posix" and os.geteuid() == 0 else []
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        store = Path(folder) / "store"
        read = [_COMMAND, "ingest", str(SAMPLE), "--store", str(store)]
        subprocess.run(read, check=True, capture_output=True)
        browser = playwright.chromium.launch(executable_path=chromium, args=sandbox)
        with _served(store) as address:
            for name, (path, width, height) in _SHOTS.items():
                _photograph(browser, address + path, IMAGES / f"{name}.png", width, height)
        browser.close()


@contextmanager
def _served(store: Path) -> Iterator[str]:
    """Run the server over a store, and give its address."""
    command = [_COMMAND, "serve", "--store", str(store), "--port", "0", "--workers", "1"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as server:
        told = re.search(r"http://[\w.:\[\]]+", server.stderr.readline() if server.stderr else "")
        if told is None:
            raise SystemExit("The server did not start; run goldenthread serve to see why.")
        try:
            yield told.group()
        finally:
            server.terminate()


def _photograph(browser: Browser, address: str, picture: Path, width: int, height: int) -> None:
    """Photograph a page when it is at rest; a server that just started is asked until it listens."""
    page = browser.new_page(
        viewport={"width": width, "height": height}, locale="en-US", reduced_motion="reduce"
    )
    page.request.get(address, max_retries=20)
    page.goto(address, wait_until="networkidle")
    page.wait_for_timeout(1000)
    page.screenshot(path=picture)
    page.close()


if __name__ == "__main__":
    main()
