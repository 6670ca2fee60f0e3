"""Checks what a question takes for granted, says so where the plans say otherwise, and answers the rest."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import islice

from graph.ask.closed import closed_form
from graph.ask.index import EntityIndex
from graph.ask.lexicon import Language, Lexicon
from graph.ask.mentions import ThingMention
from graph.ask.premises import Premise, premises, without_pronoun
from graph.ask.question import Question
from graph.ask.tokens import stem
from graph.model import Answer, AnswerItem

__all__ = ["Presuming"]

_TRIED = 3  # ways of dividing a question that are looked at
_NOUN_AND_NAME = 2  # words of 'school A'
_SHOWN = 3  # facts said in place of what is not so
_Read = Callable[[str], Question]
_Ask = Callable[[str], Answer]


@dataclass(frozen=True)
class Presuming:
    """Answers questions that rest on something said in them."""

    index: EntityIndex
    lexicon: Lexicon

    def of(self, whole: Question, read: _Read, ask: _Ask) -> Answer | None:
        """Return the answer to what is asked, where what is said before it can be checked; or None."""
        if not any(map(self._firm, whole.links.things)):
            return None
        text = whole.text
        for premise in (*islice(premises(text), _TRIED), *self._beside(whole)):
            meant = self._named_in(premise, read)
            question = read(meant.question)
            subject = self._subject(question, meant)
            if subject is None:
                continue
            verdict = ask(meant.question)
            if self._number(meant):
                verdict = self._counted(meant, verdict, ask)
            if verdict.status == "answered" and verdict.boolean is not None:
                rest = self._rest(meant, question, subject)
                return self._answered(text, meant, rest, verdict, ask) if rest else None
        return None

    def _beside(self, question: Question) -> Iterator[Premise]:
        """'A, a Focus school, …', 'A, which is a Focus school, …': what is said of a name in passing."""
        for mention in question.links.things:
            if mention.options[0].cls not in self.index.namelike:
                continue
            name = self._spelled(question, mention)
            first, last = question.tokens[mention.start].start, question.tokens[mention.end - 1].end
            after = question.text[last:]
            if found := _APPOSED.match(after):
                rest = f"{question.text[:first]}{name} {after[found.end() :]}"
                yield Premise(f"{name} is {found['said']}", f"Is {name} {found['said']}?", rest)
            yield from self._qualified(question, mention)

    def _qualified(self, question: Question, mention: ThingMention) -> Iterator[Premise]:
        """'The Focus school A': of what kind a name is said to be."""
        kinds = self.index.kinds.get(mention.options[0].cls, frozenset())
        tokens = question.tokens
        before = next((m for m in question.links.things if m.end == mention.start), None)
        noun = tokens[mention.start]
        if before is None or noun.stem not in kinds or mention.end - mention.start < _NOUN_AND_NAME:
            return
        if any(tokens[i + 1].start - tokens[i].end > 1 for i in range(before.start, mention.end - 1)):
            return
        name = question.text[tokens[mention.start + 1].start : tokens[mention.end - 1].end]
        kind = f"a {self._spelled(question, before)} {noun.text}"
        rest = f"{question.text[: tokens[before.start].start]}{question.text[noun.start :]}"
        yield Premise(f"{name} is {kind}", f"Is {name} {kind}?", rest)

    def _named_in(self, premise: Premise, read: _Read) -> Premise:
        """'What does A offer, since it is …': what 'it' stands for is named in the question."""
        question = read(premise.rest)
        named = self._named(question)
        if named is None:
            return premise
        name = self._spelled(question, named)
        if not premise.question:
            return replace(premise, said=f"{name} is {premise.said}", question=f"Is {name} {premise.said}?")
        said, asked = (without_pronoun(t, name, ()) for t in (premise.said, premise.question))
        return replace(premise, said=said, question=asked) if said and asked else premise

    def _named(self, question: Question) -> ThingMention | None:
        """The first thing that is called by name or by number."""
        return next((m for m in question.links.things if self._firm(m)), None)

    def _firm(self, mention: ThingMention) -> bool:
        first = mention.options[0]
        return first.how == "number" or first.cls in self.index.namelike

    def _subject(self, question: Question, premise: Premise) -> ThingMention | None:
        """The thing of which something is said: it is named first."""
        named = self._named(question) if premise.question else None
        before = question.tokens[1 : named.start] if named else ()
        return named if named and all(t.text.lower() in _ARTICLES for t in before) else None

    def _spelled(self, question: Question, named: ThingMention) -> str:
        """What a thing is called in the question, without a possessive."""
        tokens = question.tokens
        said = question.text[tokens[named.start].start : tokens[named.end - 1].end]
        return said.removesuffix("'s").removesuffix("’s")

    def _rest(self, premise: Premise, question: Question, subject: ThingMention) -> str:
        """What is asked, with a name in it for the word that stands for what was spoken of."""
        name = self._spelled(question, subject)
        if (counted := self._number(premise)) and _SEVERAL.search(premise.rest):
            return _SEVERAL.sub(f"the {counted['noun']} of {counted['of']}", premise.rest, count=1)
        if name.lower() in premise.rest.lower():
            return premise.rest
        nouns = tuple(n for classes in self.index.kinds.values() for n in sorted(classes))
        verb, said_of = premise.deed
        doer = subject.options[0].cls in self.lexicon.settings.get("holder", {}).get("named_by", ())
        if doer and verb and stem(verb) not in {stem(w) for w in re.findall(r"\w+", premise.rest)}:
            name = said_of  # 'since A leads the survey, when is it due?': the survey is
        return without_pronoun(premise.rest, name, nouns)

    def _number(self, premise: Premise) -> re.Match[str] | None:
        """'A has five goals': the number, and what is counted."""
        found = _NUMBER.match(premise.said)
        known = Language.english().numbers
        word = found["number"].lower() if found else ""
        return found if found and (word.isdecimal() or known.get(stem(word), 0) > 1) else None

    def _counted(self, premise: Premise, verdict: Answer, ask: _Ask) -> Answer:
        """Count what is said to be so many, and say how many there are."""
        found = self._number(premise)
        if found is None:
            return verdict
        counted = ask(f"How many {found['noun']} does {found['of']} have?")
        word = found["number"].lower()
        said = int(word) if word.isdecimal() else Language.english().numbers[stem(word)]
        if counted.status != "answered" or not counted.count:
            return replace(verdict, boolean=None)
        number = f"{counted.count} {found['noun']}"
        items = tuple(replace(i, value=number) for i in counted.answers[:1])
        return replace(counted, boolean=counted.count == said, answers=items)

    def _answered(self, text: str, premise: Premise, rest: str, verdict: Answer, ask: _Ask) -> Answer | None:
        """Answer what is asked; what was said is corrected where it is not so."""
        found = ask(rest)
        if verdict.boolean is not premise.denied:
            apart = (premise.opened or premise.denied) and found.status == "answered"
            return replace(found, question=text) if apart else None
        note = _correction(premise, verdict)
        told = {"premise": premise.question, "holds": False, **found.explanation}
        reading = found.interpretation if found.status != "unanswerable" else f"{note} {found.interpretation}"
        return replace(
            found, question=text, interpretation=reading, notes=(note, *found.notes), explanation=told
        )


def _correction(premise: Premise, verdict: Answer) -> str:
    """Say that something is not so, what is, and where that stands."""
    told = [i for i in verdict.answers[:_SHOWN] if i.value.lower() not in premise.said.lower()]
    facts = "; ".join(map(_fact, told))
    instead = f" The plans say: {facts}." if facts else ""
    return f"It is not so that {premise.said}.{instead}"


def _fact(item: AnswerItem) -> str:
    place = item.evidence[0] if item.evidence else None
    if place is None:
        return item.value
    where = f"line {place.start_line}" if place.start_line else f"page {place.page}" if place.page else ""
    return f"{item.value} ({', '.join(p for p in (place.document, where) if p)})"


_ARTICLES = frozenset({"the", "our"})
_APPOSED = closed_form("apposed")
_SEVERAL = closed_form("several")
_NUMBER = closed_form("said_number")
