"""Which district each document belongs to, known without reading again all that was found in it."""

import json
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

from graph.files import write_atomically
from ingest.district_names import homes
from ingest.document import Document
from ingest.findings import Findings, Named
from ingest.folder import StoreFolder
from ingest.source import Source, Text

__all__ = ["Homes"]

_Said = dict[str, list[str]]


class Homes:
    """What every content says of its district, kept in one small file; the documents' districts follow."""

    def __init__(self, folder: StoreFolder) -> None:
        self._folder = folder
        self._file: Path = folder.path / "homes.json"
        self._said: dict[str, _Said] = json.loads(self._file.read_text()) if self._file.exists() else {}

    def of(self, documents: Mapping[str, str]) -> dict[str, str]:
        """Return the district of each document, given its content hash; documents of one belong together."""
        said = {}
        for name, sha in documents.items():
            if (kept := self._folder.kept(sha).or_older()) is None:
                continue
            if kept.path.name not in self._said:
                self._said[kept.path.name] = _what_is_said(kept.read().findings)
            said[name] = kept.path.name
        self._said = {key: self._said[key] for key in sorted(set(said.values()))}
        write_atomically(self._file, json.dumps(self._said, ensure_ascii=False).encode("utf-8", "replace"))
        found, _ = homes({name: _with_names_only(self._said[key]) for name, key in said.items()})
        return found


def _what_is_said(findings: Findings) -> _Said:
    """Return the names of districts that a document uses, once for each use, and the one it is a plan of."""
    return {
        "names": [m.named.name for m in findings.mentions if m.named.kind == "District"],
        "of": [v.name for v in findings.plan.get("ofOrganization") if isinstance(v, Named)],
    }


def _with_names_only(said: _Said) -> Findings:
    findings = Findings(Document(Source("", ""), ()))
    for name, count in Counter(said["names"]).items():
        for _ in range(count):
            findings.name("District", Text(name))
    for name in said["of"]:
        findings.plan.set("ofOrganization", Named("District", name))
    return findings
