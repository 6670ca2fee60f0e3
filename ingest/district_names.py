"""Finds which school district each document belongs to, by its full name or by its short form."""

from collections import Counter
from collections.abc import Mapping
from functools import cache
from itertools import pairwise

from graph.identifiers import slug
from ingest.decisions import Decisions
from ingest.findings import Findings, Named, fold
from ingest.resolution import Merge, Resolution, Resource
from ingest.short_forms import SHORT_FORM, fits, split_bracket

__all__ = ["homes"]


def homes(
    documents: Mapping[str, Findings],
    decisions: Decisions = Decisions(),  # noqa: B008  # frozen
) -> tuple[dict[str, str], Resolution]:
    """Return the path segment of each document's district, and what the names of districts mean.

    A document that names no district belongs to the only one there is, or else stands by itself.
    """
    uses = {d: _uses(documents[d]) for d in sorted(documents)}
    full = sorted({n for names in uses.values() for n in names if not _is_short(n)})
    told = decisions.about("District")
    meant = {(d, n): _full_name(n, list(names), full, told) for d, names in uses.items() for n in names}
    resources = _resources(meant, told)
    found = {d: _home(d, documents[d], uses[d], resources) for d in uses}
    only = {path for path in found.values() if path}
    alone = next(iter(only)) if len(only) == 1 else ""
    merges = {
        Merge("District", (n, f), "the initials of the district's name", 0.9, certain=False)
        for (_, n), f in meant.items()
        if _is_short(n) and n != f
    }
    merges |= _decided(resources, told)
    mapping = {(d, Named("District", n)): r for (d, n), r in resources.items()}
    paths = {d: path or alone or slug(d, 40) for d, path in found.items()}
    return paths, Resolution(mapping, tuple(sorted(merges, key=lambda m: m.names)))


def _uses(findings: Findings) -> Counter[str]:
    return Counter(m.named.name for m in findings.mentions if m.named.kind == "District")


@cache
def _is_short(name: str) -> bool:
    return bool(SHORT_FORM.fullmatch(name)) and name.isupper()


def _decided(resources: Mapping[tuple[str, str], Resource], told: Decisions) -> set[Merge]:
    """Return the names in use that a person said to be one district."""
    used = {fold(n): n for _, n in resources}
    found = set()
    for decision in told.one():
        names = sorted(used[fold(n)] for n in decision.names if fold(n) in used)
        for a, b in pairwise(names):
            found.add(
                Merge(
                    "District", (a, b), "a person decided that they are one", 1.0, certain=True, decided=True
                )
            )
    return found


def _full_name(name: str, here: list[str], everywhere: list[str], told: Decisions) -> str:
    """Return the full name that a short form has in this document, or the only one it can have."""
    if not _is_short(name):
        return name
    for names in (here, everywhere):
        able = sorted({n for n in names if not _is_short(n) and fits(name, split_bracket(n)[0])})
        able = [n for n in able if frozenset((fold(name), fold(n))) not in told.apart()]
        if len({fold(n) for n in able}) == 1:
            return able[0]
    return name


def _resources(meant: Mapping[tuple[str, str], str], told: Decisions) -> dict[tuple[str, str], Resource]:
    """Make one resource of each full name, case and punctuation aside."""
    names: dict[str, set[str]] = {}
    key_of = {full: min(told.joined(fold(split_bracket(full)[0]))) for full in meant.values()}
    for (_, name), full in meant.items():
        names.setdefault(key_of[full], set()).update({name, full, *filter(None, split_bracket(full))})
    made = {}
    for key, forms in names.items():
        label = min(forms, key=lambda n: (_is_short(n), n.isupper(), "(" in n, n))
        others = tuple(sorted(forms - {label}))
        made[key] = Resource("District", ("district", slug(label)), label, others)
    return {use: made[key_of[full]] for use, full in meant.items()}


def _home(
    document: str, findings: Findings, uses: Counter[str], resources: Mapping[tuple[str, str], Resource]
) -> str:
    """Return the district whose plan this is: the one it says, or the one it names most."""
    said = [v.name for v in findings.plan.get("ofOrganization") if isinstance(v, Named)]
    counts: Counter[str] = Counter()
    for name, count in uses.items():
        counts[resources[document, name].path[-1]] += count
    named = [resources[document, n].path[-1] for n in said if (document, n) in resources]
    ranked = sorted(counts, key=lambda path: (-counts[path], path))
    return (named or ranked or [""])[0]
