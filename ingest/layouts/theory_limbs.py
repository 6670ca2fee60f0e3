"""Puts the limbs of theories of action together, wherever their labels stand."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache

from ingest.layouts.stream import Piece, continues
from ingest.source import Text
from ingest.wording import wording

__all__ = ["Theory", "theories"]

IF, THEN, WHICH = "ifClause", "thenClause", "whichWill"
_AFTER_LABEL = r"[\s.…,:]*"
_REMARK = re.compile(r"^\s*(?P<remark>\([^()]{3,120}\))\s*(?=If\b)")
_TURN = re.compile(r",\s+(?:then\s+)?(?=(?:[\w'’-]+\s+){1,6}?(?:will|can|would)\b)")


@dataclass
class Theory:
    """One theory of action, with the texts of its limbs; a limb may be missing."""

    parts: dict[str, list[Text]] = field(default_factory=dict)
    labels: list[Text] = field(default_factory=list)
    remark: Text = field(default_factory=Text)
    says_we: bool = False
    which: str = ""
    """The words before the outcome, in small letters: 'which will', 'so that'."""

    def limbs(self) -> list[tuple[str, Text]]:
        """Return the limbs in their order, each with its whole text."""
        joined = ((limb, Text.join(self.parts.get(limb, []))) for limb in (IF, THEN, WHICH))
        return [(limb, text) for limb, text in joined if text]

    @property
    def which_will(self) -> Text:
        """The outcome, or nothing."""
        return dict(self.limbs()).get(WHICH, Text())


@dataclass(frozen=True)
class _Limb:
    """A label with the text beside it, or a text alone (`name` is empty)."""

    name: str
    label: Text
    text: Text
    block: int = -1
    remark: Text = field(default_factory=Text)


def theories(pieces: Sequence[Piece]) -> list[Theory]:
    """Return the theories in the pieces of a section; labels apart from texts are matched by order."""
    reader = _Reader()
    for limb in _limbs(pieces):
        reader.take(limb)
    return reader.done()


class _Reader:
    """Gathers limbs into theories."""

    def __init__(self) -> None:
        self.found: list[Theory] = []
        self.waiting: list[str] = []
        self.texts: list[_Limb] = []
        self.current = ""

    def take(self, limb: _Limb) -> None:
        """Take the next label or text."""
        if not limb.name:
            self._take_text(limb)
            return
        if self.texts:
            self._match()
        if limb.name == IF and IF not in self.waiting:
            self._match()
            self.found.append(Theory(remark=limb.remark))
        if not self.found:
            return
        self.found[-1].labels.append(limb.label)
        self._name(limb)

    def _name(self, limb: _Limb) -> None:
        theory = self.found[-1]
        if limb.name == IF:
            theory.says_we = bool(re.search(r"we\W*$", str(limb.label), re.IGNORECASE))
        if limb.name == WHICH:
            theory.which = " ".join(re.findall(r"\w+", str(limb.label).lower())).removeprefix("and ")
        if limb.text:
            self.waiting, self.current = [], limb.name
            theory.parts.setdefault(limb.name, []).append(limb.text)
        else:
            self.waiting.append(limb.name)

    def _take_text(self, limb: _Limb) -> None:
        if self.waiting:
            self.texts.append(limb)
        elif self.found and self.current:
            texts = self.found[-1].parts[self.current]
            if continues(str(texts[-1]), str(limb.text)):
                texts.append(limb.text)

    def _match(self) -> None:
        """Give the waiting labels their texts, in order."""
        texts = _as_many([t.text for t in self.texts], len(self.waiting))
        for name, text in zip(self.waiting, texts, strict=False):
            self.found[-1].parts.setdefault(name, []).append(text)
            self.current = name
        self.waiting, self.texts = self.waiting[len(texts) :], []

    def done(self) -> list[Theory]:
        """Return the theories that have an if and something that follows."""
        if self.found:
            self._match()
        return [t for t in self.found if IF in t.parts and len(t.limbs()) > 1]


def _as_many(texts: list[Text], wanted: int) -> list[Text]:
    """Join texts that were cut until there are no more of them than labels."""
    while len(texts) > max(1, wanted):
        pairs = range(len(texts) - 1)
        goes_on = (i for i in pairs if continues(str(texts[i]), str(texts[i + 1])))
        at = next(goes_on, len(texts) - 2)
        texts = [*texts[:at], Text.join(texts[at : at + 2]), *texts[at + 2 :]]
    return texts


def _limbs(pieces: Sequence[Piece]) -> Iterator[_Limb]:
    waiting: _Limb | None = None
    for piece in pieces:
        remark, text = _remark(piece.text)
        named = [replace(limb, remark=remark) for limb in _named(text)]
        if not named and waiting and piece.block >= 0 and piece.block == waiting.block:
            whole = Text.join([waiting.text, text])
            waiting = replace(waiting, text=whole)
            continue
        if waiting:
            yield waiting
        limbs = named or [_Limb("", Text(), text)]
        yield from limbs[:-1]
        last = limbs[-1]
        waiting = replace(last, block=piece.block) if last.text else None
        if waiting is None:
            yield last
    if waiting:
        yield waiting


def _remark(text: Text) -> tuple[Text, Text]:
    m = text.search(_REMARK)
    return (text.group(m, "remark"), text[m.end() :]) if m else (Text(), text)


def _named(text: Text) -> Iterator[_Limb]:
    """Yield the limbs in one line or cell: its own label, and those that follow in the sentence."""
    for name, pattern in _opening():
        if m := text.search(pattern):
            yield from _inline(name, text[: m.end()].strip(), text[m.end() :])
            return


def _inline(name: str, label: Text, text: Text) -> Iterator[_Limb]:
    for later, pattern in _inside():
        if _order(later) > _order(name) and (m := text.search(pattern)):
            yield _Limb(name, label, _tidy(text[: m.start()]))
            yield from _inline(later, text.group(m).strip(), text[m.end() :])
            return
    own_label = re.search(r"\.\.|…|:", str(label))
    if name == IF and not own_label and (turn := text.search(_TURN)):
        yield _Limb(IF, label, _tidy(text[: turn.start()]))
        yield _Limb(THEN, Text(), _tidy(text[turn.end() :]))
        return
    yield _Limb(name, label, _tidy(text))


def _tidy(text: Text) -> Text:
    """Drop the dots and commas that only part a text from its label and from the next limb."""
    start = len(text.value) - len(text.value.lstrip(" .…,:"))
    return text[start:].strip().strip(",;").strip()


def _order(name: str) -> int:
    return (IF, THEN, WHICH).index(name)


@cache
def _opening() -> tuple[tuple[str, re.Pattern[str]], ...]:
    limbs = wording("theory_of_action")["limbs"].items()
    return tuple(
        (name, re.compile(rf"^\W*(?:{'|'.join(words)}){_AFTER_LABEL}", re.IGNORECASE))
        for name, words in limbs
    )


@cache
def _inside() -> tuple[tuple[str, re.Pattern[str]], ...]:
    limbs = wording("theory_of_action")["inline"].items()
    return tuple((name, re.compile(rf"(?:{'|'.join(words)}){_AFTER_LABEL}")) for name, words in limbs)
