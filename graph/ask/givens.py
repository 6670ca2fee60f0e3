"""Answers those parts of a question that the plans give, and names the parts that they do not give."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from graph.ask.choose import Choice
from graph.ask.execute import Found
from graph.ask.question import Question
from graph.ask.responses import Responses
from graph.ask.stations import Station
from graph.ask.threads import Threads
from graph.model import Answer

__all__ = ["Givens"]

_TRIED = 4
_NAME = 70  # letters of a name in a note


@dataclass(frozen=True)
class Givens:
    """Answers in part."""

    threads: Threads
    responses: Responses

    def of(self, question: Question) -> Answer | None:
        """Return the parts about one thing that are given; None where it is not sure, or nothing is given."""
        stations = self.threads.parts(question)
        best: tuple[Found, list[Found], list[Station]] | None = None
        for pivot in list(self.threads.sure(question, stations))[:_TRIED] if stations else ():
            lacking: list[Station] = []
            whole = self.threads.whole(pivot)
            about = (pivot, whole) if whole else (pivot,)
            found = self.threads.followed(question, stations, about, lacking)
            if any(self.threads.asides.apart(question, stations, s, pivot) for s in lacking):
                continue  # what another plan says of it was not found, and may stand there
            given = found and any(f is not pivot for f in found)
            if found and given and (best is None or len(lacking) < len(best[2])):
                best = pivot, found, lacking
        return self._told(question, *best) if best else None

    def _told(
        self, question: Question, pivot: Found, found: Sequence[Found], lacking: Sequence[Station]
    ) -> Answer:
        answer = self.responses.found(question, [Choice(f) for f in found])
        return replace(answer, notes=(*self._lacking(pivot, lacking), *answer.notes))

    def _lacking(self, pivot: Found, stations: Sequence[Station]) -> list[str]:
        sources, profile = self.responses.sources, self.responses.profile
        label = sources.label(pivot.rows[0].value)
        name = f"“{label[:_NAME]}…”" if len(label) > _NAME else f"“{label}”"
        asked = [s.targets[0] for s in stations]
        nouns = [profile.names_of(t.property or t.cls)[0] for t in asked]
        return [f"The plans give no {noun} for {name}." for noun in dict.fromkeys(nouns)]
