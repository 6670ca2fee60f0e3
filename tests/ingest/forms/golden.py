"""What each described layout reads of its sample, as data; run it to write what is read today.

    python -m tests.ingest.forms.golden

writes `golden/<layout>.tsv` beside each sample `golden/<layout>.md` (or .csv and so on): a line for each item
and one for each of its facts. Look at the difference before it is committed: the files say what is right.
"""

from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

from ingest.findings import Findings, Item, Named, Object
from ingest.layouts import recognise_all
from ingest.readers import read_document

FOLDER = Path(__file__).parent / "golden"


def layouts() -> list[str]:
    """Return the names of the described layouts that come with the program."""
    described = files("ingest.forms").joinpath("described").iterdir()
    return sorted(file.name.removesuffix(".yaml") for file in described if file.name.endswith(".yaml"))


def sample_of(layout: str) -> Path | None:
    """Return the sample of a layout, None where it has none."""
    found = [file for file in sorted(FOLDER.glob(f"{layout}.*")) if file.suffix != ".tsv"]
    return found[0] if found else None


def found_in(sample: Path) -> Findings:
    """Return what is found in a sample, as an ingest finds it."""
    return recognise_all(read_document(sample, sample.read_bytes(), ""))


def as_data(findings: Findings) -> str:
    """Return the items and facts, each a line of kind, number, label, property and value."""
    lines = [["layout", findings.form], *(line for item in findings for line in _lines(item))]
    return "".join("\t".join(line) + "\n" for line in lines)


def _lines(item: Item) -> Iterator[list[str]]:
    head = [item.kind, item.notation, item.label]
    yield [*head, "evidence", " … ".join(_one_line(str(text)) for text in item.evidence)]
    yield from ([*head, fact.prop, _said(fact.value)] for fact in item.facts)
    yield from ([*head, f"supports ({link.basis})", _said(link.target)] for link in item.links)


def _said(value: Object) -> str:
    if isinstance(value, Item):
        return f"{value.kind} {value.notation}".strip() + f" “{_one_line(value.label)}”"
    return f"{value.kind} “{value.name}”" if isinstance(value, Named) else _one_line(str(value))


def _one_line(text: str) -> str:
    return " ".join(text.split())


def write_all() -> None:
    """Write what is read today of every sample."""
    for layout in layouts():
        if sample := sample_of(layout):
            (FOLDER / f"{layout}.tsv").write_text(as_data(found_in(sample)), encoding="utf-8")


if __name__ == "__main__":
    write_all()
