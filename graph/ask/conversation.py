"""Answers a question in the light of those before it; nothing is kept, the conversation is handed in."""

from collections.abc import Hashable, Iterator, MutableMapping, Sequence
from dataclasses import dataclass, replace
from time import perf_counter
from typing import TYPE_CHECKING

from graph.ask.choose import Choice
from graph.ask.engine import Engine
from graph.ask.followup import FollowUps, Taking, Turn
from graph.ask.fragment import Fragment, Sayings
from graph.ask.grounds import weakness
from graph.ask.length import too_long
from graph.ask.reading import Condition, Reading, Target
from graph.ask.referents import Referents
from graph.ask.spanish import Spanish
from graph.model import Answer

if TYPE_CHECKING:
    from graph.ask.proposals import Proposals

__all__ = ["Conversation"]

_REMEMBERED = 12  # questions before that are gone through


@dataclass(frozen=True)
class Conversation:
    """Answers questions that may follow others."""

    engine: Engine
    proposals: "Proposals | None" = None
    turns: MutableMapping[Hashable, Turn] | None = None
    """What was answered before, by the questions; nothing is kept where none is given."""

    def answer(self, text: str, previous: Sequence[str] = ()) -> Answer:
        """Answer a question after earlier ones, the oldest first."""
        begun = perf_counter()
        earlier = [q for q in previous if q.strip() and not too_long(q)][-_REMEMBERED:]
        if too_long(text):
            return replace(self.engine.answer(text), previous=tuple(earlier))
        engine = self.engine.about(text, *reversed(earlier))
        if engine is not self.engine:
            return replace(self, engine=engine).answer(text, earlier)
        turn: Turn | None = None
        for number, question in enumerate(earlier, 1):
            turn = self._kept(tuple(earlier[:number]), _in_english(question), turn)
        spanish = Spanish.of(text)
        answer = self._kept((*earlier, text), spanish.english if spanish else text, turn).answer
        answer = spanish.told(answer, self.engine.index.knows) if spanish else answer
        if self.proposals and turn is None and answer.status == "unanswerable":
            answer = self.proposals.instead_of(answer)
        return replace(
            answer, question=text, previous=tuple(earlier), seconds=round(perf_counter() - begun, 4)
        )

    def _kept(self, asked: tuple[str, ...], text: str, last: Turn | None) -> Turn:
        """Return what was answered to these questions before, or answer the last of them."""
        if self.turns is None:
            return self._turn(text, last)
        key = (*self.engine.about_only[:2], asked)
        turn = self.turns.get(key)
        if turn is None:
            turn = self.turns[key] = self._turn(text, last)
        return turn

    def _turn(self, text: str, last: Turn | None, *, deep: bool = True) -> Turn:
        """Take a text as a follow-up where it is one; `deep` is false where all is gone through again."""
        if last is None:
            return Turn(text, None, self._alone(text), text)
        follow = FollowUps(self.engine)
        alone = Turn(text, None, self._alone(text), text) if follow.whole(text) else None
        if alone and _claims(alone) and alone.answer.status == "answered":
            return alone
        takings = follow.takings(text, last)
        turns = list(self._turns([t for t in takings if deep or not t.then], last, text))
        claims = [(k, t) for k, t in turns if _claims(t) and (not alone or t.answer.status == "answered")]
        if claims:
            firm = next((t for k, t in claims if not k.rival), None)
            return firm or min((t for _, t in claims), key=_cost)
        if turns and takings[0].firm and not alone:
            return turns[0][1]
        if not turns and any(t.part for t in takings):
            return Turn(text, None, self._refused(text, "Nothing of what was found before is said to be so."))
        alone = alone or Turn(text, None, self._alone(text), text)
        return alone if _claims(alone) or not turns else turns[0][1]

    def _turns(self, takings: Sequence[Taking], last: Turn, text: str) -> Iterator[tuple[Taking, Turn]]:
        """Answer as a follow-up is taken, one way after the other, up to the first that claims something."""
        for taking in takings:
            turn = self._taken(taking, last, text)
            if not taking.instead and _claims(turn) and not (_minds(turn) and _keeps(taking, turn)):
                continue
            yield taking, turn
            if _claims(turn) and not taking.rival:
                return

    def _alone(self, text: str) -> Answer:
        """Answer a question by itself; where it only points back, there is nothing that it points to."""
        pronoun = Fragment.of(text).pronoun
        if pronoun in Sayings.english().plural:
            question = self.engine.read(text)
            named = question.links.given or question.links.missing or question.links.classes
            if not named and set(question.weights) <= question.shape.tokens | question.light:
                return self._refused(
                    text, f"Nothing was found before that “{pronoun}” could stand for; name what is meant."
                )
        return self.engine.answer(text)

    def _refused(self, text: str, reason: str) -> Answer:
        return self.engine.decider.responses.refused(self.engine.read(text), reason, ())

    def _again(self, taking: Taking) -> Turn:
        """Ask an earlier question with something else put in, and what followed it again."""
        turn = Turn(
            taking.text, taking.referents, self.engine.answer(taking.text, taking.referents), taking.text
        )
        for text in taking.then:
            turn = self._turn(text, turn, deep=False)
        return turn

    def _taken(self, taking: Taking, last: Turn, text: str) -> Turn:
        if taking.then:
            turn = self._again(taking)
            return replace(turn, answer=_noted(taking, turn.answer))
        if taking.act == "ground":
            return Turn(last.text, last.referents, _grounded(taking, last.answer), text, last.base)
        if taking.act == "ask" or taking.referents is None:
            answer = self.engine.answer(taking.text, taking.referents)
        else:
            answer = self._direct(taking, taking.referents)
        base = last.base if taking.instead else last
        answer = _noted(taking, _weakened(answer, last.answer))
        return Turn(taking.text, taking.referents, answer, text, base)

    def _direct(self, taking: Taking, referents: Referents) -> Answer:
        """Count or list what was found before, or say whether something is among it."""
        question = self.engine.read(taking.text, referents)
        best = max(referents.options, key=lambda o: len(o.things))
        given = Condition((), best.cls, things=best.things, says=referents.says)
        if taking.act != "belongs":
            reading = Reading(Target(best.cls), (given,), "count" if taking.act == "count" else "list")
        else:
            named = next(m for m in question.links.things if m.options[0].how != "previous")
            option = next(o for o in named.options if o.cls in {p.cls for p in referents.options})
            held = next(o for o in referents.options if o.cls == option.cls)
            own = Condition((), option.cls, things=option.things, says=named.text)
            given = Condition((), option.cls, things=held.things, says=referents.says)
            reading = Reading(Target(option.cls), (own, given), "boolean")
        reading = replace(reading, features={"explained": 1.0})
        decider = self.engine.decider
        return decider.responses.found(question, [Choice(decider.chooser.executor.run(reading))])


