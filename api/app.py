"""The web application: the pages and the HTTP API, over one store."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib.metadata import PackageNotFoundError, version

from fastapi import FastAPI
from starlette.responses import Response

from api.access.access import Access
from api.access.guard import Guard
from api.access.hosts import Hosts
from api.deps import House
from api.headers import SafeHeaders
from api.pages import PAGES
from api.problems import PROBLEMS, handle_problems
from api.routes import ROUTERS
from api.site.assets import serve
from api.warming import Warming
from graph.settings import Settings

__all__ = ["create_app"]

_ABOUT = (
    "Questions to the plans of a school district, answered with the place of every fact. "
    "Errors are problem documents (RFC 9457)."
)


def create_app(settings: Settings, hosts: Hosts | None = None, *, warmed: bool = False) -> FastAPI:
    """Return the application over the store of the settings; it need not exist yet.

    `hosts` are the names that requests may call it by; any name where they are not given.
    Where it is `warmed`, what pages stand on is made ready in the background.
    """
    house = House(settings)
    warming = Warming(house)
    access = Access(settings, hosts)

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        house.open()
        house.uploads.start()
        if warmed:
            warming.start()
        yield
        warming.close()
        house.close()

    # The viewers of the API description load their scripts from a CDN, so they are left out.
    app = FastAPI(
        title="goldenthread",
        description=_ABOUT,
        version=_version(),
        docs_url=None,
        redoc_url=None,
        lifespan=lifespan,
        responses=PROBLEMS,
    )
    app.state.house = house
    app.state.access = access
    app.add_middleware(Guard, access=access)
    handle_problems(app)
    for router in (*ROUTERS, *PAGES):
        app.include_router(router)
    app.add_api_route("/static/{address:path}", _asset, include_in_schema=False)
    # Around all, also around the answers to defects, which middleware that is added cannot see.
    app.middleware_stack = SafeHeaders(app.build_middleware_stack())
    return app


def _asset(address: str) -> Response:
    return serve(address)


def _version() -> str:
    try:
        return version("goldenthread")
    except PackageNotFoundError:
        return "0"
