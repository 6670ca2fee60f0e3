"""What words such as 'those' and 'it' stand for in a conversation: things of the answer before."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from graph.ask.mentions import Links, ThingMention, ThingOption
from graph.ask.tokens import Token, stem

__all__ = ["Referents"]


@dataclass(frozen=True, slots=True)
class Referents:
    """Things that were spoken of, and the words that may stand for them now."""

    words: frozenset[str]
    options: tuple[ThingOption, ...]
    says: str

    @property
    def things(self) -> tuple[str, ...]:
        """Every thing that may be meant."""
        return tuple(dict.fromkeys(t for o in self.options for t in o.things))

    def within(self, tokens: Sequence[Token], links: Links) -> Links:
        """Link the first word that stands for them."""
        stems = {stem(w) for w in self.words}
        at = next((i for i, t in enumerate(tokens) if t.stem in stems and i not in links.named), None)
        if at is None:
            return links
        mention = ThingMention(at, at + 1, self.says, self.options, needed=True)
        return replace(links, things=tuple(sorted([*links.things, mention], key=lambda m: m.start)))
