"""Whatever a page can be asked for, its twin for programs can be asked for too."""

from copy import copy
from typing import Any

import pytest
from fastapi.openapi.utils import get_openapi
from fastapi.routing import APIRoute

from api.app import create_app
from api.pages import PAGES
from graph.settings import Settings

TWINS = {
    "/": "/api/answers/json",
    "/alignment": "/api/alignment",
    "/audit": "/api/audit",
    "/conflicts": "/api/conflicts",
    "/documents": "/api/documents",
    "/documents/{name}": "/api/documents/{name}",
    "/gaps": "/api/gaps",
    "/items": "/api/items",
    "/items/{id}": "/api/sheets/{id}",
    "/leads": "/api/leads",
    "/leads/without-owner": "/api/leads/without-owner",
    "/leads/{id}": "/api/leads/{id}",
    "/maps/{kind}": "/api/maps/{kind}/data",
    "/names": "/api/names",
    "/plans": "/api/plans",
    "/plans/{id}": "/api/plans/{id}",
    "/programs": "/api/programs",
    "/query": "/sparql",
    "/schools": "/api/schools",
    "/schools/{id}": "/api/schools/{id}",
    "/source/{document}": "/api/source/{document}",
    "/timeline": "/api/timeline",
    "/trace": "/api/items",
    "/trace/{id}": "/api/trace/{id}",
    "/upload": "/api/jobs",
    "/upload/{id}": "/api/jobs/{id}",
}
"""The twin of each page."""

WITHOUT = {
    "/downloads": "it lists the forms of the graph; its twin is the description of the API itself",
    "/login": "a form for people; programs send their token with each request",
    "/report": "one page that stands alone as a file; /api/documents/{name} tells the same of each document",
}
EXCEPTED = {
    ("/", "at"): "the twin gives the whole answer, not a page of it",
    ("/upload", "document"): "it only fills in the form",
}


def _pages() -> list[APIRoute]:
    """Return the routes of pages, as if they stood in the description of the API."""
    routes = [copy(r) for router in PAGES for r in router.routes if isinstance(r, APIRoute)]
    for route in routes:
        route.include_in_schema = True
    return [route for route in routes if "GET" in route.methods]


def _asked(paths: dict[str, Any], path: str) -> set[str]:
    """Return the query parameters that are described of a path."""
    return {one["name"] for one in paths[path]["get"].get("parameters", ()) if one["in"] == "query"}


@pytest.fixture(scope="module")
def pages() -> dict[str, Any]:
    """Return the description of every page."""
    return dict(get_openapi(title="pages", version="1", routes=_pages())["paths"])


@pytest.fixture(scope="module")
def twins(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """Return the description of every route for programs."""
    app = create_app(Settings(store=tmp_path_factory.mktemp("none") / "store"))
    return dict(app.openapi()["paths"])


def test_every_page_has_a_twin_or_a_reason_for_none(pages: dict[str, Any]) -> None:
    assert set(pages) == {*TWINS, *WITHOUT}


@pytest.mark.parametrize("page", sorted(TWINS))
def test_a_twin_takes_whatever_its_page_takes(
    pages: dict[str, Any], twins: dict[str, Any], page: str
) -> None:
    excepted = {name for path, name in EXCEPTED if path == page}

    assert _asked(pages, page) - excepted <= _asked(twins, TWINS[page])


@pytest.mark.parametrize(("page", "name"), sorted(EXCEPTED))
def test_an_exception_is_still_one(
    pages: dict[str, Any], twins: dict[str, Any], page: str, name: str
) -> None:
    assert name in _asked(pages, page)
    assert name not in _asked(twins, TWINS[page])
