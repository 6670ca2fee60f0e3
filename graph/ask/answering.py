"""Turns what readings found into answers: items with evidence and ground, notes, and the reading in words."""

from dataclasses import dataclass

from rdflib import URIRef

from graph.ask.execute import Found, Row
from graph.ask.grounds import Ground, weakness
from graph.ask.index import EntityIndex
from graph.ask.sources import Sources
from graph.items import local_name, spaced
from graph.model import AnswerItem, Evidence

__all__ = ["Answering"]


@dataclass(frozen=True)
class Answering:
    """Makes answer items."""

    index: EntityIndex
    sources: Sources

    def items(self, found: Found) -> list[AnswerItem]:
        """Return the items of one reading, in the order of the documents."""
        target = found.reading.target
        items: list[tuple[tuple[object, ...], AnswerItem]] = []
        make = self._shown if target.show and not target.property else self._plain
        for row in found.rows:
            items.extend((self._order(item, row, found), item) for item in make(row, found))
        if found.reading.operation not in ("most", "fewest"):
            items.sort(key=lambda pair: (weakness(pair[1].basis), -pair[1].confidence, pair[0]))
        return _distinct([item for _, item in items])

    def name(self, thing: str) -> str:
        """Return what a thing is called: its kind and number where its label is a long text."""
        entity = self.index.entities.get(thing)
        if entity and len(entity.label) > _LONG_NAME and entity.codes:
            return f"{spaced(local_name(URIRef(entity.classes[0])))} {entity.codes[0][1]}"
        return self.sources.label(thing)

    def item(self, text: str, thing: str, found: Found) -> AnswerItem | None:
        """Return an item with a text of its own about a thing, resting on the thing or what was counted."""
        if not thing:
            return None
        evidence = self.sources.places([thing, *(r.value for r in found.rows[:1] if not r.literal)])
        evidence = evidence or self.sources.fallback(thing, text)
        if not evidence:
            return None
        kind = self.index.classes(thing)
        return AnswerItem(
            text, thing, local_name(URIRef(kind[0])) if kind else None, "stated", _confidence(found), evidence
        )

    def ground(self, row: Row, found: Found) -> Ground:
        """Return the ground of the best way by which a thing answers."""
        given = (t for c in found.reading.conditions if c.path for t in c.things)
        own = (row.thing,) if row.literal else (row.value, row.thing)
        return self.sources.grounded(own, row.ways, given)

    def _shown(self, row: Row, found: Found) -> list[AnswerItem]:
        """Values of the properties by which things of this class answer."""
        target = found.reading.target
        values = {p: [str(v) for v in self.sources.values(row.value, p)] for p in target.show}
        if target.template:
            text = self._named_with(row.value, values) or target.template.replace(
                "{label}", self.sources.label(row.value)
            )
            for number, prop in enumerate(target.show):
                text = text.replace(f"{{{number}}}", ", ".join(values[prop]))
            texts = [] if not all(values.values()) else [(text, row.value)]
        else:
            texts = [
                (self._name(v), v if v in self.index.entities else "") for p in target.show for v in values[p]
            ]
        made = [i for text, iri in texts if (i := self._item(text, iri, row, found))]
        return made or self._plain(row, found)

    def _named_with(self, thing: str, values: dict[str, list[str]]) -> str:
        """The name of a thing that says the values already, as the document writes it."""
        entity = self.index.entities.get(thing)
        wanted = [v for given in values.values() for v in given]
        names = [n for n in (entity.names if entity else ()) if wanted and all(v in n for v in wanted)]
        return names[0] if names and "(" in names[0] and len(values) == 1 else ""

    def _plain(self, row: Row, found: Found) -> list[AnswerItem]:
        text = row.value if row.literal else self.sources.label(row.value)
        iri = row.thing if row.literal else row.value
        item = self._item(text, iri, row, found)
        return [item] if item else []

    def _item(self, text: str, iri: str, row: Row, found: Found) -> AnswerItem | None:
        ground = self.ground(row, found)
        evidence = self._evidence(iri, row, ground.link, found) or self._given(found)
        evidence = evidence or self.sources.fallback(iri, text)
        if not evidence:
            return None
        kind = self.index.classes(iri)
        return AnswerItem(
            text,
            iri if iri in self.index.entities else row.thing or None,
            local_name(URIRef(kind[0])) if kind else local_name(URIRef(found.reading.target.cls)),
            ground.basis,
            min(ground.confidence, _confidence(found)),
            evidence,
        )

    def _evidence(self, iri: str, row: Row, link: str | None, found: Found) -> tuple[Evidence, ...]:
        own = (iri, "" if row.literal else row.value, row.thing)
        witnesses = row.witnesses or self._spoken_of(found, own)
        order = (*own, *witnesses) if self._content(iri) or not witnesses else (*witnesses, *own)
        places = self.sources.places([t for t in order if t])
        if link and places:
            places = (*places[:2], *self.sources.places([link])[:1])
        return tuple(dict.fromkeys(places))

    def _content(self, iri: str) -> bool:
        """Whether a thing is a text of a document rather than a name that stands in many places."""
        return iri in self.index.entities and len(self.index.entities[iri].label) > _LONG_NAME

    def _spoken_of(self, found: Found, own: tuple[str, ...]) -> tuple[str, ...]:
        """The text that the question speaks of: what is said of it stands where it stands.

        Where it may speak of several, those that are joined to the answer itself.
        """
        given = dict.fromkeys(
            t for c in found.reading.conditions if c.path and not c.negated for t in c.things
        )
        texts = tuple(t for t in given if self._content(t))
        if len(texts) <= 1 or len(texts) > _FEW_TEXTS:
            return texts if len(texts) == 1 else ()
        return tuple(t for t in texts if self.sources.joined(t) & set(own))

    def _given(self, found: Found) -> tuple[Evidence, ...]:
        """The places of the things that the question names, where what was found has none of its own."""
        return self.sources.places(t for c in found.reading.conditions for t in c.things)

    def _name(self, value: str) -> str:
        return self.sources.label(value) if value in self.index.entities else value

    def _order(self, item: AnswerItem, row: Row, found: Found) -> tuple[object, ...]:
        first = item.evidence[0]
        score = 0.0
        for condition in found.reading.conditions:
            if condition.topic and not condition.path:
                score = -dict(condition.scores).get(row.value, 0.0)
        return (score, first.document, first.start_line or first.page or 0, item.value)


_LONG_NAME = 40
_FEW_TEXTS = 4  # more that may be spoken of are a crowd, of which none is cited


def _confidence(found: Found) -> float:
    return round(min(1.0, max(0.0, found.reading.features.get("explained", 1.0))), 3)


def _distinct(items: list[AnswerItem]) -> list[AnswerItem]:
    kept: dict[tuple[str, str | None], AnswerItem] = {}
    for item in items:
        kept.setdefault((item.value, item.type), item)
    return list(kept.values())
