"""The wheel holds the four packages with their data files, and nothing else."""

from pathlib import Path
from zipfile import ZipFile

import pytest
from hatchling.builders.wheel import WheelBuilder

from tests.project.tree import PACKAGES, ROOT, tracked


@pytest.fixture(scope="module")
def contents(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    folder = tmp_path_factory.mktemp("wheel")
    [wheel] = WheelBuilder(str(ROOT)).build(directory=str(folder), versions=["standard"])
    with ZipFile(Path(wheel)) as opened:
        return set(opened.namelist())


def test_the_top_level_is_the_house(contents: set[str]) -> None:
    top = {name.split("/")[0] for name in contents}

    assert {name for name in top if not name.endswith(".dist-info")} == set(PACKAGES)


def test_every_file_of_the_packages_is_in_it(contents: set[str]) -> None:
    wanted = {f.relative_to(ROOT).as_posix() for f in tracked() if f.relative_to(ROOT).parts[0] in PACKAGES}

    assert wanted <= contents
    assert {Path(name).suffix for name in wanted} >= {".py", ".ttl", ".rq", ".yaml"}


def test_the_licence_and_the_command_are_in_it(contents: set[str]) -> None:
    kept = {name.split("/", 1)[1] for name in contents if ".dist-info/" in name}

    assert {"licenses/LICENSE", "entry_points.txt"} <= kept
