"""When a reading reaches too far: drops a denial, takes a word for a name, or lists what nobody asked for."""

from dataclasses import dataclass

from graph.ask.closed import closed_stems
from graph.ask.details import Details
from graph.ask.english import English
from graph.ask.execute import Found
from graph.ask.index import EntityIndex
from graph.ask.lexicon import Language, Lexicon
from graph.ask.passing import Passing
from graph.ask.places import places
from graph.ask.question import Question
from graph.ask.reading import Condition

__all__ = ["Overreach"]

_AFTER_ALL = closed_stems("after_all")  # 'at all', 'or not': no denial by themselves


@dataclass(frozen=True)
class Overreach:
    """Says why a reading goes beyond the question, or nothing."""

    index: EntityIndex
    lexicon: Lexicon

    def objection(self, question: Question, found: Found) -> str | None:
        """Return the first reason against a reading."""
        tests = (
            self._half_named,
            self._undenied,
            self._unlimited,
            self._everything_but,
            self._around,
            self._uncompared,
            self._unranked,
            self._uncounted,
            self._first_few,
            self._averaged,
            self._flag,
            self._done_to,
            self._none_by_plan,
            self._unsorted,
            Details(self.index, self.lexicon).objection,
            Passing(self.index).objection,
        )
        for test in tests:
            if reason := test(question, found):
                return reason
        return None

    def _half_named(self, question: Question, found: Found) -> str | None:
        """What has a name is not described by words that stand in no name of it."""
        for condition in found.reading.conditions:
            if not condition.topic or condition.cls not in self.index.namelike:
                continue
            cued = frozenset(i for spot in question.links.cues.values() for i in spot)
            spots = self.lexicon.synonyms.find(question.words)
            phrases = frozenset(i for s in spots if s.end - s.start > 1 for i in s.tokens)
            said = condition.tokens - condition.matched - question.light - cued - phrases
            if strange := sorted(i for i in said if i in question.weights):
                return f"The plans do not speak of “{question.tokens[strange[0]].text}” here."
        return None

    def _undenied(self, question: Question, found: Found) -> str | None:
        """'No', 'not' and 'without' must not be dropped from a list."""
        shape, reading = question.shape, found.reading
        if (
            shape.negated_from is None
            or shape.boolean
            or shape.flag_denied
            or reading.operation not in _LISTS
        ):
            return None
        spoken = shape.cues.get("negation", frozenset()) - question.links.named
        described = frozenset(i for c in reading.conditions if c.topic for i in _span(c))
        denied = [i for i in spoken - described if question.words[i] not in _AFTER_ALL]
        said = any(c.negated or c.only or c.unlike for c in reading.conditions)
        if not denied or said or reading.target.show:
            return None
        return f"What is denied by “{question.tokens[min(denied)].text}” was not understood."

    def _unlimited(self, question: Question, found: Found) -> str | None:
        """Everything of a kind is no answer to who asks for what is only so."""
        spots = question.shape.cues.get("only", frozenset()) - question.links.named
        if not spots or found.reading.conditions or found.reading.operation not in _LISTS:
            return None
        return f"What “{question.spelled(spots)}” is said of was not understood."

    def _everything_but(self, question: Question, found: Found) -> str | None:
        """All things but one answer only who asks for the others."""
        roots = [c for c in found.reading.conditions if c.negated and not c.path and c.things]
        if not roots or set(question.words) & _BESIDES:
            return None
        return "What the question denies was not understood."

    def _around(self, question: Question, found: Found) -> str | None:
        """Where no word says what kind of thing is wanted, everything in a plan is not what is wanted."""
        target, conditions = found.reading.target, found.reading.conditions
        if not target.open or target.tokens - question.light or question.shape.boolean or not conditions:
            return None
        if all(self.of_context(c) for c in conditions):
            return "The question does not say what it asks of the plans."
        return None

    def _uncompared(self, question: Question, found: Found) -> str | None:
        """'More than the others have' is not answered by what one of the two has."""
        shape = question.shape
        than = {i for s in ("more", "fewer") for i in shape.cues.get(s, ()) if question.words[i] in _THAN}
        if not than or found.reading.operation not in (*_LISTS, "boolean"):
            return None
        after = range(max(than) + 1, min(max(than) + 1 + _NEAR, len(question.words)))
        matched = frozenset(i for c in found.reading.conditions for i in (c.matched or c.tokens))
        numbers = [i for i in after if question.words[i] in _NUMBERS or question.words[i][:1].isdecimal()]
        if not after or matched & set(numbers):
            return None
        if numbers:
            return _NOT_COUNTED
        return "The plans give no numbers for both of what the question compares."

    def _unranked(self, _: Question, found: Found) -> str | None:
        """The most of something is told only by counting it, or by a number of its own."""
        reading = found.reading
        if not reading.ranks or reading.counted or reading.measure or len(found.rows) < _SEVERAL:
            return None
        return "The plans give no number by which these could be ranked."

    def _uncounted(self, question: Question, found: Found) -> str | None:
        """'More than five actions' must be counted, or stand in the text that is described."""
        limit, reading = question.shape.threshold, found.reading
        if limit is None:
            return None
        if reading.operation == "having" and reading.counted and limit.sign in (">", ">=", "="):
            return None if reading.counted[-1].cls in limit.classes else _NOT_COUNTED
        matched = frozenset(i for c in reading.conditions for i in (c.matched or c.tokens))
        return None if matched & limit.tokens else _NOT_COUNTED

    def _first_few(self, question: Question, found: Found) -> str | None:
        """'The top three' are told only by counting, or by a number of their own."""
        several = places(question, found)
        if several == 1 or found.reading.operation == "having":
            return None
        numbers = [r for r in found.rows if r.count is not None]
        return None if found.reading.ranks and len(numbers) >= several else _NOT_COUNTED

    def _averaged(self, question: Question, _: Found) -> str | None:
        """An average of counts is no count."""
        counts = question.shape.cues.get("count", frozenset())
        around = {question.words[i - 1] for i in counts if i} | set(question.words[-1:] if counts else ())
        return "The plans give no such average." if _AVERAGES & around else None

    def _flag(self, question: Question, found: Found) -> str | None:
        """That something is so is no value that anybody asks for."""
        told = [r.value for r in found.rows if r.literal]
        if question.shape.boolean or not told or not set(told) <= {"true", "false"}:
            return None
        return "The plans do not say this."

    def _done_to(self, question: Question, found: Found) -> str | None:
        """'How many drivers signed the contract' counts drivers, not contracts."""
        target = found.reading.target
        if found.reading.operation != "count" or target.at < 0:
            return None
        after = sorted(i for i in target.tokens if i > target.at + 1)
        if (
            not after
            or question.words[after[0] - 1] not in _ARTICLES
            or not self._does(question, after[0] - 2)
        ):
            return None
        return "The plans do not give this number."

    def _does(self, question: Question, at: int) -> bool:
        return at in question.weights or English.load().kinds.get(question.tokens[at].text.lower()) == "v"

    def _none_by_plan(self, question: Question, found: Found) -> str | None:
        """That nothing is found by way of whose plan a thing stands in is no finding of none."""
        if found.rows or question.shape.boolean:
            return None
        context = self.lexicon.listed("context")
        ways = [c.path for c in found.reading.conditions if len(c.path) > 1]
        if any(step.property in context for way in ways for step in way):
            return "The plans do not say this."
        return None

    def _unsorted(self, question: Question, found: Found) -> str | None:
        """A kind that is named must not be dropped: 'are any of these shops corner shops'."""
        if not question.shape.boolean:
            return None
        reading = found.reading
        used = reading.target.tokens | frozenset(
            i for c in reading.conditions for i in (c.matched or c.tokens)
        )
        for noun in question.links.classes:
            sorts = [s for s in noun.senses if s.filters]
            same = sorts and all(s.cls == reading.target.cls for s in noun.senses)
            if same and len(sorts) == len(noun.senses) and not noun.tokens & used:
                return f"What “{question.spelled(noun.tokens)}” is said of was not understood."
        return None

    def of_context(self, condition: Condition) -> bool:
        """Say whether a condition only says in which plan, of which year, a thing stands."""
        if condition.topic:
            return False
        context = self.lexicon.listed("context")
        in_plan = any(step.property in context for step in condition.path)
        return in_plan or bool(condition.values) or not condition.things


_THAN = closed_stems("than")
_NUMBERS = frozenset(Language.english().numbers)
_ARTICLES = closed_stems("determiners")
_NOT_COUNTED = "The plans were not counted so."
_AVERAGES = closed_stems("averages")
_NEAR = 2
_SEVERAL = 2
_LISTS = frozenset({"list", "count"})
_BESIDES = closed_stems("besides")


def _span(condition: Condition) -> range:
    """The words from the first to the last of a description."""
    return range(min(condition.tokens, default=0), max(condition.tokens, default=-1) + 1)
