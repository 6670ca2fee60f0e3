"""Small files of other office programs, made as the tests need them."""

from io import BytesIO
from zipfile import ZipFile

import pptx
import xlwt
from pptx.util import Inches

_SPACES = " ".join(
    f'xmlns:{name.removesuffix("ing")}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for name in ("office", "text", "table", "style", "drawing", "presentation")
)
ODT = """<office:automatic-styles><text:list-style style:name="N">
<text:list-level-style-number text:level="1"/>
</text:list-style></office:automatic-styles><office:body><office:text>
<text:h text:outline-level="1">Plan of the Harbor School</text:h>
<text:p>Goal 1: Every child<text:s text:c="2"/>reads<text:note><text:p>1</text:p></text:note></text:p>
<text:list text:style-name="N"><text:list-item><text:p>Open the library</text:p></text:list-item>
<text:list-item><text:p>Buy books</text:p><text:list text:style-name="B"><text:list-item>
<text:p>In Spanish</text:p>
</text:list-item></text:list></text:list-item></text:list>
<table:table><table:table-header-rows><table:table-row><table:table-cell><text:p>Action</text:p>
</table:table-cell>
<table:table-cell><text:p>Who</text:p></table:table-cell></table:table-row></table:table-header-rows>
<table:table-row><table:table-cell><text:p>Mend</text:p><text:p>the roof</text:p></table:table-cell>
<table:table-cell><text:p>Grounds</text:p></table:table-cell></table:table-row></table:table>
</office:text></office:body>"""
ODS = """<office:automatic-styles><style:style style:name="h"><style:table-properties table:display="false"/>
</style:style></office:automatic-styles><office:body><office:spreadsheet>
<table:table table:name="Goals"><table:table-column/><table:table-column table:visibility="collapse"/>
<table:table-row table:number-rows-repeated="2"><table:table-cell table:number-columns-repeated="9"/>
</table:table-row>
<table:table-row><table:table-cell><text:p>Goal</text:p></table:table-cell><table:table-cell>
<text:p>Secret</text:p>
</table:table-cell><table:table-cell><text:p>Target</text:p></table:table-cell></table:table-row>
<table:table-row><table:table-cell><text:p>Read well</text:p></table:table-cell><table:table-cell/>
<table:table-cell office:value="0.826"><text:p>82.60 %</text:p></table:table-cell></table:table-row>
<table:table-row table:visibility="collapse"><table:table-cell><text:p>Old</text:p></table:table-cell>
</table:table-row>
</table:table>
<table:table table:name="Notes" table:style-name="h"><table:table-row><table:table-cell>
<text:p>Hidden</text:p>
</table:table-cell></table:table-row></table:table></office:spreadsheet></office:body>"""


ODP = """<office:automatic-styles><style:style style:name="h">
<style:drawing-page-properties presentation:visibility="hidden"/></style:style></office:automatic-styles>
<office:body><office:presentation><draw:page draw:name="one">
<draw:frame presentation:class="outline"><draw:text-box><text:list><text:list-item>
<text:p>Open the library</text:p>
<text:list><text:list-item><text:p>In the evening</text:p></text:list-item></text:list>
</text:list-item></text:list>
</draw:text-box></draw:frame>
<draw:frame presentation:class="title"><draw:text-box><text:p>Goal 1: Every child reads</text:p>
</draw:text-box></draw:frame>
<draw:frame presentation:class="footer"><draw:text-box><text:p>May 4</text:p></draw:text-box></draw:frame>
<presentation:notes><draw:frame><draw:text-box><text:p>Say hello</text:p></draw:text-box></draw:frame>
</presentation:notes></draw:page>
<draw:page draw:style-name="h"><draw:frame><draw:text-box><text:p>Old</text:p></draw:text-box>
</draw:frame></draw:page>
<draw:page><draw:g><draw:frame><table:table><table:table-row><table:table-cell><text:p>Action</text:p>
</table:table-cell><table:table-cell><text:p>Who</text:p></table:table-cell></table:table-row><table:table-row>
<table:table-cell><text:p>Mend</text:p><text:p>the roof</text:p></table:table-cell><table:table-cell>
<text:p>Grounds</text:p></table:table-cell></table:table-row></table:table></draw:frame></draw:g></draw:page>
</office:presentation></office:body>"""


