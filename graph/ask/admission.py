"""Which proposed queries may be run: one that only reads, in terms that the graph has."""

import re
from collections.abc import Callable

from graph.errors import QueryError
from graph.readonly import refuse_writing

__all__ = ["admitted", "proposed"]

_LONGEST = 6_000  # characters of a query
_MOST = 200  # rows that an answer may have
_FENCE = re.compile(r"```(?:sparql)?\s*\n(.*?)```", re.DOTALL | re.IGNORECASE)
_TOKEN = re.compile(
    r"""(?P<text>'''.*?'''|\"\"\".*?\"\"\"|'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*")
      |<(?P<iri>[^<>"{}|^`\\\s]*)>
      |(?P<comment>\#[^\n]*)
      |(?P<variable>[?$]\w+)
      |(?P<name>[\w.-]*:[\w.:%\\-]*)
      |(?P<word>[^\W\d_]\w*)
      |(?P<number>\d+)
    """,
    re.VERBOSE | re.DOTALL,
)
_PREFIX = re.compile(r"PREFIX\s+([\w.-]*):\s*<([^<>\s]*)>", re.IGNORECASE)
_PROLOGUE = re.compile(rf"(?:\s*{_PREFIX.pattern})+", re.IGNORECASE)
_TYPES = "http://www.w3.org/2001/XMLSchema#"
_REFUSED = frozenset(
    {"BIND", "VALUES", "AS", "CONSTRUCT", "DESCRIBE", "FROM", "GRAPH", "BASE", "LOAD", "INTO"}
)


def proposed(reply: str) -> str:
    """Return the query in a model's reply: what stands between fences, or all of it."""
    fenced = _FENCE.search(reply)
    return (fenced.group(1) if fenced else reply).strip()


def admitted(query: str, knows: Callable[[str], bool]) -> str:
    """Return a query as it may be run, with a limit on its rows; raises QueryError with the reason.

    `knows` tells whether a name stands in the graph.
    """
    if not query or len(query) > _LONGEST:
        raise QueryError("There is no query in it, or one that is too long.")
    refuse_writing(query)
    words, names = _read(query)
    forms = [w for w in words if w in ("SELECT", "ASK")]
    if not forms or words[0] != forms[0] or "PREFIX" in words or _REFUSED & set(words):
        raise QueryError(
            "It is not one SELECT or ASK over the graph that finds nothing but what stands there."
        )
    unknown = next((n for n in names if not n.startswith(_TYPES) and not knows(n)), None)
    if unknown is not None:
        raise QueryError(f"The graph has no {unknown}.")
    return _limited(query, forms[0])


def _limited(query: str, form: str) -> str:
    """Whatever limit the query has, there are no more rows than ours."""
    if form == "ASK":
        return query
    begun = next(t.start() for t in _TOKEN.finditer(query) if t["word"] and t["word"].upper() == form)
    inner = query[begun:]
    return f"{query[:begun]}SELECT * WHERE {{ {{ {inner}\n}} }} LIMIT {_MOST + 1}"


def _read(query: str) -> tuple[list[str], list[str]]:
    """The keywords after the prologue, and every name in the query in full."""
    prologue = _PROLOGUE.match(query)
    begun = prologue.end() if prologue else 0
    prefixes = dict(_PREFIX.findall(query[:begun]))
    words, names = [], []
    for token in _TOKEN.finditer(query, begun):
        if token["iri"] is not None:
            names.append(token["iri"])
        elif token["name"]:
            names.append(_full(token["name"], prefixes))
        elif token["word"]:
            words.append(token["word"].upper())
    return words, names


def _full(name: str, prefixes: dict[str, str]) -> str:
    prefix, _, local = name.partition(":")
    if prefix not in prefixes or "\\" in local or "%" in local:
        raise QueryError(f"Its name {name} has no prefix that it gives.")
    return prefixes[prefix] + local.rstrip(".")
