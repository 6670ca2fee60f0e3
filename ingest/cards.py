"""What each content says of itself, known without reading again all that was found in it."""

import json
import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from graph.files import write_atomically
from ingest.findings import Findings, Item, Named
from ingest.folder import StoreFolder
from ingest.likeness import sketch

__all__ = ["Card", "Cards", "card_of"]

_YEARS = re.compile(r"\b((?:19|20)\d\d)\s*[-–—/]\s*(?:20)?(\d\d)\b|\b((?:19|20)\d\d)\b")


@dataclass(frozen=True, slots=True)
class Card:
    """A plan's title, kind, year, and whose it is, the districts it names, and a sketch of its words."""

    title: str = ""
    kind: str = ""
    year: str = ""
    of: tuple[str, ...] = ()
    """The district that it is said to be a plan of."""
    owners: tuple[str, ...] = ()
    """The units or schools whose plan it is."""
    school: str = ""
    """The school that it names most often, if one is."""
    districts: Mapping[str, int] | None = None
    """How often it names each district."""
    dated: str = ""
    words: tuple[int, ...] = ()


class Cards:
    """The cards of all contents, kept in one small file."""

    def __init__(self, folder: StoreFolder) -> None:
        self._folder = folder
        self._file: Path = folder.path / "cards.json"
        body = json.loads(self._file.read_text()) if self._file.exists() else {}
        self._kept = {key: _card(said) for key, said in body.items()}

    def of(self, documents: Mapping[str, str]) -> dict[str, Card]:
        """Return the card of each document, given its content hash; one that was never read has none."""
        found, keys = {}, set()
        for name, sha in documents.items():
            if (kept := self._folder.kept(sha).or_older()) is None:
                continue
            key = kept.path.name
            if key not in self._kept:
                self._kept[key] = card_of(kept.read().findings)
            found[name] = self._kept[key]
            keys.add(key)
        self._kept = {key: self._kept[key] for key in sorted(keys)}
        body = {key: asdict(card) for key, card in self._kept.items()}
        write_atomically(self._file, json.dumps(body, ensure_ascii=False).encode("utf-8", "replace"))
        return found


def _card(said: dict[str, object]) -> Card:
    lists = {k: tuple(v) for k, v in said.items() if isinstance(v, list)}
    return Card(**{**said, **lists})  # type: ignore[arg-type]  # as asdict wrote it


def card_of(findings: Findings) -> Card:
    """Return what the findings of a document say of the plan itself."""
    plan = findings.plan
    names = [m.named.name for m in findings.mentions if m.named.kind == "District"]
    said = _said(plan, "planType")
    return Card(
        plan.label,
        said[0] if said else "",
        _year(plan),
        tuple(_said(plan, "ofOrganization")),
        tuple(sorted({*_said(plan, "ofUnit"), *_said(plan, "atSchool")})),
        _most_named(findings),
        dict(Counter(names)),
        next(iter([*_said(plan, "dateIssued"), *_said(plan, "dateGenerated")]), ""),
        sketch(findings.document.source.raw),
    )


def _most_named(findings: Findings) -> str:
    often = Counter(m.named.name for m in findings.mentions if m.named.kind == "School").most_common(2)
    return often[0][0] if often and (len(often) == 1 or often[0][1] > often[1][1]) else ""


def _said(plan: Item, prop: str) -> list[str]:
    return [v.name if isinstance(v, Named) else str(v) for v in plan.get(prop) if not isinstance(v, Item)]


def _year(plan: Item) -> str:
    """Return the year that a plan is of: as a fact, else the one year that its title bears."""
    for text in (*_said(plan, "schoolYear"), *_said(plan, "period"), plan.label):
        years = list(dict.fromkeys(m[0] for m in _YEARS.finditer(text)))
        if len(years) == 1:
            match = _YEARS.search(text)
            return f"{match[1]}-{match[2]}" if match and match[1] else years[0]
    return ""
