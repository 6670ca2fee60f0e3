"""Finds across all documents of a district which names mean one thing, and which must stay apart."""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import combinations, pairwise

from graph.identifiers import digest, slug
from ingest.abbreviation_names import Expansions, stated_names
from ingest.clusters import Cluster, Veto, cluster
from ingest.decisions import Decisions
from ingest.district_names import homes
from ingest.findings import Findings, Named, fold
from ingest.labels import best_label
from ingest.plan_names import person_proposals, plan_proposals
from ingest.program_names import program_proposals
from ingest.resolution import Merge, Proposal, Resolution, Resource, Usage
from ingest.school_names import school_clash, school_name, school_proposals
from ingest.unit_names import unit_proposals

__all__ = ["Merge", "Resolution", "Resource", "resolve"]

# Names of these kinds are individuals of the ontology, not names to be resolved.
_INDIVIDUALS = {"Horizon", "Level", "Status", "PlanType", "Basis"}
_Rule = Callable[[Sequence[Usage]], list[Proposal]]


def resolve(
    documents: Mapping[str, Findings],
    decisions: Decisions = Decisions(),  # noqa: B008  # frozen
    districts: Mapping[str, str] | None = None,
) -> Resolution:
    """Return what each document means by each of its names; the order of the documents plays no part.

    `decisions` are a person's; `districts` gives each document's district where it is known by more
    than the document's own words.
    """
    own, found = homes(documents, decisions)
    districts = {**own, **(districts or {})}
    called: dict[str, set[str]] = defaultdict(set)
    for resource in found.resources.values():
        called[resource.path[-1]] |= {resource.label, *resource.alt_labels}
    groups: dict[tuple[str, str], dict[str, list[Named]]] = defaultdict(lambda: defaultdict(list))
    for document, findings in documents.items():
        for named in names_of(findings):
            if named.kind not in {*_INDIVIDUALS, "District"}:
                groups[districts[document], named.kind][document].append(named)
    parts = [
        found,
        *(
            _resolve_kind(*key, used, documents, decisions.about(key[1], key[0], *called[key[0]]))
            for key, used in sorted(groups.items())
        ),
    ]
    return Resolution(
        {k: v for part in parts for k, v in part.resources.items()},
        tuple(m for part in parts for m in part.merges),
        tuple(m for part in parts for m in part.near_misses),
    )


def names_of(findings: Findings) -> Iterator[Named]:
    """Yield every name that a document uses, once for each use."""
    mentioned = set()
    for mention in findings.mentions:
        mentioned.add(mention.named)
        yield mention.named
    for item in findings:
        for fact in item.facts:
            if isinstance(fact.value, Named) and fact.value not in mentioned:
                mentioned.add(fact.value)
                yield fact.value


def _resolve_kind(
    district: str,
    kind: str,
    used: Mapping[str, Sequence[Named]],
    documents: Mapping[str, Findings],
    told: Decisions,
) -> Resolution:
    """Resolve the names of one kind in one district."""
    usages = _usages(used, documents)
    expansions = Expansions.of({d: documents[d] for d in used})
    stated = stated_names(usages, expansions)
    usages = _with_names(usages, stated)
    rule, veto = _RULES.get(kind, (_same_words, None))
    guessed = [p for p in rule(usages) if not _contradicts(p, expansions)]
    decided = _decided(usages, told)
    clusters, made, missed = cluster(usages, [*decided, *stated, *guessed], veto, told.apart())
    resources = _resources(district, kind, clusters, {u.name: u for u in usages}, made)
    return Resolution(
        {(document, n): resources[n.name] for document, names in used.items() for n in names},
        tuple(_merge(kind, p, district) for p in made),
        tuple(_merge(kind, p, district) for p in missed),
    )


