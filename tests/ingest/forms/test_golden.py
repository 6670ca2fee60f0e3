"""Each described layout reads its sample just as its golden file says; none comes without them."""

import pytest

from tests.ingest.forms.golden import FOLDER, as_data, found_in, layouts, sample_of

MAKE = "write one in tests/ingest/forms/golden, then run python -m tests.ingest.forms.golden"


@pytest.mark.parametrize("layout", layouts())
def test_a_described_layout_has_a_sample_and_its_golden_file(layout: str) -> None:
    assert sample_of(layout), f"{layout}.yaml has no sample: {MAKE}"
    assert (FOLDER / f"{layout}.tsv").exists(), f"{layout}.yaml has no golden file: {MAKE}"


@pytest.mark.parametrize("layout", layouts())
def test_a_sample_is_read_as_its_golden_file_says(layout: str) -> None:
    sample = sample_of(layout)
    assert sample

    assert as_data(found_in(sample)) == (FOLDER / f"{layout}.tsv").read_text(encoding="utf-8")


def test_every_golden_file_is_of_a_layout_that_is_there() -> None:
    assert {file.stem for file in FOLDER.iterdir()} == {*layouts()}


def test_every_layout_is_the_one_that_its_sample_shows() -> None:
    forms = {
        layout: (FOLDER / f"{layout}.tsv").read_text(encoding="utf-8").split("\n")[0] for layout in layouts()
    }

    assert len({*forms.values()}) == len(forms)
    assert all(form.removeprefix("layout\t") for form in forms.values())
