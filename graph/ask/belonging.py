"""A number that several plans give means the one of the plan, or department, that is named beside it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from graph.ask.closed import closed_stems
from graph.ask.lexicon import Language, Lexicon
from graph.ask.mentions import ClassMention, Links, Missing, ThingMention, ThingOption
from graph.ask.sources import Sources
from graph.ask.tokens import Token, school_year, stems

__all__ = ["Belonging"]

_OF = closed_stems("belonging_by")


@dataclass(frozen=True)
class Belonging:
    """Narrows what is called by number to the plan that it is said to stand in."""

    sources: Sources
    lexicon: Lexicon
    holders: Mapping[str, Mapping[str, str]]

    def narrowed(self, tokens: Sequence[Token], links: Links) -> Links:
        """Return the links where each number is that of the plan beside it, or is missing there."""
        for mention in links.things:
            if mention.options[0].how != "number":
                continue
            beside = next((o for o in links.things if self._beside(mention, o, tokens, links)), None)
            plans = self.plans(beside) if beside else frozenset()
            if beside is None or not plans:
                continue
            kept = tuple(o for o in (self._within(o, plans) for o in mention.options) if o.things)
            return self._with(links, tokens, (mention, beside), kept)
        return links

    def dated(self, tokens: Sequence[Token], links: Links) -> Links:
        """Return the links where a department has no plan of the year that is said of its plan."""
        holder = self.lexicon.settings.get("holder", {}).get("class", "")
        for noun in self._nouns(links) if not links.missing else ():
            at = _year_beside(tokens, noun)
            owners = [m for m in links.things if at is not None and self._of_plan(m, noun, tokens)]
            plans = frozenset(p for m in owners for p in self.plans(m))
            if at is None or not plans:
                continue
            said = school_year(tokens[at].text)
            years = {y for of_unit in self.holders.values() for p, y in of_unit.items() if p in plans}
            if said and years and said not in years:
                gap = Missing(holder, said, noun.tokens | {at}, tuple(sorted(plans)))
                return replace(links, missing=(gap,))
        return links

    def _of_plan(self, mention: ThingMention, noun: ClassMention, tokens: Sequence[Token]) -> bool:
        """Whether a plan is said to be that of a department: 'the 2019 plan of A', 'A plan for 2019'."""
        small = Language.english().stopwords - {"and", "or"}
        ends = (mention.end, noun.start) if mention.start < noun.start else (noun.end, mention.start)
        between = tokens[slice(*ends)]
        return all(t.stem in small or school_year(t.text) for t in between)

    def plans(self, mention: ThingMention) -> frozenset[str]:
        """Return the plans that a mention names, or those of the departments that it names."""
        holder = self.lexicon.settings.get("holder", {}).get("class")
        named = {t for o in mention.options if o.cls == holder for t in o.things}
        of_units = {p for o in mention.options for t in o.things for p in self.holders.get(t, {})}
        return frozenset(named or of_units)

    def _within(self, option: ThingOption, plans: frozenset[str]) -> ThingOption:
        return replace(option, things=tuple(t for t in option.things if self.stands(t, plans)))

    def stands(self, thing: str, plans: frozenset[str]) -> bool:
        """Say whether a thing belongs to one of some plans, or is printed in one."""
        by = self.lexicon.settings.get("holder", {}).get("by", "")
        if {str(v) for v in self.sources.values(thing, by)} & plans:
            return True
        printed = {e.document for plan in plans for e in self.sources.evidence(plan)[:1]}
        return bool(printed & {e.document for e in self.sources.evidence(thing)})

    def _beside(
        self, mention: ThingMention, other: ThingMention, tokens: Sequence[Token], links: Links
    ) -> bool:
        """Whether a name stands right before a number, or after it with 'of' or 'in' between."""
        if other is mention or other.options[0].how == "number":
            return False
        between = _between(mention, other)
        nouns = {i for n in self._nouns(links) for i in n.tokens}
        years = {i for v in links.values for i in v.tokens}
        small = Language.english().stopwords - closed_stems("joiners")
        if not all(i in nouns | years or tokens[i].stem in small for i in between):
            return False
        if other.end <= mention.start:
            owned = tokens[other.end - 1].text.lower().endswith(("'s", "’s", "s'"))
            return owned or all(i in nouns | years for i in between)
        return any(tokens[i].stem in _OF for i in between)

    def _nouns(self, links: Links) -> list[ClassMention]:
        """The nouns that say only that a plan is meant."""
        holder = self.lexicon.settings.get("holder", {}).get("class")
        return [n for n in links.classes if any(s.cls == holder for s in n.senses)]

    def _with(
        self,
        links: Links,
        tokens: Sequence[Token],
        pair: tuple[ThingMention, ThingMention],
        kept: tuple[ThingOption, ...],
    ) -> Links:
        """The number with its plan in one mention, or what is missing there."""
        mention, beside = pair
        around = range(min(mention.start, beside.start), max(mention.end, beside.end) + 1)
        nouns = [n for n in self._nouns(links) if n.start in around or n.end - 1 in around]
        taken = self._name(beside, tokens) | frozenset(i for n in nouns for i in n.tokens)
        years = [v for v in links.values if v.start in around]
        taken |= frozenset(i for v in years for i in v.tokens)
        others = tuple(m for m in links.things if m not in pair)
        classes = tuple(n for n in links.classes if n not in nouns)
        values = tuple(v for v in links.values if v not in years)
        if not kept:
            plans = tuple(sorted(self.plans(beside)))
            gap = Missing(mention.options[0].cls, mention.text, mention.tokens, plans)
            return replace(links, missing=(*links.missing, gap)) if self._numbers(mention, beside) else links
        one = replace(mention, options=kept, strays=mention.strays | taken)
        things = tuple(sorted([*others, one], key=lambda m: m.start))
        return replace(links, things=things, classes=classes, values=values)

    def _name(self, beside: ThingMention, tokens: Sequence[Token]) -> frozenset[int]:
        """The words of a name with those around it that belong to it."""
        index = self.sources.index
        things = [t for o in beside.options for t in o.things if t in index.entities]
        own = {w for t in things for n in index.entities[t].names for w in stems(n)}
        start, end = beside.start, beside.end
        while end < len(tokens) and tokens[end].stem in own:
            end += 1
        return frozenset(range(start, end))

    def _numbers(self, mention: ThingMention, beside: ThingMention) -> bool:
        """Whether the plan numbers things of that kind: then one that is not there does not exist."""
        index, plans = self.sources.index, self.plans(beside)
        cls = mention.options[0].cls
        first = tuple(t for t, _ in index.codes.get("1", ()) if cls in index.classes(t))
        return bool(self._within(ThingOption(cls, first, 1.0, "number"), plans).things)


def _year_beside(tokens: Sequence[Token], noun: ClassMention) -> int | None:
    """Where a school year stands that is said of a plan: right before it, or after 'for' or 'of'."""
    if noun.start and school_year(tokens[noun.start - 1].text):
        return noun.start - 1
    after = tokens[noun.end : noun.end + 2]
    if after and school_year(after[0].text):
        return noun.end
    if len(after) > 1 and after[0].stem in _OF and school_year(after[1].text):
        return noun.end + 1
    return None


def _between(one: ThingMention, other: ThingMention) -> range:
    first, second = sorted((one, other), key=lambda m: m.start)
    return range(first.end, second.start)
