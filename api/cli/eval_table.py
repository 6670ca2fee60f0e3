"""The figures of an evaluation as a table for people."""

from collections.abc import Mapping, Sequence

from graph.ask.risk import RiskCurve
from graph.ask.scoring import Report

__all__ = ["eval_table"]


def eval_table(figures: Sequence[Report], seconds: Mapping[str, float], risk: RiskCurve) -> str:
    """Return a line for each kind of question, one for how long answers took, one for the risk."""
    lines = [f"{'kind':14} {'questions':>9} {'score':>7} {'exact':>7} {'wrong':>7} {'declined':>9}"]
    lines += [
        f"{f.name:14} {f.questions:>9} {f.score:>7.3f} {f.exact:>7.3f} {f.wrong:>7.3f} {f.declined:>9.3f}"
        for f in figures
    ]
    times = ", ".join(f"{name} {1000 * value:.0f}" for name, value in seconds.items())
    area = (
        f"mean risk from the surest answer on: {risk.area:.3f} "
        f"({risk.by_chance:.3f} if confidence told nothing, {risk.at_best:.3f} at best)"
    )
    return "\n".join([*lines, f"milliseconds for an answer: {times}", area])
