"""Web pages: what they hold becomes blocks, and every letter is one of the file."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.errors import EmptyFile, UnreadableFile
from ingest.document import Document, Heading, ListItem, Paragraph, Table
from ingest.readers import has_reader, read_document
from ingest.readers.html_tokens import Tag, tokens

PAGE = "<!DOCTYPE html><html><head><title>Our plan</title></head><body>{}</body></html>"
BROKEN = "<|<!--|&|<a |<a b='|<!|<?|<![CDATA[|<script>|</a |</|<a \"|<td>|<div>|<table><tr><td>|<ul><li>|<p>"
PIECES = (
    "<p>|</p>|<td>|<table>|<tr>|</table>|<ul>|<li>|</ul>|<b>|a b|&amp;|\n|<br>|<h2>|'|\"|<!--|-->|<dl>|<dd>"
)


def read(body: str, name: str = "plan.html") -> Document:
    return read_document(Path(name), PAGE.format(body).encode(), "0" * 64)


def shown(document: Document) -> list[object]:
    found: list[object] = []
    for block in document.blocks:
        if isinstance(block, Table):
            found.append([[str(cell.text) for cell in row] for row in block.rows])
        elif isinstance(block, ListItem):
            found.append(f"{block.depth} {block.mark} {block.text}")
        else:
            level = block.level if isinstance(block, Heading) else 0
            found.append(f"{'#' * level} {block.text}".strip())
    return found


def test_headings_paragraphs_and_lists() -> None:
    page = read("<h1>Plan</h1><h3>Goal 1</h3><p>We read<br>daily.<ul><li>One<ul><li>Inner</ul><li>Two</ul>")

    assert shown(page) == ["# Plan", "### Goal 1", "We read daily.", "0 - One", "1 - Inner", "0 - Two"]
    assert [len(b.lines) for b in page.blocks if isinstance(b, Paragraph)] == [2]


def test_numbered_lists_keep_their_numbers() -> None:
    assert shown(read('<h1>P</h1><ol start="3"><li>Plan<li>Do</ol><ol type="a"><li>x y</ol>'))[1:] == [
        "0 3. Plan",
        "0 4. Do",
        "0 a. x y",
    ]


def test_a_short_bold_paragraph_is_a_heading() -> None:
    page = read("<h1>P</h1><p><strong>Goal area</strong></p><p><b>Owner:</b> Library Office</p>")

    assert [type(b) for b in page.blocks] == [Heading, Heading, Paragraph]


def test_without_a_heading_the_title_is_one() -> None:
    assert shown(read("<p>Words"))[0] == "# Our plan"


def test_merged_cells_are_spread() -> None:
    page = read(
        "<table><tr><th rowspan=2>Goal<th colspan=2>Years<tr><th>First<th>Second"
        "<tr><td rowspan=2>Read<td>1<td>2<tr><td>3<td>4</table>"
    )

    assert shown(page)[-1] == [
        ["Goal", "Years", ""],
        ["", "First", "Second"],
        ["Read", "1", "2"],
        ["", "3", "4"],
    ]


def test_a_table_for_looks_is_taken_apart() -> None:
    page = read("<table><tr><td><h2>Goals</h2><p>One</p></td><td><p>Two</p></td></tr></table>")

    assert shown(page)[-3:] == ["## Goals", "One", "Two"]


def test_a_table_in_a_cell_follows_its_row() -> None:
    inner = "<table><tr><td>Measure<td>9%<tr><td>Other<td>8%</table>"
    page = read(f"<table><tr><td>Goal 1<td>Reading<td>{inner}<tr><td>Goal 2<td>Math<td>none</table>")

    assert shown(page)[-3:] == [
        [["Goal 1", "Reading", ""]],
        [["Measure", "9%"], ["Other", "8%"]],
        [["Goal 2", "Math", "none"]],
    ]


def test_definitions_are_labels_with_values() -> None:
    assert shown(read("<dl><dt>Owner<dd>Library Office<dt>Due<dd>May<dd>June</dl>"))[-1] == [
        ["Owner", "Library Office"],
        ["Due", "May"],
        ["", "June"],
    ]


def test_menus_scripts_and_footers_are_no_words_of_the_plan() -> None:
    page = read(
        "<nav>Home</nav><script>var a = '<p>no</p>'</script><style>p {}</style><h1>Plan</h1>"
        "<!-- <p>no</p> --><div role=navigation>Up</div><footer>Site</footer>"
    )

    assert shown(page) == ["# Plan"]
    assert [str(t) for t in page.furniture[:3]] == ["Home", "Up", "Site"]


def test_entities_are_letters_and_their_quote_is_whole() -> None:
    page = read("<h1>P</h1><p>Parents &amp; teachers&nbsp;meet &#8211; often &lt; 5 &amp;</p>")
    text = page.blocks[-1].text  # type: ignore[union-attr]

    assert str(text) == "Parents & teachers meet – often < 5 &"
    [(start, end)] = text.spans(raw=page.source.raw)
    assert page.source.raw[start:end] == "Parents &amp; teachers&nbsp;meet &#8211; often &lt; 5 &amp;"


def test_places_are_lines_of_the_file() -> None:
    page = read("\n<h1>Plan</h1>\n<p>Words of\nthe plan</p>")
    [(start, end)] = page.blocks[-1].text.spans(raw=page.source.raw)  # type: ignore[union-attr]

    place = page.source.place(start, end)
    assert (place.start_line, place.end_line, place.quote) == (3, 4, "Words of\nthe plan")


@pytest.mark.parametrize(
    ("encoding", "head"),
    [
        ("utf-8", ""),
        ("cp1252", "<meta charset=iso-8859-1>"),
        ("cp1252", '<meta http-equiv="Content-Type" content="text/html; charset=windows-1252">'),
        ("mac_roman", "<meta charset=macintosh>"),
        ("utf-16", ""),
        ("utf-8", "<meta charset=no-such-code>"),
        ("utf-8", "<meta charset=utf-16>"),
        ("utf-8", "<meta charset=base64>"),
    ],
)
def test_the_page_tells_its_encoding(encoding: str, head: str) -> None:
    words = "Año escolar – “naïve” plans of the district"
    content = f"<!doctype html><html><head>{head}</head><body><p>{words}</body></html>".encode(encoding)

    page = read_document(Path("plan.txt"), content, "")

    assert str(page.blocks[-1].text) == words  # type: ignore[union-attr]


def test_the_content_tells_a_page_whatever_its_name() -> None:
    assert has_reader(Path("plan.aspx"), PAGE.format("x").encode())
    assert read("<p>x", "plan.txt").source.media_type == "text/html"
    assert read_document(Path("notes.txt"), b"Use <html> and <p>\n", "").source.media_type == "text/plain"


def test_a_page_without_words_is_empty() -> None:
    with pytest.raises(EmptyFile):
        read_document(Path("p.html"), b"<html><body><script>x()</script></body></html>", "")


def test_a_page_of_bytes_is_no_page() -> None:
    with pytest.raises(UnreadableFile):
        read_document(Path("p.html"), b"<html>\x01\x02\x03</html>", "")


@pytest.mark.parametrize("piece", [*BROKEN.split("|"), "<td colspan=999 rowspan=999>"])
def test_broken_pages_end(piece: str) -> None:
    page = read_document(Path("p.html"), b"<html><p>words " + piece.encode() * 3000, "")

    assert "words" in " ".join(str(t) for t in page.texts())


@given(st.lists(st.sampled_from(PIECES.split("|")), max_size=40))
def test_every_letter_stands_at_its_place(parts: list[str]) -> None:
    raw = "<html><p>start</p>" + "".join(parts)

    document = read_document(Path("p.html"), raw.encode(), "")

    for text in document.texts():
        for letter, offset in zip(text.value, text.offsets, strict=True):
            assert offset < 0 or raw[offset] == letter or letter == " " or raw[offset] == "&"


@given(st.text(alphabet="<>/!-abp &;='\"?", max_size=80))
def test_tokens_stand_in_order_and_apart(raw: str) -> None:
    at = 0
    for token in tokens(raw):
        start, end = (
            (token.start, token.end) if isinstance(token, Tag) else (token.offsets[0], token.offsets[-1] + 1)
        )
        assert at <= start < end <= len(raw)
        at = end
