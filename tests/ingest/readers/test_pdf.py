"""PDF files become the blocks that a text of the same plan has, each word on its page."""

from io import BytesIO

import pytest
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from graph.errors import UnreadableFile
from tests.ingest.readers.files import lines_pdf, pdf
from tests.ingest.readers.shown import read, shown

LONG = "The district looks after its buildings so that every child learns in a dry and quiet room. " * 3


def test_headings_paragraphs_and_tables_are_told_apart() -> None:
    document = read(
        pdf([("h1", "Plan"), LONG, ("h2", "Actions"), [["Goal", "Action"], ["Read", "Buy books"]]]), "p.pdf"
    )

    assert shown(document) == [
        ("h", 1, "Plan"),
        ("p", LONG.strip()),
        ("h", 2, "Actions"),
        ("t", [["Goal", "Action"], ["Read", "Buy books"]]),
    ]


def test_two_headings_in_a_row_stay_two() -> None:
    document = read(pdf([("h1", "Oak District"), ("h1", "Plan 2024"), LONG]), "p.pdf")

    assert [b[2] for b in shown(document)[:2]] == ["Oak District", "Plan 2024"]


def test_the_lines_of_a_cell_are_joined_with_a_blank() -> None:
    rows = [["Goal", "Action"], ["Read", "Buy books for every room<br/>Open the library at noon"]]
    document = read(pdf([LONG, rows]), "p.pdf")

    assert shown(document)[1][1][1][1] == "Buy books for every room Open the library at noon"


def test_a_table_over_two_pages_is_one_and_its_header_stands_once() -> None:
    first, second = [["Goal", "Action"], ["Read", "Buy books"]], [["Goal", "Action"], ["Write", "Buy pens"]]
    document = read(pdf([first, ("page",), second]), "p.pdf")

    assert shown(document) == [("t", [["Goal", "Action"], ["Read", "Buy books"], ["Write", "Buy pens"]])]


def test_a_row_that_a_page_cut_is_whole_again_with_both_its_pages() -> None:
    first, second = (
        [["Goal", "Action"], ["Read", "Buy books for"]],
        [["", "every room"], ["Write", "Buy pens"]],
    )
    document = read(pdf([first, ("page",), second]), "p.pdf")
    [table] = document.blocks
    cell = table.rows[1].cells[1].text  # type: ignore[union-attr]
    ends = (cell.offsets[0], cell.offsets[-1])

    assert str(cell) == "Buy books for every room"
    assert [document.source.place(o, o + 1).page for o in ends] == [1, 2]


def test_the_rest_of_a_table_may_have_words_in_one_column_only() -> None:
    first = [["Goal", "Action"], ["Read", "Buy books"]]
    second = [["", "Open the library"], ["", "Ask parents"]]
    document = read(pdf([first, ("page",), second]), "p.pdf")

    assert shown(document) == [("t", [*first, *second])]


def test_headers_and_page_numbers_are_left_aside_and_count_as_read() -> None:
    parts = [("h2", "One"), LONG, ("page",), ("h2", "Two"), LONG * 2, ("page",), ("h2", "Three"), LONG * 3]
    document = read(pdf(parts, header="Oak District Plan", footer=True), "p.pdf")
    aside = [str(t) for t in document.furniture]

    assert aside == ["Page 1", "Oak District Plan", "Page 2", "Oak District Plan", "Page 3"]
    assert [b[1] for b in shown(document) if b[0] == "p"].count("Oak District Plan") == 1


def test_a_list_has_items_with_depth_and_what_follows_is_no_part_of_it() -> None:
    lines = [
        (72, 100, "Actions of this year"),
        (80, 130, "• Paint the gym in spring, when"),
        (90, 142, "the weather is dry"),
        (100, 154, "a. Walls"),
        (80, 166, "• Mend the roof"),
        (72, 190, "All this is paid by the district."),
    ]

    assert shown(read(lines_pdf([lines]), "p.pdf")) == [
        ("p", "Actions of this year"),
        ("-", "•", 0, "Paint the gym in spring, when the weather is dry"),
        ("-", "a.", 1, "Walls"),
        ("-", "•", 0, "Mend the roof"),
        ("p", "All this is paid by the district."),
    ]


def test_a_wrapped_item_goes_on_at_the_left_edge_if_its_line_was_full() -> None:
    full = "• Paint the gym of every school that was built before the war and that is still in use by the"
    rest = ["children", "• Mend the roof", "All this is paid."]
    lines = [(72, 100 + 12 * n, words) for n, words in enumerate([full, *rest])]

    assert shown(read(lines_pdf([lines]), "p.pdf")) == [
        ("-", "•", 0, f"{full[2:]} children"),
        ("-", "•", 0, "Mend the roof"),
        ("p", "All this is paid."),
    ]


def test_a_sentence_that_a_page_cut_is_whole_again() -> None:
    pages = [[(72, 700, "The district buys new")], [(72, 80, "books for every room.")]]
    document = read(lines_pdf(pages), "p.pdf")

    assert shown(document) == [("p", "The district buys new books for every room.")]


def test_a_frame_around_a_text_is_no_table() -> None:
    document = read(pdf([[[LONG]], LONG]), "p.pdf")

    assert [b[0] for b in shown(document)] == ["p", "p"]


def test_places_are_pages() -> None:
    document = read(pdf([LONG, ("page",), ("h1", "Second")]), "p.pdf")
    text = document.blocks[-1].text  # type: ignore[union-attr]
    place = document.source.place(text.offsets[0], text.offsets[-1] + 1)

    assert (place.page, place.start_line, place.quote) == (2, None, "Second")


def test_the_media_type_is_that_of_a_pdf_whatever_the_ending() -> None:
    assert read(pdf([LONG]), "plan.txt").source.media_type == "application/pdf"


@pytest.mark.parametrize("share", [0.2, 0.5, 0.9])
def test_a_pdf_that_is_cut_off_is_told(share: float) -> None:
    content = pdf([LONG])

    with pytest.raises(UnreadableFile, match="cut off"):
        read(content[: int(len(content) * share)], "p.pdf")


def test_a_pdf_with_a_broken_inside_is_told() -> None:
    with pytest.raises(UnreadableFile, match="damaged"):
        read(
            b"%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 9 0 R >>\nendobj\ntrailer << /Root 1 0 R >>\n%%EOF",
            "p.pdf",
        )


def test_a_pdf_without_text_is_told() -> None:
    with pytest.raises(UnreadableFile, match="pictures of pages and no text"):
        read(lines_pdf([[]]), "p.pdf")


def test_a_pdf_with_a_password_is_told() -> None:
    out = BytesIO()
    canvas = Canvas(out, encrypt=StandardEncryption("secret", ownerPassword="more"))
    canvas.drawString(72, 700, "Plan")
    canvas.save()

    with pytest.raises(UnreadableFile, match="locked by a password"):
        read(out.getvalue(), "p.pdf")
