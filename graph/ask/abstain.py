"""Reasons not to claim an answer: what a reading leaves out, and what it only seems to answer."""

from dataclasses import dataclass

from graph.ask.directions import Directions
from graph.ask.echoes import Echoes
from graph.ask.execute import Found
from graph.ask.index import EntityIndex
from graph.ask.lexicon import Language, Lexicon
from graph.ask.overreach import Overreach
from graph.ask.question import Question
from graph.ask.shape import plural
from graph.ask.subjects import Subjects
from graph.ask.times import Times
from graph.ask.vagueness import Vagueness, proper
from graph.ask.verdicts import Verdicts

__all__ = ["Abstention"]

# Shares and scores below were set on development questions; docs/question-engine.md tells which.
_ENOUGH = 0.62  # share of the content words, by weight, that an answer accounts for
_LEFT = 0.2  # share that may be left without any account
_MEANT = 0.62  # how well, for words that stand nowhere in the text described
_FIRM = 0.5
_PLAIN = 0.53  # how plainly a kind is asked for that only a description speaks of
_AFTER = 3  # words after a question word in which its noun stands
_STRAY = 2.4  # cost of ways to what no noun asks for
_ADVERB = "ly"
_PASSED, _FAR = 0.85, 2.0  # a name is passed over on a far-fetched way


