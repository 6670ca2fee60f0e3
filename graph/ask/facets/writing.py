"""Writes a reading over any graph as one SPARQL query; every name and value is serialised by rdflib."""

from dataclasses import dataclass, field
from typing import cast

from rdflib import RDF, RDFS, XSD, URIRef

from graph.ask.facets.filters import alike_lines, compared, factored, having, times, times_variable
from graph.ask.facets.readings import Condition, Rank, Reading, last_denied
from graph.ask.facets.schema import Schema
from graph.ask.facets.spelled import unit_in
from graph.ask.facets.terms import Attribute, Hop, Way
from graph.ask.files import KIND

__all__ = ["Query", "write"]


@dataclass(frozen=True, slots=True)
class Query:
    """A query with the variables that hold what was asked for, and with what ranks it."""

    sparql: str
    columns: tuple[str, ...]
    ranked: str = ""
    unlimited: str = ""


@dataclass
class _Writer:
    schema: Schema
    lines: list[str] = field(default_factory=list)
    nodes: dict[tuple[object, ...], str] = field(default_factory=dict)
    made: int = 0
    prefix: str = "n"
    root: str = ""

    def fresh(self) -> str:
        """Return a new variable."""
        self.made += 1
        return f"?{self.prefix}{self.made}"

    def typed(self, name: str, cls: str) -> None:
        """Say of which class something is, or of which kinds of it."""
        if cls.startswith(KIND):  # a class that only this engine knows
            return
        if cls in self.schema.above:
            self.lines.append(f"{name} {_iri(RDF.type)}/{_iri(RDFS.subClassOf)}* {_iri(cls)} .")
        else:
            self.lines.append(f"{name} a {_iri(cls)} .")

    def reach(self, way: Way, start: str = "?x") -> str:
        """Return the variable at the end of a way; ways that begin alike share their beginning."""
        name, done = start, cast("tuple[object, ...]", (start,))
        for hop in way:
            done = (*done, hop)
            if done not in self.nodes:
                self.nodes[done] = self.fresh()
                self.step(name, hop, self.nodes[done])
                if not self.schema.sure(hop):
                    self.typed(self.nodes[done], hop.cls)
            name = self.nodes[done]
        return name

    def step(self, before: str, hop: Hop, end: str, *, below: bool = False) -> None:
        """Write one step, where `below` into whatever belongs to its end too."""
        path = _iri(hop.property)
        if below and not hop.inverse:
            path = self._below(hop, path)
        first, last = (end, before) if hop.inverse else (before, end)
        self.lines.append(f"{first} {path} {last} .")

    def _below(self, hop: Hop, path: str) -> str:
        """A thing in a part is in the whole: follow the hierarchy of the class where it has one."""
        if self.schema.hierarchies.get(hop.property):
            return f"{path}+"
        ups = [r for r in self.schema.relations if r.source == r.target == hop.cls]
        up = sorted({r.property for r in ups if self.schema.hierarchies.get(r.property)})
        return f"{path}/{'|'.join(_iri(p) for p in up)}*" if len(up) == 1 else path

    def value(self, attribute: Attribute, start: str) -> tuple[str, str]:
        """Return the variable of a value and that of its unit, if it has one of several."""
        key = (start, attribute)
        if key not in self.nodes:
            name, self.nodes[key] = start, self.fresh()
            if len(attribute.path) > 1:
                name = self.nodes[key] + "n"
                self.lines.append(f"{start} {_iri(attribute.path[0])} {name} .")
                if attribute.part:
                    self.lines.append(f"{name} {_iri(attribute.part[0])} {attribute.part[1].n3()} .")
            self.lines.append(f"{name} {_iri(attribute.path[-1])} {self.nodes[key]} .")
        return self.nodes[key], f"{self.nodes[key]}u"

    def united(self, attribute: Attribute, value: str, lines: list[str]) -> None:
        """Write lines that speak of the unit of a value, with what the unit is."""
        if any(f"{value}u" in line for line in lines):
            node = f"{value}n {_iri(attribute.unit_property)} {value}u ." if attribute.unit_property else ""
            self.lines.append(node or f"BIND({unit_in(value)} AS {value}u)")
        self.lines += lines

    def condition(self, condition: Condition) -> None:
        """Write one condition."""
        if condition.negated:
            inner = _Writer(self.schema, prefix=f"{self.prefix}{self.made}m", root=self.root)
            inner.stated(condition)
            self.lines.append(f"FILTER NOT EXISTS {{ {' '.join(inner.lines)} }}")
        else:
            self.stated(condition)

    def stated(self, condition: Condition) -> None:
        """Write what must hold."""
        if condition.attribute is None and condition.things:
            self._things(condition)
            return
        if condition.same:
            self.lines += alike_lines(condition, self.fresh())
            return
        name = self.reach(condition.way)
        if condition.attribute is None:
            return
        if condition.values:
            self._values(name, condition)
            return
        value, unit = self.value(condition.attribute, name)
        if condition.unit:
            self.lines.append(f"{value}n {_iri(condition.attribute.unit_property)} {condition.unit.n3()} .")
        if condition.comparison:
            lines = self._compared(condition, value, unit)
            if condition.against or condition.other or condition.comparison.mode:
                self.lines += lines
            else:
                self.united(condition.attribute, value, lines)

    def _values(self, name: str, condition: Condition) -> None:
        attribute = condition.attribute
        if attribute and len(condition.values) == 1 and len(attribute.path) <= 2 and not attribute.part:
            path = "/".join(_iri(p) for p in attribute.path)
            self.lines.append(f"{name} {path} {condition.values[0].n3()} .")
        elif attribute:
            value, _ = self.value(attribute, name)
            self.lines.append(f"VALUES {value} {{ {' '.join(v.n3() for v in condition.values)} }}")

    def _things(self, condition: Condition) -> None:
        if not condition.way:
            self.lines.append(f"VALUES ?x {{ {_iris(condition.things)} }}")
            return
        *before, last = condition.way
        name = self.reach(tuple(before))
        end = _iri(condition.things[0])
        if len(condition.things) > 1:
            end = self.fresh()
            self.lines.append(f"VALUES {end} {{ {_iris(condition.things)} }}")
        known = self.schema.direct.get(last.property, frozenset())
        self.step(name, last, end, below=condition.below or not set(condition.things) <= known)

    def _compared(self, condition: Condition, value: str, unit: str) -> list[str]:
        if not condition.attribute or not condition.comparison:
            return []
        attribute, operator = condition.attribute, condition.comparison.operator
        if condition.comparison.mode == "average":
            self.united(attribute, value, factored(attribute, value))
            self.lines.append(self._average(condition, attribute, value))
            return [f"FILTER({times(attribute, value)} {operator} {value}avg)"]
        if condition.against or condition.other:
            measured = condition.other or attribute
            start = _iri(condition.against[0]) if condition.against else "?x"
            other, _ = self.value(measured, start)
            self.united(attribute, value, factored(attribute, value))
            self.united(measured, other, factored(measured, other))
            return [f"FILTER({times(attribute, value)} {operator} {times(measured, other)})"]
        return compared(condition.attribute, condition.comparison, value, unit)

    def _average(self, condition: Condition, attribute: Attribute, value: str) -> str:
        """The average over all things of the class that is asked for."""
        inner = _Writer(self.schema, prefix=f"{self.prefix}{self.made}a", root=self.root)
        inner.typed("?all", self.root)
        found, _ = inner.value(attribute, inner.reach(condition.way, "?all"))
        inner.united(attribute, found, factored(attribute, found))
        return f"{{ SELECT (AVG({times(attribute, found)}) AS {value}avg) {_where(inner)} }}"


