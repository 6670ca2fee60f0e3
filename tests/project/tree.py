"""What the house rules look at: the project's files, modules and documents."""

import subprocess
from functools import cache
from pathlib import Path

__all__ = ["PACKAGES", "ROOT", "modules", "tracked", "tracked_texts"]

ROOT = Path(__file__).parents[2]
PACKAGES = ("graph", "ingest", "viz", "api")
_BINARY = {".docx", ".pdf", ".png", ".ico", ".woff2", ".xlsx"}


@cache
def tracked() -> tuple[Path, ...]:
    """Return the files that git knows and that are there."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=False)
    names = listed.stdout.decode().split("\0") if listed.returncode == 0 else []
    files = [ROOT / n for n in names if n] or [p for folder in PACKAGES for p in (ROOT / folder).rglob("*")]
    return tuple(f for f in files if f.is_file())


def tracked_texts() -> list[Path]:
    """Return the tracked files that hold text of ours."""
    return [f for f in tracked() if f.suffix not in _BINARY and "vendor" not in f.parts]


def modules() -> list[Path]:
    """Return the modules of the four packages."""
    return sorted(p for folder in PACKAGES for p in (ROOT / folder).rglob("*.py"))
