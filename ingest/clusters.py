"""Brings names together by proposals, the surest first, and never against a veto."""

from collections.abc import Callable, Iterable

from ingest.resolution import Proposal, Usage

__all__ = ["Cluster", "cluster"]

Cluster = frozenset[str]
Veto = Callable[[Cluster, Cluster], bool]


def cluster(
    usages: Iterable[Usage], proposals: Iterable[Proposal], veto: Veto | None = None
) -> tuple[list[Cluster], list[Proposal], list[Proposal]]:
    """Return the clusters of names, the proposals that made them, and those that came to nothing.

    The order of the input plays no part: proposals are taken by certainty, score and names.
    """
    of = {u.name: frozenset([u.name]) for u in usages}
    made: list[Proposal] = []
    missed: list[Proposal] = []
    for p in sorted({p.ordered() for p in proposals}, key=_rank):
        first = of.setdefault(p.first, frozenset([p.first]))
        second = of.setdefault(p.second, frozenset([p.second]))
        if first == second:
            continue
        if not p.merge or (veto and veto(first, second)):
            missed.append(p)
            continue
        made.append(p)
        of |= dict.fromkeys(first | second, first | second)
    apart = {
        frozenset([of[p.first], of[p.second]]): p for p in reversed(missed) if of[p.first] != of[p.second]
    }
    return sorted(set(of.values()), key=sorted), made, sorted(apart.values(), key=_rank)


def _rank(p: Proposal) -> tuple[bool, bool, float, str, str, str]:
    return (not p.merge, not p.certain, -p.score, p.first, p.second, p.reason)
