"""Documents over HTTP: uploaded, previewed, accepted or discarded, and taken out again."""

import shutil
from collections.abc import Callable
from pathlib import Path, PurePosixPath
from typing import Any

from fastapi import APIRouter, Request, Response
from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException
from starlette.types import Message

from api.access.roles import EditorDep, Visitor
from api.deps import House, HouseDep
from api.problems import Problem
from api.schemas_uploads import JobOut, JobWithPreviewOut
from api.site.languages import language_of
from api.site.sentences import saying
from graph.errors import UnknownItem, UsageError
from ingest.folder import StoreFolder
from ingest.job import Job, JobFolder

__all__ = ["accept_job", "job_told", "router", "take_out", "uploaded"]

router = APIRouter(tags=["documents"])
_MOST_FILES = 60
_LONGEST_NAME, _LONGEST_IN_BYTES = 120, 200  # of a name without its ending; file systems count bytes
_FORM = {
    "requestBody": {
        "required": True,
        "content": {
            "multipart/form-data": {
                "schema": {
                    "type": "object",
                    "required": ["files"],
                    "properties": {
                        "files": {
                            "type": "array",
                            "items": {"type": "string", "contentMediaType": "application/octet-stream"},
                            "description": "Plans as files, or ZIP archives of them.",
                        },
                        "district": {
                            "type": "string",
                            "description": "The district that they are of, where they do not say it.",
                        },
                    },
                }
            }
        },
    }
}
_REFUSALS: dict[int | str, dict[str, Any]] = {
    403: {"model": Problem, "description": "The role of an editor is needed"},
    413: {"model": Problem, "description": "The upload is too large"},
}


@router.post(
    "/api/documents", response_model=JobOut, status_code=202, responses=_REFUSALS, openapi_extra=_FORM
)
async def upload(request: Request, response: Response, house: HouseDep, visitor: EditorDep) -> dict[str, Any]:
    """Take documents in; they are read beside the store, and change nothing before they are accepted."""
    job = await uploaded(request, house, visitor)
    response.headers["Location"] = f"/api/jobs/{job.id}"
    return job.as_json()


@router.delete("/api/documents/{name:path}", response_model=JobOut, status_code=202, responses=_REFUSALS)
def removed(name: str, response: Response, house: HouseDep, visitor: EditorDep) -> dict[str, Any]:
    """Try what taking a document out would change; nothing is changed before that is accepted."""
    job = take_out(house, visitor, name)
    response.headers["Location"] = f"/api/jobs/{job.id}"
    return job.as_json()


@router.get("/api/jobs", response_model=list[JobOut], responses=_REFUSALS)
def jobs(house: HouseDep, _visitor: EditorDep) -> list[dict[str, Any]]:
    """Return the wished changes, the newest first."""
    return [job.as_json() for job in house.uploads.jobs()]


@router.get("/api/jobs/{id}", response_model=JobWithPreviewOut, responses=_REFUSALS)
def job(
    request: Request,
    id: str,  # noqa: A002  # its name in the API
    house: HouseDep,
    _visitor: EditorDep,
) -> dict[str, Any]:
    """Return how far a change is, and what it would bring once that is known."""
    return job_told(house, id, language_of(request))


@router.post("/api/jobs/{id}/accept", response_model=JobOut, responses=_REFUSALS)
def accept(id: str, house: HouseDep, visitor: EditorDep) -> dict[str, Any]:  # noqa: A002  # as above
    """Make a change that was previewed; where the store changed meanwhile, it is previewed anew."""
    return accept_job(house, visitor, id).as_json()


@router.post("/api/jobs/{id}/discard", response_model=JobOut, responses=_REFUSALS)
def discard(id: str, house: HouseDep, _visitor: EditorDep) -> dict[str, Any]:  # noqa: A002  # as above
    """Give a change up."""
    return house.uploads.discard(id).as_json()


