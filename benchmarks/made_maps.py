"""Makes districts of any size to draw: the same size gives the same district.

Each holds `size` schools with programs and feeders, `size` units, and `size` actions that support
recommendations and goals; every item has its place.
"""

from importlib.resources import files
from pathlib import Path
from random import Random

from rdflib import Graph, Literal, URIRef
from rdflib.namespace import ORG, RDF, RDFS, SKOS

from graph.identifiers import ONTOLOGY_GRAPH
from graph.items import BASE
from graph.store import Store
from graph.vocabulary import GT, SCHEMA

__all__ = ["SIZES", "made"]

SIZES = (10, 60, 500, 3000)
_SEED = 7
_ONTOLOGY = Path(str(files("graph"))) / "ontology" / "goldenthread.ttl"
_TREES = ("Oak", "Elm", "Ash", "Fir", "Yew", "Alder", "Birch", "Cedar", "Hazel", "Larch", "Maple", "Rowan")
_PLACES = (
    "Hill",
    "Brook",
    "Field",
    "Gate",
    "Park",
    "Lake",
    "Bridge",
    "Grove",
    "Mill",
    "Point",
    "Ridge",
    "Vale",
)
_SUBJECTS = ("Arts", "Greek Immersion", "Science", "Music", "Robotics", "Farming", "Health", "Media", "Law")
_VERBS = ("Open", "Renew", "Plan", "Count", "Teach", "Review", "Share", "Fund", "Test", "Build")
_THINGS = (
    "a family desk",
    "the reading rooms",
    "calm halls",
    "bus routes",
    "the school gardens",
    "language labs",
)


class _District:
    """Writes items and remembers their names."""

    def __init__(self, size: int) -> None:
        self.size = size
        self.graph = Graph()
        self.chance = Random(_SEED)  # noqa: S311  # the same every time is what is wanted
        self.plan = self.item("plan", 0, GT.Plan, "Master Plan")

    def item(self, kind: str, number: int, cls: URIRef, label: str) -> URIRef:
        """Add an item with its place."""
        iri, place = URIRef(f"{BASE}made/{kind}/{number}"), URIRef(f"{BASE}made/place/{kind}/{number}")
        for predicate, value in (
            (RDF.type, cls),
            (RDFS.label, Literal(label)),
            (GT.evidence, place),
        ):
            self.graph.add((iri, predicate, value))
        if kind != "plan":
            self.graph.add((iri, GT.inPlan, self.plan))
        for predicate, value in (
            (RDF.type, GT.Evidence),
            (GT.document, Literal("made.txt")),
            (GT.startLine, Literal(number + 1)),
            (GT.endLine, Literal(number + 1)),
            (GT.quote, Literal(f"{label} stands here.")),
        ):
            self.graph.add((place, predicate, value))
        return iri

    def say(self, subject: URIRef, **values: URIRef) -> None:
        """Add facts by the local names of properties."""
        for name, value in values.items():
            self.graph.add((subject, GT[name], value))


def made(size: int) -> Store:
    """Return a store, in memory, with a district of a size."""
    district = _District(size)
    _schools(district)
    _work(district, _units(district))
    store = Store.in_memory()
    store.replace_graph(URIRef("urn:made"), district.graph)
    store.replace_graph(ONTOLOGY_GRAPH, Graph().parse(_ONTOLOGY))
    return store


def _name(at: int) -> str:
    tree, place = _TREES[at % len(_TREES)], _PLACES[at // len(_TREES) % len(_PLACES)]
    again = at // (len(_TREES) * len(_PLACES))
    return f"{tree} {place}" + (f" {again + 1}" if again else "")


def _schools(district: _District) -> None:
    """Add schools: six in ten elementary, one in seven high; students go on to near ones."""
    chance, high = district.chance, max(1, district.size // 7)
    middle = max(1, district.size // 4)
    counts = {"high": high, "middle": middle, "elementary": max(1, district.size - high - middle)}
    programs = [district.item("program", at, GT.Program, f"{_SUBJECTS[at % 9]} {at // 9 or ''}".strip())
                for at in range(min(9, max(2, district.size // 6)))]  # fmt: skip
    schools: dict[str, list[URIRef]] = {}
    for level, count in counts.items():
        schools[level] = []
        for at in range(count):
            word = "School" if level == "elementary" else level.capitalize()
            school = district.item(level, at, SCHEMA.School, f"{_name(at)} {word}")
            district.say(school, level=GT[level])
            schools[level].append(school)
    number = 0
    for low, up in (("elementary", "middle"), ("middle", "high")):
        for at, school in enumerate(schools[low]):
            near = at * len(schools[up]) // len(schools[low])
            for program in chance.sample(programs, 1 + (chance.random() < 0.3)):
                far = min(len(schools[up]) - 1, max(0, near + chance.choice((0, 0, 0, 1))))
                _feeds(district, number, (school, schools[up][far]), program)
                number += 1


def _feeds(district: _District, number: int, ends: tuple[URIRef, URIRef], program: URIRef) -> None:
    status = GT.existing if district.chance.random() < 0.6 else GT.proposed
    basis = GT.stated if district.chance.random() < 0.5 else GT.section
    link = district.item("feeds", number, GT.FeederLink, f"Feeder {number}")
    district.say(link, fromSchool=ends[0], toSchool=ends[1], ofProgram=program, status=status, basis=basis)
    offer = district.item("offer", number, GT.ProgramOffering, f"Offering {number}")
    district.say(offer, atSchool=ends[0], ofProgram=program, status=status)


def _units(district: _District) -> list[URIRef]:
    units = []
    for at in range(district.size):
        unit = district.item("unit", at, ORG.OrganizationalUnit, f"Office of {_name(at)}")
        if at and district.chance.random() < 0.6:
            district.graph.add((unit, ORG.unitOf, units[(at - 1) // 8]))
        units.append(unit)
    return units


def _work(district: _District, units: list[URIRef]) -> None:
    """Add actions under directions; each is led by a unit, and most support a recommendation or goal."""
    chance, size = district.chance, district.size
    directions = [district.item("direction", at, GT.StrategicDirection, f"Direction {_name(at)}")
                  for at in range(max(2, size // 60))]  # fmt: skip
    targets = []
    for at in range(7):
        targets.append(
            district.item("recommendation", at, GT.Recommendation, f"Make {_THINGS[at % 6]} better")
        )
        district.graph.add((targets[-1], SKOS.notation, Literal(str(at + 1))))
    targets += [district.item("goal", at, GT.Goal, f"Every child has {_THINGS[at % 6]}") for at in range(5)]
    for at in range(size):
        words = f"{_VERBS[at % 10]} {_THINGS[at // 10 % 6]} at {_name(at)}"
        action = district.item("action", at, GT.Action, words)
        direction, unit = directions[at * len(directions) // size], chance.choice(units)
        district.say(action, underDirection=direction, leadResponsible=unit, responsible=unit)
        if chance.random() < 0.8:
            target = chance.choice(targets)
            link = district.item("link", at, GT.AlignmentLink, f"Link {at}")
            district.say(link, basis=GT.section, to=target)
            district.graph.add((link, GT["from"], action))
            district.say(action, supports=target)
