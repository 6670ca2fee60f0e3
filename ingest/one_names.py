"""Which names were taken to be one thing, why, from which documents, and what a person may still decide."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from graph.identifiers import item_iri
from ingest.arrangement import Arrangement, Said
from ingest.decisions import Decision, Decisions
from ingest.findings import Findings, fold
from ingest.folder import StoreFolder
from ingest.near_names import alike, likeness
from ingest.resolution import Merge, Resolution, Resource
from ingest.resolve import names_of, resolve
from ingest.same_goals import Repeated, SameGoals, same_goals

__all__ = ["NamesReport", "OneThing", "names_report"]

_Uses = Mapping[tuple[str, str, str], Mapping[str, int]]


@dataclass(frozen=True)
class OneThing:
    """A thing with several names, or a name that several documents use."""

    kind: str
    district: str
    label: str
    iri: str
    names: Mapping[str, Mapping[str, int]]
    """Each name with the documents that use it, and how often."""
    reasons: tuple[Merge, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """Return the form of `names --json`."""
        return {
            "kind": self.kind,
            "district": self.district,
            "label": self.label,
            "iri": self.iri,
            "names": [{"name": n, "documents": dict(d)} for n, d in self.names.items()],
            "reasons": [_merge_json(m) for m in self.reasons],
        }


@dataclass(frozen=True)
class NamesReport:
    """All that `goldenthread names` has to say."""

    things: tuple[OneThing, ...] = ()
    near_misses: tuple[tuple[Merge, tuple[str, ...]], ...] = ()
    """Each pair that was not made one, with the documents that use the names."""
    decisions: Decisions = field(default_factory=Decisions)
    unused: tuple[Decision, ...] = ()
    problems: tuple[str, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """Return the form of `names --json`."""
        return {
            "things": [thing.as_json() for thing in self.things],
            "near_misses": [{**_merge_json(m), "documents": [*d]} for m, d in self.near_misses],
            "decisions": [
                {"same": d.same, **d.as_json(), "names_in_use": d not in self.unused}
                for d in self.decisions.held
            ],
            "problems": [*self.problems],
        }


def _merge_json(merge: Merge) -> dict[str, Any]:
    return {
        "kind": merge.kind,
        "district": merge.district,
        "names": [*merge.names],
        "reason": merge.reason,
        "likeness": merge.score,
        "certain": merge.certain,
        "decided": merge.decided,
    }


def names_report(folder: StoreFolder, named: Path | None) -> NamesReport:
    """Return what a store's documents call things, resolved by the rules and decisions of today."""
    said = Said.of(folder.path, named)
    register = folder.register()
    arranged = Arrangement.of(folder, register, said)
    shas = {n: sha for n, sha in register.documents().items() if n not in arranged.versions.replaced}
    documents = {name: kept.findings for name, kept in folder.kept_documents(shas).items()}
    homes = {name: arranged.homes[name].path for name in documents}
    labels = {home.path: home.label or home.path for home in arranged.homes.values()}
    found = resolve(documents, said.decisions, homes)
    uses = _uses(documents, homes)
    goals = same_goals(documents, homes, said.decisions)
    things = [*_things(found, documents, labels), *_goal_things(goals, homes, labels)]
    near = [
        *found.near_misses,
        *goals.near_misses,
        *_like(found, said.decisions, labels),
        *_versions(arranged),
    ]
    return NamesReport(
        tuple(sorted(things, key=lambda t: (t.district, t.kind, t.label))),
        _near(near, uses, labels),
        said.decisions,
        _unused(said.decisions, documents),
        said.problems,
    )


def _uses(documents: Mapping[str, Findings], homes: Mapping[str, str]) -> _Uses:
    """Return how often each document uses each name, by district and kind."""
    found: dict[tuple[str, str, str], Counter[str]] = defaultdict(Counter)
    for document, findings in documents.items():
        for named in names_of(findings):
            home = "" if named.kind == "District" else homes[document]
            found[home, named.kind, named.name][document] += 1
    return found


