"""Brings names together by proposals, a person's first, then the surest, and never against a veto."""

from collections.abc import Callable, Iterable

from ingest.findings import fold
from ingest.resolution import Proposal, Usage

__all__ = ["Cluster", "cluster"]

Cluster = frozenset[str]
Veto = Callable[[Cluster, Cluster], bool]


def cluster(
    usages: Iterable[Usage],
    proposals: Iterable[Proposal],
    veto: Veto | None = None,
    apart: frozenset[frozenset[str]] = frozenset(),
) -> tuple[list[Cluster], list[Proposal], list[Proposal]]:
    """Return the clusters of names, the proposals that made them, and those that came to nothing.

    The order of the input plays no part: proposals are taken by certainty, score and names. `apart`
    are pairs of names that a person told apart; a veto of ours does not stop what a person decided.
    """
    of = {u.name: frozenset([u.name]) for u in usages}
    made: list[Proposal] = []
    missed: list[Proposal] = []
    for p in sorted({p.ordered() for p in proposals}, key=_rank):
        first = of.setdefault(p.first, frozenset([p.first]))
        second = of.setdefault(p.second, frozenset([p.second]))
        if first == second:
            continue
        if (
            not p.merge
            or _told_apart(first, second, apart)
            or (veto and not p.decided and veto(first, second))
        ):
            missed.append(p)
            continue
        made.append(p)
        of |= dict.fromkeys(first | second, first | second)
    left = {
        frozenset([of[p.first], of[p.second]]): p
        for p in reversed(missed)
        if of[p.first] != of[p.second] and not _told_apart(of[p.first], of[p.second], apart)
    }
    return sorted(set(of.values()), key=sorted), made, sorted(left.values(), key=_rank)


def _told_apart(first: Cluster, second: Cluster, apart: frozenset[frozenset[str]]) -> bool:
    """Tell whether a person said of any two of the names that they are not one."""
    if not apart:
        return False
    one, two = ({fold(n) for n in names} for names in (first, second))
    return any(pair & one and pair & two and pair <= one | two for pair in apart)


def _rank(p: Proposal) -> tuple[bool, bool, bool, float, str, str, str]:
    return (not p.merge, not p.decided, not p.certain, -p.score, p.first, p.second, p.reason)