async def uploaded(request: Request, house: House, visitor: Visitor) -> Job:
    """Return the job of an upload that is within its bounds; raises UsageError, HTTPException 413."""
    bounded = Request(request.scope, _counting(request, house.settings.upload_bytes))
    async with bounded.form(max_files=_MOST_FILES, max_fields=20) as form:
        given = [f for f in form.getlist("files") if isinstance(f, UploadFile) and f.filename]
        files = dict(zip(_apart([_own_name(f.filename or "") for f in given]), given, strict=True))
        if not files:
            raise UsageError("No file was sent; choose one or several files for the field 'files'.")
        district = form.get("district")
        words = " ".join(district.split())[:200] if isinstance(district, str) else ""
        return house.uploads.add(Job.new("add", tuple(files), visitor.name, words), _filling(files))


def take_out(house: House, visitor: Visitor, name: str) -> Job:
    """Return the job of taking a document out; raises UnknownItem."""
    known = StoreFolder(house.settings.store).register().documents()
    if name not in known:
        raise UnknownItem(name, tuple(known)[:8])
    return house.uploads.add(Job.new("take out", (name,), visitor.name))


def accept_job(house: House, visitor: Visitor, id_: str) -> Job:
    """Accept a job, and write down who did."""

    def telling(job: Job) -> None:
        house.audit.add(visitor.name, f"accepted: {job.kind}", ", ".join(job.names) or "names")

    return house.uploads.accept(id_, telling)


def job_told(house: House, id_: str, language: str) -> dict[str, Any]:
    """Return a job with its progress, said in a language, and preview."""
    folder: JobFolder = house.uploads.folder(id_)
    job, progress = folder.job(), folder.told("progress")
    before = [j for j in house.uploads.jobs() if j.is_open and j.id < job.id] if job.is_open else []
    return job.as_json() | {
        "ahead": len(before),
        "progress": progress | {"said": saying(language)(progress["task"])} if progress else None,
        "preview": folder.told("preview") or None if job.state in {"ready", "accepted"} else None,
    }


def _counting(request: Request, most: int) -> Callable[[], Any]:
    """Return what receives a body, up to a size; raises HTTPException 413."""
    seen = 0
    too_large = HTTPException(
        413, f"An upload holds at most {most // 1_000_000} MB; send fewer files at once."
    )

    async def receive() -> Message:
        nonlocal seen
        message = await request.receive()
        seen += len(message.get("body", b""))
        if seen > most:
            raise too_large
        return message

    length = request.headers.get("content-length", "")
    if length.isdigit() and int(length) > most:
        raise too_large
    return receive


def _own_name(given: str) -> str:
    """Return a file's name without folders and what no file system likes; raises UsageError."""
    name = PurePosixPath(given.replace("\\", "/")).name
    plain = "".join(c for c in name if c.isprintable() and c not in '<>:"|?*/').strip().lstrip(".")
    stem, dot, ending = plain.rpartition(".")
    short = f"{_shortened(stem)}{dot}{ending[:10]}" if stem else _shortened(plain)
    if not short:
        raise UsageError(f"A file cannot be called {given[:60]!r}; give it another name.")
    return short


def _shortened(words: str) -> str:
    return words[:_LONGEST_NAME].encode("utf-8", "replace")[:_LONGEST_IN_BYTES].decode("utf-8", "ignore")


def _apart(names: list[str]) -> list[str]:
    """Return names that are told apart, where several files of one upload have the same."""
    found: list[str] = []
    for name in names:
        path, number, one = PurePosixPath(name), 2, name
        while one in found:
            one, number = f"{path.stem} {number}{path.suffix}", number + 1
        found.append(one)
    return found


def _filling(files: dict[str, UploadFile]) -> Callable[[Path], None]:
    """Return what writes uploaded files into a folder."""

    def fill(folder: Path) -> None:
        for name, file in files.items():
            with (folder / name).open("wb") as opened:
                shutil.copyfileobj(file.file, opened)

    return fill
