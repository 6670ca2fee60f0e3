"""What the ask page and its files stand on: answers, how they are laid out, suggestions and examples."""

from collections.abc import Sequence

from api.deps import House
from graph.answer_parts import Known, Laid, laid_out
from graph.ask.remembered import Remembered
from graph.askable import Asked
from graph.errors import GoldenthreadError
from graph.links import read_links
from graph.listing import Listing, list_items
from graph.model import Answer
from graph.suggesting import Suggester, suggester

__all__ = ["READERS", "Examples", "answered", "examples", "known", "laid", "suggests"]

READERS = ("leaders", "planners", "auditors")
_EACH = 5  # examples for each reader
_TRIED = 2  # questions of one pattern that are tried until one has an answer

Examples = dict[str, tuple[str, ...]]


def answered(house: House, question: str, after: Sequence[str] = ()) -> Answer:
    """Return the answer to a question after earlier ones, the oldest first.

    It is remembered: a page, its files and its map are of one answer.
    """
    kept: Remembered[tuple[str, ...], Answer] = house.kept("answers", lambda _: Remembered())
    asked = (*after, question)
    found = kept.get(asked)
    if found is None:
        found = kept[asked] = house.answering().answer(question, after)
    return found


def laid(house: House, answer: Answer, at: int) -> Laid:
    """Return an answer laid out for a page."""
    return laid_out(answer, known(house), at)


def known(house: House) -> Known:
    """Return what is known of the items of the store as it is now."""
    return house.kept(
        "known", lambda store: Known.of(store, _listing(house), house.kept("links", read_links))
    )


def suggests(house: House) -> Suggester:
    """Return what suggests items and questions."""
    return house.kept("suggester", lambda _: suggester(_listing(house), house.kept("links", read_links)))


def examples(house: House) -> Examples:
    """Return questions for each kind of reader that the store answers: each was asked."""
    return house.kept("examples", lambda _: _examples(house))


def _examples(house: House) -> Examples:
    asked = suggests(house).questions.things
    return {reader: tuple(_answerable(house, [a for a in asked if a.reader == reader])) for reader in READERS}


def _answerable(house: House, asked: Sequence[Asked]) -> list[str]:
    """One question of each pattern, of those that the engine answers."""
    patterns: dict[int, list[Asked]] = {}
    for one in asked:
        patterns.setdefault(one.pattern, []).append(one)
    found = []
    for several in patterns.values():
        text = next((a.text for a in several[:_TRIED] if _has_answer(house, a.text)), "")
        if text:
            found.append(text)
        if len(found) == _EACH:
            break
    return found


def _has_answer(house: House, text: str) -> bool:
    try:
        return answered(house, text).status == "answered"
    except GoldenthreadError:
        return False


def _listing(house: House) -> Listing:
    return house.kept("listing", list_items)
