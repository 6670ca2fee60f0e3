"""What one file says: read by its format, understood by the layouts, cut into passages."""

from collections.abc import Sequence
from pathlib import Path

from graph.errors import NoPlanFound, UnreadableFile
from ingest.document import Document, Heading, Table
from ingest.findings import Findings
from ingest.forms.form import Form
from ingest.layouts import recognise_all
from ingest.memory import Kept
from ingest.passages import passages_of
from ingest.readers import Tell, read_document
from ingest.source import Text

__all__ = ["found_in"]

# What stands in any letter, minutes or licence too; a file that states nothing else is no plan.
_SAYS_LITTLE = frozenset(
    {"Plan", "District", "Unit", "School", "Program", "Person", "Tier", "Organization", "Horizon"}
    | {"Abbreviation", "Contact", "Submission", "Note", "Conflict"}
    | {"Register", "RegisterEntry", "Criterion", "ReviewItem", "StakeholderInput", "DataUsed", "KeyFinding"}
)


def found_in(path: Path, content: bytes, sha256: str, tell: Tell, own: Sequence[Form] = ()) -> Kept:
    """Return what is found in a file; raises InputError where it cannot be read or is no plan.

    `own` are the user's own described layouts.
    """
    document = read_document(path, content, sha256, tell)
    return Kept(_recognised(document, path, own), passages_of(document))


def _recognised(document: Document, path: Path, own: Sequence[Form]) -> Findings:
    """Return what the layouts find; raises NoPlanFound, or UnreadableFile where a text is not to be read."""
    try:
        findings = recognise_all(document, own)
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
