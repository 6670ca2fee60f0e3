"""The addresses of pages, in one place; templates and scripts take them from here."""

import re
from collections.abc import Mapping, Sequence
from urllib.parse import quote, urlencode, urlsplit

from graph.items import Item, identifier
from graph.model import Evidence

__all__ = [
    "answer",
    "asked",
    "drawn",
    "item",
    "outlined",
    "own_address",
    "picture",
    "plan",
    "school",
    "sheet",
    "source",
    "trace",
    "unit",
]


def item(iri: str) -> str:
    """Return the page of an item.

    >>> item("https://w3id.org/goldenthread/id/district/school/a")
    '/items/district/school/a'
    """
    return f"/items/{quote(identifier(iri))}"


def trace(iri: str) -> str:
    """Return the page of the thread through an item."""
    return f"/trace/{quote(identifier(iri))}"


def plan(iri: str) -> str:
    """Return the page of a plan as an outline."""
    return f"/plans/{quote(identifier(iri))}"


def unit(iri: str) -> str:
    """Return the sheet of a unit."""
    return f"/leads/{quote(identifier(iri))}"


def school(iri: str) -> str:
    """Return the sheet of a school."""
    return f"/schools/{quote(identifier(iri))}"


def sheet(one: Item) -> str:
    """Return the page that tells more of an item than its own does: of a plan, unit, school; '' of others."""
    made = _SHEETS.get(one.type)
    return made(one.iri) if made else ""


def outlined(one: Item, of: Item) -> str:
    """Return the place of an item in the outline of its plan.

    >>> one = Item("https://w3id.org/goldenthread/id/plan/goal1", "Read well", "Goal")
    >>> outlined(one, Item("https://w3id.org/goldenthread/id/plan", "The plan", "Plan"))
    '/plans/plan?item=plan%2Fgoal1#plan-goal1'
    """
    return f"{plan(of.iri)}?{urlencode({'item': one.id})}#{one.id.replace('/', '-')}"


def source(place: Evidence) -> str:
    """Return the view of a document with one place of it marked.

    >>> source(Evidence("plan.txt", 3, 4, None, "Open a desk"))
    '/source/plan.txt?start=3&end=4&quote=Open+a+desk#place'
    """
    at = {"start": place.start_line, "end": place.end_line, "page": place.page, "cell": place.cell}
    given = {name: value for name, value in at.items() if value is not None}
    return f"/source/{quote(place.document)}?{urlencode(given | {'quote': place.quote[:_LONGEST]})}#place"


def drawn(kind: str, iri: str = "") -> str:
    """Return the page of a map, of one item where it is named."""
    return f"/maps/{kind}" + (f"?{urlencode({'item': identifier(iri)})}" if iri else "")


def picture(kind: str, filters: Mapping[str, str], form: str = "svg") -> str:
    """Return a map in one of its forms: a picture, a file, or a page within another.

    >>> picture("feeder", {"status": "existing"})
    '/api/maps/feeder?status=existing&format=svg'
    """
    return f"/api/maps/{kind}?{urlencode({**filters, 'format': form})}"


def asked(question: str, after: Sequence[str] = ()) -> str:
    """Return the page of a question's answer, after the questions that it follows.

    >>> asked("Who leads?"), asked("And when?", ["Who leads?"])
    ('/?q=Who+leads%3F', '/?q=And+when%3F&after=Who+leads%3F')
    """
    return f"/?{_asked(question, after)}"


def answer(form: str, question: str, after: Sequence[str] = ()) -> str:
    """Return an answer as a file or map: csv, json, map or xlsx."""
    return f"/api/answers/{form}?{_asked(question, after)}"


def _asked(question: str, after: Sequence[str]) -> str:
    return urlencode([("q", question), *(("after", one) for one in after)])


def own_address(given: str) -> str:
    """Return an address to go on to if it is one of ours, and else the first page.

    >>> [own_address(a) for a in ("/items?kind=Goal", "//elsewhere.example", "javascript:1")]
    ['/items?kind=Goal', '/', '/']
    """
    parts = urlsplit(given) if _OWN.fullmatch(given) else None
    return given if parts and not parts.scheme and not parts.netloc else "/"


_SHEETS = {"Plan": plan, "OrganizationalUnit": unit, "School": school}
_OWN = re.compile(r"/(?![/\\])[^\\\x00-\x20\x7f]*")
_LONGEST = 300  # of a quote in an address: enough to find it, short enough for every server
