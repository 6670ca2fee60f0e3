"""Writes a reading as one SPARQL query; every name and value in it is serialised by rdflib."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from rdflib import Literal, URIRef

from graph.ask.paths import Path
from graph.ask.reading import Condition, Operation, Reading

__all__ = ["Composed", "asked_only", "compose", "within"]


@dataclass(frozen=True, slots=True)
class Composed:
    """A query with the variables that hold what was asked for and what bears witness to it."""

    sparql: str
    value: str
    thing: str
    witnesses: tuple[str, ...]
    body: str = ""
    order: str = ""
    number: str = ""
    having: str = ""


@dataclass
class _Writer:
    wholes: Mapping[str, str]
    root: str = ""
    lines: list[str] = field(default_factory=list)
    nodes: dict[tuple[Path, object], str] = field(default_factory=dict)
    ended: dict[tuple[Path, object], int] = field(default_factory=dict)
    shared: frozenset[Path] = frozenset()
    made: int = 0

    def node(self, path: Path, branch: object) -> str:
        """Return the variable at the end of a way, shared with other ways that begin alike."""
        if not path:
            return "?x"
        known = self.nodes.get((path, branch))
        if known:
            return known
        before = self.node(path[:-1], branch)
        self.made += 1
        name = f"?n{self.made}"
        self.nodes[path, branch] = name
        step = path[-1]
        self._triple(before, step.property, name, inverse=step.inverse)
        self.lines.append(f"{name} a {_iri(step.cls)} .")
        self._only_wholes(name, step.cls)
        return name

    def condition(self, condition: Condition) -> None:
        """Write one condition."""
        if condition.negated:
            self._negated([condition])
        else:
            self._stated(condition, self._branch(condition))

    def _branch(self, condition: Condition) -> object:
        """Two conditions at the end of the same way are about two different things there."""
        key = (condition.path, condition.value_property)
        number = self.ended.get(key, 0)
        self.ended[key] = number + 1
        return number

    def _stated(self, condition: Condition, branch: object) -> None:
        if condition.unlike:
            self._unlike(self.node(condition.path, branch), condition)
        elif condition.value_property:
            self._values(self.node(condition.path, branch), condition)
        elif condition.things and condition.path:
            self._things(condition, branch)
        elif condition.things:
            self.lines.append(f"VALUES ?x {{ {_iris(condition.things)} }}")
        else:
            name = self.node(condition.path, branch)
            self._filters(name, condition.filters)

    def _things(self, condition: Condition, branch: object) -> None:
        step = condition.path[-1]
        before = self.node(condition.path[:-1], branch)
        if len(condition.things) == 1:
            end = _iri(condition.things[0])
        else:
            self.made += 1
            end = f"?n{self.made}"
            self.lines.append(f"VALUES {end} {{ {_iris(condition.things)} }}")
        self._triple(before, step.property, end, inverse=step.inverse)
        if self.root == condition.cls:
            self.lines.append(f"FILTER(?x NOT IN ({', '.join(_iri(t) for t in condition.things)}))")
        if condition.only:
            self._nothing_else(condition, before)

    def _nothing_else(self, condition: Condition, before: str) -> None:
        """The same way leads to no other thing; walked anew, unless more is said of what lies on it."""
        inner = _Writer(self.wholes, made=self.made + 100)
        if condition.path[:-1] not in self.shared:
            before = inner.node(condition.path[:-1], "only")
        step = condition.path[-1]
        other = f"?n{inner.made + 1}"
        inner._triple(before, step.property, other, inverse=step.inverse)
        inner.lines.append(f"FILTER({other} NOT IN ({', '.join(_iri(t) for t in condition.things)}))")
        self.made = inner.made + 1
        self.lines.append(f"FILTER NOT EXISTS {{ {' '.join(inner.lines)} }}")

    def _unlike(self, name: str, condition: Condition) -> None:
        """A form that a value, or none of all values, has."""
        self.made += 1
        prop = _iri(condition.value_property) if condition.value_property else f"?p{self.made}"
        value, form = f"?v{self.made}", Literal(condition.unlike).n3()
        has = f"{name} {prop} {value} . FILTER(ISLITERAL({value}) && REGEX(STR({value}), {form}))"
        self.lines.append(f"FILTER NOT EXISTS {{ {has} }}")

    def _values(self, name: str, condition: Condition) -> None:
        prop = _iri(condition.value_property or "")
        if not condition.values:
            self.made += 1
            self.lines.append(f"{name} {prop} ?n{self.made} .")
        elif len(condition.values) == 1:
            self.lines.append(f"{name} {prop} {condition.values[0].n3()} .")
        else:
            self.made += 1
            given = " ".join(v.n3() for v in condition.values)
            self.lines.append(f"VALUES ?n{self.made} {{ {given} }} {name} {prop} ?n{self.made} .")

    def _negated(self, conditions: list[Condition]) -> None:
        inner = _Writer(self.wholes, made=self.made + 100)
        for condition in conditions:
            begun = condition.path[:-1]
            same = self.nodes.get((begun, 0))
            if same and begun and (condition.path, condition.value_property) not in self.ended:
                inner.nodes[begun, "not"] = same  # it is denied of the record that is spoken of
            inner._stated(condition, "not")
        self.made = inner.made
        self.lines.append(f"FILTER NOT EXISTS {{ {' '.join(inner.lines)} }}")

    def _filters(self, name: str, filters: tuple[tuple[str, str | Literal], ...]) -> None:
        for prop, value in filters:
            end = value.n3() if isinstance(value, Literal) else _iri(value)
            self.lines.append(f"{name} {_iri(prop)} {end} .")

    def _only_wholes(self, name: str, cls: str) -> None:
        """A part of a thing of the same class is not counted beside the whole."""
        if part_of := self.wholes.get(cls):
            self.lines.append(
                f"FILTER NOT EXISTS {{ {name} {_iri(part_of)} {name}w . {name}w a {_iri(cls)} }}"
            )

    def _triple(self, before: str, prop: str, end: str, *, inverse: bool) -> None:
        self.lines.append(_joined(before, prop, end, inverse))


def compose(reading: Reading, wholes: Mapping[str, str], holder: Mapping[str, str]) -> Composed:
    """Write a reading as SPARQL.

    `wholes` gives the property from a part to the whole for classes whose parts are not counted, `holder`
    the class of things in which others stand, and the property by which they do.
    """
    writer = _written(reading, wholes, holder)
    value = "?x"
    if reading.target.property:
        value = "?value"
        writer.lines.append(f"?x {_iri(reading.target.property)} ?value .")
    if reading.operation in ("most", "fewest", "group", "having") and reading.counted:
        return _ranked(reading, writer)
    return _measured(reading, writer, value) if reading.measure else _listed(writer, value)


def _written(reading: Reading, wholes: Mapping[str, str], holder: Mapping[str, str]) -> _Writer:
    """Write what must hold of the things asked for."""
    target = reading.target
    ways = [c.path[:-1] for c in reading.conditions if c.path and not c.negated]
    shared = frozenset(way for way in ways if ways.count(way) > 1)
    writer = _Writer(wholes, target.cls, shared=shared)
    writer.lines.append(f"?x a {_iri(target.cls)} .")
    writer._filters("?x", target.filters)
    if not any(_of_parts(c, wholes.get(target.cls)) for c in reading.conditions):
        writer._only_wholes("?x", target.cls)
    for condition in reading.conditions:
        if not condition.negated:
            writer.condition(condition)
    if denied := [c for c in reading.conditions if c.negated]:
        for begun in dict.fromkeys(map(_begun, denied)):
            writer._negated([c for c in denied if _begun(c) == begun])
        if target.cls == holder.get("class"):  # of a plan that is only named, nothing can be missing
            writer.lines.append(f"FILTER EXISTS {{ ?held {_iri(holder['by'])} ?x . FILTER(?held != ?x) }}")
    return writer


def _begun(condition: Condition) -> object:
    """What is denied together: what lies on one way; values of the thing itself one by one."""
    return condition.path[:1] or condition.value_property


def _of_parts(condition: Condition, part_of: str | None) -> bool:
    """Whether parts may be meant: they are named themselves, or asked for as parts of a whole."""
    if not condition.path:
        return bool(condition.things)
    return condition.path[0].property == part_of and not condition.path[0].inverse


def _listed(writer: _Writer, value: str) -> Composed:
    witnesses = tuple(n for n in writer.nodes.values() if n != "?x")[:2]
    wanted = " ".join(dict.fromkeys([value, "?x", *witnesses]))
    body = "\n  ".join(writer.lines)
    return Composed(
        f"SELECT DISTINCT {wanted} WHERE {{\n  {body}\n}}\nORDER BY {wanted}",
        value[1:],
        "x",
        tuple(w[1:] for w in witnesses),
        body,
    )


def _measured(reading: Reading, writer: _Writer, value: str) -> Composed:
    """The things with the greatest or the least of a number that they have themselves."""
    order = "ASC" if reading.operation == "fewest" else "DESC"
    writer.lines.append(f"?x {_iri(reading.measure)} ?measure .")
    wanted = " ".join(dict.fromkeys([value, "?x"]))
    body = "\n  ".join(writer.lines)
    return Composed(
        f"SELECT DISTINCT {wanted} ?measure WHERE {{\n  {body}\n}}\nORDER BY {order}(?measure) {wanted}",
        value[1:],
        "x",
        (),
        body,
        f"{order}(?measure)",
    )


def _ranked(reading: Reading, writer: _Writer) -> Composed:
    shared = reading.operation == "group" or any(_of_counted(c, reading.counted) for c in reading.conditions)
    counted = writer.node(reading.counted, 0 if shared else "counted")
    order = "ASC" if reading.operation == "fewest" else "DESC"
    body = "\n  ".join(writer.lines)
    number = f"COUNT(DISTINCT {counted})"
    having = ""
    if reading.operation == "having" and reading.limit:
        having = f"\nHAVING ({number} {reading.limit.sign} {reading.limit.number})"
    return Composed(
        f"SELECT ?x ({number} AS ?count) WHERE {{\n  {body}\n}}\nGROUP BY ?x{having}\n"
        f"ORDER BY {order}(?count) ?x",
        "x",
        "x",
        (),
        body,
        f"{order}({number})",
        number,
        having,
    )


def _of_counted(condition: Condition, counted: Path) -> bool:
    """Whether a condition is one on the things that are counted: 'the most tasks of this year'."""
    onward = len(condition.path) > len(counted) or bool(condition.value_property)
    return onward and condition.path[: len(counted)] == counted and not condition.negated


def asked_only(operation: Operation, composed: Composed, winners: int) -> str:
    """Return the query that gives just what is asked for, without what bears witness to it.

    `winners` is how many things share the first place of a superlative.
    """
    where = f"WHERE {{\n  {composed.body}\n}}"
    value = f"?{composed.value}"
    if operation == "boolean":
        return f"ASK {where}"
    if operation == "count":
        return f"SELECT (COUNT(DISTINCT {value}) AS ?count) {where}"
    if operation in ("group", "having"):
        number = f" ({composed.number} AS ?count)" if operation == "group" else ""
        return f"SELECT ?x{number} {where}\nGROUP BY ?x{composed.having}\nORDER BY ?x"
    if composed.number:
        return f"SELECT ?x {where}\nGROUP BY ?x\nORDER BY {composed.order} ?x\nLIMIT {winners}"
    if composed.order:
        return f"SELECT {value} {where}\nORDER BY {composed.order} {value}\nLIMIT {winners}"
    return f"SELECT DISTINCT {value} {where}\nORDER BY {value}"


def within(sparql: str, graphs: Sequence[str]) -> str:
    """Return a query over nothing but some graphs."""
    given = " ".join(f"FROM {_iri(g)}" for g in graphs)
    return sparql.replace("WHERE {", f"{given} WHERE {{", 1) if given else sparql


def _joined(before: str, prop: str, end: str, inverse: bool) -> str:
    return f"{end} {_iri(prop)} {before} ." if inverse else f"{before} {_iri(prop)} {end} ."


def _iri(name: str) -> str:
    return URIRef(name).n3()


def _iris(names: tuple[str, ...]) -> str:
    return " ".join(_iri(n) for n in names)