def write(reading: Reading, schema: Schema, limit: int = 0) -> Query:
    """Write a reading; `limit` is how many things share the first place of a superlative."""
    writer = _Writer(schema, root=reading.goal.root)
    _root(writer, reading)
    everything = reading.universal and bool(reading.conditions)
    conditions = last_denied(reading.conditions) if everything else reading.conditions
    for condition in sorted(conditions, key=lambda c: c.negated):
        writer.condition(condition)
    if everything:
        return Query(f"ASK {{ FILTER NOT EXISTS {_where(writer).removeprefix('WHERE ')} }}", ())
    if reading.operation == "ask":
        return Query(f"ASK {_where(writer)}", ())
    asked = "?x"
    if reading.goal.attribute:
        asked, _ = writer.value(reading.goal.attribute, "?x")
    if reading.grouping:
        return _grouped(reading, writer, asked)
    if reading.rank:
        return _ranked(reading, writer, asked, limit)
    return _plain(reading, writer, asked)


def _root(writer: _Writer, reading: Reading) -> None:
    """Write what kind of thing is asked for, unless that follows from its being named."""
    goal = reading.goal
    if goal.things:
        writer.lines.append(f"VALUES ?x {{ {_iris(goal.things)} }}")
        return
    writer.typed("?x", goal.root)


