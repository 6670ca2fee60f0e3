"""What is said right beside a number: 'goal 2, the teachers one' tells which goal 2 is meant."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from graph.ask.closed import closed_stems
from graph.ask.contents import ContentSearch
from graph.ask.index import EntityIndex
from graph.ask.lexicon import Language
from graph.ask.mentions import Links, ThingMention, ThingOption
from graph.ask.tokens import Token

__all__ = ["Appositions"]

_OPENS = re.compile(r"^\s*[,(:]\s*$|^\s*\($|^\s+[-–—]+\s+$|^[–—]$")
_CLOSES = re.compile(r"[,;:)?.–—]|\s-+\s")
_WORTH = 0.3  # a hit below this describes something else
_ALIKE = 0.9  # things described this nearly as well as the best may be meant as well
_NEARLY = 0.85  # and nearly as well as the best of its kind
_ONE = 0.45  # how well a single word must fit
_FIRM = 0.8
_MARKS = closed_stems("naming_marks")
_VERBS = closed_stems("verbs_apart")
_ALL = closed_stems("every")


@dataclass(frozen=True)
class Appositions:
    """Accounts for words that only describe what is called by its number, and takes what they describe."""

    index: EntityIndex
    contents: ContentSearch
    language: Language

    def settled(self, text: str, tokens: Sequence[Token], links: Links) -> Links:
        """Return the links where each number has the words beside it that describe it."""
        for mention in links.things:
            if mention.options[0].how != "number":
                continue
            span = self._span(text, tokens, mention)
            if span and self._describes(text, tokens, links, span):
                narrowed = self._narrowed(tokens, mention, span)
                links = _with(links, mention, narrowed, span) if narrowed else links
        return links

    def _span(self, text: str, tokens: Sequence[Token], mention: ThingMention) -> range | None:
        """The words between a sign after the number and the next sign."""
        begin = mention.end
        if begin >= len(tokens) or not _OPENS.match(text[tokens[begin - 1].end : tokens[begin].start]):
            return None
        at = begin + 1
        while at < len(tokens) and not _CLOSES.search(text[tokens[at - 1].end : tokens[at].start]):
            at += 1
        return range(begin, at)

    def _describes(self, text: str, tokens: Sequence[Token], links: Links, span: range) -> bool:
        """Whether the words can only describe: nothing is asked in them, and nothing is named."""
        words = {tokens[i].stem for i in span}
        if words & (self.language.asking | self.language.imperatives | _VERBS | _ALL):
            return False
        if words & _MARKS or text[: tokens[span.start].start].rstrip().endswith("("):
            return True
        spots = [m.tokens for m in links.things if m.firm >= _FIRM and not m.quiet]
        spots += [m.tokens for m in links.values] + [m.tokens for m in links.classes]
        return not any(spot & set(span) for spot in spots)

    def _narrowed(
        self, tokens: Sequence[Token], mention: ThingMention, span: range
    ) -> tuple[ThingOption, ...]:
        """The options that the words describe better than anything else of their kinds."""
        small = self.language.stopwords
        telling = [i for i in span if tokens[i].stem not in small | _MARKS]
        if not telling:
            return mention.options
        hits = self.contents.search(
            tuple(tokens[i].stem for i in telling), " ".join(tokens[i].text for i in telling)
        )
        kinds = {o.cls for o in mention.options}
        near = [h for h in hits if kinds & set(self.index.classes(h.iri)) and h.score >= _WORTH]
        named = {t for o in mention.options for t in o.things}
        own = [h for h in near if h.iri in named]
        if not own or own[0] not in near[:2] or own[0].score < _NEARLY * near[0].score:
            return ()
        if len(telling) == 1 and own[0].score < _ONE:
            return ()
        meant = {h.iri for h in own if h.score >= _ALIKE * own[0].score}
        kept = (replace(o, things=tuple(t for t in o.things if t in meant)) for o in mention.options)
        return tuple(o for o in kept if o.things)


def _with(links: Links, mention: ThingMention, options: tuple[ThingOption, ...], span: range) -> Links:
    said = frozenset(span)
    whole = replace(mention, options=options, strays=mention.strays | said)
    others = [m for m in links.things if m is mention or not m.tokens & said]
    return replace(
        links,
        classes=tuple(c for c in links.classes if not c.tokens & said),
        properties=tuple(p for p in links.properties if not p.tokens & said),
        values=tuple(v for v in links.values if not v.tokens & said),
        things=tuple(whole if m is mention else m for m in others),
        cues={p: kept for p, c in links.cues.items() if (kept := c - said)},
    )
