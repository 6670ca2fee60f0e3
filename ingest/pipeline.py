"""Files into the store: all or nothing for each document, the same whatever the order, safe to repeat."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from hashlib import sha256
import json
from pathlib import Path

from rdflib import DCTERMS, RDF, RDFS, XSD, Graph, Literal, URIRef

from graph.errors import GoldenthreadError, GraphRefused, NoPlanFound
from graph.files import write_atomically
from graph.identifiers import ONTOLOGY_GRAPH, document_graph
from graph.store import Store
from graph.vocabulary import GT
from ingest.account import account_of
from ingest.evidence import Triple
from ingest.files import content_hash, find_files
from ingest.findings import Findings
from ingest.layouts import LAYOUTS, recognise_all
from ingest.memory import FindingsFile
from ingest.readers import read_document
from ingest.register import Register
from ingest.report import Report
from ingest.statements import Names, statements
from ingest.version import reader_version

__all__ = ["Ingest"]

Progress = Callable[[str, int, int], None]
"""Told what is being done, how many steps are done, and how many there are."""
_ONTOLOGY = Path(__file__).parents[1] / "graph" / "ontology"


@dataclass
class Ingest:
    """One run over the files that a person named."""

    store: Path
    progress: Progress = lambda *_: None
    errors: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def run(self, paths: Iterable[Path]) -> Report:
        """Read what is new or changed, and bring the store to what the files say."""
        with Store.writing(self.store) as store:
            register = self._read_new(Register.read(self._register), paths)
            if register.documents() and not self._is_complete(register):
                register = self._converge(store, register)
                register.write(self._register)
                write_atomically(self._complete, self._state(register))
        return Report((), tuple(self.errors), tuple(self.notes))

    @property
    def _register(self) -> Path:
        return self.store / "register.json"

    @property
    def _complete(self) -> Path:
        return self.store / "complete"

    def _state(self, register: Register) -> bytes:
        body = json.dumps([reader_version(), register.documents()])
        return sha256(body.encode()).hexdigest().encode()

    def _is_complete(self, register: Register) -> bool:
        return self._complete.exists() and self._complete.read_bytes() == self._state(register)

    def _read_new(self, register: Register, paths: Iterable[Path]) -> Register:
        """Read each new content into the folder of findings; a file that fails leaves what was held."""
        files, errors = find_files(paths)
        self.errors.extend(str(e) for e in errors)
        for n, file in enumerate(files):
            self.progress(file.path.name, n, len(files))
            try:
                content = file.read()
                sha = content_hash(content)
                self._read(file.path, content, sha)
            except GoldenthreadError as error:
                self.errors.append(str(error))
                continue
            register = register.with_files({file.path: sha})
        return register

    def _kept(self, sha: str) -> FindingsFile:
        return FindingsFile(self.store / "findings", sha, reader_version())

    def _read(self, path: Path, content: bytes, sha: str) -> None:
        if self._kept(sha).exists():
            return
        findings = recognise_all(read_document(path, content, sha))
        if LAYOUTS and not findings.mentions and not any(i for i in findings if i is not findings.plan):
            raise NoPlanFound(path)
        self._kept(sha).write(findings)

    def _converge(self, store: Store, register: Register) -> Register:
        """Make the store's graphs what the register says, writing only those that differ."""
        found = {name: self._kept(sha).read() for name, sha in register.documents().items()}
        names = resolve(found)
        if not len(store.graph(ONTOLOGY_GRAPH)):
            store.replace_graph(ONTOLOGY_GRAPH, ontology())
        for name, findings in found.items():
            try:
                store.replace_graph(document_graph(name), self._document(findings, name, names))
            except GraphRefused as error:
                self.errors.append(str(error))
        return register

    def _document(self, findings: Findings, name: str, names: Names) -> list[Triple]:
        triples = statements(findings, name, names)
        return [*triples, *described(findings, name)]


def ontology() -> Iterator[Triple]:
    """Yield the triples of the ontology."""
    graph = Graph()
    for file in sorted(_ONTOLOGY.glob("*.ttl")):
        graph.parse(file)
    yield from graph


def described(findings: Findings, name: str) -> Iterator[Triple]:
    """Yield what is said of the file itself."""
    iri: URIRef = document_graph(name)
    account = account_of(findings)
    yield iri, RDF.type, GT.SourceDocument
    yield iri, RDFS.label, Literal(name)
    yield iri, DCTERMS.format, Literal(findings.document.source.media_type)
    yield iri, GT.sha256, Literal(findings.document.source.sha256)
    yield iri, GT.readerVersion, Literal(reader_version())
    yield iri, GT.shareRead, Literal(f"{account.share:.4f}", datatype=XSD.decimal)
    yield iri, GT.unreadLines, Literal(", ".join(account.unread))


def resolve(found: dict[str, Findings]) -> Names:
    """FALLBACK until ingest.resolve is there."""
    try:
        from ingest.resolve import resolve as real
    except ImportError:
        return _Plain()
    return real(found)


class _Plain:
    def of(self, document, named):
        from types import SimpleNamespace
        from ingest.findings import fold
        return SimpleNamespace(kind=named.kind, path=(named.kind, fold(named.name)), label=named.name, alt_labels=())