def _plain(reading: Reading, writer: _Writer, asked: str) -> Query:
    operation = reading.operation
    if operation in ("sum", "avg", "min", "max") and reading.goal.attribute:
        writer.united(reading.goal.attribute, asked, factored(reading.goal.attribute, asked))
        number = f"{operation.upper()}({times(reading.goal.attribute, asked)})"
        if operation in ("sum", "avg"):  # two things with one value count twice
            inner = (
                f"SELECT DISTINCT ?x {asked} {times_variable(reading.goal.attribute, asked)}{_where(writer)}"
            )
            return Query(f"SELECT ({number} AS ?number) WHERE {{ {inner} }}", ("?number",))
        return Query(f"SELECT ({number} AS ?number) {_where(writer)}", ("?number",))
    if operation == "count":
        return Query(f"SELECT (COUNT(DISTINCT {asked}) AS ?number) {_where(writer)}", ("?number",))
    columns = (asked, *(writer.value(a, "?x")[0] for a in reading.goal.also))
    wanted = " ".join(columns)
    return Query(f"SELECT DISTINCT {wanted} {_where(writer)}\nORDER BY {wanted}", columns)


def _grouped(reading: Reading, writer: _Writer, asked: str) -> Query:
    assert reading.grouping is not None  # noqa: S101  # the caller looked
    key = writer.reach(reading.grouping.way)
    if reading.grouping.attribute:
        key, _ = writer.value(reading.grouping.attribute, key)
    if reading.grouping.yearly:
        writer.lines.append(f"BIND(<{XSD.integer}>(SUBSTR(STR({key}), 1, 4)) AS {key}y)")
        key = f"{key}y"
    number = f"COUNT(DISTINCT {asked})"
    if reading.operation in ("sum", "avg", "min", "max"):
        number = _summed(reading, writer, asked)
    select = f"SELECT {key} ({number} AS ?number) {_where(writer)}\nGROUP BY {key}"
    return Query(f"{select}\nORDER BY {key}", (key, "?number"))


def _summed(reading: Reading, writer: _Writer, asked: str) -> str:
    attribute = reading.goal.attribute
    if attribute is None:
        return f"{reading.operation.upper()}({asked})"
    writer.united(attribute, asked, factored(attribute, asked))
    return f"{reading.operation.upper()}({times(attribute, asked)})"


def _ranked(reading: Reading, writer: _Writer, asked: str, limit: int) -> Query:
    rank = reading.rank
    assert rank is not None  # noqa: S101  # the caller looked
    number = _number(rank, writer)
    order = "DESC" if rank.most else "ASC"
    if rank.having:
        test = having(rank.having, number)
        shown = f"{asked} ({number} AS ?number)" if reading.numbered else asked
        columns = (asked, "?number") if reading.numbered else (asked,)
        query = f"SELECT {shown} {_where(writer)}\nGROUP BY {asked}\nHAVING({test})\nORDER BY {asked}"
        if reading.operation == "count":
            query = f"SELECT (COUNT(*) AS ?number) WHERE {{ {query} }}"
            columns = ("?number",)
        return Query(query, columns)
    grouped = "" if rank.how == "value" else f"\nGROUP BY {asked}"
    columns = (asked,)
    plain = f"{_where(writer)}{grouped}\nORDER BY {order}({number}) {asked}"
    full = f"SELECT {asked} ({number} AS ?rank) {plain}"
    skipped = f"\nOFFSET {rank.nth - 1}" if rank.nth else ""
    return Query(f"SELECT {asked} {plain}\nLIMIT {limit or rank.limit or 1}{skipped}", columns, "rank", full)


def _number(rank: Rank, writer: _Writer) -> str:
    if rank.how == "times":
        return "COUNT(DISTINCT ?x)"
    name = writer.reach(rank.way)
    if rank.attribute is None:
        return f"COUNT(DISTINCT {name})"
    value, _ = writer.value(rank.attribute, name)
    if rank.how == "count":
        return f"COUNT(DISTINCT {value})"
    writer.united(rank.attribute, value, factored(rank.attribute, value))
    number = times(rank.attribute, value)
    return f"SUM({number})" if rank.how == "sum" else number


def _where(writer: _Writer) -> str:
    return "WHERE {\n  " + "\n  ".join(dict.fromkeys(writer.lines)) + "\n}"


def _iri(name: str) -> str:
    return URIRef(name).n3()


def _iris(names: tuple[str, ...]) -> str:
    return " ".join(_iri(n) for n in names)
