"""Writes the whole graph, or the part that a format can hold, to a file or folder in one step."""

import io
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from graph.errors import UsageError
from graph.export.graphml import as_graphml
from graph.export.rdf import as_jsonld, as_quads, as_trig, as_turtle
from graph.export.tables import tables
from graph.files import write_atomically
from graph.store import Store

__all__ = ["FORMATS", "Format", "export", "export_bytes", "write_page"]

_STAMP = (1980, 1, 1, 0, 0, 0)  # the same graph gives the same archive, whatever the day


@dataclass(frozen=True, slots=True)
class Format:
    """A form in which the graph can be written."""

    suffix: str
    media_type: str
    write: Callable[[Store], bytes]


def _archive(store: Store) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, body in tables(store):
            archive.writestr(zipfile.ZipInfo(name, _STAMP), body)
    return out.getvalue()


FORMATS: dict[str, Format] = {
    "ttl": Format(".ttl", "text/turtle", as_turtle),
    "trig": Format(".trig", "application/trig", as_trig),
    "nq": Format(".nq", "application/n-quads", as_quads),
    "jsonld": Format(".jsonld", "application/ld+json", as_jsonld),
    "graphml": Format(".graphml", "application/graphml+xml", as_graphml),
    "csv": Format(".zip", "application/zip", _archive),
}
_NOT_YET = {"xlsx": "csv", "stratml": "ttl"}


def export_bytes(store: Store, form: str) -> bytes:
    """Return the graph in a format; CSV tables come as one archive.

    Raises UsageError where there is no such format.
    """
    return _format(form).write(store)


def export(store: Store, form: str, out: Path) -> None:
    """Write the graph to a path: the old file stays until the new one is whole.

    CSV goes into a folder of tables, or into one archive where the path ends in `.zip`.
    Raises UsageError where there is no such format or the path cannot be written.
    """
    form_ = _format(form)
    into_folder = form == "csv" and out.suffix.lower() != ".zip"
    if out.is_dir() and not into_folder:
        raise UsageError(
            f"{out} is a folder; name a file such as {out / ('graph' + form_.suffix)} with --out."
        )
    if into_folder and out.exists() and not out.is_dir():
        raise UsageError(f"{out} is a file; name a folder, or a file that ends in .zip, with --out.")
    with _saying_why(out):
        if into_folder:
            _write_folder(store, out)
        else:
            write_atomically(out, form_.write(store))


def write_page(out: Path, page: str) -> None:
    """Write a page in one step; raises UsageError where the path cannot be written."""
    if out.is_dir():
        raise UsageError(f"{out} is a folder; name a file in it, such as map.html, with --out.")
    with _saying_why(out):
        write_atomically(out, page.encode())


@contextmanager
def _saying_why(out: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise UsageError(f"{out} cannot be written: {reason}; name another place with --out.") from error


def _write_folder(store: Store, out: Path) -> None:
    for name, body in tables(store):
        write_atomically(out / name, body)


def _format(form: str) -> Format:
    if form in _NOT_YET:
        raise UsageError(f"The format {form} is not there yet; until it is, use {_NOT_YET[form]}.")
    if form not in FORMATS:
        raise UsageError(f"There is no format {form!r}; use one of {', '.join(FORMATS)}.")
    return FORMATS[form]
