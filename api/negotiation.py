"""Which form of a SPARQL result a client takes, by its Accept header (RFC 9110, section 12.5.1)."""

from dataclasses import dataclass

from starlette.exceptions import HTTPException

__all__ = ["OFFERED", "Offer", "chosen"]


@dataclass(frozen=True, slots=True)
class Offer:
    """A form in which a result can be written: the store's name for it and its media types."""

    form: str
    media_types: tuple[str, ...]


ROWS = (
    Offer("json", ("application/sparql-results+json", "application/json")),
    Offer("xml", ("application/sparql-results+xml", "application/xml", "text/xml")),
    Offer("csv", ("text/csv",)),
    Offer("tsv", ("text/tab-separated-values",)),
)
TRIPLES = (
    Offer("ttl", ("text/turtle", "application/x-turtle")),
    Offer("nt", ("application/n-triples", "text/plain")),
    Offer("xml", ("application/rdf+xml",)),
)
OFFERED = tuple(offer.media_types[0] for offer in (*ROWS, *TRIPLES))


def chosen(accept: str, *, triples: bool) -> tuple[str, str]:
    """Return the form and media type that a client likes best; the first offered where it does not care.

    Raises HTTPException 406 where it takes none of them.

    >>> chosen("text/csv;q=0.5, application/sparql-results+xml", triples=False)
    ('xml', 'application/sparql-results+xml')
    """
    offers = TRIPLES if triples else ROWS
    liking = [(_quality(accept, media), offer.form, media) for offer in offers for media in offer.media_types]
    best = max(liking, key=lambda entry: entry[0])
    if best[0] <= 0:
        offered = ", ".join(offer.media_types[0] for offer in offers)
        raise HTTPException(406, f"The result of this query comes as {offered}; ask for one of these.")
    return best[1], best[2]


def _quality(accept: str, media: str) -> float:
    """Return how much a media type is liked: the most exact range that fits it decides."""
    fitting = [(_exactness(given, media), q) for given, q in _ranges(accept) if _exactness(given, media)]
    return max(fitting)[1] if fitting else 0.0


def _exactness(given: str, media: str) -> int:
    if given == media:
        return 3
    if given == f"{media.split('/', maxsplit=1)[0]}/*":
        return 2
    return int(given == "*/*")


def _ranges(accept: str) -> list[tuple[str, float]]:
    found = []
    for part in accept.split(","):
        given, *parameters = (p.strip().lower() for p in part.split(";"))
        weights = [p.removeprefix("q=") for p in parameters if p.startswith("q=")]
        try:
            found.append((given, float(weights[0]) if weights else 1.0))
        except ValueError:  # a weight that is no number makes the range worth nothing
            found.append((given, 0.0))
    return [(given, q) for given, q in found if given] or [("*/*", 1.0)]
