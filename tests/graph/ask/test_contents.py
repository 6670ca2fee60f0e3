"""The best of many scores are found without sorting all."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from graph.ask.contents import _highest

scores = st.lists(st.sampled_from([-1.0, 0.0, 0.25, 0.5, 1.0]), max_size=40)


@given(scores, st.integers(1, 45))
def test_the_highest_are_the_first_of_all_sorted(values: list[float], most: int) -> None:
    score = np.array(values, dtype=np.float32)

    assert _highest(score, most).tolist() == np.argsort(-score, kind="stable")[:most].tolist()
