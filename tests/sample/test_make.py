"""The sample's DOCX and PDF say what their source texts say."""

from pathlib import Path

from tests.sample import make


def test_the_files_are_those_of_the_sources() -> None:
    built = dict(make.build(source) for source in make.SOURCE.glob("*.yaml"))

    assert {Path(name).suffix for name in built} == {".docx", ".pdf"}
    for name, body in built.items():
        assert make.same((make.SAMPLE / name).read_bytes(), body), f"{name}: run tests/sample/make.py"


def test_building_twice_gives_the_same_bytes() -> None:
    for source in make.SOURCE.glob("*.yaml"):
        assert make.build(source) == make.build(source)
