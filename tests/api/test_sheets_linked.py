"""Items lead to the sheets of their plan, units and schools, and these lead back."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from graph.settings import Settings


@pytest.fixture(scope="module")
def client(district_path: Path) -> Iterator[TestClient]:
    with TestClient(create_app(Settings(store=district_path))) as opened:
        yield opened


def of_kind(client: TestClient, kind: str) -> str:
    return str(client.get("/api/items", params={"kind": kind}).json()["items"][0]["id"])


@pytest.mark.parametrize(
    ("kind", "sheet"), [("Plan", "/plans/"), ("OrganizationalUnit", "/leads/"), ("School", "/schools/")]
)
def test_an_item_with_a_sheet_of_its_own_leads_there_and_back(
    client: TestClient, kind: str, sheet: str
) -> None:
    name = of_kind(client, kind)

    assert f'href="{sheet}{name}"' in client.get(f"/items/{name}").text
    assert f'href="/items/{name}"' in client.get(f"{sheet}{name}").text


def test_an_item_of_a_plan_leads_to_its_place_in_the_outline(client: TestClient) -> None:
    html = client.get("/items/master/rec1").text
    link = 'href="/plans/master?item=master%2Frec1#master-rec1"'

    assert link in html
    assert 'id="master-rec1"' in client.get("/plans/master?item=master/rec1").text


def test_a_unit_that_leads_an_action_is_linked_to_its_load(client: TestClient) -> None:
    actions = [one["id"] for one in client.get("/api/items", params={"kind": "Action"}).json()["items"]]
    led = {action: leaders_of(client, action) for action in actions}
    action, units = next((action, units) for action, units in led.items() if units)

    assert all(f'href="/leads/{unit}"' in client.get(f"/items/{action}").text for unit in units)


def leaders_of(client: TestClient, action: str) -> list[str]:
    groups = client.get(f"/api/sheets/{action}").json()["relations"]
    near = (one["item"] for group in groups for one in group["relations"])
    return [item["id"] for item in near if item["type"] == "OrganizationalUnit"]


def test_a_row_of_the_schools_cites_its_programs_tier_and_level(client: TestClient) -> None:
    html = client.get("/schools?tier=Focus").text
    row = html.split('<th scope="row">')[1].split("</tr>")[0]
    level, tier, programs = row.split("<td>")[1:4]

    assert "/source/" in tier
    assert "/source/" in programs
    assert "/source/" in level or "#named" in level
