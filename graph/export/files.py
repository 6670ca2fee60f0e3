"""Writes the whole graph, or the part that a format can hold, to a file or folder in one step."""

import io
import zipfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from graph.errors import UsageError
from graph.export.graphml import as_graphml
from graph.export.rdf import as_jsonld, as_quads, as_trig, as_turtle
from graph.export.stratml import as_stratml
from graph.export.tables import tables
from graph.files import write_atomically
from graph.store import Store

__all__ = ["FORMATS", "Format", "export", "export_bytes", "write_page"]

_STAMP = (1980, 1, 1, 0, 0, 0)  # the same graph gives the same archive, whatever the day


Files = Callable[[Store], Iterator[tuple[str, bytes]]]


@dataclass(frozen=True, slots=True)
class Format:
    """A form in which the graph can be written; `files` where it takes several, which go into a folder."""

    suffix: str
    media_type: str
    write: Callable[[Store], bytes]
    files: Files | None = None
    part: str = ""
    """The ending of one of several files."""

    @classmethod
    def of_files(cls, files: Files, part: str) -> "Format":
        """Return a form of several files, which an archive holds together."""
        return cls(".zip", "application/zip", lambda store: _archive(files(store)), files, part)


def _archive(files: Iterable[tuple[str, bytes]]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, body in files:
            archive.writestr(zipfile.ZipInfo(name, _STAMP), body)
    return out.getvalue()


def _workbook(store: Store) -> bytes:
    from graph.export.workbook import as_workbook  # noqa: PLC0415  # slow, and only this format needs it

    return as_workbook(store)


FORMATS: dict[str, Format] = {
    "ttl": Format(".ttl", "text/turtle", as_turtle),
    "trig": Format(".trig", "application/trig", as_trig),
    "nq": Format(".nq", "application/n-quads", as_quads),
    "jsonld": Format(".jsonld", "application/ld+json", as_jsonld),
    "graphml": Format(".graphml", "application/graphml+xml", as_graphml),
    "csv": Format.of_files(tables, ".csv"),
    "xlsx": Format(".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", _workbook),
    "stratml": Format.of_files(as_stratml, ".xml"),
}


def export_bytes(store: Store, form: str) -> bytes:
    """Return the graph in a format; several files, as of CSV and StratML, come as one archive.

    Raises UsageError where there is no such format.
    """
    return _format(form).write(store)


def export(store: Store, form: str, out: Path) -> None:
    """Write the graph to a path: the old file stays until the new one is whole.

    CSV and StratML go into a folder, into one archive where the path ends in `.zip`, or into the file
    that is named where there is but one.
    Raises UsageError where there is no such format or the path cannot be written.
    """
    form_ = _format(form)
    suffix = out.suffix.lower()
    if form_.files and suffix != ".zip":
        files = list(form_.files(store))
        if suffix == form_.part and not out.is_dir():
            _write_one(files, out)
        else:
            _write_folder(files, out)
        return
    if out.is_dir():
        raise UsageError(
            f"{out} is a folder; name a file such as {out / ('graph' + form_.suffix)} with --out."
        )
    with _saying_why(out):
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


def _write_folder(files: list[tuple[str, bytes]], out: Path) -> None:
    if out.exists() and not out.is_dir():
        raise UsageError(f"{out} is a file; name a folder, or a file that ends in .zip, with --out.")
    with _saying_why(out):
        for name, body in files:
            write_atomically(out / name, body)


def _write_one(files: list[tuple[str, bytes]], out: Path) -> None:
    if len(files) != 1:
        raise UsageError(
            f"{out} is one file, and there are {len(files)} to write; name a folder, "
            "or a file that ends in .zip, with --out."
        )
    with _saying_why(out):
        write_atomically(out, files[0][1])


def _format(form: str) -> Format:
    if form not in FORMATS:
        raise UsageError(f"There is no format {form!r}; use one of {', '.join(FORMATS)}.")
    return FORMATS[form]
