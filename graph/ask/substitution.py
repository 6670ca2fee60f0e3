"""Puts what is named now in the place of what was named before: 'and for recommendation 5?'."""

from collections.abc import Iterator

from graph.ask.closed import closed_stems
from graph.ask.lexicon import Lexicon
from graph.ask.mentions import ClassMention, Missing, ThingMention, ValueMention
from graph.ask.question import Question
from graph.ask.tokens import stems

__all__ = ["place_of", "put_in", "without_named"]

Change = tuple[tuple[int, int], str]
Place = ThingMention | ValueMention | Missing
_RANKS = ("most", "fewest")


def put_in(rest: Question, before: Question, lexicon: Lexicon, *, nouns: bool) -> str:
    """Return the question before with what is named now; unchanged where nothing is of the same kind."""
    text = before.text
    for (start, end), new in sorted(_changes(rest, before, lexicon, nouns=nouns), reverse=True):
        text = text[:start] + new + text[end:]
    return text


def without_named(text: str, rest: Question, before: Question) -> str:
    """'Which other schools have them?': the school that was named before is set aside."""
    for noun in rest.links.classes:
        kinds = {s.cls for s in noun.senses}
        named = [m for m in before.links.things if kinds & _kinds(m) and not _standing(m) and not m.quiet]
        if named and noun.start and rest.words[noun.start - 1] in closed_stems("others"):
            return f"{text.rstrip(' ?!.')}, except {_typed(named[-1], before)}?"
    return text


def _changes(rest: Question, before: Question, lexicon: Lexicon, *, nouns: bool) -> list[Change]:
    """What takes whose place."""
    named = (*rest.links.given, *rest.links.missing)
    pairs = [(spot, mention) for mention in named if (spot := place_of(mention, before))]
    changes = [_kept_noun(spot, mention, (rest, before), lexicon) for spot, mention in pairs]
    if not changes and (number := _bare_number(rest, before)):
        return [number]
    changes = changes or list(_rank_put_in(rest, before))
    return changes or (list(_noun_put_in(rest, before)) if nouns else [])


def _kept_noun(spot: Place, mention: Place, questions: tuple[Question, Question], lexicon: Lexicon) -> Change:
    """'And Rising?' after 'the Steady schools': the noun stays where only the name is said."""
    rest, before = questions
    run, new = _run(spot), _typed(mention, rest)
    nouns = {n for cls in _kinds(spot) for noun in lexicon.term(cls).nouns for n in stems(noun)}
    last = rest.words[_run(mention)[-1]]
    while len(run) > 1 and before.words[run[-1]] in nouns and last not in nouns:
        run = run[:-1]
    return (before.tokens[run[0]].start, before.tokens[run[-1]].end), new


def place_of(mention: ThingMention | ValueMention | Missing, before: Question) -> Place | None:
    """Return what was named before and is of the same kind as what is named now, the last one first."""
    others: list[Place] = [*before.links.given, *before.links.missing]
    alike = [o for o in others if _kinds(o) & _kinds(mention)]
    return max(alike, key=lambda o: (not _standing(o), min(o.tokens)), default=None)


def _kinds(mention: Place) -> set[str]:
    if isinstance(mention, ThingMention):
        return {o.cls for o in mention.options}
    if isinstance(mention, ValueMention):
        return {s.property for s in mention.senses}
    return {mention.cls}


def _standing(mention: Place) -> bool:
    """Whether a mention only stands for what was found before."""
    return isinstance(mention, ThingMention) and mention.options[0].how == "previous"


def _span(mention: Place, question: Question) -> tuple[int, int]:
    """Where a mention stands in the text, without the small words around it."""
    tokens = [question.tokens[i] for i in _run(mention)]
    return tokens[0].start, tokens[-1].end


def _run(mention: Place) -> list[int]:
    if isinstance(mention, Missing):
        return sorted(mention.tokens)
    return list(range(mention.start, mention.end))


def _typed(mention: Place, question: Question) -> str:
    start, end = _span(mention, question)
    return question.text[start:end]


def _bare_number(rest: Question, before: Question) -> Change | None:
    """'And 5?': a number alone takes the place of the number of what was named before."""
    numbers = [t.text for t in rest.tokens if t.text.isdecimal()]
    numbered = [m for m in before.links.things if m.options[0].how == "number"]
    named: list[Place] = [*numbered, *before.links.missing]
    if len(numbers) != 1 or not named or [i for i in rest.weights if not rest.tokens[i].text.isdecimal()]:
        return None
    run = [before.tokens[i] for i in _run(named[-1])]
    digits = [t for t in run if t.text.isdecimal()] or run[-1:]
    return (digits[0].start, digits[0].end), numbers[0]


def _rank_put_in(rest: Question, before: Question) -> Iterator[Change]:
    """'And the fewest?': the other end is asked for."""
    now = [rest.shape.cues[c] for c in _RANKS if rest.shape.has(c)]
    then = [before.shape.cues[c] for c in _RANKS if before.shape.has(c)]
    if len(now) == 1 and len(then) == 1:
        said = [rest.tokens[i].text for i in sorted(now[0])]
        spot = [before.tokens[i] for i in sorted(then[0])]
        yield (spot[0].start, spot[-1].end), " ".join(said)


def _noun_put_in(rest: Question, before: Question) -> Iterator[Change]:
    """'And the metrics?': another kind of thing is asked for, of the same; 'which have metrics?' not."""
    if any(rest.shape.has(c) for c in _RANKS):
        return
    asked = [a.noun for a in before.shape.asked if isinstance(a.noun, ClassMention)]
    nouns = rest.links.classes
    if nouns and closed_stems("having") & set(rest.words[: nouns[0].start]):
        return
    if len(nouns) == 1 and len(asked) == 1 and asked[0].senses != nouns[0].senses:
        tokens = before.tokens[asked[0].start : asked[0].end]
        said = rest.tokens[nouns[0].start : nouns[0].end]
        yield (tokens[0].start, tokens[-1].end), rest.text[said[0].start : said[-1].end]
