"""The graph as a file."""

from fastapi import APIRouter, Response

from api.deps import StoreDep
from graph.export import FORMATS, export_bytes

__all__ = ["router"]

router = APIRouter(tags=["documents"])


@router.get("/api/export/{format}", response_class=Response)
def exported(format: str, store: StoreDep) -> Response:  # noqa: A002  # the name that INTERFACES gives it
    """Return the graph as ttl, trig, nq, jsonld, graphml, xlsx, or an archive of csv or stratml files."""
    body = export_bytes(store, format)
    name = f"goldenthread{FORMATS[format].suffix}"
    return Response(
        body,
        media_type=FORMATS[format].media_type,
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )
