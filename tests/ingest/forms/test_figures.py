"""Figures that sentences state: targets, where a measure starts, data of now; and what is none of these."""

import pytest

from ingest.forms.figures import figures_of, observed
from ingest.layouts.stream import Piece
from ingest.source import Source, Text


def text(words: str) -> Text:
    return Source("plan.txt", words).text(0, len(words))


@pytest.mark.parametrize(
    ("sentence", "name", "baseline", "year", "target"),
    [
        ("Books lent: from 3.5 (2024-25) to 14 by June 2028", "Books lent", "3.5", "2024-25", "14"),
        ("Schools lit: from 3 of 9 (2024-25) to 9 of 9 by May", "Schools lit", "3 of 9", "2024-25", "9 of 9"),
        ("Readers: from not measured (2024-25) to 75% by June 2028", "Readers", "", "2024-25", "75%"),
        ("At least 85% of pupils will meet the aim.", "", "", "", "85%"),
        ("Trust rises five points as measured by the Lantern.", "Lantern", "", "", "five points"),
    ],
)  # fmt: skip
def test_figures(sentence: str, name: str, baseline: str, year: str, target: str) -> None:
    found = figures_of(text(sentence))

    assert (str(found.name), str(found.baseline), found.year, str(found.target)) == (
        name,
        baseline,
        year,
        target,
    )


@pytest.mark.parametrize(
    "sentence", ["All pupils read by grade 3.", "Meet from 2026 to 2028.", "Pupils in grades 6 to 8 write."]
)
def test_years_and_grades_are_no_targets(sentence: str) -> None:
    assert not figures_of(text(sentence)).target


def seen(*lines: str) -> list[tuple[str, str]]:
    return [(str(o.value), str(o.name)) for o in observed(Piece(text(line)) for line in lines)]


def test_data_stand_under_the_line_that_names_them() -> None:
    assert seen("Fall Lantern data:", "3 students in the low range", "Do you feel safe? 68% favorable") == [
        ("3 students in the low range", "Fall Lantern data"),
        ("68% favorable", "Do you feel safe?"),
    ]


def test_changes_years_and_brackets_are_no_data() -> None:
    assert seen("Scores rose by 9%.", "In term 1 of 2024 many left.", "64% agreed (12% did not).") == [
        ("64%", "")
    ]