def _things(
    found: Resolution, documents: Mapping[str, Findings], labels: Mapping[str, str]
) -> Iterator[OneThing]:
    """Yield what has more than one name."""
    names: dict[Resource, dict[str, Counter[str]]] = defaultdict(lambda: defaultdict(Counter))
    for document, findings in documents.items():
        for named in names_of(findings):
            if resource := found.of(document, named):
                names[resource][named.name][document] += 1
    for resource, by_name in names.items():
        if len(by_name) < 2:  # a name alone needs no reason
            continue
        home = "" if resource.kind == "District" else resource.path[0]
        reasons = [
            m
            for m in found.merges
            if m.kind == resource.kind
            and m.district == home
            and set(m.names) <= {*by_name, *resource.alt_labels, resource.label}
        ]
        ordered = {n: dict(sorted(by_name[n].items())) for n in sorted(by_name)}
        iri = str(item_iri(*resource.path))
        yield OneThing(resource.kind, labels.get(home, home), resource.label, iri, ordered, tuple(reasons))


def _goal_things(goals: SameGoals, homes: Mapping[str, str], labels: Mapping[str, str]) -> Iterator[OneThing]:
    """Yield the goals that several plans repeat, each with the documents in which it stands."""
    of: dict[int, list[Repeated]] = {}
    for r in goals.repeated:
        joined = [r]
        for several in {id(s): s for end in (r.first, r.second) if (s := of.get(id(end[1])))}.values():
            joined += several
        of |= {id(end[1]): joined for one in joined for end in (one.first, one.second)}
    for several in {id(s): s for s in of.values()}.values():
        names: dict[str, dict[str, int]] = defaultdict(dict)
        for document, item in sorted(
            {end for r in several for end in (r.first, r.second)}, key=lambda e: e[0]
        ):
            names[item.label][document] = names[item.label].get(document, 0) + 1
        merges = {(r.first[1].label, r.second[1].label): r.merge(homes[r.first[0]]) for r in several}
        home = homes[several[0].first[0]]
        yield OneThing(
            "Goal", labels.get(home, home), min(names), "", names, tuple(merges[k] for k in sorted(merges))
        )


def _like(found: Resolution, decisions: Decisions, labels: Mapping[str, str]) -> Iterator[Merge]:
    """Yield things of one kind and district whose names are written almost alike."""
    groups: dict[tuple[str, str], set[str]] = defaultdict(set)
    for resource in set(found.resources.values()):
        home = "" if resource.kind == "District" else resource.path[0]
        groups[home, resource.kind].add(resource.label)
    for (home, kind), names in sorted(groups.items()):
        yield from alike(kind, home, sorted(names), decisions.about(kind, home, labels.get(home, "")).apart())


def _versions(arranged: Arrangement) -> Iterator[Merge]:
    for first, second, shared in arranged.versions.doubtful:
        reason = "the same title and year, but other words"
        yield Merge(
            "Document", (first, second), reason, shared, certain=False, district=arranged.homes[first].path
        )


def _near(
    found: Sequence[Merge], uses: _Uses, labels: Mapping[str, str]
) -> tuple[tuple[Merge, tuple[str, ...]], ...]:
    """Return the near misses, the likest first, each pair once, with its likeness and its documents."""
    kept: dict[tuple[str, str, frozenset[str]], tuple[Merge, tuple[str, ...]]] = {}
    for m in found:
        score = m.score if m.kind in {"Goal", "Document"} else likeness(*m.names)
        said = Merge(
            m.kind, m.names, m.reason, score, m.certain, m.decided, labels.get(m.district, m.district)
        )
        where = sorted({d for name in m.names for d in uses.get((m.district, m.kind, name), ())})
        kept.setdefault((m.kind, m.district, frozenset(m.names)), (said, tuple(where)))
    return tuple(sorted(kept.values(), key=lambda k: (k[0].district, k[0].kind, -k[0].score, k[0].names)))


def _unused(decisions: Decisions, documents: Mapping[str, Findings]) -> tuple[Decision, ...]:
    """Return the decisions of whose names fewer than two are in use."""
    used = {fold(n.name) for findings in documents.values() for n in names_of(findings)}
    used |= {fold(i.label) for findings in documents.values() for i in findings.items("Goal")}
    used |= {fold(name) for name in documents}
    return tuple(d for d in decisions.held if sum(fold(n) in used for n in d.names) < 2)  # a pair
