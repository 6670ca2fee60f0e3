"""What was answered last is kept, the rest is forgotten."""

from graph.ask.remembered import Remembered


def test_what_was_used_last_is_kept() -> None:
    kept: Remembered[str, int] = Remembered(most=2)
    kept["a"], kept["b"] = 1, 2
    assert kept.get("a") == 1
    kept["c"] = 3

    assert list(kept) == ["a", "c"]
    assert kept.get("b") is None


def test_it_is_a_mapping_like_others() -> None:
    kept: Remembered[str, int] = Remembered()
    kept["a"] = 1
    del kept["a"]

    assert len(kept) == 0
