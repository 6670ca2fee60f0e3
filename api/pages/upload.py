"""The pages on which documents are added or taken out, and on which what that changes is looked at first."""

from typing import Annotated, Any
from urllib.parse import quote

from fastapi import APIRouter, Form, Query, Request
from fastapi.responses import HTMLResponse, RedirectResponse

from api.access.roles import EditorDep
from api.deps import HouseDep
from api.routes.uploads import accept_job, job_told, take_out, uploaded
from api.site.frame import page
from api.site.languages import language_of
from graph.errors import StoreError, UsageError
from ingest.folder import StoreFolder
from ingest.highlights import class_words
from ingest.job import Job

__all__ = ["router"]

router = APIRouter(include_in_schema=False)
_SHOWN = 12  # jobs that are listed


@router.get("/upload", response_class=HTMLResponse)
def upload_page(
    request: Request,
    house: HouseDep,
    _visitor: EditorDep,
    document: Annotated[str, Query(max_length=500)] = "",
) -> HTMLResponse:
    """Show the form for documents, the one to take one out, and the changes that were wished before."""
    return _page(request, house, document=document)


@router.post("/upload", response_class=HTMLResponse, response_model=None)
async def sent(request: Request, house: HouseDep, visitor: EditorDep) -> HTMLResponse | RedirectResponse:
    """Take documents in, and lead to the page that shows how far they are."""
    try:
        return _to(await uploaded(request, house, visitor))
    except UsageError as error:
        return _page(request, house, problem=str(error), status=error.http_status)


@router.post("/upload/take-out", response_model=None)
def taken_out(
    house: HouseDep, visitor: EditorDep, document: Annotated[str, Form(max_length=500)]
) -> RedirectResponse:
    """Try what taking a document out would change."""
    return _to(take_out(house, visitor, document))


@router.get("/upload/{id}", response_class=HTMLResponse)
def job_page(
    request: Request,
    id: str,  # noqa: A002  # its name in the API
    house: HouseDep,
    _visitor: EditorDep,
) -> HTMLResponse:
    """Show how far a change is, or what it would bring."""
    return _job_page(request, house, id)


@router.post("/upload/{id}/{what}", response_class=HTMLResponse, response_model=None)
def decided(
    request: Request,
    id: str,  # noqa: A002  # its name in the API
    what: str,
    house: HouseDep,
    visitor: EditorDep,
) -> HTMLResponse | RedirectResponse:
    """Accept or discard a change."""
    if what not in {"accept", "discard"}:
        raise UsageError("A change is accepted or discarded, and nothing else.")
    try:
        job = accept_job(house, visitor, id) if what == "accept" else house.uploads.discard(id)
    except (UsageError, StoreError) as error:
        house.uploads.folder(id)  # what is not there is told as such
        return _job_page(request, house, id, str(error), error.http_status)
    return _to(job)


def _to(job: Job) -> RedirectResponse:
    return RedirectResponse(f"/upload/{job.id}", status_code=303)


def _page(
    request: Request, house: HouseDep, problem: str = "", status: int = 200, **values: Any
) -> HTMLResponse:
    register = StoreFolder(house.settings.store).register()
    return page(
        request,
        "upload.html",
        status,
        problem=problem,
        documents=tuple(register.documents()),
        jobs=house.uploads.jobs()[:_SHOWN],
        most=house.settings.upload_bytes // 1_000_000,
        json="/api/jobs",
        **{"document": ""} | values,
    )


def _job_page(
    request: Request, house: HouseDep, id_: str, problem: str = "", status: int = 200
) -> HTMLResponse:
    told = job_told(house, id_, language_of(request))
    return page(
        request,
        "job.html",
        status,
        job=told,
        preview=told["preview"],
        trouble=problem,
        class_words=class_words,
        address=quote,
        here=f"/upload/{id_}",
        json=f"/api/jobs/{id_}",
    )
