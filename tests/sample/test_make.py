"""The sample's DOCX and PDF say what their source texts say."""

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest


@pytest.fixture(scope="module")
def make(sample: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("make", sample / "make.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _sources(sample: Path) -> list[Path]:
    return sorted((sample / "source").glob("*.yaml"))


def test_the_files_are_those_of_the_sources(make: ModuleType, sample: Path) -> None:
    built = dict(make.build(source) for source in _sources(sample))

    assert {Path(name).suffix for name in built} == {".docx", ".pdf"}
    for name, body in built.items():
        assert make.same((sample / name).read_bytes(), body), f"{name} is stale; run python sample/make.py"


def test_building_twice_gives_the_same_bytes(make: ModuleType, sample: Path) -> None:
    for source in _sources(sample):
        assert make.build(source) == make.build(source)
