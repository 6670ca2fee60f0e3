"""Word lists for layouts and for the resolution of names: general vocabulary of school plans, as data."""

from functools import cache
from importlib.resources import files
from typing import Any

import yaml

__all__ = ["wording"]


@cache
def wording(name: str) -> dict[str, Any]:
    """Return the word lists of one file of this folder, by the file's name without its ending."""
    text = files(__name__).joinpath(f"{name}.yaml").read_text(encoding="utf-8")
    lists: dict[str, Any] = yaml.safe_load(text)
    return lists