def odf(kind: str, body: str, head: str = "", manifest: str = "<m/>") -> bytes:
    """Return an OpenDocument file of this kind ('text', 'spreadsheet')."""
    out = BytesIO()
    with ZipFile(out, "w", 8) as archive:
        archive.writestr("mimetype", f"application/vnd.oasis.opendocument.{kind}", 0)
        archive.writestr("META-INF/manifest.xml", manifest)
        archive.writestr(
            "content.xml",
            f'<?xml version="1.0"?>{head}<office:document-content {_SPACES}>{body}</office:document-content>',
        )
    return out.getvalue()


def xls() -> bytes:
    """Return a workbook with a merged title, a percentage, a hidden row and a hidden sheet."""
    book = xlwt.Workbook()
    sheet = book.add_sheet("Goals")
    sheet.write_merge(0, 0, 0, 1, "Plan of the Harbor School")
    for column, words in enumerate(("Goal", "Target")):
        sheet.write(2, column, words)
    sheet.write(3, 0, "Read well")
    sheet.write(3, 1, 0.826, xlwt.easyxf(num_format_str="0.00%"))
    sheet.write(4, 0, "Old")
    sheet.row(4).hidden = True
    hidden = book.add_sheet("Notes")
    hidden.write(0, 0, "Hidden")
    hidden.visibility = 1
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def slides() -> bytes:
    """Return a title, bullets within bullets, a hidden slide, and a table."""
    deck = pptx.Presentation()
    first = deck.slides.add_slide(deck.slide_layouts[0])
    first.shapes.title.text = "Plan of the Harbor School"
    second = deck.slides.add_slide(deck.slide_layouts[1])
    second.shapes.title.text = "Goal 1: Every child reads"
    body = second.placeholders[1].text_frame
    body.text = "Open the library"
    inner = body.add_paragraph()
    inner.text, inner.level = "Before school", 1
    hidden = deck.slides.add_slide(deck.slide_layouts[1])
    hidden.shapes.title.text = "Hidden"
    hidden._element.set("show", "0")
    third = deck.slides.add_slide(deck.slide_layouts[5])
    table = third.shapes.add_table(2, 2, Inches(1), Inches(2), Inches(6), Inches(1)).table
    for n, words in enumerate(("Measure", "Target", "Mend\nthe roof", "70%")):
        table.cell(n // 2, n % 2).text = words
    out = BytesIO()
    deck.save(out)
    return out.getvalue()


RTF = rb"""{\rtf1\ansi\ansicpg1252{\fonttbl{\f0\fswiss Arial;}}{\info{\title Never}}
{\pard\outlinelevel0\b Plan of the Harbor School\par}
\pard Goal 1: Every child\'92s book {\field{\*\fldinst{HYPERLINK "http://x"}}{\fldrslt{is free}}}\par
{\pard{\listtext\f1\'b7\tab}Open the library\par}
{\pard{\listtext 2.\tab}Buy books\par}
\trowd\cellx1000\cellx2000\intbl Action\cell Who\cell\row
\trowd\cellx1000\cellx2000\intbl Mend\par the roof\cell Grounds\cell\row
\pard After \\cell the table\par}"""
MHTML = (
    b"From: <Saved by a browser>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n"
    b'\ttype="text/html";\r\n\tboundary="--b"\r\n\r\n----b\r\n'
    b"Content-Type: text/html; charset=windows-1252\r\n"
    b"Content-Transfer-Encoding: quoted-printable\r\n\r\n<html><body><h1>Plan=20of the Harbor School</h1>"
    b"<p>Every child=92s b=\r\nook</p></body></html>\r\n----b\r\nContent-Type: image/png\r\n"
    b"Content-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=\r\n----b--\r\n"
)
