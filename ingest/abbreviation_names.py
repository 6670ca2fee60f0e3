"""What the documents themselves say that their short forms stand for, as names that mean one thing."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ingest.findings import Findings, fold
from ingest.resolution import Proposal, Usage
from ingest.short_forms import singular, split_bracket

__all__ = ["Expansions", "same_expansion", "stated_names"]

_SMALL = {"a", "an", "and", "for", "of", "the", "to", "with"}


@dataclass(frozen=True)
class Expansions:
    """Which words each short form stands for, and in which documents."""

    of_short: Mapping[str, Mapping[str, frozenset[str]]]

    @classmethod
    def of(cls, documents: Mapping[str, Findings]) -> "Expansions":
        """Gather the abbreviations that the layouts found."""
        found: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
        for document, findings in documents.items():
            for item in findings.items("Abbreviation"):
                for short in item.get("shortForm"):
                    for words in item.get("expansion"):
                        found[singular(str(short))][str(words)].add(document)
        return cls({s: {w: frozenset(d) for w, d in words.items()} for s, words in found.items()})

    def give(self, name: str) -> bool:
        """Tell whether a document says what a name stands for."""
        return singular(name) in self.of_short

    def meant(self, usage: Usage) -> tuple[list[str], list[str]]:
        """Return the expansions that a short form has where it is used, and those of another thing.

        Where one document means one thing by it and another another, it is left open.
        """
        words = self.of_short.get(singular(usage.name), {})
        every = sorted(words)
        if _one(every):
            return every, []
        here = [w for w in every if words[w] & usage.documents]
        return (here, [w for w in every if w not in here]) if _one(here) and here else ([], every)


def stated_names(usages: Sequence[Usage], expansions: Expansions) -> list[Proposal]:
    """Return the names that a document's own words make one: 'Human Resources (HR)', or an expansion."""
    found: list[Proposal] = []
    for usage in usages:
        parts = [p for p in split_bracket(usage.name) if p and p != usage.name]
        reason = "the short form stands behind the name"
        found.extend(Proposal(usage.name, part, reason, 1.0, certain=True) for part in parts)
        meant, others = expansions.meant(usage)
        found.extend(_expanded(usage.name, w, meant=True) for w in meant if w != usage.name)
        found.extend(_expanded(usage.name, w, meant=False) for w in others)
    return found


def _expanded(short: str, words: str, *, meant: bool) -> Proposal:
    if meant:
        return Proposal(short, words, "a document gives this expansion", 1.0, certain=True)
    return Proposal(short, words, "documents give several expansions", 0.5, merge=False)


def _one(words: Sequence[str]) -> bool:
    return all(same_expansion(words[0], other) for other in words[1:])


def same_expansion(first: str, second: str) -> bool:
    """Tell whether two expansions of a short form are two wordings of one thing."""
    one, two = (set(fold(t).split()) - _SMALL for t in (first, second))
    return len(one & two) >= 0.6 * max(len(one), len(two))
