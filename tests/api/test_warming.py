"""What pages stand on is made ready beforehand, once for all who ask, and of the store as it is now."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event
from time import monotonic, sleep

import pytest
from fastapi.testclient import TestClient
from rdflib import RDF, RDFS, Literal, URIRef

from api import warming
from api.app import create_app
from api.deps import House
from api.warming import Warming
from graph.listing import list_items
from graph.settings import Settings
from graph.store import Store
from graph.vocabulary import GT

PATIENCE = 20.0
ITEM = URIRef("https://w3id.org/goldenthread/id/d/action/1")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    write(tmp_path / "store", "Open a desk")
    return tmp_path / "store"


@pytest.fixture(autouse=True)
def _short(monkeypatch: pytest.MonkeyPatch) -> None:
    """No embedding model: only what is read from the store is made ready."""
    monkeypatch.setattr(warming, "_LOOK", 0.02)
    monkeypatch.setattr(warming, "_MADE", (lambda house: house.kept("listing", list_items),))


def write(path: Path, label: str) -> None:
    with Store.writing(path) as store:
        store.replace_graph(
            URIRef("https://w3id.org/goldenthread/doc/a"),
            [(ITEM, RDF.type, GT.Action), (ITEM, RDFS.label, Literal(label))],
        )


def until_kept(house: House) -> bool:
    """Wait until the list of the store as it is now is there without anyone having asked for it."""
    end = monotonic() + PATIENCE
    while monotonic() < end:
        if house._kept_of is house.store() and "listing" in house._kept and house._kept["listing"].is_made:
            return True
        sleep(0.02)
    return False


def test_it_is_ready_after_the_start_and_after_a_change(path: Path) -> None:
    house = House(Settings(store=path))
    background = Warming(house)
    background.start()
    try:
        before = until_kept(house)
        write(path, "Open two desks")

        assert before
        assert until_kept(house)
        assert [i.label for i in house._kept["listing"].value.items] == ["Open two desks"]
    finally:
        background.close()
        house.close()


def test_a_page_asked_at_once_after_a_change_tells_the_change(path: Path) -> None:
    with TestClient(create_app(Settings(store=path), warmed=True)) as client:
        before = client.get("/items").text
        write(path, "Open two desks")

        assert "Open a desk" in before
        assert "Open two desks" in client.get("/items").text


def test_what_many_ask_for_at_once_is_made_once(path: Path) -> None:
    house, made = House(Settings(store=path)), []

    def make(_: Store) -> str:
        made.append(1)
        sleep(0.1)
        return "made"

    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(lambda _: house.kept("x", make), range(4)))

    assert (found, len(made)) == (["made"] * 4, 1)


def test_what_could_not_be_made_is_tried_again(path: Path) -> None:
    house = House(Settings(store=path))

    def fail(_: Store) -> str:
        raise ValueError

    with pytest.raises(ValueError):  # noqa: PT011  # any error does
        house.kept("x", fail)

    assert house.kept("x", lambda _: "made") == "made"


def test_nobody_waits_for_something_else_that_is_being_made(path: Path) -> None:
    house, begun, go_on = House(Settings(store=path)), Event(), Event()

    def slow(_: Store) -> str:
        begun.set()
        go_on.wait(PATIENCE)
        return "slow"

    with ThreadPoolExecutor(1) as pool:
        waiting = pool.submit(house.kept, "slow", slow)
        begun.wait(PATIENCE)
        quick = house.kept("quick", lambda _: "quick")
        go_on.set()

        assert (quick, waiting.result()) == ("quick", "slow")


def test_the_end_does_not_wait_for_what_is_being_made(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    house, begun, go_on, after = House(Settings(store=path)), Event(), Event(), []

    def slow(_: House) -> None:
        begun.set()
        go_on.wait(PATIENCE)

    monkeypatch.setattr(warming, "_MADE", (slow, after.append))
    monkeypatch.setattr(warming, "_END", 0.01)
    background = Warming(house)
    background.start()
    begun.wait(PATIENCE)
    background.close()
    go_on.set()
    background._thread.join(PATIENCE)

    assert after == []