def _decided(usages: Sequence[Usage], told: Decisions) -> list[Proposal]:
    """Return the names in use that a person said to be one; case and punctuation play no part."""
    forms: dict[str, list[str]] = defaultdict(list)
    for usage in usages if told.held else ():
        forms[fold(usage.name)].append(usage.name)
    found: list[Proposal] = []
    for decision in told.one():
        used = [n for name in decision.names for n in forms.get(fold(name), ())]
        reason = " ".join(
            filter(None, ("a person decided that they are one", decision.note and f"({decision.note})"))
        )
        found.extend(
            Proposal(a, b, reason, 1.0, certain=True, decided=True) for a, b in pairwise(dict.fromkeys(used))
        )
    return found


def _contradicts(p: Proposal, expansions: Expansions) -> bool:
    """Tell whether initials are guessed at where a document says what the short form stands for."""
    return "initials" in p.reason and (expansions.give(p.first) or expansions.give(p.second))


def _usages(used: Mapping[str, Sequence[Named]], documents: Mapping[str, Findings]) -> list[Usage]:
    counts: Counter[str] = Counter()
    where: dict[str, set[str]] = defaultdict(set)
    levels: dict[str, set[str]] = defaultdict(set)
    for document, names in used.items():
        for named in names:
            counts[named.name] += 1
            where[named.name].add(document)
            levels[named.name] |= documents[document].hints.get(named, set())
    return [Usage(n, counts[n], frozenset(where[n]), frozenset(levels[n])) for n in sorted(counts)]


def _with_names(usages: Sequence[Usage], stated: Iterable[Proposal]) -> list[Usage]:
    """Add the names that only the documents' own expansions bring in."""
    known = {u.name for u in usages}
    extra = {n for p in stated if p.merge for n in (p.first, p.second)} - known
    return sorted([*usages, *(Usage(n) for n in extra)], key=lambda u: u.name)


def _resources(
    district: str, kind: str, clusters: Sequence[Cluster], told: Mapping[str, Usage], made: Sequence[Proposal]
) -> dict[str, Resource]:
    """Make one resource of each cluster; equal paths are told apart by the names."""
    counts = {name: usage.count for name, usage in told.items()}
    labels = {names: best_label(kind, names, counts, made) for names in clusters}
    taken = Counter(slug(label) for label in labels.values())
    found: dict[str, Resource] = {}
    for names, label in labels.items():
        more = "" if taken[slug(label)] == 1 else "-" + digest("|".join(sorted(names)), 6)
        levels = sorted(_levels(names, told)) if kind == "School" else []
        others = tuple(sorted({_tidy(n) for n in names} - {label}))
        resource = Resource(kind, (district, slug(kind), slug(label) + more), label, others, tuple(levels))
        found |= dict.fromkeys(names, resource)
    return found


def _levels(names: Iterable[str], told: Mapping[str, Usage]) -> set[str]:
    """Return the levels that names of a school state, or else those at which its places put it."""
    stated = {level for n in names for level in school_name(n).levels}
    return stated or {level for n in names if n in told for level in told[n].levels}


def _tidy(name: str) -> str:
    return " ".join(name.split())


def _merge(kind: str, p: Proposal, district: str) -> Merge:
    return Merge(kind, (p.first, p.second), p.reason, p.score, p.certain, p.decided, district)


def _same_words(usages: Sequence[Usage]) -> list[Proposal]:
    """Propose names that differ in case, punctuation or a bracket alone."""
    bare = {u.name: fold(re.sub(r"\([^()]*\)", " ", u.name)) or fold(u.name) for u in usages}
    pairs = combinations(sorted(bare), 2)
    return [Proposal(a, b, "the same words", 1.0, certain=True) for a, b in pairs if bare[a] == bare[b]]


_RULES: dict[str, tuple[_Rule, Veto | None]] = {
    "School": (school_proposals, school_clash),
    "Unit": (unit_proposals, None),
    "Program": (program_proposals, None),
    "Plan": (plan_proposals, None),
    "Person": (person_proposals, None),
}
