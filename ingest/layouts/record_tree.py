"""A document of headings and rows of names and values as a tree of records, as XML has them."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from ingest.document import Document, Heading, Table
from ingest.findings import fold
from ingest.source import Text

__all__ = ["RecordNode", "node_tree"]


@dataclass(eq=False)
class RecordNode:
    """A record: its name, its values by name (both in small letters, without signs), the records in it."""

    name: str
    level: int
    values: list[tuple[str, Text]] = field(default_factory=list)
    nodes: list["RecordNode"] = field(default_factory=list)

    def value(self, name: str) -> Text:
        """Return its first value of a name, an empty text where it has none."""
        return next(self.others(name), Text())

    def others(self, *names: str) -> Iterator[Text]:
        """Yield all its values of some names."""
        return (value for name, value in self.values if name in names)

    def all(self) -> Iterator["RecordNode"]:
        """Yield this record and those within it, in order."""
        yield self
        for node in self.nodes:
            yield from node.all()


def node_tree(document: Document) -> list[RecordNode]:
    """Return the records at the top."""
    top = RecordNode("", 0)
    open_ = [top]
    for block in document.blocks:
        if isinstance(block, Heading):
            while len(open_) > 1 and open_[-1].level >= block.level:
                open_.pop()
            node = RecordNode(fold(str(block.text)), block.level)
            open_[-1].nodes.append(node)
            open_.append(node)
        elif isinstance(block, Table):
            pairs = (row.cells for row in block.rows if len(row) == 2)
            open_[-1].values.extend((fold(str(name.text)), value.text) for name, value in pairs)
    return top.nodes
