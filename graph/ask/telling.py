"""What is told around a question, and put aside: who asks, who said so, what it is for."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache

from graph.ask.clauses import Clauses
from graph.ask.closed import closed_stems
from graph.ask.english import English
from graph.ask.lexicon import load_data
from graph.ask.tokens import Token, stems

__all__ = ["Telling"]

_PERSON = 5  # words from the beginning of a clause to who speaks
_SPOKEN = 7  # words from who speaks to the verb of speaking
_AUXILIARIES = 4
_SUBJECT = 4  # words at the beginning of a sentence in which it says of whom it speaks
_ENOUGH = 2  # telling words of a question that stands by itself
_OWN = 4  # telling words before 'it' that it may stand for


@dataclass(frozen=True)
class Telling:
    """The words of `telling.yaml`, by their stems."""

    lists: dict[str, frozenset[str]]

    @classmethod
    @cache
    def english(cls) -> "Telling":
        """Return the words of English."""
        data = load_data("telling.yaml")
        return cls({k: _stem_set(v.split() if isinstance(v, str) else v) for k, v in data.items()})

    def of(
        self,
        tokens: Sequence[Token],
        text: str,
        named: frozenset[int],
        worth: Callable[[int], int],
    ) -> frozenset[int]:
        """Return the places of words that belong to no question.

        `named` are the places of names and numbers, which always stay; `worth` says what the word at a place
        is worth: 0 for a small word, 1 for a common one or a kind of thing, 2 for a telling one, 3 for a
        telling one that the plans have.
        """
        told = _Told(self, tokens, text, named, worth)
        if len(told.words) < _PERSON:
            return frozenset()
        said = told.aside() - named
        kept = [i for i in range(len(tokens)) if i not in said]
        return said if any(worth(i) > 1 or i in named for i in kept) else frozenset()


class _Told:
    """One text, sentence by sentence and clause by clause."""

    def __init__(
        self,
        telling: Telling,
        tokens: Sequence[Token],
        text: str,
        named: frozenset[int],
        worth: Callable[[int], int],
    ) -> None:
        self.lists = telling.lists
        self.words = [t.stem for t in tokens]
        self.named = named
        self.worth = worth
        self.clauses = Clauses.of(tokens, text)
        self.typed = [t.text for t in tokens]

    def aside(self) -> frozenset[int]:
        """Every word that is only told around the question."""
        said: set[int] = set()
        sentences = [self._within(s) for s in self.clauses.sentences(0, len(self.words))]
        asks = [self._asks(start, end) and not self._rhetorical(start, end) for (start, end), _ in sentences]
        for number, ((start, end), spoken) in enumerate(sentences):
            said |= spoken
            if spoken and any(asks[number + 1 :]) and self._is(max(spoken) + 1, "asking"):
                said.add(max(spoken) + 1)  # what others asked is not what is asked here
            if asks[number]:
                said |= self._before(start, end)
            elif (
                not self._heard(spoken) and self._persona(start, end) and self._apart(number, sentences, asks)
            ):
                said |= set(range(start, end))
            if not asks[number] and any(asks) and self._rhetorical(start, end):
                said |= set(range(start, end))
        return frozenset(said)

    def _heard(self, spoken: set[int]) -> bool:
        """'I am told that …': what was told is what the question is about."""
        mine = any(self._is(i, "first") for i in spoken)
        return mine and any(self._is(i, "hearsay") for i in spoken)

    def _rhetorical(self, start: int, end: int) -> bool:
        """'What do I say?' asks for nothing more."""
        places = range(start, end)
        return not self._content(places) and any(self.words[i] in ("i", "me") for i in places)

    def _within(self, sentence: tuple[int, int]) -> tuple[tuple[int, int], set[int]]:
        """A sentence with the words in it that say who said it."""
        said = set()
        for start, end in self.clauses.parts(*sentence):
            said |= set(range(start, max(self._speech(start, end), self._mind(start, end))))
        return sentence, said

    def _is(self, at: int, name: str) -> bool:
        return at < len(self.words) and self.words[at] in self.lists[name]

    def _asks(self, start: int, end: int) -> bool:
        if "?" in self.clauses.gaps[end - 1]:
            return True
        return any(
            self._is(i, "asking") and (i == start or self._is(i - 1, "after") or self._is(i - 1, "minds"))
            for i in range(start, end)
        )

    def _led(self, start: int, end: int) -> int:
        while start < end and self._is(start, "leads"):
            start += 1
        return start

    def _speech(self, start: int, end: int) -> int:
        """'A parent at Oak School asked me …': where what was said begins."""
        begun = self._led(start, end)
        if hearsay := self._hearsay(begun, end):
            return hearsay
        person = next((i for i in range(begun, min(begun + _PERSON, end)) if self._is(i, "people")), -1)
        if person < 0 or any(self._is(i, "asking") for i in range(begun, person)):
            return start
        if person > begun and not self._is(begun, "determiners"):
            return start
        for verb in range(person + 1, min(person + _SPOKEN, end)):
            if self._is(verb, "asking"):
                return start
            if self._is(verb, "speech") and self.words[verb - 1] != "of":
                said = self._object(verb + 1, end)
                return said or (verb + 1 if self._is(verb, "saying") else start)
        return start

    def _hearsay(self, begun: int, end: int) -> int:
        """'At the meeting someone claimed that …': where it begins, or 0."""
        for at in range(begun, min(begun + _SPOKEN, end - 1)):
            if self._is(at, "asking"):
                return 0
            if self._is(at, "people") and self._is(at + 1, "saying") and not self._is(at - 1, "determiners"):
                return self._object(at + 2, end) or at + 2
        return 0

    def _object(self, at: int, end: int) -> int:
        """Where what was said begins after a verb of speaking, or 0 where nothing was said to anyone."""
        begun = at
        while at < end and (self._is(at, "after") or self._is(at, "speech")):
            at += 1
        return at if at > begun or self._is(at, "asking") else 0

    def _mind(self, start: int, end: int) -> int:
        """'I hear that …', 'we were told that …': where what was heard begins."""
        begun = self._led(start, end)
        if self._is(begun, "openers"):
            begun += 1  # 'as I understand it'
        if not (begun < end and self.words[begun] in closed_stems("first_person")):
            return start
        at = begun + 1
        while at < end and at <= begun + _AUXILIARIES and self._is(at, "aux"):
            at += 1
        if not self._is(at, "minds"):
            return start
        at += 1
        while at < end and (self._is(at, "after") or self._is(at, "aux")):
            at += 1
        return at

    def _before(self, start: int, end: int) -> set[int]:
        """Clauses before the one that asks which say only when or why one asks, or who one is."""
        said: set[int] = set()
        for begun, stop in self.clauses.parts(start, end):
            rest = range(stop, end)
            if not self._idle(begun, stop) or not self._content(rest) or self._points(stop, end):
                break
            said |= set(range(begun, stop))
        return said

    def _idle(self, start: int, stop: int) -> bool:
        at = self._led(start, stop)
        clause = range(at, stop)
        if at == stop or any(self._is(i, "asking") for i in clause):
            return False
        first = any(self._is(i, "first") for i in clause)
        if self._is(at, "openers"):
            occasion = any(self._is(i, "occasions") for i in clause)
            if any(map(self.tells, clause)) and not any(self.known(i) or i in self.named for i in clause):
                return True
            own = self.words[at] in closed_stems("own_openers")
            person = self.words[at] == "as" and any(self._is(i, "people") for i in clause)
            return (first and (own or occasion)) or (occasion and not self._content(clause)) or person
        return (first and self._is(at, "first")) or self.words[at] == "question"

    def _persona(self, start: int, end: int) -> bool:
        """Whether a sentence speaks of the one who asks, or of someone who only tells."""
        if not any(self.known(i) or i in self.named for i in range(start, end)):
            return True  # nothing in it that the plans speak of
        begun = self._led(start, end)
        subject = range(begun, min(begun + _SUBJECT, end))
        if self._is(begun, "supposing"):
            return False
        return any(self._is(i, "first") for i in subject) or any(map(self._someone, subject[:2]))

    def _someone(self, at: int) -> bool:
        """Whether a word is a person by itself: neither 'a parent's' nor 'community schools'."""
        if not self._is(at, "people") or self.typed[at].endswith(("'s", "’s")) or at + 1 == len(self.typed):
            return False
        return English.load().kinds.get(self.typed[at + 1].lower()) != "n"

    def _apart(
        self,
        number: int,
        sentences: Sequence[tuple[tuple[int, int], set[int]]],
        asks: Sequence[bool],
    ) -> bool:
        """Whether the question that follows, or went before, can be understood without a sentence."""
        following = [s for (s, _), a in zip(sentences[number + 1 :], asks[number + 1 :], strict=True) if a]
        if not following:
            return any(asks[:number]) and self._is(sentences[number][0][0], "first")
        places = range(*sentences[number][0])
        idle = not any(self.known(i) or i in self.named for i in places)
        start, end = following[0]
        told = sum(self.tells(i) or i in self.named for i in range(start, end))
        if any(map(self.worth, range(start, end))) and (idle or self._is(places[0] + 1, "copulas")):
            return True  # nothing in it that the plans speak of, or only who asks
        return told >= _ENOUGH and not self._points(start, end)

    def tells(self, at: int) -> bool:
        """Say whether a word is telling."""
        return self.worth(at) > 1

    def known(self, at: int) -> bool:
        """Say whether a word is telling, and the plans have it."""
        return self.worth(at) > 2

    def _content(self, places: Sequence[int]) -> bool:
        return any(self.tells(i) or i in self.named for i in places)

    def _demonstrative(self, at: int, end: int) -> bool:
        """Whether 'that' points to something, and joins no clause."""
        if self._is(at + 1, "sheets"):
            return False  # 'on that chart'
        if at + 1 == end or self._is(at - 1, "before_that") or (at + 2 == end and self._is(at + 1, "aux")):
            return True
        kinds = English.load().kinds
        before, after = (kinds.get(self.typed[i].lower(), "") for i in (at - 1, at + 1))
        return after == "n" and before != "n"

    def _points(self, start: int, end: int) -> bool:
        """Whether words point back to what was said before them."""
        told = 0
        for at in range(start, end):
            if self._is(at, "back") and told < _OWN:
                return True
            if self.words[at] == "that" and at > start and told < _OWN and self._demonstrative(at, end):
                return True
            told += self.tells(at) or at in self.named
        return False


def _stem_set(words: Sequence[str]) -> frozenset[str]:
    return frozenset(s for w in words for s in stems(w))
