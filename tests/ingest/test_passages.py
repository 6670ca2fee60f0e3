"""All of a document's text is cut into passages that quote it."""

from hypothesis import given
from hypothesis import strategies as st

from graph.passages import Passage
from ingest.passages import passages, passages_of
from ingest.readers.text import document_from_text
from ingest.source import Source

RAW = """# Facilities

The gym is old. It will be painted in spring, e.g. by parents.

- One **bold** item
A\tB cell\tC
"""


def read(raw: str = RAW) -> list[Passage]:
    source = Source("plan.txt", raw)
    return list(passages(passages_of(document_from_text(source)), source, "plan.txt"))


def test_sentences_items_and_cells_are_passages_under_their_heading() -> None:
    assert [(p.text, p.heading) for p in read()] == [
        ("Facilities", "Facilities"),
        ("The gym is old.", "Facilities"),
        ("It will be painted in spring, e.g. by parents.", "Facilities"),
        ("One bold item", "Facilities"),
        ("B cell", "Facilities"),
    ]


def test_a_passage_has_its_place() -> None:
    item = next(p for p in read() if p.text == "One bold item")

    assert (item.evidence.start_line, item.evidence.quote) == (5, "One **bold** item")


def test_a_text_without_an_end_is_cut() -> None:
    found = read("word " * 300)

    assert len(found) > 1
    assert max(len(p.text) for p in found) <= 600


OUTLINE = """## Garden

What does the garden team need?

The team asks for these tools:

- Spades
  - long ones
- Rakes

Task\tOwner
Water the beds\tMia
"""


def test_a_passage_knows_what_it_stands_under() -> None:
    found = read(OUTLINE)
    above = {p.text: [found[n].text for n in p.above] for p in found}

    assert above["What does the garden team need?"] == ["Garden"]
    assert above["The team asks for these tools:"] == ["What does the garden team need?"]
    assert above["Rakes"] == ["The team asks for these tools:"]
    assert above["long ones"] == ["Spades"]
    assert above["Mia"][:2] == ["Water the beds", "Owner"]


@given(st.text(alphabet="ab .\n\t-#A", max_size=200))
def test_every_passage_quotes_the_file(raw: str) -> None:
    assert all(p.evidence.quote in raw for p in read(raw))
