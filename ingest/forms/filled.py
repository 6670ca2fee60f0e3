"""What a document holds as a form: the records at the top, and the blocks that they explain."""

from dataclasses import dataclass, field

from ingest.forms.form import Form
from ingest.forms.record import Record
from ingest.source import Text

__all__ = ["Filled"]


@dataclass
class Filled:
    """The records of a form at the top, the labels and headers that were understood, and the blocks used."""

    records: list[Record] = field(default_factory=list)
    labels: list[Text] = field(default_factory=list)
    blocks: set[int] = field(default_factory=set)
    told: set[int] = field(default_factory=set)
    """The blocks of running text among them, which any form for running text would use."""

    @property
    def filled(self) -> int:
        """How many fields and cells are filled; one that tells the year of another fills that."""
        records = (r for top in self.records for r in top.all())
        return sum(1 + bool(e.year) for r in records for e in r.entries)

    @property
    def explained(self) -> float:
        """How much of a document it explains: the blocks that its labels, lists and tables take."""
        return float(len(self.blocks - self.told))

    def count(self, name: str) -> int:
        """Return how many records of a name there are."""
        return sum(r.name == name for top in self.records for r in top.all())

    def holds(self, form: Form) -> bool:
        """Tell whether so many records were found as the form needs; in prose, without labels."""
        return any(all(self._weight(form, name) >= n for name, n in way.items()) for way in form.ways)

    def _weight(self, form: Form, name: str) -> int:
        listed = any(kind.bullets == name for kind in form.records.values())
        if not form.prose or not listed:
            return self.count(name)
        found = [r for top in self.records for r in top.all() if r.name == name]
        return sum(-1 if r.label else 1 for r in found)
