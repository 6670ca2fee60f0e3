"""The assets of the pages; their names carry a mark of their content, so that a browser may keep them."""

from functools import cache
from hashlib import sha256
from importlib.resources import files
from pathlib import PurePosixPath

from starlette.exceptions import HTTPException
from starlette.responses import Response

__all__ = ["asset", "serve"]

_MARK = 10  # hexadecimal digits of the content's hash in a name
_TYPES = {
    ".css": "text/css",
    ".js": "text/javascript",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".woff2": "font/woff2",
    ".txt": "text/plain",
}
_FOR_GOOD = "public, max-age=31536000, immutable"


def asset(name: str) -> str:
    """Return the address of an asset by its name in the package.

    >>> import re
    >>> bool(re.fullmatch(r"/static/site[.][0-9a-f]{10}[.]css", asset("site.css")))
    True
    """
    path = PurePosixPath(name)
    return f"/static/{path.with_suffix(f'.{_mark(name)}{path.suffix}')}"


def serve(address: str) -> Response:
    """Return an asset by its address below /static, with its mark or without; raises HTTPException 404."""
    stem, _, ending = address.rpartition(".")
    plain = f"{stem.rpartition('.')[0]}.{ending}"
    for name in (address, plain):
        if name in _names():
            kept = asset(name) == f"/static/{address}"
            return Response(
                _content(name),
                media_type=_TYPES[PurePosixPath(name).suffix],
                headers={"Cache-Control": _FOR_GOOD if kept else "no-cache"},
            )
    raise HTTPException(404)


@cache
def _names() -> frozenset[str]:
    root = files("api").joinpath("static")
    found, folders = set(), [("", root)]
    while folders:
        before, folder = folders.pop()
        for entry in folder.iterdir():
            if entry.is_dir():
                folders.append((f"{before}{entry.name}/", entry))
            elif PurePosixPath(entry.name).suffix in _TYPES:
                found.add(f"{before}{entry.name}")
    return frozenset(found)


@cache
def _content(name: str) -> bytes:
    return files("api").joinpath("static", *name.split("/")).read_bytes()


@cache
def _mark(name: str) -> str:
    return sha256(_content(name)).hexdigest()[:_MARK]
