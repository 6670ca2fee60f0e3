"""Closed lists of small words: by name, as they are written or by their stems."""

import re
from pathlib import Path

import pytest

from graph.ask.closed import closed, closed_form, closed_pairs, closed_stems
from graph.ask.lexicon import load_data
from graph.ask.tokens import stem

_DATA = load_data("closed.yaml")
_CODE = "".join(p.read_text(encoding="utf-8") for p in (Path(__file__).parents[3] / "graph").rglob("*.py"))


def test_words_are_those_of_the_list() -> None:
    assert closed("which") == {"which", "what"}


def test_stems_are_those_of_the_words() -> None:
    assert closed_stems("every") == {stem("all"), stem("every"), stem("each")}


def test_a_verb_has_the_words_that_turn_it() -> None:
    assert closed_pairs("ending")["cut"] == {"back", "down"}


def test_a_form_is_a_regular_expression() -> None:
    assert closed_form("leading_article").sub("", "the barns") == "barns"


@pytest.mark.parametrize("name", _DATA["forms"])
def test_every_form_can_be_read(name: str) -> None:
    assert re.compile(_DATA["forms"][name])


@pytest.mark.parametrize("name", [name for group in _DATA.values() for name in group])
def test_every_list_is_used(name: str) -> None:
    assert f'("{name}")' in _CODE
