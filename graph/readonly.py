"""Which SPARQL queries may be run: those that only read, and only from this store.

The engine's own parser refuses updates too, with a message that speaks of grammar; SERVICE it would
follow into the network. Both are recognised here by their keywords, outside strings, names and comments.
Where a text can be taken apart in two ways, a query that holds the word SERVICE at all is refused.
"""

import re
from collections.abc import Iterator

from graph.errors import QueryError

__all__ = ["gives_triples", "refuse_writing"]

# Each part is read once and never again (possessive), so that a long text takes time by its length only.
_PART = re.compile(
    r"""'''(?:[^'\\]|\\.|'(?!''))*+(?:'''|(?P<open1>))
        |\"\"\"(?:[^"\\]|\\.|"(?!""))*+(?:\"\"\"|(?P<open2>))
        |'(?:[^'\\\n\r]|\\.)*+(?:'|(?P<open3>))
        |"(?:[^"\\\n\r]|\\.)*+(?:"|(?P<open4>))
      |(?P<iri><(?:[^<>"{}|^`\\\x00-\x20]|\\u[0-9A-Fa-f]{4}|\\U[0-9A-Fa-f]{8})*+>)
      |(?P<comment>\#[^\n\r]*+)
      |(?P<skipped>[?$]\w++|@[A-Za-z]++(?:-[A-Za-z0-9]++)*+|\s++)
      |(?P<prefix>[\w.-]*+):(?:(?:[\w:%]|\\[^\s\w])(?:[\w.:%-]|\\[^\s\w])*+)?
      |(?P<word>[\w.-]++)
      |(?P<sign>[{\\])
      |[^\w'"<\#?$@\s:{\\]++|.                                                # what says nothing here
    """,
    re.VERBOSE | re.DOTALL,
)
_SURE_IRI = re.compile(r"<[A-Za-z][A-Za-z0-9+.-]*://[^'\"]*>|<[^#'\"]*>")
_ESCAPED = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")
_LETTERS = re.compile(r"[^\W\d_]+")
_PROLOGUE = {"BASE", "PREFIX"}
_UPDATES = {"INSERT", "DELETE", "LOAD", "CLEAR", "DROP", "CREATE", "ADD", "MOVE", "COPY", "WITH"}
_SERVICE = "SERVICE"
_Part = tuple[str, str]  # a kind and a text; plain, for there may be hundreds of thousands


def refuse_writing(query: str) -> None:
    """Raise QueryError where a query would change the store or ask another one.

    >>> refuse_writing("SELECT ?service { ?service a <http://example.org/SERVICE> }")
    """
    if _keyword(_parts(query)) in _UPDATES:
        raise QueryError("The store is read-only: use SELECT, ASK, CONSTRUCT or DESCRIBE, not an update.")
    if _SERVICE not in _unescaped(query).upper():
        return
    parts = list(_parts(query))
    if _asks_elsewhere(parts):
        raise QueryError("SERVICE is refused: queries read this store alone; leave that part out.")
    if any(kind == "doubt" for kind, _ in parts):
        raise QueryError(
            "SERVICE is refused, and this query holds the word beside a '<' or a string that can be read in "
            "two ways: write IRIs in full and a blank after '<', or leave the word out."
        )


def gives_triples(query: str) -> bool:
    """Return whether a query gives triples (CONSTRUCT, DESCRIBE) rather than rows.

    >>> gives_triples("PREFIX a: <http://a/> CONSTRUCT { ?s a a:B } WHERE { ?s a a:C }")
    True
    """
    return _keyword(_parts(query)) in {"CONSTRUCT", "DESCRIBE"}


def _parts(query: str) -> Iterator[_Part]:
    """Yield what stands outside strings, IRIs and comments, and each doubt about where those end."""
    for found in _PART.finditer(query):
        kind, text = found.lastgroup or "", found[0]
        if kind.startswith("open") or text == "\\" or (kind == "iri" and not _SURE_IRI.fullmatch(text)):
            yield "doubt", text
        elif kind == "prefix":
            yield kind, found["prefix"].upper()
        elif kind in {"word", "sign"}:
            yield kind, text.upper()


def _keyword(parts: Iterator[_Part]) -> str:
    """Return the first word after the prologue."""
    words = (word for kind, text in parts if kind == "word" for word in _LETTERS.findall(text))
    return next((word for word in words if word not in _PROLOGUE), "")


def _asks_elsewhere(parts: list[_Part]) -> bool:
    """Whether a part is the keyword SERVICE; the engine wants no blank before or behind it."""
    return any(
        _SERVICE in text and (kind == "word" or (kind == "prefix" and after == ("sign", "{")))
        for (kind, text), after in zip(parts, [*parts[1:], ("", "")], strict=False)
    )


def _unescaped(query: str) -> str:
    return _ESCAPED.sub(lambda found: chr(min(int(found[1] or found[2], 16), 0x10FFFF)), query)
