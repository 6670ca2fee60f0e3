"""Passages know what is said around them, and which may be quoted."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from graph.ask.quotes.corpus import Corpus
from graph.model import Evidence
from graph.passages import Passage

NONE = np.empty(0, dtype=np.intp)


def corpus(*rows: tuple[str, str, tuple[int, ...]], document: str = "a.txt") -> Corpus:
    return Corpus.of(
        [
            Passage(t, Evidence(document, n, n, None, t), "", document, kind, above)
            for n, (t, kind, above) in enumerate(rows, 1)
        ]
    )


ROWS = corpus(
    ("Tools", "heading", ()),
    ("Spades", "item", (0,)),
    ("Rakes", "item", (0,)),
    ("Owner: Mia", "heading", ()),
    ("Who keeps the tools?", "heading", ()),
)


def test_a_heading_is_around_what_stands_under_it() -> None:
    assert ROWS.holding(("tool",), around=True).tolist() == [1, 2]
    assert ROWS.below[0] == (1, 2)


def test_a_bare_heading_and_a_question_are_not_quoted() -> None:
    assert ROWS.quotable.tolist() == [False, True, True, True, False]


def test_words_with_the_same_beginning_are_kin() -> None:
    assert corpus(("employees meet", "sentence", ())).kin("employ") == ("employe",)


@given(st.lists(st.text("abé", min_size=3, max_size=9), min_size=1, max_size=12, unique=True), st.data())
def test_kin_are_all_that_begin_a_word_or_are_begun_by_it(said: list[str], data: st.DataObject) -> None:
    held = Corpus((), (), (), {}, dict.fromkeys(said, NONE), {}, NONE.astype(bool), NONE, ())
    word = data.draw(st.sampled_from(said) | st.text("abé", min_size=3, max_size=9))

    def alike(other: str) -> bool:
        short, long = sorted((other, word), key=len)
        return len(short) >= 5 and long.startswith(short) and len(long) - len(short) in range(5)

    assert held.kin(word) == tuple(w for w in said if w != word and alike(w))


def test_no_passages_are_a_corpus_too() -> None:
    assert Corpus.of([]).names == ()
