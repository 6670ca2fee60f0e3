"""Brings the graphs of a store to what its register says, writing only those that differ."""

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from hashlib import sha256

from rdflib import URIRef

from graph.catalogue import rows
from graph.errors import GraphRefused
from graph.identifiers import ONTOLOGY_GRAPH, computed_graph, document_graph, document_slug, slug_in
from graph.passages import keep_only, write_passages
from graph.store import Store
from graph.validation import ontology, sound_part
from ingest.between import disagreements_beside, goals_beside
from ingest.cross_ids import defined_elsewhere
from ingest.decisions import Decisions
from ingest.describe import described
from ingest.embedding import texts_of
from ingest.findings import Fact, Findings, Named
from ingest.folder import StoreFolder
from ingest.homes import Home
from ingest.iris import Identifiers, Names
from ingest.memory import Kept
from ingest.passages import passages
from ingest.progress import Progress, silent
from ingest.resolve import names_of, resolve
from ingest.statements import state
from ingest.version import reader_version

__all__ = ["Convergence"]


@dataclass
class Convergence:
    """One run that makes a store what the register says."""

    folder: StoreFolder
    store: Store
    embed: Callable[[Iterable[str]], None]
    progress: Progress = silent
    errors: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    written: dict[str, str] = field(default_factory=dict)
    """The documents whose graph was written, each 'new' or 'changed'."""
    decisions: Decisions = field(default_factory=Decisions)
    homes: Mapping[str, Home] = field(default_factory=dict)
    """The district of each document, where it is known by more than its own words."""
    earlier: Iterable[tuple[str, str]] = ()
    """The pairs of a plan and that of the year before it."""

    def run(self, kept: Mapping[str, Kept]) -> set[str]:
        """Write the documents whose graphs differ, and return those that were refused."""
        findings = {name: kept[name].findings for name in sorted(kept)}
        paths = {name: self.homes[name].path for name in findings if name in self.homes}
        names = resolve(findings, self.decisions, paths)
        for name, found in findings.items():
            self._as_told(name, found, names)
        names = replace(names, by_id=defined_elsewhere(findings, names))
        self._write_ontology()
        held = self._fingerprints()
        refused: set[str] = set()
        for n, (name, found) in enumerate(findings.items()):
            self.progress(f"Storing {name}", n, len(findings))
            self.embed(texts_of(name, kept[name], names))
            mark = _fingerprint(found, name, names)
            if held.get(document_graph(name)) == mark:
                continue
            try:
                self._write(name, kept[name], names, mark)
            except GraphRefused as error:
                self.errors.append(str(error))
                refused.add(name)
                continue
            self.written.setdefault(name, "changed" if document_graph(name) in held else "new")
        self._write_beside({n: f for n, f in findings.items() if n not in refused}, names)
        return refused

    def _write_beside(self, findings: Mapping[str, Findings], names: Names) -> None:
        """Write which goals stand in several of the documents, and where these contradict each other."""
        for by, computed in (
            ("goals", goals_beside(findings, names, self.decisions)),
            ("disagreements", disagreements_beside(findings, names, self.earlier)),
        ):
            for name in findings:
                graph, wanted = computed_graph(by, name), computed.get(name, set())
                if wanted != set(self.store.graph(graph)):
                    self.store.replace_graph(graph, wanted)

    def _as_told(self, name: str, findings: Findings, names: Names) -> None:
        """Let a document not say that it is another district's plan than a person said."""
        home = self.homes.get(name)
        if home and home.how == "given":
            plan = findings.plan
            plan.facts = [f for f in plan.facts if not _names_another(f, home, name, names)]

    def _write_ontology(self) -> None:
        wanted = ontology()
        if set(self.store.graph(ONTOLOGY_GRAPH)) != set(wanted):
            self.store.replace_graph(ONTOLOGY_GRAPH, wanted)

    def _fingerprints(self) -> dict[URIRef, str]:
        """Return what each document's graph says that it was made from."""
        found = rows(self.store, "fingerprints")
        return {URIRef(str(row["document"])): str(row["fingerprint"]) for row in found}

    def _write(self, name: str, kept: Kept, names: Names, fingerprint: str) -> None:
        """Hold one document against the shapes, then put all of its graphs in place in one transaction."""
        findings = kept.findings
        source = findings.document.source
        said = state(findings, name, names)
        iris = Identifiers(findings, name, names)
        said.graphs[document_graph(name)].update(described(findings, name, iris, fingerprint))
        graphs, wrong = sound_part(said.graphs, name, source.raw)
        if wrong:
            self.notes.append(f"{name}: left out, since it breaks a rule: {'; '.join(wrong[:5])}.")
        if said.left_out:
            self.notes.append(f"{name}: left out without words or place: {'; '.join(said.left_out[:5])}.")
        if said.said_twice:
            self.notes.append(f"{name}: given twice, the first is kept: {'; '.join(said.said_twice[:5])}.")
        write_passages(self.folder.path, document_slug(name), passages(kept.pieces, source, name))
        self.store.replace_graphs(graphs)

    def drop_others(self, documents: Iterable[str]) -> None:
        """Take away the graphs and passages of documents that the register does not hold."""
        slugs = {document_slug(name) for name in documents}
        for graph in self.store.graph_names():
            if (slug := slug_in(graph)) and slug not in slugs:
                self.store.drop_graph(graph)
        keep_only(self.folder.path, slugs)


def _names_another(fact: Fact, home: Home, document: str, names: Names) -> bool:
    if fact.prop != "ofOrganization" or not isinstance(fact.value, Named):
        return False
    meant = names.of(document, fact.value)
    return meant is None or meant.path[-1] != home.path


def _fingerprint(findings: Findings, name: str, names: Names) -> str:
    """Return the hash of all that a document's graph is made from."""
    meant = sorted({(n.kind, n.name, repr(names.of(name, n))) for n in names_of(findings)})
    ids = sorted((item.key, repr(r)) for item in findings if (r := names.defined(name, item)))
    of = sorted(repr(value) for value in findings.plan.get("ofOrganization"))
    body = json.dumps(
        [findings.document.source.sha256, reader_version() + findings.own, name, meant, of, *ids]
    )
    return sha256(body.encode("utf-8", "replace")).hexdigest()
