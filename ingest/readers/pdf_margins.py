"""Page headers, footers and page numbers: lines at the edges of pages that come again and again."""

import re
from collections import defaultdict

from ingest.readers.pdf_lines import Line

__all__ = ["margins"]

_SAME_HEIGHT = 6.0  # points
_EDGE = 2  # lines at the top and at the bottom that may be a header or footer
_LEAST_SHARE = 0.4  # of the pages that bear a header, which may differ on the left and the right
_PAGE_NUMBER = re.compile(r"(?:page\s*)?[-–]?\s*\d{1,4}\s*[-–]?(?:\s*(?:of|/)\s*\d{1,4})?", re.IGNORECASE)


def margins(pages: list[list[Line]]) -> list[set[Line]]:
    """Return for each page the lines that are no part of the text.

    A header that says the same on each page is kept once, since it may be all that names the plan.
    """
    where: dict[tuple[str, int], list[tuple[int, Line]]] = defaultdict(list)
    for number, page in enumerate(pages):
        by_height = sorted(page, key=lambda line: line.top)  # columns are read one after the other
        for line in dict.fromkeys([*by_height[:_EDGE], *by_height[-_EDGE:]]):
            where[re.sub(r"\d+", "#", line.text.casefold()), round(line.top / _SAME_HEIGHT)].append(
                (number, line)
            )
    aside: list[set[Line]] = [set() for _ in pages]
    for places in where.values():
        numbered = bool(_PAGE_NUMBER.fullmatch(places[0][1].text.strip()))
        repeated = len(places) >= max(2, _LEAST_SHARE * len(pages))
        first = 0 if numbered or len({line.text for _, line in places}) > 1 else 1
        for number, line in places[first:] if numbered or repeated else []:
            aside[number].add(line)
    return aside
