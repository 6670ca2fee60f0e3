"""The matrix of alignment counts actions by group, target and basis, with the actions in each cell."""

import pytest

from graph.errors import UsageError
from graph.matrix import alignment_matrix
from graph.store import Store


def test_cells_hold_actions_by_basis(district: Store) -> None:
    cells = alignment_matrix(district).as_json()["cells"]

    assert {(c["group"], c["basis"], c["count"]) for c in cells} == {
        ("Strong Schools", "section", 1),
        ("Strong Schools", "stated", 1),
        ("Family Services Plan 2023-24", "inferred", 1),
    }
    assert all(a["evidence"] for c in cells for a in c["actions"])


def test_targets_without_actions_are_named(district: Store) -> None:
    assert [t.label for t in alignment_matrix(district).uncovered] == [
        "Renew the buildings within ten years."
    ]


def test_an_inferred_link_covers_nothing(district: Store) -> None:
    matrix = alignment_matrix(district)

    assert "https://w3id.org/goldenthread/id/department/action" not in matrix.aligned


def test_actions_can_be_grouped_by_unit(district: Store) -> None:
    groups = alignment_matrix(district, "unit").groups

    assert set(groups.values()) == {"Safety Office", "no unit stated"}


def test_an_unknown_grouping_is_told(district: Store) -> None:
    with pytest.raises(UsageError, match="cannot be grouped by 'colour'"):
        alignment_matrix(district, "colour")


def test_an_action_of_several_horizons_is_counted_once(district: Store) -> None:
    groups = alignment_matrix(district, "horizon").groups

    assert len(groups) == len(alignment_matrix(district).groups)
    assert "no horizon stated" in groups.values()
