"""What the documents themselves say that their short forms stand for, as names that mean one thing."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ingest.findings import Findings, fold
from ingest.resolution import Proposal, Usage
from ingest.short_forms import singular, split_bracket

__all__ = ["Expansions", "same_expansion", "stated_names"]

_SMALL = {"a", "an", "and", "for", "of", "the", "to", "with"}


@dataclass(frozen=True)
class Expansions:
    """Which words each short form stands for, by the documents."""

    of_short: dict[str, tuple[str, ...]]

    @classmethod
    def of(cls, findings: Iterable[Findings]) -> "Expansions":
        """Gather the abbreviations that the layouts found."""
        found: dict[str, set[str]] = defaultdict(set)
        for document in findings:
            for item in document.items("Abbreviation"):
                for short in item.get("shortForm"):
                    found[singular(str(short))] |= {str(e) for e in item.get("expansion")}
        return cls({short: tuple(sorted(words)) for short, words in sorted(found.items())})


def stated_names(usages: Sequence[Usage], expansions: Expansions) -> list[Proposal]:
    """Return the names that a document's own words make one: 'Human Resources (HR)', or an expansion."""
    found = []
    for usage in usages:
        main, short = split_bracket(usage.name)
        if short:
            found.append(
                Proposal(usage.name, main, "the short form stands behind the name", 1.0, certain=True)
            )
            found.append(
                Proposal(usage.name, short, "the short form stands behind the name", 1.0, certain=True)
            )
        found.extend(_expanded(usage.name, expansions.of_short.get(singular(usage.name), ())))
    return found


def _expanded(short: str, words: Sequence[str]) -> list[Proposal]:
    """Propose a short form with its expansions, unless they are two different things."""
    one = all(same_expansion(words[0], other) for other in words[1:])
    reason = "a document gives this expansion" if one else "documents give several expansions"
    return [
        Proposal(short, w, reason, 1.0 if one else 0.5, certain=one, merge=one) for w in words if w != short
    ]


def same_expansion(first: str, second: str) -> bool:
    """Tell whether two expansions of a short form are two wordings of one thing."""
    one, two = (set(fold(t).split()) - _SMALL for t in (first, second))
    return len(one & two) >= 0.6 * max(len(one), len(two))
