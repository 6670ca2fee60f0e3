"""The sentences and cells of the documents, all of them, for search where no typed fact answers."""

import json
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from graph.files import write_atomically
from graph.model import Evidence

__all__ = ["Passage", "keep_only", "load_passages", "write_passages"]


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence or cell of a document: its clean words, its place, the heading that it stands under.

    `kind` is 'heading', 'sentence', 'item' or 'cell'; `above` holds the numbers, in its document, of the
    passages that it stands under: a heading, a lead-in, a larger item, the heads of its row and column.
    """

    text: str
    evidence: Evidence
    heading: str
    document: str
    kind: str = "sentence"
    above: tuple[int, ...] = ()


def write_passages(store: Path, slug: str, passages: Iterable[Passage]) -> None:
    """Keep the passages of one document in the store's folder, whole or not at all."""
    lines = [json.dumps(_pack(p), ensure_ascii=False) for p in passages]
    body = "".join(f"{line}\n" for line in lines)
    write_atomically(store / "passages" / f"{slug}.jsonl", body.encode("utf-8", "replace"))


def keep_only(store: Path, slugs: Collection[str]) -> None:
    """Take away the passages of all documents but these."""
    for file in (store / "passages").glob("*.jsonl"):
        if file.stem not in slugs:
            file.unlink(missing_ok=True)


def load_passages(store: Path, slugs: Collection[str] | None = None) -> list[Passage]:
    """Return the passages of every document of a store, or of these, in the order of the documents."""
    files = sorted((store / "passages").glob("*.jsonl")) if slugs is None else _files(store, slugs)
    return [p for file in files for p in _passages(file)]


def _files(store: Path, slugs: Collection[str]) -> list[Path]:
    files = [store / "passages" / f"{slug}.jsonl" for slug in sorted(slugs)]
    return [file for file in files if file.exists()]


def _passages(file: Path) -> Iterator[Passage]:
    for line in file.read_text(encoding="utf-8").split("\n"):
        if line:
            text, heading, document, start, end, page, quote, cell, *placed = json.loads(line)
            kind, above = placed or ("sentence", ())
            place = Evidence(document, start, end, page, quote, cell)
            yield Passage(text, place, heading, document, kind, tuple(above))


def _pack(passage: Passage) -> list[Any]:
    e = passage.evidence
    place = [e.document, e.start_line, e.end_line, e.page, e.quote, e.cell]
    return [passage.text, passage.heading, *place, passage.kind, passage.above]
