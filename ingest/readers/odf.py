"""OpenDocument files: their content as a tree, opened only where that is safe."""

import zlib
from io import BytesIO
from pathlib import Path
from xml.etree.ElementTree import Element, ParseError
from zipfile import BadZipFile, ZipFile

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring

from graph.errors import UnreadableFile
from ingest.readers.packed import check_packed

__all__ = ["content_of", "local", "said", "said_in"]

_NAMESPACE = "urn:oasis:names:tc:opendocument:xmlns:"
_BREAKS = {"line-break": "\n", "tab": " "}
_UNSAID = frozenset({"note", "annotation", "tracked-changes", "ruby-text", "frame", "custom-shape", "title"})
_LONGEST_GAP = 40  # blanks in a row that are kept
_DAMAGED = (BadZipFile, zlib.error, KeyError, ParseError, ValueError, EOFError, OSError, NotImplementedError,
            RuntimeError)  # fmt: skip


def content_of(path: Path, content: bytes) -> Element:
    """Return the tree of a file's content; raises UnreadableFile."""
    check_packed(path, content)
    try:
        with ZipFile(BytesIO(content)) as archive:
            if b"encryption-data" in archive.read("META-INF/manifest.xml"):
                raise UnreadableFile(path, "it is locked by a password", "save it without one")
            root: Element = fromstring(archive.read("content.xml"), forbid_dtd=True)
            return root
    except DefusedXmlException as error:
        raise UnreadableFile(path, "its XML declares entities, as an attack does", "leave it out") from error
    except _DAMAGED as error:
        raise UnreadableFile(
            path, "the file is damaged or cut off", "open it in the program that wrote it and save it anew"
        ) from error


def local(element: Element) -> str:
    """Return an element's name without its namespace."""
    return str(element.tag).rpartition("}")[2]


def said(element: Element, name: str) -> str:
    """Return an attribute, such as 'table:name'; '' where there is none."""
    space, _, own = name.partition(":")
    return element.get(f"{{{_NAMESPACE}{space}:1.0}}{own}", "")


def said_in(paragraph: Element) -> str:
    """Return the words of a paragraph as people see them, without notes and pictures."""
    return (paragraph.text or "") + "".join(_of(child) + (child.tail or "") for child in paragraph)


def _of(child: Element) -> str:
    name = local(child)
    if name == "s":
        count = said(child, "text:c")
        return " " * min(_LONGEST_GAP, int(count) if count.isdecimal() else 1)
    if name in _BREAKS:
        return _BREAKS[name]
    return "" if name in _UNSAID else said_in(child)
