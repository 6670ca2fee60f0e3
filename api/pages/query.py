"""The page for SPARQL: an editor, the stored queries as examples, and the result as a table."""

from dataclasses import dataclass
from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse

from api.deps import EndpointDep
from api.site.frame import page
from graph.catalogue import queries
from graph.endpoint import Endpoint
from graph.errors import GoldenthreadError
from graph.query_results import QueryResult, result_of
from graph.readonly import gives_triples

__all__ = ["QueryPage", "router"]

router = APIRouter(include_in_schema=False)
_SHOWN = 300  # rows on the page; downloads hold all
_FORMS = (("json", "JSON"), ("csv", "CSV"), ("tsv", "TSV"), ("xml", "XML"))
_TRIPLE_FORMS = (("ttl", "Turtle"), ("nt", "N-Triples"))
_Query = Annotated[str, Query(max_length=100_000)]


@dataclass(frozen=True, slots=True)
class QueryPage:
    """A query with its result, or with what is wrong with it."""

    text: str
    result: QueryResult | None = None
    problem: str = ""
    status: int = 200

    @property
    def downloads(self) -> tuple[tuple[str, str], ...]:
        """The result's addresses by the name of their form."""
        forms = _TRIPLE_FORMS if gives_triples(self.text) else _FORMS
        return tuple(
            (name, f"/sparql?{urlencode({'query': self.text, 'format': form})}") for form, name in forms
        )

    @property
    def drawn(self) -> str:
        """The address of the result's map."""
        return f"/api/sparql/map?{urlencode({'query': self.text})}"

    @property
    def shown(self) -> int:
        """How many rows the page shows."""
        return _SHOWN


@router.get("/query", response_class=HTMLResponse)
def query_page(request: Request, endpoint: EndpointDep, query: _Query = "") -> HTMLResponse:
    """Show the editor, and the result where a query is given."""
    shown = _asked(endpoint, query) if query.strip() else QueryPage("")
    examples = tuple(q for q in queries() if not q.parameters)
    json = shown.downloads[0][1] if shown.result else None
    return page(request, "query.html", shown.status, page=shown, examples=examples, json=json)


def _asked(endpoint: Endpoint, text: str) -> QueryPage:
    try:
        return QueryPage(text, result_of(endpoint, text))
    except GoldenthreadError as error:
        return QueryPage(text, problem=str(error), status=error.http_status)
