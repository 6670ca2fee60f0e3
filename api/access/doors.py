"""What each address needs: which are open to everyone, which only read, which are counted."""

from api.access.origins import SAFE

__all__ = ["ASKED", "changes_something", "counted_as", "is_open", "takes_documents"]

_OPEN = {"/login", "/healthz"}
_READING = ("/sparql", "/api/ask", "/login")  # by POST too
_DOCUMENTS = {"/upload", "/api/documents"}
_QUESTIONS = ("/api/ask", "/api/answers", "/text2sparql")
_QUERIES = ("/sparql", "/api/sparql")
ASKED = {"/": "q", "/query": "query"}
"""Pages that cost only where their address holds this."""


def is_open(path: str) -> bool:
    """Whether an address needs no log-in."""
    return path in _OPEN or path.startswith("/static/")


def changes_something(method: str, path: str) -> bool:
    """Whether a request may change something.

    >>> changes_something("POST", "/names"), changes_something("POST", "/sparql")
    (True, False)
    """
    return method not in SAFE and not _is_below(path, _READING)


def takes_documents(method: str, path: str) -> bool:
    """Whether a request may bring a document along."""
    return method == "POST" and path in _DOCUMENTS


def counted_as(method: str, path: str, asks: bool) -> str | None:
    """Return as what a request is counted; `asks` tells whether a page is asked for more than its form.

    >>> counted_as("GET", "/", True), counted_as("GET", "/", False)
    ('ask', None)
    """
    if takes_documents(method, path):
        return "upload"
    if _is_below(path, _QUESTIONS) or (path == "/" and asks):
        return "ask"
    if _is_below(path, _QUERIES) or (path == "/query" and asks):
        return "sparql"
    return None


def _is_below(path: str, roots: tuple[str, ...]) -> bool:
    return any(path == root or path.startswith(f"{root}/") for root in roots)
