"""Where sentences end and where they pause."""

from graph.ask.clauses import Clauses
from graph.ask.tokens import tokenise


def _sentences(text: str) -> list[str]:
    tokens = tokenise(text)
    found = Clauses.of(tokens, text).sentences(0, len(tokens))
    return [" ".join(t.text for t in tokens[start:end]) for start, end in found]


def test_sentences_end_at_their_marks() -> None:
    assert _sentences("The fair is on. Who runs it? Thanks!") == ["The fair is on", "Who runs it", "Thanks"]


def test_no_sentence_ends_after_a_title() -> None:
    assert _sentences("Is Dr. Hall of St. Ives in?") == ["Is Dr Hall of St Ives in"]


def test_parts_stand_between_commas_and_colons() -> None:
    text = "As a guest, tell me this: who came - and why"
    tokens = tokenise(text)
    parts = list(Clauses.of(tokens, text).parts(0, len(tokens)))
    assert [tokens[start].text for start, _ in parts] == ["As", "tell", "who", "and"]
