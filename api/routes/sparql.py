"""The SPARQL 1.1 Protocol, for queries that only read."""

from typing import Annotated, Any
from urllib.parse import parse_qs

from fastapi import APIRouter, Query, Request, Response
from fastapi.responses import HTMLResponse
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException

from api.deps import EndpointDep
from api.headers import map_policy
from api.negotiation import OFFERED, ROWS, TRIPLES, chosen
from api.problems import PROBLEMS
from graph.endpoint import Endpoint
from graph.errors import QueryError
from graph.query_results import result_of
from graph.readonly import gives_triples
from viz.page import page as drawn_page
from viz.relations import relations

__all__ = ["router"]

router = APIRouter(tags=["sparql"])
_LONGEST = 1_000_000  # bytes of a query
_DESCRIBED: dict[int | str, dict[str, Any]] = {
    200: {
        "description": "The result, in the form that Accept asks for.",
        "content": {media: {} for media in OFFERED},
    },
    406: PROBLEMS[400] | {"description": "The result does not come in a form that Accept takes"},
    413: PROBLEMS[400] | {"description": "The query is too long"},
    415: PROBLEMS[400] | {"description": "The query is sent in a form that is not known"},
}
_FORM = {"type": "object", "required": ["query"], "properties": {"query": {"type": "string"}}}
_TAKEN = {
    "requestBody": {
        "required": True,
        "content": {
            "application/sparql-query": {"schema": {"type": "string"}},
            "application/x-www-form-urlencoded": {"schema": _FORM},
        },
    }
}
_Query = Annotated[str, Query(description="A SPARQL 1.1 query.")]
_FORMS = {offer.form: offer.media_types[0] for offer in (*TRIPLES, *ROWS)}
_Form = Annotated[str, Query(description=f"The form of the result, in place of Accept: {', '.join(_FORMS)}.")]


@router.get("/sparql", response_class=Response, responses=_DESCRIBED)
async def query_by_get(
    request: Request,
    endpoint: EndpointDep,
    query: _Query = "",
    format: _Form = "",  # noqa: A002  # what other endpoints call it
) -> Response:
    """Run a query that stands in the address; `format` is for links, which send no Accept header."""
    _refuse_datasets(request.url.query)
    return await _answer(request, endpoint, query, format)


@router.get("/api/sparql/map", response_class=HTMLResponse)
def map_of_result(endpoint: EndpointDep, query: _Query) -> HTMLResponse:
    """Return the result of a query as a map: what stands beside each other in a row is joined."""
    if not query.strip():
        raise QueryError("There is no query; send one in the parameter 'query'.")
    drawn = drawn_page(relations(result_of(endpoint, query)))
    return HTMLResponse(drawn, headers={"Content-Security-Policy": map_policy()})


@router.post("/sparql", response_class=Response, responses=_DESCRIBED, openapi_extra=_TAKEN)
async def query_by_post(request: Request, endpoint: EndpointDep) -> Response:
    """Run a query that is the body, or the field `query` of a form."""
    body = await _body(request)
    kind = request.headers.get("content-type", "").split(";", maxsplit=1)[0].strip().lower()
    _refuse_datasets(request.url.query)
    if kind == "application/sparql-query":
        return await _answer(request, endpoint, body)
    if kind == "application/x-www-form-urlencoded":
        _refuse_datasets(body)
        fields = parse_qs(body, keep_blank_values=True)
        if "update" in fields:
            raise QueryError("The store is read-only: send a field 'query', not 'update'.")
        return await _answer(request, endpoint, fields.get("query", [""])[0])
    if kind == "application/sparql-update":
        raise QueryError("The store is read-only: send application/sparql-query, not an update.")
    raise HTTPException(415, "Send the query as application/sparql-query, or as a form with a field 'query'.")


async def _body(request: Request) -> str:
    found = b""
    async for part in request.stream():
        found += part
        if len(found) > _LONGEST:
            raise HTTPException(413, f"A query has at most {_LONGEST:,} bytes; send a shorter one.")
    try:
        return found.decode()
    except UnicodeDecodeError as error:
        raise QueryError("The query is not text in UTF-8; send it in UTF-8.") from error


def _refuse_datasets(parameters: str) -> None:
    if parse_qs(parameters).keys() & {"default-graph-uri", "named-graph-uri"}:
        raise QueryError("Graphs are named with FROM and FROM NAMED in the query, not in parameters.")


async def _answer(request: Request, endpoint: Endpoint, query: str, wished: str = "") -> Response:
    if not query.strip():
        raise QueryError("There is no query; send one in the parameter 'query'.")
    form, media = _form(wished, request.headers.get("accept", "*/*"), triples=gives_triples(query))
    body = await run_in_threadpool(endpoint.query, query, form)
    return Response(body, media_type=media, headers={"Vary": "Accept"})


def _form(wished: str, accept: str, *, triples: bool) -> tuple[str, str]:
    """Return the form that a parameter names; where it fits no result of this kind, what Accept asks for.

    Clients name forms by words of their own (SPARQLWrapper: 'turtle', and 'xml' for triples), and say in
    Accept what they mean.
    """
    named = {offer.form: offer.media_types[0] for offer in (TRIPLES if triples else ROWS)}
    if wished in named:
        return wished, named[wished]
    if not wished or "*/*" not in accept:
        return chosen(accept, triples=triples)
    if wished not in _FORMS:
        raise QueryError(f"There is no form {wished!r}; the forms are {', '.join(_FORMS)}.")
    return chosen(_FORMS[wished], triples=triples)