def _in_english(text: str) -> str:
    spanish = Spanish.of(text)
    return spanish.english if spanish else text


def _claims(turn: Turn) -> bool:
    answer = turn.answer
    quoted = any(i.basis == "passage" for i in answer.answers)
    return answer.status in ("answered", "empty") and not quoted


def _minds(turn: Turn) -> bool:
    """Whether the query asks of what was pointed to at all."""
    options = turn.referents.options if turn.referents else ()
    return not options or any(thing in (turn.answer.sparql or "") for o in options for thing in o.things)


def _keeps(taking: Taking, turn: Turn) -> bool:
    """Whether what 'only …' finds is among what was found before."""
    before = taking.referents.things if taking.part and taking.referents else ()
    return not before or {i.iri for i in turn.answer.answers} <= set(before)


def _cost(turn: Turn) -> float:
    """How far-fetched a reading is."""
    features = turn.answer.explanation.get("features") or [{}]
    return float(features[0].get("cost", 0.0))


def _weakened(answer: Answer, before: Answer) -> Answer:
    """A part of what was found rests on no firmer ground than it did before."""
    grounds = {i.iri: i for i in before.answers if i.iri}
    items = []
    for item in answer.answers:
        known = grounds.get(item.iri or "")
        if known is not None and weakness(known.basis) > weakness(item.basis):
            places = tuple(dict.fromkeys([*item.evidence, *known.evidence]))
            confidence = min(item.confidence, known.confidence)
            item = replace(item, basis=known.basis, confidence=confidence, evidence=places)  # noqa: PLW2901
        items.append(item)
    return replace(answer, answers=tuple(items))


def _noted(taking: Taking, answer: Answer) -> Answer:
    return replace(answer, notes=tuple(dict.fromkeys([taking.said, *answer.notes])))


def _grounded(taking: Taking, answer: Answer) -> Answer:
    """'Why?': the answer before with how it was read, and what it rests on."""
    claimed = answer.status in ("answered", "empty")
    read = f"It was read as: {answer.interpretation}." if claimed else ""
    notes = [taking.said, read, *answer.notes]
    return replace(answer, notes=tuple(dict.fromkeys(n for n in notes if n)))
