"""DOCX files become the blocks that a text of the same plan has, each word in its paragraph or cell."""

import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

from graph.errors import EmptyFile, UnreadableFile
from tests.ingest.readers.files import new_docx, saved
from tests.ingest.readers.shown import read, shown


def test_headings_and_lists_are_told_by_their_style() -> None:
    document = new_docx()
    document.add_heading("Plan", 0)
    document.add_heading("Actions", 2)
    document.add_paragraph("What we do:")
    document.add_paragraph("Paint the gym", style="List Bullet")
    document.add_paragraph("Walls", style="List Bullet 2")
    document.add_paragraph("Mend the roof", style="List Number")
    document.add_paragraph("Open the yard", style="List Number")

    found = shown(read(saved(document), "p.docx"))

    assert found[:3] == [("h", 1, "Plan"), ("h", 2, "Actions"), ("p", "What we do:")]
    assert [b[1:] for b in found[3:]] == [
        ("•", 0, "Paint the gym"),
        ("•", 1, "Walls"),
        ("1.", 0, "Mend the roof"),
        ("2.", 0, "Open the yard"),
    ]


def test_a_short_bold_paragraph_is_a_heading_of_unknown_level() -> None:
    document = new_docx()
    document.add_paragraph().add_run("Services").bold = True
    paragraph = document.add_paragraph()
    paragraph.add_run("Note: ").bold = True
    paragraph.add_run("not all of this is bold")

    assert shown(read(saved(document), "p.docx")) == [
        ("h", 0, "Services"),
        ("p", "Note: not all of this is bold"),
    ]


def test_a_table_keeps_its_cells_and_merged_ones_are_empty() -> None:
    document = new_docx()
    table = document.add_table(3, 3)
    for number, cell in enumerate(table._cells):
        cell.text = f"c{number}"
    table.cell(0, 0).merge(table.cell(0, 1)).text = "wide"
    table.cell(1, 2).merge(table.cell(2, 2)).text = "tall"

    [(_, rows)] = shown(read(saved(document), "p.docx"))

    assert rows == [["wide", "", "c2"], ["c3", "c4", "tall"], ["c6", "c7", ""]]


def test_the_paragraphs_of_a_cell_are_joined_and_items_keep_their_marks() -> None:
    document = new_docx()
    cell = document.add_table(1, 2).cell(0, 0)
    cell.text = "Improve school"
    cell.add_paragraph("Paint", style="List Bullet")
    cell.add_paragraph("Mend", style="List Bullet")

    [(_, [row])] = shown(read(saved(document), "p.docx"))

    assert row[0] == "Improve school • Paint • Mend"


def test_places_are_paragraphs_and_cells() -> None:
    document = new_docx()
    document.add_paragraph("")
    document.add_paragraph("First")
    document.add_paragraph("Second")
    document.add_table(1, 2).cell(0, 1).text = "Here"
    read_in = read(saved(document), "p.docx")
    source = read_in.source
    cell = read_in.blocks[-1].rows[0].cells[1].text  # type: ignore[union-attr]
    places = [source.place(t.offsets[0], t.offsets[-1] + 1) for t in (read_in.blocks[1].text, cell)]  # type: ignore[union-attr]

    assert [(p.cell, p.quote, p.start_line) for p in places] == [
        ("paragraph 2", "Second", None),
        ("table 1, row 1, column 2", "Here", None),
    ]


def test_a_numbered_letter_is_printed_as_word_prints_it() -> None:
    document = new_docx()
    numbering = document.part.numbering_part.element
    numbering.insert(
        0,
        parse_xml(
            f"<w:abstractNum {nsdecls('w')} w:abstractNumId='77'><w:lvl w:ilvl='0'><w:start w:val='2'/>"
            "<w:numFmt w:val='lowerLetter'/><w:lvlText w:val='%1)'/></w:lvl></w:abstractNum>"
        ),
    )
    numbering.append(parse_xml(f"<w:num {nsdecls('w')} w:numId='77'><w:abstractNumId w:val='77'/></w:num>"))
    for words in ("Survey", "Interview"):
        properties = document.add_paragraph(words)._p.get_or_add_pPr()
        properties.append(
            parse_xml(f"<w:numPr {nsdecls('w')}><w:ilvl w:val='0'/><w:numId w:val='77'/></w:numPr>")
        )

    assert shown(read(saved(document), "p.docx")) == [("-", "b)", 0, "Survey"), ("-", "c)", 0, "Interview")]


def test_deleted_text_is_left_out_and_a_content_control_is_read() -> None:
    document = new_docx()
    paragraph = document.add_paragraph("Kept ")._p
    paragraph.append(parse_xml(f"<w:del {nsdecls('w')}><w:r><w:delText>gone</w:delText></w:r></w:del>"))
    paragraph.append(
        parse_xml(
            f"<w:sdt {nsdecls('w')}><w:sdtContent><w:r><w:t>filled in</w:t></w:r></w:sdtContent></w:sdt>"
        )
    )
    body = document.element.body
    body.insert(
        1,
        parse_xml(
            f"<w:sdt {nsdecls('w')}><w:sdtContent><w:p><w:r><w:t>Whole block</w:t></w:r></w:p>"
            "</w:sdtContent></w:sdt>"
        ),
    )

    assert shown(read(saved(document), "p.docx")) == [("p", "Kept filled in"), ("p", "Whole block")]


def test_a_tab_in_a_paragraph_makes_no_table() -> None:
    document = new_docx()
    document.add_paragraph("Name:\tOak")

    assert shown(read(saved(document), "p.docx")) == [("p", "Name: Oak")]


def test_a_docx_without_words_is_told() -> None:
    with pytest.raises(EmptyFile):
        read(saved(new_docx()), "p.docx")


@pytest.mark.parametrize("share", [0.3, 0.7, 0.99])
def test_a_docx_that_is_cut_off_is_told(share: float) -> None:
    content = saved(new_docx())

    with pytest.raises(UnreadableFile, match="cut off"):
        read(content[: int(len(content) * share)], "p.docx")


def test_a_text_box_is_read_once() -> None:
    document = new_docx()
    box = (
        "<w:r {ns}><mc:AlternateContent xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006'>"
        "<mc:Choice Requires='wps'><w:drawing><w:txbxContent><w:p><w:r><w:t>In a box</w:t></w:r></w:p>"
        "</w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent>"
        "<w:p><w:r><w:t>In a box</w:t>"
        "</w:r></w:p></w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    document.add_paragraph("Before")._p.append(parse_xml(box.format(ns=nsdecls("w"))))

    assert shown(read(saved(document), "p.docx")) == [("p", "Before"), ("p", "In a box")]
    assert qn("w:p")
