"""What kind of file bytes are: the content decides, and the ending only where it leaves that open."""

import re
from io import BytesIO
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from ingest.readers.old_office import is_old_office, old_kind

__all__ = ["kind_of"]

_MARKDOWN_ENDINGS = {".md", ".markdown"}
_TEXT_ENDINGS = {".txt", ".text", ".asc", *_MARKDOWN_ENDINGS}
_ENDINGS = {
    **dict.fromkeys((".html", ".htm", ".xhtml"), "html"),
    **dict.fromkeys((".csv", ".tsv", ".tab"), "csv"),
    **dict.fromkeys(_MARKDOWN_ENDINGS, "markdown"),
    **dict.fromkeys(_TEXT_ENDINGS - _MARKDOWN_ENDINGS, "text"),
    **dict.fromkeys((".xlsx", ".xlsm", ".xls", ".ods"), "csv"),  # some programs write CSV and call it Excel
    **dict.fromkeys((".pdf", ".docx", ".doc", ".xml", ".zip", ".pptx", ".odt", ".odp", ".rtf"), "text"),
}
_PARTS = {"word/document": "docx", "xl/workbook": "xlsx", "ppt/presentation": "pptx"}
_ODF_TYPE = 38  # where the type stands in an OpenDocument file, unpacked, after the first entry's name
_OPEN = "application/vnd.oasis.opendocument."
_ODF = {f"{_OPEN}text": "odt", f"{_OPEN}text-template": "odt", f"{_OPEN}spreadsheet": "ods",
        f"{_OPEN}presentation": "odp"}  # fmt: skip
_FRONT = 6000  # bytes
_PAGE = re.compile(
    r"\A\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_SAVED_PAGE = re.compile(
    r"\A\s*(?:[\w-]{2,40}:[^\n]{0,900}\n(?:[ \t][^\n]{0,900}\n){0,9}){0,30}?"
    r"Content-Type:\s*multipart/(?:related|alternative|mixed)",
    re.IGNORECASE,
)
_XML = re.compile(r"\A\s*<\?xml\s")
_ELEMENT = re.compile(r"\A\s*(?:<!--.{0,2000}?-->\s*)*<[a-zA-Z_!]", re.DOTALL)


def kind_of(path: Path, content: bytes) -> str:
    """Return 'pdf', 'docx', 'html', 'zip' and so on; '' where no kind is known."""
    ending = path.suffix.lower()
    if b"%PDF-" in content[:1024]:
        return "pdf"
    if content.startswith(b"PK\x03\x04"):
        return _packed(content)
    if is_old_office(content):
        return old_kind(path, content)
    front = _front(content)
    return _by_words(front, ending)


def _by_words(front: str, ending: str) -> str:
    """Tell the kinds that are text by how they begin, or by the file's ending."""
    if front.startswith("{\\rtf"):
        return "rtf"
    if _SAVED_PAGE.match(front):
        return "mhtml"
    if _PAGE.match(front):
        return "html"
    if _XML.match(front) or (ending == ".xml" and _ELEMENT.match(front)):
        return "xml"
    by_name = _ENDINGS.get(ending, "")
    return by_name if by_name != "html" or "<" in front else "text"


def _packed(content: bytes) -> str:
    """Tell a Word file or workbook from a ZIP of other files, by the names within."""
    try:
        with ZipFile(BytesIO(content)) as opened:
            names = {info.filename for info in opened.infolist()}
    except (BadZipFile, ValueError, OSError, NotImplementedError):
        names = {"[Content_Types].xml", *re.findall("|".join(_PARTS), content.decode("latin-1"))}
    if {"mimetype", "content.xml"} <= names:
        return _ODF.get(content[_ODF_TYPE : _ODF_TYPE + 80].partition(b"PK")[0].decode("latin-1"), "odf")
    if "[Content_Types].xml" not in names:
        return "zip"
    if "xl/workbook.bin" in names:
        return "xlsb"
    kinds = (kind for part, kind in _PARTS.items() if any(name.startswith(part) for name in names))
    return next(kinds, "zip")


def _front(content: bytes) -> str:
    """Return the first words of a file, as far as they are of a kind that all encodings write alike."""
    front = content[:_FRONT]
    encoding = "utf-16" if front[:2] in (b"\xff\xfe", b"\xfe\xff") else "latin-1"
    return front.decode(encoding, "replace").removeprefix("\xef\xbb\xbf").replace("\0", "")
