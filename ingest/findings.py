"""What the layouts found in one document: items with evidence, and names still to be resolved.

A layout adds items to a `Findings`; nothing here knows IRIs or RDF. `kind` is a class of the
ontology ('Action'), a property is a property of the ontology ('underGoal'). Adding the same item
twice (a form printed twice) merges the evidence.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from ingest.document import Document
from ingest.source import Text

__all__ = ["Fact", "Findings", "Item", "Link", "Mention", "Named", "Object"]


@dataclass(frozen=True, slots=True)
class Named:
    """Something that a document calls by a name, to be made one resource across documents.

    `kind` is 'District', 'Unit', 'School', 'Program', 'Person', 'Plan', 'Tier', 'Horizon', 'Level',
    'Status' or 'PlanType'; for the last four the name is the local name of the ontology's individual.
    """

    kind: str
    name: str


@dataclass(eq=False)
class Item:
    """One thing that a document states; compared by identity, made only by `Findings.add`."""

    key: str
    kind: str
    label: str
    notation: str = ""
    evidence: list[Text] = field(default_factory=list)
    facts: list["Fact"] = field(default_factory=list)
    links: list["Link"] = field(default_factory=list)
    aliases: list[str] = field(default_factory=list)

    def set(self, prop: str, value: "Object | None") -> "Item":
        """State a fact of this item; nothing is stated of None or an empty text."""
        fact = Fact(prop, value) if value is not None and value != "" else None
        if fact and fact not in self.facts:
            self.facts.append(fact)
        return self

    def get(self, prop: str) -> list["Object"]:
        """Return the objects of a property, in the order they were stated."""
        return [f.value for f in self.facts if f.prop == prop]

    @property
    def places(self) -> list[Text]:
        """Its evidence, and the words of the file that its facts hold."""
        return [*self.evidence, *(f.value for f in self.facts if isinstance(f.value, Text))]

    def support(
        self, target: "Item", basis: str, evidence: list[Text], cited: str = "", note: str = ""
    ) -> "Item":
        """State that this item supports another, on a basis ('stated' or 'section'), with its evidence.

        `cited` is the number by which the document calls the target at this place; a `note` says why
        this is a weaker reading, such as a panel carried over from an earlier page.
        """
        if all(link.target is not target for link in self.links):
            self.links.append(Link(target, basis, tuple(evidence), cited, note))
        return self


Object = Item | Named | Text | str | bool | int | float


@dataclass(frozen=True, slots=True)
class Fact:
    """A property of the ontology and its object."""

    prop: str
    value: Object


@dataclass(frozen=True, slots=True)
class Link:
    """A `gt:supports` link, which becomes an AlignmentLink with a basis and evidence of its own."""

    target: Item
    basis: str
    evidence: tuple[Text, ...]
    cited: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Mention:
    """A place where a document uses a name."""

    named: Named
    text: Text


class Findings:
    """Collects what the layouts find in one document."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self._items: dict[str, Item] = {}
        self.mentions: list[Mention] = []
        self.read: list[Text] = []
        self.notes: list[str] = []
        self.hints: dict[Named, set[str]] = {}
        self.form = ""  # the described layout that was taken
        self.own = ""  # the mark of a user's own layouts that had a say
        self.layouts: list[str] = []  # the other layouts that found something
        self.plan = self.add("Plan", "", [], scope="this")

    @classmethod
    def restored(
        cls,
        document: Document,
        items: list[Item],
        plan: Item,
        mentions: list["Mention"],
        read: list[Text],
    ) -> "Findings":
        """Return findings as they were when they were kept."""
        findings = cls(document)
        findings._items = {item.key: item for item in items}
        findings.plan, findings.mentions, findings.read = plan, mentions, read
        return findings

    def add(
        self,
        kind: str,
        label: Text | str,
        evidence: list[Text] | None = None,
        *,
        notation: str = "",
        scope: str = "",
    ) -> Item:
        """Add an item, or more evidence to the same item; `scope` keeps equal labels apart.

        The evidence is the label's own place unless other texts are given.
        """
        words = str(label)
        key = f"{kind}/{scope}/{fold(words)}"
        item = self._items.get(key)
        if item is None:
            item = self._items[key] = Item(key, kind, words.strip(), notation)
        for text in evidence if evidence is not None else [label] if isinstance(label, Text) else []:
            if text and text not in item.evidence:
                item.evidence.append(text)
        return item

    def name(self, kind: str, text: Text) -> Named:
        """Note that the document uses a name here, and return it for use as an object."""
        named = Named(kind, str(text).strip())
        self.mentions.append(Mention(named, text))
        return named

    def hint(self, named: Named, level: str) -> None:
        """Note a level at which the place of a school's name puts it, such as the row of a chart."""
        self.hints.setdefault(named, set()).add(level)

    def mark_read(self, *texts: Text) -> None:
        """Say that these words were understood though no item quotes them (labels, headers, marks)."""
        self.read.extend(t for t in texts if t)

    def remove(self, item: Item) -> None:
        """Take an item out again, after a merge."""
        self._items.pop(item.key, None)

    def items(self, kind: str = "") -> list[Item]:
        """Return the items of a kind, or all, in the order they were found."""
        return [i for i in self._items.values() if not kind or i.kind == kind]

    def __iter__(self) -> Iterator[Item]:
        return iter(list(self._items.values()))


def fold(text: str) -> str:
    """Return a text without case, punctuation and double blanks, for comparison."""
    return " ".join(re.findall(r"[^\W_]+", text.lower().replace("&", " and ")))