@dataclass(frozen=True)
class Abstention:
    """Says why a reading should not be claimed, or nothing."""

    index: EntityIndex
    language: Language
    lexicon: Lexicon
    verdicts: Verdicts
    echoes: Echoes
    times: Times
    overreach: Overreach
    vagueness: Vagueness
    directions: Directions

    @classmethod
    def of(
        cls, index: EntityIndex, language: Language, lexicon: Lexicon, records: frozenset[str]
    ) -> "Abstention":
        """Return what speaks against answers over a graph; `records` are classes that only join others."""
        verdicts = Verdicts(records, index.namelike)
        reach = Overreach(index, lexicon)
        echoes = Echoes(index, language)
        vague = Vagueness(index, echoes, Subjects.of(lexicon))
        ways = Directions(lexicon)
        return cls(index, language, lexicon, verdicts, echoes, Times(lexicon), reach, vague, ways)

    def objection(self, question: Question, found: Found) -> str | None:
        """Return the first reason against an answer, in plain words."""
        tests = (
            self.times.objection,
            self._passed_over,
            self._far,
            self.directions.objection,
            self.verdicts.objection,
            self._unasked,
            self._left_out,
            self._strange,
            self._qualified,
            self.overreach.objection,
            self.vagueness.objection,
            self.echoes.objection,
            self._thin,
            self._form,
            self._countless,
            self._nothing,
            self._absent,
            self._unrestricted,
        )
        for test in tests:
            if reason := test(question, found):
                return reason
        return None

    def misunderstood(self, question: Question, found: Found) -> str | None:
        """Return a reason why what was found is not what the words describe, whatever is asked of it."""
        vague = self.vagueness.objection
        for test in (self.times.elsewhen, self._left_out, self._strange, vague, self._absent):
            if reason := test(question, found):
                return reason
        return None

    def _passed_over(self, question: Question, found: Found) -> str | None:
        """A yes or no must take account of everything that the question names."""
        if question.shape.boolean and not found.rows and self._guessed(found):
            return "The plans do not connect what the question names, so that neither yes nor no can be said."
        skipped = found.reading.features.get("skipped", 0.0)
        if question.shape.boolean and skipped > _FIRM and not self._within(question, found):
            return "Not everything that the question names is connected in the plans."
        return None

    def _within(self, question: Question, found: Found) -> bool:
        """Whether what is passed over stands in the words of the text that is described."""
        matched = frozenset(i for c in found.reading.conditions if c.topic for i in c.matched)
        used = frozenset(i for c in found.reading.conditions if not c.topic for i in c.tokens)
        return bool(matched) and all(m.tokens <= matched | used for m in question.links.things)

    def _far(self, question: Question, found: Found) -> str | None:
        """A far-fetched way that passes over a name was not asked for."""
        features = found.reading.features
        if found.reading.target.open and not question.shape.boolean and features.get("cost", 0.0) > _STRAY:
            return "The plans do not connect what the question names."
        if features.get("skipped", 0.0) > _PASSED and features.get("cost", 0.0) > _FAR:
            return "The plans do not connect what the question names."
        return None

    def _unasked(self, question: Question, found: Found) -> str | None:
        """Another kind of thing than the noun after 'which' or 'how many' names is no answer."""
        target, covered = found.reading.target, found.reading.covered
        heads = [a.noun.end - 1 for a in question.shape.asked if a.noun is not None and a.at == target.at]
        unsaid = [i for i in heads if i in question.weights and i not in covered | question.light]
        if unsaid:
            return f"The plans do not speak of “{question.tokens[unsaid[0]].text}” here."
        if (at := self._first(question, target.at)) is not None and not self._accounted(question, at, found):
            return f"The plans do not speak of “{question.tokens[at].text}” here."
        by_verb = target.open and not question.shape.asked and target.tokens <= question.light
        if found.reading.operation == "count" and by_verb:
            return "The plans do not give this number."
        joined = target.cls in self.verdicts.records and target.tokens <= {target.at}
        if joined and target.role and target.property and len(found.reading.conditions) == 1:
            return "The question names a thing, and the plans do not say what it asks about it."
        return None

    def _first(self, question: Question, at: int) -> int | None:
        """The telling word right after a question word: what is asked for, or of whom."""
        asks = at >= 0 and question.words[at] in self.language.asking
        if not asks or not any(a.at == at and not a.role for a in question.shape.asked):
            return None
        for place in range(at + 1, min(at + 1 + _AFTER, len(question.words))):
            if place in question.weights:
                return None if place in question.light else place
        return None

    def _accounted(self, question: Question, at: int, found: Found) -> bool:
        cued = frozenset(i for spot in question.links.cues.values() for i in spot)
        if at in found.reading.target.tokens | cued:
            return True
        topics = [c for c in found.reading.conditions if c.topic]
        if any(at in c.matched for c in topics):
            return True
        return at in found.reading.covered and not any(at in c.tokens for c in topics)

    def _nothing(self, question: Question, found: Found) -> str | None:
        """That nothing fits is a finding only where every word was taken at its name."""
        conditions = found.reading.conditions
        if found.rows or question.shape.boolean or any(c.negated for c in conditions):
            return None
        ranked = found.reading.operation in ("most", "fewest")
        if ranked or any(c.topic for c in conditions) or found.reading.features.get("skipped", 0.0) > 0:
            return "Nothing in the plans fits all of the question."
        return None

    def _absent(self, question: Question, found: Found) -> str | None:
        """Words for what plans do not say: what was spent, who was hired, what is finished."""
        matched = frozenset(i for c in found.reading.conditions if c.topic for i in c.matched)
        named = question.links.named | frozenset(i for m in question.links.nouns for i in m.tokens)
        for at, word in enumerate(question.words):
            if question.tokens[at].text.lower().endswith(_ADVERB):
                continue  # 'actually' tells only how one asks
            if word in self.lexicon.absent and at not in matched | named:
                return f"The plans do not say anything of “{question.tokens[at].text}” here."
        return None

    def _unrestricted(self, question: Question, found: Found) -> str | None:
        """All things of a class, or all values of a property, are no answer to a question that says more."""
        reading = found.reading
        if reading.operation not in ("list", "count") or reading.target.show:
            return None
        if any(c.things or c.values or c.negated or c.value_property for c in reading.conditions):
            return None
        verbs = [i for i in question.weights if question.words[i] in self.language.verbs]
        unsaid = [i for i in verbs if i not in reading.covered]
        if reading.target.property or reading.target.open or unsaid:
            return "The plans do not say this of particular things."
        if len(found.rows) > 1 and not reading.target.filters and self._one(question, reading.target.at):
            return "The question does not say which one it means."
        return None

    def _one(self, question: Question, at: int) -> bool:
        """Whether 'which' or 'what' asks for one thing of a kind."""
        heads = [a.noun for a in question.shape.asked if a.noun is not None and a.at == at]
        if not heads or question.words[at] not in ("which", "what") or heads[0].start != at + 1:
            return False
        return not plural(question.tokens[heads[0].end - 1].text)

    def _guessed(self, found: Found) -> bool:
        """A no is not said of what is only described: of statements, or of things described by a word."""
        topics = [c for c in found.reading.conditions if c.topic]
        return any(c.path or len(c.matched) < min(2, len(c.tokens)) for c in topics)

    def _left_out(self, question: Question, found: Found) -> str | None:
        reading = found.reading
        total = sum(question.weights.values()) or 1.0
        left = [i for i in question.weights if i not in reading.covered and i not in question.light]
        share = sum(question.weights[i] for i in left) / total
        if reading.features.get("explained", 0.0) >= _ENOUGH and share <= _LEFT:
            return None
        words = ", ".join(f"“{question.tokens[i].text}”" for i in left) or "these words"
        return f"The plans say nothing that accounts for {words}."

    def _strange(self, question: Question, found: Found) -> str | None:
        """A name or number that stands nowhere must not be passed over."""
        matched = frozenset(i for c in found.reading.conditions if c.topic for i in c.matched)
        described = frozenset(i for c in found.reading.conditions if c.topic for i in c.tokens)
        for at in question.weights:
            accounted = at in matched if at in described else at in found.reading.covered
            if not accounted and at not in question.light and proper(question, at):
                return f"“{question.tokens[at].text}” does not stand in the plans in this connection."
        return None

    def _qualified(self, question: Question, found: Found) -> str | None:
        """A word that stands in no plan, right before a name or noun, tells it apart: 'French clubs'."""
        matched = frozenset(i for c in found.reading.conditions if c.topic for i in c.matched)
        described = frozenset(i for c in found.reading.conditions if c.topic for i in c.tokens)
        used = (found.reading.covered - described) | matched
        for at in question.weights:
            if at in used or at in question.light or at + 1 not in question.named & used:
                continue
            touching = question.tokens[at + 1].start - question.tokens[at].end <= 1
            if touching and not self.index.knows(question.words[at]):
                return f"The plans do not speak of “{question.tokens[at].text}” here."
        return None

    def _thin(self, question: Question, found: Found) -> str | None:
        """One word is no description, where nothing says what kind of thing is wanted."""
        conditions = found.reading.conditions
        target = found.reading.target
        only = target.open and target.weight < _PLAIN and not question.shape.boolean
        if only and any(c.topic and c.score < _MEANT + 0.2 for c in conditions):
            return "What the question describes stands in the plans, but not what it asks of it."
        alone = target.open and len(conditions) == 1 and conditions[0].topic
        if alone and len(conditions[0].matched - question.light) < 2:
            return f"“{conditions[0].says}” alone does not say what is asked."
        return None

    def _form(self, question: Question, found: Found) -> str | None:
        """Who asks for money or a share is not answered with anything else."""
        roles = question.shape.roles
        for role in ("howmuch", "share", "month"):
            if role in roles and role not in self._roles(found):
                return f"The plans give no {_FORMS[role]} for this."
        return None

    def _roles(self, found: Found) -> tuple[str, ...]:
        target = found.reading.target
        own = self.lexicon.term(target.property or target.cls).roles
        shown = tuple(r for p in target.show for r in self.lexicon.term(p).roles)
        return (*own, *shown, *self.lexicon.term(target.cls).roles)

    def _countless(self, question: Question, found: Found) -> str | None:
        """A number is counted of things that a noun or phrase names, or it is a number itself."""
        target, conditions = found.reading.target, found.reading.conditions
        values = [r.value for r in found.rows if r.literal]
        counted = any(a.counted for a in question.shape.asked)
        if counted and target.property and not target.role and not all(map(_number, values)):
            return "The plans do not give this number."
        telling = [c for c in conditions if (c.things or c.values) and not self.overreach.of_context(c)]
        named = bool(telling) and not any(c.topic for c in conditions)
        if question.shape.has("count") and target.open and not (named and target.tokens):
            return "The plans do not give this number."
        return None


def _number(text: str) -> bool:
    return text.replace(".", "", 1).replace(",", "").isdecimal()


_FORMS = {"howmuch": "amount", "share": "share or rate", "month": "month"}
