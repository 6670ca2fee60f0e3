"""The layout that docs/add-a-layout.md adds works as it stands there."""

import re
import sys
from collections.abc import Callable
from types import ModuleType

import pytest
import yaml

import ingest.layouts
from tests.project.tree import ROOT

_PAGE = (ROOT / "docs" / "add-a-layout.md").read_text(encoding="utf-8")


def _blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", _PAGE, re.DOTALL | re.MULTILINE)


@pytest.fixture
def page(monkeypatch: pytest.MonkeyPatch) -> dict[str, Callable[[str], None]]:
    """Return the tests of the page, its recogniser put where the page puts it."""
    recogniser, tests = _blocks("python")
    module = ModuleType("ingest.layouts.measure_cards")
    exec(compile(recogniser, "measure_cards.py", "exec"), module.__dict__)  # noqa: S102 -- the page's own code
    [words] = _blocks("yaml")
    monkeypatch.setitem(module.__dict__, "wording", lambda _: yaml.safe_load(words))
    monkeypatch.setitem(sys.modules, module.__name__, module)
    monkeypatch.setattr(ingest.layouts, "measure_cards", module, raising=False)
    names: dict[str, Callable[[str], None]] = {}
    exec(compile(tests, "test_measure_cards.py", "exec"), names)  # noqa: S102 -- the page's own code
    return {name: test for name, test in names.items() if name.startswith("test_")}


def test_the_tests_of_the_page_pass(page: dict[str, Callable[[str], None]]) -> None:
    [fixture] = _blocks("text")

    assert len(page) == 3
    for test in page.values():
        test(fixture)
