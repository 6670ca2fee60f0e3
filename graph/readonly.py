"""Which SPARQL queries may be run: those that only read, and only from this store.

The engine's own parser refuses updates too, with a message that speaks of grammar; SERVICE it would
follow into the network. Both are recognised here by their keywords, outside strings, names and comments.
"""

import re

from graph.errors import QueryError

__all__ = ["gives_triples", "refuse_writing"]

_NO_KEYWORD = re.compile(
    r"""'''.*?'''|\"\"\".*?\"\"\"|'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"  # strings
      |<[^<>"{}|^`\\\s]*>                                                    # IRIs
      |\#[^\n]*                                                              # comments
      |[?$]\w+                                                               # variables
      |[\w.-]*:(?:[\w.:%-]|\\.)*                                             # prefixed names
      |@[\w-]+                                                               # languages
    """,
    re.VERBOSE | re.DOTALL,
)
_WORD = re.compile(r"[^\W\d_]+")
_PROLOGUE = {"BASE", "PREFIX"}
_UPDATES = {"INSERT", "DELETE", "LOAD", "CLEAR", "DROP", "CREATE", "ADD", "MOVE", "COPY", "WITH"}


def refuse_writing(query: str) -> None:
    """Raise QueryError where a query would change the store or ask another one.

    >>> refuse_writing("SELECT ?service { ?service a <http://example.org/SERVICE> }")
    """
    words = _keywords(query)
    if words and words[0] in _UPDATES:
        raise QueryError("The store is read-only: use SELECT, ASK, CONSTRUCT or DESCRIBE, not an update.")
    if "SERVICE" in words:
        raise QueryError("SERVICE is refused: queries read this store alone; leave that part out.")


def gives_triples(query: str) -> bool:
    """Return whether a query gives triples (CONSTRUCT, DESCRIBE) rather than rows.

    >>> gives_triples("PREFIX a: <http://a/> CONSTRUCT { ?s a a:B } WHERE { ?s a a:C }")
    True
    """
    return _keywords(query)[:1] in (["CONSTRUCT"], ["DESCRIBE"])


def _keywords(query: str) -> list[str]:
    """Return the words that are neither in strings, names nor comments, after the prologue."""
    words = [w.upper() for w in _WORD.findall(_NO_KEYWORD.sub(" ", query))]
    return [w for w in words if w not in _PROLOGUE]
