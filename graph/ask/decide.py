"""Answers a linked question: by comparison, sweep, typed facts or a passage, or says why not."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from graph.ask.agreeing import Agreeing
from graph.ask.choose import Choice, Chooser
from graph.ask.closed import closed_stems
from graph.ask.compare import Comparison
from graph.ask.contradictions import Contradictions
from graph.ask.dates import Dates
from graph.ask.execute import Found
from graph.ask.givens import Givens
from graph.ask.holdings import Holdings
from graph.ask.likeness import Likeness
from graph.ask.listing import Listing
from graph.ask.partners import Partners
from graph.ask.question import Question
from graph.ask.quotes import PassageSearch
from graph.ask.ranks import Ranks
from graph.ask.reading import Reading
from graph.ask.responses import Responses
from graph.ask.sequences import Sequences
from graph.ask.shortfalls import Shortfalls
from graph.ask.singles import Singles
from graph.ask.successions import Successions
from graph.ask.sweep import Sweep
from graph.ask.threads import Threads
from graph.model import Answer

__all__ = ["Decider"]

_POINTING = closed_stems("pointing")
_MORE = 0.05  # how much more of the words a list must account for than a typed reading


@dataclass(frozen=True)
class Decider:
    """Decides how a question is answered."""

    chooser: Chooser
    comparison: Comparison
    sweep: Sweep
    passages: PassageSearch
    responses: Responses
    listing: Listing
    threads: Threads
    contradictions: Contradictions
    ranks: Ranks
    dates: Dates | None = None
    likeness: Likeness | None = None
    holdings: Holdings | None = None
    partners: Partners | None = None
    sequences: Sequences | None = None
    shortfalls: Shortfalls | None = None

    def answer(self, question: Question, slots: Sequence[Sequence[Reading]]) -> Answer:
        """Answer a question from the readings of each thing that it asks for."""
        if question.links.missing:
            return self.responses.missing(question)
        if self.likeness and not question.shape.has("also_likely") and (like := self.likeness.of(question)):
            return like
        answer = self.ranks.of(question) or self._specially(question, slots)
        answer = answer or self._plainly(question, slots)
        return self.likeness.also(question, answer) if self.likeness else answer

    def compares(self, question: Question, slots: Sequence[Sequence[Reading]]) -> bool:
        """Say whether the numbers of what a noun of the question names can be set side by side."""
        asked = any(question.shape.has(s) for s in ("more", "fewer", "equal")) or "number" in question.words
        counted = self.comparison.of(question, slots) if asked else None
        nouns = {s.cls for n in question.links.classes for s in n.senses}
        return counted is not None and counted.found[0].reading.target.cls in nouns

    def abreast(self, question: Question, read: Callable[[str], Question]) -> Answer | None:
        """Return what each of several plans has on one matter, or what comes first, where that is asked."""
        if self.holdings is None or (self.shortfalls and self.shortfalls.asked(question)):
            return None
        answer = Agreeing(self.holdings).of(question) or self.holdings.of(question)
        if answer or self.sequences is None:
            return answer
        anchors, candidates = self.threads.anchors, self.threads.pivots.candidates
        singles = Singles(candidates, self.chooser, anchors, self.sequences)
        return Successions(singles, self.responses).of(question, read)

    def _specially(self, question: Question, slots: Sequence[Sequence[Reading]]) -> Answer | None:
        """What is asked in a way of its own: a comparison, a sweep, several parts about one thing."""
        if counted := self.comparison.of(question, slots):
            return self.responses.compared(question, counted)
        if found := self.contradictions.of(question) or self._named(question):
            return found
        if self.shortfalls and (missing := self.shortfalls.any(question)):
            return missing
        if swept := self.sweep.of(question):
            return self.responses.swept(question, swept)
        if threaded := self.threads.of(question):
            return self.responses.found(question, threaded)
        return None

    def _named(self, question: Question) -> Answer | None:
        """What is asked of one plan or department and of nothing else: its date, whom it works with."""
        if self.dates and (dated := self.dates.of(question)):
            return dated
        shared = (self.partners.handler(question) or self.partners.of(question)) if self.partners else []
        if shared:
            return self.responses.found(question, shared)
        if self.partners and (reason := self.partners.headless(question)):
            return self.responses.refused(question, reason, ())
        return None

    def _plainly(self, question: Question, slots: Sequence[Sequence[Reading]]) -> Answer:
        """By typed facts, or a passage, or a refusal with its reason."""
        choices = [self.chooser.best(readings, question) for readings in slots]
        choices = _founded(question, self._listed(question, choices) or choices)
        typed = [c.found for c in choices if c.found]
        if other := self._rather(question, choices):
            return other
        if typed:
            quoted = self.passages.instead(question, min(map(_explained, typed)))
        else:
            letters = question.shape.has("expansion") and question.lettered
            quoted = () if letters else self.passages.answer(question)
        if quoted:
            return self.responses.quoted(question, quoted)
        if typed:
            answer = self.responses.found(question, choices)
            below = self.likeness.below(typed) if self.likeness else []
            below += self.shortfalls.beside(question, typed) if self.shortfalls else []
            return replace(answer, notes=(*answer.notes, *below)) if below else answer
        if framed := self.threads.framed(question):
            return self.responses.found(question, framed)
        reason = self.sweep.unmentioned(question) or _reason(choices)
        return self.responses.refused(question, reason, choices)

    def _rather(self, question: Question, choices: Sequence[Choice]) -> Answer | None:
        """What checks tell, or the parts that are given where one is not."""
        typed = [c.found for c in choices if c.found]
        if self.shortfalls and (checked := self.shortfalls.rather(question, typed)):
            return checked
        return Givens(self.threads, self.responses).of(question) if _lacking(choices) else None

    def _listed(self, question: Question, choices: Sequence[Choice]) -> list[Choice]:
        """What stands in a list, where no typed reading accounts for as many of the words."""
        found = [c.found for c in choices if c.found]
        if len(choices) > 1 and found:
            return []
        listed = self.listing.of(question)
        if listed is None:
            return []
        best = max((_explained(f) for f in found if f.rows), default=0.0)
        whole = set(listed.reading.conditions[0].things)
        repeated = any(f.rows and {r.value for r in f.rows} <= whole for f in found)
        if _explained(listed) < best + (0.0 if repeated or not best else _MORE):
            return []
        if any(f.rows and _taken_at_name(f.reading, repeated=repeated) for f in found):
            return []
        return [Choice(listed, tuple(found))]


def _founded(question: Question, choices: list[Choice]) -> list[Choice]:
    """'Which goal is about rockets, and which step carries them out': no step, where no goal was found."""
    heads = sorted({a.at for a in question.shape.asked})
    if all(c.found for c in choices) or len(heads) < 2:
        return choices
    return [replace(c, found=None) if c.found and _back(question, c.found, heads) else c for c in choices]


def _back(question: Question, found: Found, heads: Sequence[int]) -> bool:
    """Whether a part only points back to what another speaks of."""
    at = found.reading.target.at
    end = next((h for h in heads if h > at), len(question.words))
    own = set(range(at, end)) if at > heads[0] else set()
    before = (i for c in found.reading.conditions for i in c.matched or c.tokens if i < at)
    return any(question.words[i] in _POINTING for i in own) and not any(before)


def _explained(found: Found) -> float:
    return found.reading.features.get("explained", 0.0)


def _taken_at_name(reading: Reading, *, repeated: bool) -> bool:
    """Whether a reading accounts for every word by what it names, or by words that texts hold."""
    said = bool(reading.features.get("said"))
    described = [c for c in reading.conditions if c.topic]
    named = not repeated and any(c.things or c.values for c in reading.conditions) and not described
    return (said or named) and not reading.left


def _reason(choices: Sequence[Choice]) -> str:
    return next((c.objections[0][0] for c in choices if c.objections), "The question was not understood.")


def _lacking(choices: Sequence[Choice]) -> bool:
    """Whether something that is asked for was not found, and is not said to be lacking."""
    return any(
        c.found is None or not (c.found.rows or any(d.negated for d in c.found.reading.conditions))
        for c in choices
    )
