"""Reads what is new or changed among the files, and keeps what was found; a bad file stops no other."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

from graph.errors import GoldenthreadError, NoPlanFound, UnreadableFile
from ingest.document import Document, Heading, Table
from ingest.files import InputFile, content_hash, find_files
from ingest.findings import Findings
from ingest.folder import StoreFolder
from ingest.layouts import recognise_all
from ingest.memory import Kept
from ingest.passages import passages_of
from ingest.progress import Progress, silent
from ingest.readers import has_reader, read_document
from ingest.source import Text

__all__ = ["Reading"]

# What stands in any letter, minutes or licence too; a file that states nothing else is no plan.
_SAYS_LITTLE = frozenset(
    {"Plan", "District", "Unit", "School", "Program", "Person", "Tier", "Organization", "Horizon"}
    | {"Abbreviation", "Contact", "Submission", "Note", "Conflict"}
    | {"Register", "RegisterEntry", "Criterion", "ReviewItem", "StakeholderInput", "DataUsed", "KeyFinding"}
)


@dataclass
class Reading:
    """One reading of the files that a person named."""

    folder: StoreFolder
    on_new: Callable[[], object] = lambda: None
    on_read: Callable[[Kept], None] = lambda _: None
    progress: Progress = silent
    errors: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def read(self, paths: Iterable[Path]) -> dict[Path, str]:
        """Return the files that could be read, each with the hash of its content."""
        files, errors = find_files(paths)
        self.errors.extend(str(e) for e in errors)
        fresh: dict[Path, str] = {}
        for n, file in enumerate(files):
            self.progress(f"Reading {file.path.name}", n, len(files))
            try:
                if (sha := self._read(file)) is not None:
                    fresh[file.path] = sha
            except GoldenthreadError as error:
                self.errors.append(str(error))
        return fresh

    def _read(self, file: InputFile) -> str | None:
        """Read a file, if its content was not read before, and return its hash; None if it is left out."""
        content = file.read()
        sha = content_hash(content)
        kept = self.folder.kept(sha)
        if kept.exists():
            return sha
        if not file.named and not has_reader(file.path, content):
            self.notes.append(f"{file.path}: left out, because no reader knows this kind of file.")
            return None
        self.on_new()
        document = read_document(file.path, content, sha)
        found = Kept(_recognised(document, file.path), passages_of(document))
        kept.write(found)
        self.on_read(found)
        return sha


def _recognised(document: Document, path: Path) -> Findings:
    """Return what the layouts find; raises NoPlanFound, or UnreadableFile where a text is not to be read."""
    try:
        findings = recognise_all(document)
    except RecursionError as error:
        raise UnreadableFile(path, "it is nested too deeply", "save it anew, or leave it out") from error
    if all(item.kind in _SAYS_LITTLE for item in findings):
        raise NoPlanFound(path)
    _name_plan(findings)
    return findings


def _name_plan(findings: Findings) -> None:
    """Give a plan whose title no layout knows its first heading, or its first words, as a name."""
    plan = findings.plan
    if plan.label and plan.evidence:
        return
    first = _first_words(findings.document)
    plan.label = plan.label or str(first)[:120].strip()
    if not plan.evidence:
        plan.evidence.append(first)


def _first_words(document: Document) -> Text:
    texts = [b.text for b in document.blocks if isinstance(b, Heading) and b.text]
    texts += [b.text for b in document.blocks if not isinstance(b, Table) and b.text]
    texts += list(document.texts())
    return texts[0][:160]
