"""A page runs its own scripts and nothing else, and stands where it is put."""

import json
import re
from base64 import b64encode
from hashlib import sha256
from typing import Any

import pytest

from graph.items import Reader
from graph.store import Store
from tests.viz.test_fold import made
from viz.fold import folded
from viz.maps import KINDS, draw, view_of
from viz.page import Setting, page, policy
from viz.view import Table, View
from viz.wanted import Wanted


def data_of(html: str) -> dict[str, Any]:
    found = re.search(r'<script type="application/json" id="data">(.*?)</script>', html, re.DOTALL)
    assert found
    data: dict[str, Any] = json.loads(found[1])
    return data


def large() -> View:
    return View("Large", "", (folded(made(400, 500)),), (), Table(("a",), (("b",),)), "")


@pytest.mark.parametrize("kind", KINDS)
def test_the_policy_names_the_hash_of_each_script_and_style(district: Store, kind: str) -> None:
    html = draw(district, kind, Wanted(item="Recommendation 2") if kind == "trace" else Wanted())
    run = re.findall(r"<(?:script|style)>(.*?)</(?:script|style)>", html, re.DOTALL)

    assert len(run) == 3
    for text in run:
        assert f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'" in policy()
    assert "unsafe" not in html[: html.index("<style>")]
    assert re.search(r"<meta [^>]*Content-Security-Policy", html)


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_of_a_page_has_a_style_or_handler_of_its_own(district: Store, kind: str) -> None:
    html = draw(district, kind, Wanted(item="Recommendation 2") if kind == "trace" else Wanted())
    markup = re.sub(r"<(script|style)\b.*?</\1>", "", html, flags=re.DOTALL)

    assert not re.search(r"<[^>]*\s(style|on\w+)=", markup)


def test_boxes_lead_to_their_pages_only_where_there_are_any(district: Store) -> None:
    view = view_of(Reader(district), "feeder")
    alone, served = (
        data_of(page(view)),
        data_of(page(view, Setting(address=lambda iri: f"/items/{iri[-3:]}"))),
    )

    assert not any("href" in about for about in alone["about"].values())
    assert {about["href"] for about in served["about"].values()} >= {"/items/oak", "/items/ash"}


def test_a_file_holds_everything_and_a_site_what_is_asked_for() -> None:
    view = large()
    alone, first = data_of(page(view)), data_of(page(view, Setting(opening="/api/maps/x?format=frame")))
    box = first["sheets"][0]["opens"][0]
    opened = data_of(page(view, Setting(opening="/api/maps/x?format=frame"), box))

    assert len(alone["sheets"]) > len(first["sheets"]) == len(opened["sheets"]) == 1
    assert opened["sheets"][0]["id"] == box
    assert {hidden[0] for hidden in first["hidden"]} <= {f"n{at:05}" for at in range(400)}


def test_a_page_within_another_has_no_title_of_its_own(district: Store) -> None:
    html = page(view_of(Reader(district), "feeder"), Setting(framed=True))

    assert "<h1" not in html


def test_a_page_has_its_picture_where_no_script_runs(district: Store) -> None:
    html = draw(district, "feeder")

    assert re.search(r'<noscript class="picture"><svg .*?Oak Elementary.*?</svg>', html, re.DOTALL)


def test_the_words_of_the_controls_are_translated(district: Store) -> None:
    html = page(view_of(Reader(district), "feeder"), Setting(language="es", translate=str.upper))

    assert '<html lang="es">' in html
    assert ">FIND<" in html


def test_pieces_of_a_line_carry_its_number(district: Store) -> None:
    [sheet] = data_of(draw(district, "feeder"))["sheets"]
    named = [edge["line"] for edge in sheet["edges"] if edge.get("named")]

    assert sorted(named) == list(range(len(sheet["lines"])))
