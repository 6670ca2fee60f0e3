"""Where students go on to is followed along their program, there and back."""

from dataclasses import replace

import pytest

from graph.feeders import FeederLink, Feeders, feeders
from graph.items import Reader
from graph.store import Store

ID = "https://w3id.org/goldenthread/id/"


def short(links: tuple[FeederLink, ...]) -> list[tuple[str, str]]:
    return [(link.source.removeprefix(ID), link.target.removeprefix(ID)) for link in links]


@pytest.fixture
def known(district: Store) -> Feeders:
    return feeders(Reader(district))


def test_the_way_on_and_the_way_to(known: Feeders) -> None:
    assert short(known.way_on(f"{ID}oak")) == [("oak", "ash"), ("ash", "fir")]
    assert short(known.way_to(f"{ID}fir")) == [("ash", "fir"), ("elm", "ash"), ("oak", "ash")]
    assert known.way_on(f"{ID}fir") == ()


def test_a_way_stays_in_its_program(known: Feeders) -> None:
    other = tuple(
        replace(link, program="Arts") if link.source.endswith("ash") else link for link in known.links
    )

    assert short(replace(known, links=other).way_on(f"{ID}oak")) == [("oak", "ash")]


def test_a_circle_of_schools_ends(known: Feeders) -> None:
    back = replace(known.links[0], iri="back", source=f"{ID}fir", target=f"{ID}oak")

    assert len(replace(known, links=(*known.links, back)).way_on(f"{ID}oak")) == 3


def test_schools_are_told_with_what_is_known(known: Feeders) -> None:
    oak, yew = (known.school(f"{ID}{name}") for name in ("oak", "yew"))

    assert (oak.tier, oak.levels, oak.lowest) == ("Focus", ("elementary",), 0)
    assert yew.levels == ("elementary", "middle")
    assert [(label, status) for _, label, status in oak.programs] == [("Greek Immersion", "existing")]
    assert oak.as_json()["tiers"] == [{"year": "2016-17", "tier": "Focus"}]
