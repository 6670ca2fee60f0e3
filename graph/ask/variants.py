"""Two conditions on one way may both hold, or either of them: the readings of one question that differ so."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import pairwise

from graph.ask.question import Question
from graph.ask.reading import Condition, Reading

__all__ = ["variants"]

_EITHER = 0.5  # 'A and B' means both, where both can hold


def variants(question: Question, reading: Reading) -> Iterator[Reading]:
    """Two conditions on one way can both hold, or either of them."""
    by_way: dict[object, list[Condition]] = {}
    reading = replace(reading, conditions=tuple(_merged(reading.conditions)))
    for condition in reading.conditions:
        if condition.things and not condition.topic:
            by_way.setdefault((condition.path, condition.cls, condition.negated), []).append(condition)
    doubled = [group for group in by_way.values() if len(group) > 1]
    if not any(g[0].negated or _alternative(question, g) for g in doubled):
        yield reading
    doubled = [
        g for g in doubled if g[0].negated or question.beside(frozenset(i for c in g for i in c.tokens))
    ]
    denied = any(c.negated for group in doubled for c in group)
    if doubled and (denied or (not question.shape.has("both") and not question.shape.has("all"))):
        conditions = [c for c in reading.conditions if not any(c in group for group in doubled)]
        conditions += [_either(group) for group in doubled]
        yield replace(reading, conditions=tuple(conditions), features={**reading.features, "either": 1.0})


def _alternative(question: Question, group: list[Condition]) -> bool:
    """Whether 'or' stands between the things of a group."""
    ends = sorted(
        (min(named), max(named)) for c in group if (named := c.tokens & question.links.named or c.tokens)
    )
    return any("or" in question.words[one[1] : other[0]] for one, other in pairwise(ends))


def _merged(conditions: Iterable[Condition]) -> Iterator[Condition]:
    """One thing named twice in one way, 'STEM or STEAM', is one condition."""
    kept: dict[object, Condition] = {}
    for number, condition in enumerate(conditions):
        same = (condition.path, condition.things, condition.negated) if condition.things else number
        known = kept.get(same)
        kept[same] = replace(known, tokens=known.tokens | condition.tokens) if known else condition
    return iter(kept.values())


def _either(group: list[Condition]) -> Condition:
    return replace(
        group[0],
        things=tuple(dict.fromkeys(t for c in group for t in c.things)),
        tokens=frozenset(i for c in group for i in c.tokens),
        says=" or ".join(c.says for c in group),
        cost=max(c.cost for c in group) if group[0].negated else sum(c.cost for c in group) + _EITHER,
    )
