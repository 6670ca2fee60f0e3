"""A glance never leaves out a form that holds, and leaves out those whose words are not there."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.forms import forms
from ingest.forms.filling import fill
from ingest.forms.form import load_form
from ingest.forms.glance import could_hold, letters_of
from ingest.readers.text import document_from_text
from ingest.source import Source
from tests.ingest.forms.own import AIMS, PLAN

OWN = load_form("aims.yaml", AIMS)
_LINES = [
    *PLAN.splitlines(),
    "# Goal 2 – Warm rooms",
    "**Aim** 3: Quiet corridors",
    "| Metric # | Metric | Baseline | Target for Year 3 Outcome |",
    "| 1.1 | Books | 4 | 8 |",
    "| Action # | Title | Total Funds |",
    "| 1.1 | Heat the gym | $5 |",
    "Priority 1",
    "Strategy | Person Responsible | Timeline",
    "A sentence about nothing.",
    "",
]


@pytest.mark.parametrize(
    ("text", "could"),
    [(PLAN, True), (PLAN.replace("Aim", "Hope"), False), ("<b>Aim</b>&nbsp;1 and more", True), ("", False)],
)
def test_a_form_could_hold_where_its_words_stand(text: str, could: bool) -> None:
    assert could_hold(OWN, letters_of(text)) is could


def test_records_that_are_bullets_of_others_need_no_words() -> None:
    assert could_hold(OWN, letters_of("aim 1"))


@settings(deadline=None)
@given(st.lists(st.sampled_from(_LINES), max_size=14).map("\n".join))
def test_what_holds_could_hold(text: str) -> None:
    document = document_from_text(Source("plan.md", text, "text/markdown"))

    for form in (OWN, *forms()):
        assert could_hold(form, letters_of(text)) or not fill(form, document).holds(form)
