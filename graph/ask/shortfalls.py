"""Answers what is missing in the plans: by the stored checks, each with its number and what it looked at."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import takewhile

from graph.ask.ages import Ages
from graph.ask.belonging import Belonging
from graph.ask.execute import Executor, Found
from graph.ask.lacks import Lack, Lacks
from graph.ask.question import Question
from graph.ask.reaches import Reach, Reaches
from graph.ask.tokens import stems
from graph.gaps import Finding, Rule, find_gaps
from graph.items import local_name
from graph.model import Answer, AnswerItem
from graph.store import Store

__all__ = ["Shortfalls"]

_COMPUTED = (
    "What is marked 'inferred' was computed by a check, and is not said by any document; "
    "the places show what was checked."
)
_FEW = 3  # checks that are each told with what they mean
_PLACES = 3
_SURE = 0.95  # how sure it is that a check finds what it was asked for


@dataclass(frozen=True)
class Shortfalls:
    """Runs the checks that a question asks for."""

    store: Store
    reaches: Reaches
    lacks: Lacks = field(default_factory=Lacks.of_checks)

    @classmethod
    def of(cls, store: Store, ages: Ages, belonging: Belonging, executor: Executor) -> "Shortfalls":
        """Build it over a store."""
        return cls(store, Reaches(ages, belonging, executor))

    def asked(self, question: Question) -> bool:
        """Say whether a question asks for what a check finds."""
        return self._asked(question) is not None

    def any(self, question: Question) -> Answer | None:
        """Return what is missing at all in what a question names, where it asks for that."""
        lack = self._asked(question)
        return self._answer(question, lack) if lack and not lack.named else None

    def rather(self, question: Question, typed: Sequence[Found]) -> Answer | None:
        """Return what a check finds, where it is asked for, and no typed fact denies just the same."""
        lack = self._asked(question)
        if lack is None or not lack.named or any(self._denies(f, lack) for f in typed):
            return None
        return self._answer(question, lack)

    def beside(self, question: Question, typed: Sequence[Found]) -> list[str]:
        """Tell what a check finds beside an answer that denies the same by typed facts."""
        lack = self._asked(question)
        if lack is None or not lack.named or not all(self._denies(f, lack) and _plainly(f) for f in typed):
            return []
        findings, reaches = self._found(question, lack), self.reaches.of(question)
        if {f.subject.iri for f in findings} == {r.value for f in typed for r in f.rows}:
            return [f"The check {_called(r)} finds the same." for r in lack.rules]
        return [self._told(r, [f for f in findings if f.rule is r], reaches) for r in lack.rules]

    def _asked(self, question: Question) -> Lack | None:
        if not self.lacks.speaks(question):
            return None
        return self.lacks.of(question, self._told_of(question))

    def _told_of(self, question: Question) -> frozenset[int]:
        """The words after a name that belong to it, as the documents write it."""
        entities, found = self.reaches.ages.sources.index.entities, set[int]()
        for mention in question.links.things:
            things = [t for o in mention.options for t in o.things if t in entities]
            own = {w for t in things for n in entities[t].names for w in stems(n)}
            after = takewhile(lambda i: question.words[i] in own, range(mention.end, len(question.words)))  # noqa: B023
            found |= set(after)
        return frozenset(found)

    def _denies(self, found: Found, lack: Lack) -> bool:
        """Whether a reading denies the property whose absence the check finds."""
        absent = {p for r in lack.rules for p in self.lacks.denies(r)}
        steps = [s for c in found.reading.conditions if c.negated for s in c.path]
        return any(local_name(s.property) in absent for s in steps)

    def _answer(self, question: Question, lack: Lack) -> Answer | None:
        reaches = self.reaches.of(question)
        if not all(self._populated(r, lack) for r in reaches):
            return None
        findings = self._found(question, lack)
        several = not lack.named or len({f.rule.id for f in findings}) > 1
        items = [i for f in findings if (i := _item(f, several and lack.either))]
        items = list({(i.value, i.iri): i for i in items}.values())
        count = len(items) if question.shape.has("count") else None
        boolean = bool(items) != lack.every if question.shape.boolean else None
        told = "; ".join(r.check.title for r in lack.rules) if lack.named else "What the checks find missing"
        return Answer(
            question.text,
            "answered" if items or lack.every else "empty",
            f"{told}{_where(reaches)}",
            "boolean" if boolean is not None else "count" if count is not None else "list",
            tuple(items),
            boolean=boolean,
            count=count,
            notes=tuple(self._notes(lack, findings, reaches)),
            sparql="\n\n".join(r.check.text for r in lack.rules),
            confidence=_SURE,
        )

    def _populated(self, reach: Reach, lack: Lack) -> bool:
        """Whether there is anything within a reach of which the checks could say that it lacks something."""
        index = self.reaches.ages.sources.index
        kinds = {k for r in lack.rules for k in self.lacks.kinds(r)}
        return bool(reach.documents) or any(
            local_name(c) in kinds for t in reach.items if t in index.entities for c in index.classes(t)
        )

    def _found(self, question: Question, lack: Lack) -> list[Finding]:
        """What the checks find within what the question names."""
        reaches = self.reaches.of(question)
        found = [f for r in lack.rules for f in self._run(r) if self._within(f, lack, reaches, question)]
        if lack.either:
            return found
        whole = len(lack.rules)
        rules = {f.subject.iri: {g.rule.id for g in found if g.subject == f.subject} for f in found}
        first = {f.subject.iri: f for f in reversed(found)}
        return [f for f in found if len(rules[f.subject.iri]) == whole and first[f.subject.iri] is f]

    def _within(self, finding: Finding, lack: Lack, reaches: Sequence[Reach], question: Question) -> bool:
        """Whether a finding is of the kind that is asked about, and lies where the question looks."""
        if lack.kinds and finding.subject.type in self.lacks.kinds(finding.rule) - lack.kinds:
            return False
        own = finding.subject.iri
        for reach in reaches:
            alone = lack.named and self._alone(reach, finding.subject.type, question)
            if (own not in reach.itself) if alone else not self.reaches.stands(own, finding.evidence, reach):
                return False
        return True

    def _alone(self, reach: Reach, kind: str, question: Question) -> bool:
        """'Is recommendation 4 unsupported?' asks of itself; 'which plans of …' of others."""
        same = any(kind in self._kinds_of(t) for t in reach.itself)
        return same and (question.shape.boolean or not any(a.noun for a in question.shape.asked))

    def _kinds_of(self, thing: str) -> set[str]:
        return {local_name(c) for c in self.reaches.ages.sources.index.classes(thing)}

    def _run(self, rule: Rule) -> tuple[Finding, ...]:
        """What a check finds; it is run once."""
        if rule.id not in self._kept:
            self._kept[rule.id] = find_gaps(self.store, rule.id).findings
        return self._kept[rule.id]

    @cached_property
    def _kept(self) -> dict[str, tuple[Finding, ...]]:
        return {}

    def _notes(self, lack: Lack, findings: Sequence[Finding], reaches: Sequence[Reach]) -> Iterator[str]:
        """Which checks found something and which did not, and on what ground."""
        by_rule = {r.id: [f for f in findings if f.rule is r] for r in lack.rules}
        if len(lack.rules) <= _FEW:
            yield from (self._told(r, by_rule[r.id], reaches) for r in lack.rules)
        else:
            told = [f"{_called(r)}: {len(by_rule[r.id])}" for r in lack.rules if by_rule[r.id]]
            none = [_called(r) for r in lack.rules if not by_rule[r.id]]
            if told:
                yield f"Found by the checks {'; '.join(told)}."
                yield f"Checks that found nothing{_where(reaches)}: {'; '.join(none) or 'none'}."
            else:
                yield f"{len(none)} checks were run and found nothing{_where(reaches)}."
        if findings:
            yield _COMPUTED
        label = self.reaches.ages.sources.label
        for plan in dict.fromkeys(p for r in reaches for p in r.unread):
            yield f"“{label(plan)}” was not read; only what other documents say of it was checked."

    def _told(self, rule: Rule, findings: Sequence[Finding], reaches: Sequence[Reach]) -> str:
        if findings:
            message = rule.check.head["message"]
            return f"Found by the check {_called(rule)}, {rule.severity}: {len(findings)}. {message}"
        whole = "" if reaches else f" {rule.check.empty}"
        return f"The check {_called(rule)} was run and found nothing{_where(reaches)}.{whole}"


def _plainly(found: Found) -> bool:
    """Whether a thing is denied at all, and not only some things of a kind or more than one step away."""
    denied = [c for c in found.reading.conditions if c.negated]
    return all(len(c.path) == 1 and not c.things and not c.filters for c in denied)


def _called(rule: Rule) -> str:
    return f"“{rule.check.title}” ({rule.id})"


def _where(reaches: Sequence[Reach]) -> str:
    names = [r.name for r in reaches if r.name]
    return f" in {' and '.join(names)}" if names else ""


def _item(finding: Finding, several: bool) -> AnswerItem | None:
    """A finding as an answer: what lacks something, and what it lacks where several checks are asked."""
    tells = finding.rule.check.head.get("tells", "").replace("{value}", finding.value)
    label = f"{finding.subject.label} ({tells})" if tells else finding.subject.label
    text = f"{finding.rule.check.title}: {label}" if several else label
    if not finding.evidence:
        return None
    places = finding.evidence[:_PLACES]
    return AnswerItem(text, finding.subject.iri, finding.subject.type, "inferred", _SURE, places)
