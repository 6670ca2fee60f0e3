"""The layouts that docs/add-a-layout.md adds, in YAML and in code, work as they stand there."""

import re
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest
import yaml

import ingest.layouts
from api.cli.layouts_table import trial_text
from ingest.forms import forms
from ingest.forms.shelf import Shelf, read_form
from ingest.forms.trial import try_forms
from ingest.layouts import LAYOUTS, recognise_all
from ingest.readers import read_document
from tests.project.tree import ROOT

_PAGE = (ROOT / "docs" / "add-a-layout.md").read_text(encoding="utf-8")
_DESCRIBED, _CODE = _PAGE.split("\n## Part two")


def _blocks(language: str, part: str = _CODE) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", part, re.DOTALL | re.MULTILINE)


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


@pytest.fixture
def described(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder that holds the plan and the layout of the page, where the page puts them."""
    plan, _ = _blocks("text", _DESCRIBED)
    [form] = _blocks("yaml", _DESCRIBED)
    (tmp_path / "my-layouts").mkdir()
    (tmp_path / "my-layouts" / "aims.yaml").write_text(form, encoding="utf-8")
    (tmp_path / "plan.md").write_text(plan, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_the_layout_of_the_page_finds_what_the_page_shows(described: Path) -> None:
    _, shown = _blocks("text", _DESCRIBED)
    [trial] = try_forms([read_form(Path("my-layouts/aims.yaml"))], Path("plan.md"))

    assert trial.holds
    assert trial_text(trial, Path("plan.md")) + "\n" == shown


def test_the_layout_of_the_page_gives_the_items_that_it_promises(described: Path) -> None:
    document = read_document(described / "plan.md", (described / "plan.md").read_bytes(), "")
    findings = recognise_all(document, list(Shelf.of(Path("my-layouts")).forms.values()))
    steps = {a.label: [str(g.label) for g in a.get("underGoal")] for a in findings.items("Action")}

    assert [g.notation for g in findings.items("Goal")] == ["1", "2"]
    assert steps["Set one long table in the dining hall"] == ["Nobody eats alone"]
    assert [t.get("schoolYear") for t in findings.items("Target")] == [["2026-27"], ["2026-27"]]


def test_the_plan_of_the_page_needs_the_layout_of_the_page(described: Path) -> None:
    assert not [t for t in try_forms(forms(), described / "plan.md") if t.holds]


def test_every_layout_in_code_is_told_of() -> None:
    told = set(re.findall(r"`(\w+)`", _DESCRIBED))

    assert {r.__module__.rsplit(".", 1)[-1] for r in LAYOUTS} <= told
