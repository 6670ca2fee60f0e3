"""Draws the pictures of the documentation: maps of the sample plans, photographed by headless Chromium."""

import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

IMAGES = Path(__file__).parent / "images"
SAMPLE = Path(__file__).parents[1] / "sample"
_COMMAND = str(Path(sys.executable).parent / "goldenthread")
_PICTURES = {"feeder": "1500,770", "alignment": "1500,900"}


def main() -> None:
    """Write docs/images/*.png."""
    browser = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if not browser:
        raise SystemExit("No Chromium was found; install it, for example with apt-get install chromium.")
    IMAGES.mkdir(exist_ok=True)
    with TemporaryDirectory() as folder:
        store = Path(folder) / "store"
        read = [_COMMAND, "ingest", str(SAMPLE), "--store", str(store)]
        subprocess.run(read, check=True, capture_output=True)
        for kind, size in _PICTURES.items():
            page = Path(folder) / f"{kind}.html"
            draw = [_COMMAND, "map", kind, "--store", str(store), "--out", str(page)]
            subprocess.run(draw, check=True, capture_output=True)
            _photograph(browser, page, IMAGES / f"{kind}.png", size)


def _photograph(browser: str, page: Path, picture: Path, size: str) -> None:
    options = ["--headless=new", "--no-sandbox", "--hide-scrollbars", "--virtual-time-budget=8000"]
    shot = [f"--window-size={size}", f"--screenshot={picture}", page.as_uri()]
    subprocess.run([browser, *options, *shot], check=True, capture_output=True, timeout=120)


if __name__ == "__main__":
    main()
