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

    @property
    def filled(self) -> int:
        """How many fields and cells are filled."""
        return sum(len(r.entries) for top in self.records for r in top.all())

    def count(self, name: str) -> int:
        """Return how many records of a name there are."""
        return sum(r.name == name for top in self.records for r in top.all())

    def holds(self, form: Form) -> bool:
        """Tell whether so many records were found as the form needs."""
        return any(all(self.count(name) >= n for name, n in way.items()) for way in form.ways)
