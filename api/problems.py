"""Every error as a problem document (RFC 9457): what went wrong, where, and what to do."""

import re
from collections.abc import Mapping
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, Response
from pydantic import BaseModel, Field
from starlette.exceptions import HTTPException

from api.site.frame import page
from graph.errors import AmbiguousItem, GoldenthreadError, UnknownDataset, UnknownItem

__all__ = ["PROBLEMS", "Problem", "asks_for_a_page", "handle_problems", "problem", "refused"]

_BASE = "https://w3id.org/goldenthread/problem/"
_MEDIA = "application/problem+json"


class Problem(BaseModel):
    """A problem document."""

    type: str = Field(description="What kind of problem this is.")
    title: str = Field(description="The kind in words.")
    status: int
    detail: str = Field(description="One sentence: what went wrong and what to do.")
    instance: str = Field(description="The address that was asked for.")
    nearest: list[str] | None = Field(default=None, description="The names that come nearest.")
    known: list[str] | None = Field(default=None, description="The data sets that there are.")
    choices: list[dict[str, str]] | None = Field(default=None, description="The items that are meant.")


PROBLEMS: dict[int | str, dict[str, Any]] = {
    status: {"model": Problem, "content": {_MEDIA: {}}, "description": words}
    for status, words in {
        400: "The request is not understood",
        401: "A log-in is needed",
        403: "This is for another role, or comes from another site",
        404: "There is no such item",
        409: "Several items have this name",
        408: "The request came too slowly",
        413: "What was sent is too long",
        422: "The input cannot be used",
        429: "That is too often; Retry-After says when to try again",
        503: "The store or the model cannot be used",
    }.items()
}


def problem(
    request: Request, status: int, name: str, title: str, detail: str, more: Mapping[str, Any] | None = None
) -> JSONResponse:
    """Return one problem document."""
    body = {
        "type": _BASE + _hyphened(name),
        "title": title,
        "status": status,
        "detail": detail,
        "instance": request.url.path,
    }
    return JSONResponse(body | dict(more or {}), status_code=status, media_type=_MEDIA)


def _told(
    request: Request, status: int, name: str, title: str, detail: str, more: Mapping[str, Any] | None = None
) -> Response:
    """Tell a problem as a page where a browser asked for a page, and else as a problem document."""
    if asks_for_a_page(request):
        shown = {"nearest": (), "choices": ()} | dict(more or {})
        return page(request, "problem.html", status, title=title, detail=detail, **shown)
    return problem(request, status, name, title, detail, more)


def asks_for_a_page(request: Request) -> bool:
    """Whether a browser asked for a page, rather than a program for data."""
    own = ("/api/", "/sparql", "/text2sparql", "/healthz", "/openapi.json", "/static/")
    return not request.url.path.startswith(own) and "text/html" in request.headers.get("accept", "")


def handle_problems(app: FastAPI) -> None:
    """Let an application answer every error with a problem document."""
    app.add_exception_handler(GoldenthreadError, _expected)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(HTTPException, refused)
    app.add_exception_handler(Exception, _defect)


def _expected(request: Request, error: Exception) -> Response:
    assert isinstance(error, GoldenthreadError)  # noqa: S101  # told to Starlette above
    more: dict[str, Any] = {}
    if isinstance(error, UnknownItem):
        more["nearest"] = list(error.nearest)
    if isinstance(error, UnknownDataset):
        more["known"] = list(error.known)
    if isinstance(error, AmbiguousItem):
        more["choices"] = [{"id": identifier, "label": words} for identifier, words in error.choices]
    return _told(request, error.http_status, type(error).__name__, error.title, str(error), more)


def _invalid(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)  # noqa: S101
    said = [f"{'.'.join(str(part) for part in e['loc'])}: {e['msg'].lower()}" for e in error.errors()]
    detail = f"The request does not fit: {'; '.join(said)}; see /openapi.json."
    return _told(request, 422, "InvalidRequest", "The request does not fit", detail)


def refused(request: Request, error: Exception) -> Response:
    """Answer a request that is refused with the reason."""
    assert isinstance(error, HTTPException)  # noqa: S101
    detail = error.detail
    if error.status_code == 404:
        detail = f"There is nothing at {request.url.path}; /openapi.json lists what there is."
    if error.status_code == 405:
        detail = f"{request.url.path} does not take {request.method}; /openapi.json lists what it takes."
    answer = _told(request, error.status_code, "Refused", "The request is refused", detail)
    answer.headers.update(error.headers or {})
    return answer


def _defect(request: Request, error: Exception) -> Response:
    detail = f"This is a defect of goldenthread ({type(error).__name__}); please report it."
    return _told(request, 500, "Defect", "The server failed", detail)


def _hyphened(name: str) -> str:
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "-", name).lower()
