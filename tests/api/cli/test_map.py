"""`goldenthread map` writes a page or picture, and tells in a sentence what it cannot draw."""

from pathlib import Path

import pytest

from api.cli.main import run


def exit_code(monkeypatch: pytest.MonkeyPatch, store: Path, *words: object) -> int:
    monkeypatch.setattr("sys.argv", ["goldenthread", "map", *map(str, words), "--store", str(store)])
    with pytest.raises(SystemExit) as ended:
        run()
    return int(str(ended.value.code or 0))


def test_a_picture_of_one_school(
    monkeypatch: pytest.MonkeyPatch, district_path: Path, tmp_path: Path
) -> None:
    out = tmp_path / "oak.svg"

    assert exit_code(monkeypatch, district_path, "feeder", "--school", "Oak", "--out", out) == 0
    assert out.read_text().startswith("<svg")
    assert "Elm Elementary" not in out.read_text()


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("feeder", "--by", "unit", "--out", "x.html"), "The map feeder has no filter 'by'"),
        (("feeder", "--item", "Safety Office", "--out", "x.html"), "is not a school or program"),
        (("feeder", "--out", "x.png"), "A map is written as .html or .svg"),
    ],
)
def test_what_cannot_be_drawn_is_told(
    monkeypatch: pytest.MonkeyPatch,
    district_path: Path,
    capsys: pytest.CaptureFixture[str],
    words: tuple[str, ...],
    told: str,
) -> None:
    assert exit_code(monkeypatch, district_path, *words) == 2
    assert told in " ".join(capsys.readouterr().err.split())
