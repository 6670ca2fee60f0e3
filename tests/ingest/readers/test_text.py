"""Text files become blocks: headings, paragraphs, nested lists and tables, each word in its place."""

from hypothesis import given
from hypothesis import strategies as st

from ingest.document import Document, Heading, ListItem, Paragraph, Table
from ingest.readers.text import document_from_text
from ingest.source import Source


def read(text: str) -> Document:
    return document_from_text(Source("plan.txt", text))


def items(text: str) -> list[tuple[str, int, str]]:
    return [(b.mark, b.depth, str(b.text)) for b in read(text).blocks if isinstance(b, ListItem)]


def cells(table: object) -> list[list[str]]:
    assert isinstance(table, Table)
    return [[str(cell.text) for cell in row] for row in table.rows]


def test_an_item_indented_further_than_the_one_before_lies_deeper() -> None:
    text = "- Staff:\n - Nurse\n - Clerk\n\n- Rooms\n    - Lab\n      1. Bench\n- Yard"

    assert [(depth, words) for _, depth, words in items(text)] == [
        (0, "Staff:"),
        (1, "Nurse"),
        (1, "Clerk"),
        (0, "Rooms"),
        (1, "Lab"),
        (2, "Bench"),
        (0, "Yard"),
    ]


def test_a_list_after_a_paragraph_begins_anew() -> None:
    assert [depth for _, depth, _ in items("- a one\n  - a two\n\nText between.\n\n  - b one")] == [0, 1, 0]


def test_an_item_with_two_marks_bears_the_inner_one_even_when_empty() -> None:
    assert items("- a. Read\n- b.") == [("a.", 0, "Read"), ("b.", 0, "")]


def test_wrapped_lines_of_an_item_stay_together_and_apart() -> None:
    block = read("1. One long\nitem").blocks[0]

    assert isinstance(block, ListItem)
    assert str(block.text) == "One long item"
    assert [str(line) for line in block.lines] == ["One long", "item"]


def test_rows_of_tabs_make_a_table_with_its_empty_cells() -> None:
    assert cells(read("A\tB\tC\n1\t\t3\n\t2\t").blocks[0]) == [["A", "B", "C"], ["1", "", "3"], ["", "2", ""]]


def test_a_markdown_table_is_read_without_its_rule() -> None:
    document = read("| Action | Lead |\n|---|:--|\n| Read \\| write | Ms. Oak |")

    assert cells(document.blocks[0]) == [["Action", "Lead"], ["Read \\| write", "Ms. Oak"]]
    assert [str(text) for text in document.furniture] == ["|---|:--|"]


def test_markup_in_cells_is_kept_in_raw_and_dropped_in_text() -> None:
    table = read("<b>Goal</b>\t<ul><li>One</li><li>Two</li></ul>").blocks[0]

    assert isinstance(table, Table)
    assert str(table.rows[0].cells[1].raw) == "<ul><li>One</li><li>Two</li></ul>"
    assert str(table.rows[0].cells[1].text) == "One Two"


def test_a_pair_of_asterisks_is_italics_and_a_lone_one_is_a_footnote_mark() -> None:
    blocks = read("Read *The Long Road* first.*\n\n*See* the table (see *).").blocks

    assert [str(b.text) for b in blocks if isinstance(b, Paragraph)] == [
        "Read The Long Road first.*",
        "See the table (see *).",
    ]


def test_bold_lines_and_hash_lines_are_headings() -> None:
    blocks = read("## **Purpose**\nText.\n**Budget**\n").blocks

    assert [(str(b.text), b.level) for b in blocks if isinstance(b, Heading)] == [
        ("Purpose", 2),
        ("Budget", 0),
    ]


def test_bullets_that_were_read_as_letters_are_bullets_only_in_number() -> None:
    assert items("e Lead the team\ne Plan the day\no Write it down") != []
    assert items("e Lead the team") == []


def test_a_header_on_each_page_is_kept_once_and_page_numbers_not_at_all() -> None:
    document = read("\n\n".join(["OAK HILL SCHOOLS 2031", "One.", "Page 1 of 3"] * 3))

    assert [str(b.text) for b in document.blocks if isinstance(b, Paragraph)] == [
        "OAK HILL SCHOOLS 2031",
        "One.",
        "One.",
        "One.",
    ]
    assert len(document.furniture) == 5


@given(st.text(alphabet="aB1. -*\t|\n#_=\r\f", max_size=200))
def test_no_word_of_any_text_is_lost(text: str) -> None:
    document = read(text)
    kept = {o for t in (*document.texts(), *document.furniture) for o in t.offsets}

    for offset, letter in enumerate(text):
        if letter == "B":
            assert offset in kept


def test_a_line_that_says_what_it_is_begins_a_paragraph() -> None:
    text = "Aims\nGoal 1: Reading\nfor every child\nDesired Outcome: All read\nObjective 1.1 Buy books\nsoon"

    assert [str(b.text) for b in read(text).blocks if isinstance(b, Paragraph)] == [
        "Aims",
        "Goal 1: Reading for every child",
        "Desired Outcome: All read",
        "Objective 1.1 Buy books soon",
    ]


def test_a_label_that_a_sentence_names_at_a_line_s_end_begins_nothing() -> None:
    for words in (
        "What we do for readers is part of\nGoal 1: Reading.",
        "The plan of\nMarch has a goal: to read.",
    ):
        assert len(read(words).blocks) == 1


def test_signs_of_word_processors_are_bullets() -> None:
    assert [mark for mark, _, _ in items("·   Spades\n·   Rakes\n\n➢ Hoes\n\n\uf0b7 Forks")] == [
        "·",
        "·",
        "➢",
        "\uf0b7",
    ]
