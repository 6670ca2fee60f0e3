"""What was found in a file, kept by its content hash, so that no content is read twice."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from graph.files import write_atomically
from ingest.document import Document
from ingest.findings import Fact, Findings, Item, Link, Mention, Named, Object
from ingest.source import Source, Text

if TYPE_CHECKING:
    from ingest.passages import Piece

__all__ = ["FindingsFile", "Kept"]

_GAP = -1
_FORM = ".3.json"  # the number is raised when what is written changes its form


@dataclass(frozen=True, slots=True)
class Kept:
    """What was found in a content, and the passages that it was cut into."""

    findings: Findings
    pieces: "list[Piece]"


class FindingsFile:
    """The findings of one content in a folder; the rules' version is part of the file's name."""

    def __init__(self, folder: Path, sha256: str, version: str) -> None:
        self.path = folder / f"{sha256[:32]}-{version}{_FORM}"

    @property
    def mark(self) -> str:
        """The mark of the user's own layouts that had a say in the reading; '' where none had."""
        return "".join(self.path.name.removesuffix(_FORM).partition("+")[1:])

    def exists(self) -> bool:
        """Tell whether this content was read by these rules."""
        return self.path.exists()

    def or_older(self) -> "FindingsFile | None":
        """Return this file, or one that older rules left where the content was never read by these."""
        if self.exists():
            return self
        older = sorted(self.path.parent.glob(f"{self.path.name.split('-')[0]}-*{_FORM}"))
        return FindingsFile._at(older[-1]) if older else None

    @classmethod
    def _at(cls, path: Path) -> "FindingsFile":
        file = cls.__new__(cls)
        file.path = path
        return file

    def write(self, kept: Kept) -> None:
        """Keep what was found, whole or not at all."""
        pieces = [[p.start, p.end, p.text, p.heading, p.kind, p.above] for p in kept.pieces]
        packed = _pack(kept.findings) | {"pieces": pieces}
        body = json.dumps(packed, ensure_ascii=False, separators=(",", ":"))
        write_atomically(self.path, body.encode("utf-8", "surrogatepass"))

    def read(self) -> Kept:
        """Return what was found; the document comes without its blocks."""
        body = json.loads(self.path.read_bytes().decode("utf-8", "surrogatepass"))
        from ingest.passages import Piece  # noqa: PLC0415  # slow, and a run in which nothing is new reads none

        pieces = [
            Piece(a, b, text, head, kind, tuple(above)) for a, b, text, head, kind, above in body["pieces"]
        ]
        return Kept(_unpack(body), pieces)


def _pack(findings: Findings) -> dict[str, Any]:
    source = findings.document.source
    numbers = {id(item): n for n, item in enumerate(findings)}
    return {
        "source": _pack_source(source),
        "plan": numbers[id(findings.plan)],
        "items": [_pack_item(item, numbers) for item in findings],
        "mentions": [[m.named.kind, m.named.name, _pack_text(m.text)] for m in findings.mentions],
        "read": [_pack_text(t) for t in (*findings.read, *findings.document.furniture)],
        "notes": findings.notes,
        "form": findings.form,
        "layouts": findings.layouts,
        "own": findings.own,
        "hints": [[n.kind, n.name, sorted(levels)] for n, levels in findings.hints.items()],
    }


def _pack_source(source: Source) -> list[Any]:
    own = [source.name, source.raw, source.media_type, source.sha256]
    return [*own, source.marks, source.wholes, source.unsure]


def _pack_item(item: Item, numbers: dict[int, int]) -> dict[str, Any]:
    return {
        "key": item.key,
        "kind": item.kind,
        "label": item.label,
        "notation": item.notation,
        "evidence": _pack_texts(item.evidence),
        "aliases": item.aliases,
        "facts": [
            [f.prop, *_pack_object(f.value, numbers)]
            for f in item.facts
            if not isinstance(f.value, Item) or id(f.value) in numbers
        ],
        "links": [
            [numbers[id(link.target)], link.basis, _pack_texts(link.evidence), link.cited, link.note]
            for link in item.links
            if id(link.target) in numbers
        ],
    }


def _pack_object(value: Object, numbers: dict[int, int]) -> list[Any]:
    if isinstance(value, Item):
        return ["item", numbers[id(value)]]
    if isinstance(value, Named):
        return ["name", value.kind, value.name]
    if isinstance(value, Text):
        return ["text", _pack_text(value)]
    return ["plain", value]


def _pack_texts(texts: Iterable[Text]) -> list[Any]:
    return [_pack_text(t) for t in texts]


def _pack_text(text: Text) -> list[Any]:
    """Return the words and the runs of offsets: [position in the words, offset in the file, length]."""
    runs: list[list[int]] = []
    for position, offset in enumerate(text.offsets):
        if offset == _GAP:
            continue
        if runs and runs[-1][0] + runs[-1][2] == position and runs[-1][1] + runs[-1][2] == offset:
            runs[-1][2] += 1
        else:
            runs.append([position, offset, 1])
    return [text.value, runs]


def _unpack(body: dict[str, Any]) -> Findings:
    source = _unpack_source(*body["source"])
    items = [_unpack_item(i) for i in body["items"]]
    findings = Findings.restored(
        Document(source, ()),
        items,
        items[body["plan"]],
        [Mention(Named(kind, name), _unpack_text(text)) for kind, name, text in body["mentions"]],
        [_unpack_text(t) for t in body["read"]],
    )
    findings.notes.extend(body["notes"])
    findings.form, findings.layouts, findings.own = body["form"], body["layouts"], body["own"]
    findings.hints.update({Named(kind, name): set(levels) for kind, name, levels in body["hints"]})
    for item, packed in zip(items, body["items"], strict=True):
        item.facts.extend(Fact(prop, _unpack_object(value, items)) for prop, *value in packed["facts"])
        item.links.extend(
            Link(items[target], basis, tuple(_unpack_text(t) for t in evidence), cited, note)
            for target, basis, evidence, cited, note in packed["links"]
        )
    return findings


def _pairs(packed: list[list[Any]]) -> tuple[tuple[int, Any], ...]:
    return tuple((first, second) for first, second in packed)


def _unpack_source(name: str, raw: str, media_type: str, sha256: str, *rest: Any) -> Source:
    marks, wholes, *unsure = rest  # older rules did not keep which pages are unsure
    return Source(name, raw, media_type, sha256, _pairs(marks), _pairs(wholes), *map(_pairs, unsure))


def _unpack_item(body: dict[str, Any]) -> Item:
    evidence = [_unpack_text(t) for t in body["evidence"]]
    item = Item(body["key"], body["kind"], body["label"], body["notation"], evidence)
    item.aliases.extend(body["aliases"])
    return item


def _unpack_object(value: list[Any], items: list[Item]) -> Object:
    match value:
        case ["item", int(number)]:
            return items[number]
        case ["name", kind, name]:
            return Named(kind, name)
        case ["text", text]:
            return _unpack_text(text)
    plain: str | bool | int | float = value[1]
    return plain


def _unpack_text(packed: list[Any]) -> Text:
    value, runs = packed
    offsets = [_GAP] * len(value)
    for position, offset, length in runs:
        offsets[position : position + length] = range(offset, offset + length)
    return Text(value, tuple(offsets))
