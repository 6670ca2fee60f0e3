"""Invents school districts: their plans as quads in the goldenthread vocabulary, some 2,500 triples each.

The n-th district is the same whatever the number of districts, and every name of a district or school is
its own. Units, programs, tiers and horizons are called the same everywhere, as they are in life.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

import yaml
from rdflib import DCTERMS, ORG, RDF, RDFS, SKOS, URIRef

from graph.identifiers import document_graph, item_iri
from graph.vocabulary import GT, SCHEMA

__all__ = ["District", "person", "place"]

_SEED = 20161
_WORDS = yaml.safe_load(Path(__file__).with_suffix(".yaml").read_text(encoding="utf-8"))
_UNITS: dict[str, str] = _WORDS["units"]
_HORIZONS = (GT.shortTerm, GT.midTerm, GT.longTerm)


def place(number: int) -> str:
    """Return the name of a district, another for each number below 1,200."""
    rest, first = divmod(number, len(_WORDS["first"]))
    return str(_WORDS["first"][first] + _WORDS["second"][rest % len(_WORDS["second"])])


def person(number: int) -> str:
    """Return the name after which a school is called, another for each number below 12,000."""
    rest, given = divmod(number, len(_WORDS["given"]))
    rest, first = divmod(rest, len(_WORDS["first"]))
    ending = _WORDS["ending"][rest % len(_WORDS["ending"])]
    return f"{_WORDS['given'][given]} {_WORDS['first'][first]}{ending}"


@dataclass
class District:
    """One invented district, with the names that questions are made of."""

    number: int
    schools: dict[str, URIRef] = field(init=False, default_factory=dict)
    actions: list[str] = field(init=False, default_factory=list)
    metrics: list[str] = field(init=False, default_factory=list)
    texts: set[str] = field(init=False, default_factory=set)

    def __post_init__(self) -> None:
        self.name = place(self.number)
        self._random = Random(f"{_SEED}-{self.number}")  # noqa: S311  # no secret is made
        self._district = item_iri("district", f"{self.name} Unified School District")
        self._line = 0
        self._lines = [*self._written()]

    def quads(self) -> Iterator[str]:
        """Yield the district as lines of N-Quads."""
        return iter(self._lines)

    def _written(self) -> Iterator[str]:
        for title, kind, write in (
            (f"{self.name} Educational Master Plan", GT.masterPlan, self._master_plan),
            (f"{self.name} Annual Department Plan", GT.departmentPlan, self._department_plan),
        ):
            self._line = 0
            self._file = f"{self.name.lower().replace(' ', '-')}-{kind.rpartition('#')[2].lower()}.txt"
            self._graph, self._plan = document_graph(self._file), item_iri("plan", title)
            yield from self._head(title, kind)
            yield from write()

    def _head(self, title: str, kind: URIRef) -> Iterator[str]:
        yield from self._facts(
            self._graph, (RDF.type, GT.SourceDocument), (RDFS.label, self._file), (GT.sourceOf, self._plan)
        )
        when = ((GT.schoolYear, "2024-25"), (DCTERMS.temporal, "2024-25"))
        whose = ((GT.planType, kind), (GT.ofOrganization, self._district))
        yield from self._item(self._plan, GT.Plan, title, *whose, *when)
        name = f"{self.name} Unified School District"
        yield from self._item(self._district, GT.District, name, (SKOS.altLabel, f"{self.name} Unified"))
        for unit, short in _UNITS.items():
            yield from self._item(self._unit(unit), ORG.OrganizationalUnit, unit, (SKOS.altLabel, short))

    def _master_plan(self) -> Iterator[str]:
        for label in _WORDS["directions"]:
            yield from self._item(self._own("strategicdirection", label), GT.StrategicDirection, label)
        for n in range(1, 7):
            iri, text = self._own("recommendation", str(n)), f"{self._phrase()} and {self._phrase().lower()}"
            yield from self._item(iri, GT.Recommendation, text, (SKOS.notation, str(n)))
        yield from self._schools()
        yield from self._programs()
        for _ in range(48):
            yield from self._action(self._recommendation())

    def _recommendation(self) -> URIRef:
        return self._own("recommendation", str(self._random.randrange(1, 7)))

    def _department_plan(self) -> Iterator[str]:
        for n in range(1, 7):
            goal = self._own("goal", str(n))
            yield from self._item(goal, GT.Goal, self._phrase(), (SKOS.notation, str(n)))
            for m in range(2):
                yield from self._metric(goal, m)
            for _ in range(3):
                yield from self._action(goal, (GT.underGoal, goal))
        for n in range(16):
            unit = (GT.providedBy, self._any_unit())
            yield from self._item(self._own("service", str(n)), GT.Service, self._phrase(), unit)

    def _schools(self) -> Iterator[str]:
        tiers = {label: self._own("tier", label) for label in _WORDS["tiers"]}
        for n, (label, iri) in enumerate(tiers.items()):
            yield from self._item(iri, GT.Tier, label, (GT.minPoints, 8 * n), (GT.maxPoints, 8 * n + 7))
        levels = [("Elementary", GT.elementary)] * 7 + [("Middle", GT.middle)] * 3 + [("High", GT.high)] * 2
        for n, (kind, level) in enumerate(levels):
            label = f"{person(self.number * 12 + n)} {kind}"
            school = item_iri(self.name, "school", label)
            self.schools[label] = school
            names = ((GT.level, level), (SKOS.altLabel, f"{label} School"))
            yield from self._item(school, SCHEMA.School, label, *names)
            tier = self._random.choice(_WORDS["tiers"])
            iri, text = self._own("tierassignment", str(n)), f"{label}: {tier} (2024-25)"
            given = ((GT.atSchool, school), (GT.tier, tiers[tier]), (GT.schoolYear, "2024-25"))
            yield from self._item(iri, GT.TierAssignment, text, *given)

    def _programs(self) -> Iterator[str]:
        programs = {label: item_iri(self.name, "program", label) for label in _WORDS["programs"]}
        for label, iri in programs.items():
            yield from self._item(iri, GT.Program, label)
        names = [*self.schools]
        for n, name in enumerate(names):
            program = _WORDS["programs"][n % len(_WORDS["programs"])]
            status = self._random.choice([GT.existing, GT.existing, GT.proposed])
            about = ((GT.ofProgram, programs[program]), (GT.status, status))
            at = (GT.atSchool, self.schools[name])
            iri = self._own("programoffering", str(n))
            yield from self._item(iri, GT.ProgramOffering, f"{program} at {name}", at, *about)
            if n < 10:
                to = names[7 + n % 3] if n < 7 else names[10 + n % 2]
                ends = ((GT.fromSchool, self.schools[name]), (GT.toSchool, self.schools[to]))
                link, text = self._own("feederlink", str(n)), f"{name} to {to}: {program}"
                yield from self._item(link, GT.FeederLink, text, *ends, (GT.basis, GT.stated), *about)

    def _metric(self, goal: URIRef, number: int) -> Iterator[str]:
        label = f"Share of students reached by {self._drawn('what', 'whom')}"
        iri = URIRef(f"{goal}/metric/{number}")
        self.metrics.append(label)
        yield from self._item(iri, GT.Metric, label, (GT.measures, goal))
        share = self._random.randrange(40, 99)
        value = ((GT.value, f"{share} percent"), (GT.schoolYear, "2024-25"))
        of = ((GT.ofMetric, iri), (GT.ofGoal, goal))
        yield from self._item(URIRef(f"{iri}/target"), GT.Target, f"{share} percent by June", *of, *value)

    def _action(self, supported: URIRef, *more: tuple[URIRef, object]) -> Iterator[str]:
        label, lead, other = self._phrase(), self._any_unit(), self._any_unit()
        iri = self._own("action", str(len(self.actions)))
        self.actions.append(label)
        horizon = self._random.choice(_HORIZONS)
        direction = self._own("strategicdirection", self._random.choice(_WORDS["directions"]))
        yield from self._item(
            iri,
            GT.Action,
            label,
            (GT.leadResponsible, lead),
            (GT.responsible, lead),
            (GT.responsible, other),
            (GT.horizon, horizon),
            (GT.underDirection, direction),
            (GT.supports, supported),
            *more,
        )
        link = URIRef(f"{iri}/alignment")
        ends = ((GT["from"], iri), (GT.to, supported), (GT.basis, GT.section), (GT.confidence, 1))
        yield from self._facts(link, (RDF.type, GT.AlignmentLink), *ends, (GT.evidence, self._evidence_iri()))

    def _item(self, iri: URIRef, kind: URIRef, label: str, *facts: tuple[URIRef, object]) -> Iterator[str]:
        """Yield an item with its evidence, which stands on a line of its own."""
        self._line += 1
        evidence = self._evidence_iri()
        yield from self._facts(
            iri, (RDF.type, kind), (GT.inPlan, self._plan), (GT.evidence, evidence), *facts, label=label
        )
        yield from self._facts(
            evidence,
            (RDF.type, GT.Evidence),
            (GT.document, self._file),
            (GT.startLine, self._line),
            (GT.endLine, self._line),
            (GT.quote, label),
        )

    def _facts(self, iri: URIRef, *facts: tuple[URIRef, object], label: str = "") -> Iterator[str]:
        self.texts.update(str(o) for p, o in facts if p == SKOS.altLabel)
        if label:
            self.texts.add(label)
            facts = (*facts, (RDFS.label, label))
        for p, o in facts:
            yield f"<{iri}> <{p}> {_term(o)} <{self._graph}> .\n"

    def _evidence_iri(self) -> URIRef:
        return URIRef(f"{self._graph}/evidence/{self._line}")

    def _own(self, kind: str, name: str) -> URIRef:
        return item_iri(self.name, kind, name)

    def _unit(self, label: str) -> URIRef:
        return item_iri(self.name, "unit", label)

    def _any_unit(self) -> URIRef:
        return self._unit(self._random.choice([*_UNITS]))

    def _phrase(self) -> str:
        return f"{self._drawn('verbs', 'what')} and {self._drawn('what', 'whom')}"

    def _drawn(self, *kinds: str) -> str:
        return " ".join(self._random.choice(_WORDS[kind]) for kind in kinds)


def _term(value: object) -> str:
    if isinstance(value, URIRef):
        return f"<{value}>"
    if isinstance(value, int):
        return f'"{value}"^^<http://www.w3.org/2001/XMLSchema#integer>'
    return json.dumps(value, ensure_ascii=False)
