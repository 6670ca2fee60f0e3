"""Every error a user can cause has an exit code, an HTTP status, a title and one sentence."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from graph import errors
from graph.errors import GoldenthreadError

PLACE = Path("plans/plan.txt")
SAMPLES: list[GoldenthreadError] = [
    errors.GoldenthreadError("Something went wrong; try again."),
    errors.InputError("The input is odd; mend it."),
    errors.UnreadableFile(PLACE, "it is encrypted", "save it without a password"),
    errors.EmptyFile(PLACE),
    errors.NoPlanFound(PLACE),
    errors.NamesRefused(PLACE, "it is no YAML"),
    errors.UsageError("That is no command; see --help."),
    errors.UnknownItem("Recommendation 9", ("Recommendation 7",)),
    errors.UnknownDataset("urn:elsewhere", ("plans",)),
    errors.AmbiguousItem("Washington", (("school/a", "School: A"), ("school/b", "School: B"))),
    errors.QueryError("The query does not parse."),
    errors.StoreError("The store is gone; make a new one."),
    errors.StoreMissing(PLACE),
    errors.StoreLocked(PLACE),
    errors.StoreInvalid(PLACE, "it is a file, not a folder"),
    errors.OtherModel(PLACE, "this model", "another"),
    errors.Busy("Too much is asked at once; try again in a few seconds."),
    errors.GraphRefused("plan.txt", ("an action has no evidence", "a goal has no label")),
    errors.ModelUnavailable("The model cannot be loaded; name another one."),
]


def tree(root: type[GoldenthreadError]) -> Iterator[type[GoldenthreadError]]:
    yield root
    for child in root.__subclasses__():
        if child.__module__ == root.__module__:  # others stand beside what raises them
            yield from tree(child)


def test_every_exception_of_the_tree_has_a_sample() -> None:
    assert {type(e) for e in SAMPLES} == set(tree(GoldenthreadError))


def test_the_public_names_are_the_tree() -> None:
    assert sorted(errors.__all__) == errors.__all__ == sorted(e.__name__ for e in tree(GoldenthreadError))


@pytest.mark.parametrize("error", SAMPLES, ids=lambda e: type(e).__name__)
def test_an_error_is_one_sentence_with_a_code_and_a_status(error: GoldenthreadError) -> None:
    text = str(error)

    assert text.endswith(".")
    assert "\n" not in text
    assert error.exit_code in {1, 2}
    assert 400 <= error.http_status < 600
    assert error.title
