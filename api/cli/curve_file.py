"""Draws risk against coverage as a page or a picture that opens without anything else."""

from pathlib import Path

from jinja2 import Environment, PackageLoader, StrictUndefined

from graph.ask.risk import RiskCurve
from graph.errors import UsageError

__all__ = ["check_curve_file", "write_curve"]

_TEMPLATES = {".html": "risk_coverage.html", ".svg": "risk_coverage.svg"}
_WIDTH, _HEIGHT = 640, 320
_HEADROOM = 1.25  # of the highest risk


def check_curve_file(file: Path) -> None:
    """Refuse, before anything is computed, what could not be written in the end; raises UsageError."""
    if file.suffix.lower() not in _TEMPLATES:
        raise UsageError(f"{file}: the curve is written as .html or .svg; name such a file with --curve.")
    if file.is_dir():
        raise UsageError(f"{file}: this is a folder; name a file in it with --curve.")
    if not file.parent.is_dir():
        raise UsageError(f"{file}: there is no folder {file.parent}; make it, or name another with --curve.")


def write_curve(curve: RiskCurve, file: Path, title: str) -> None:
    """Write the curve to a file; raises UsageError where that cannot be done."""
    check_curve_file(file)
    environment = Environment(
        loader=PackageLoader("api"), autoescape=True, undefined=StrictUndefined, trim_blocks=True,
        lstrip_blocks=True,
    )  # fmt: skip
    top = max([0.05, *(p.risk * _HEADROOM for p in curve.points)])
    template = environment.get_template(_TEMPLATES[file.suffix.lower()])
    text = template.render(
        curve=curve,
        title=title,
        width=_WIDTH,
        height=_HEIGHT,
        top=top,
        line=_line(curve, top),
        chance=_y(curve.by_chance, top),
        across=[(_WIDTH * share / 10, f"{10 * share}%") for share in range(0, 11, 2)],
        up=[(_y(top * part / 4, top), f"{100 * top * part / 4:.1f}%") for part in range(5)],
    )
    try:
        file.write_text(text, encoding="utf-8")
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise UsageError(f"{file}: the curve cannot be written: {reason}; name another file.") from error


def _line(curve: RiskCurve, top: float) -> str:
    """The points of the curve, from left to right."""
    placed = [(p.coverage * _WIDTH, _y(p.risk, top)) for p in curve.points]
    start = [(0.0, placed[0][1])] if placed else []
    return " ".join(f"{x:.1f},{y:.1f}" for x, y in [*start, *placed])


def _y(risk: float, top: float) -> float:
    return round(_HEIGHT * (1 - risk / top), 1)
