"""The figures of an evaluation as a table for people."""

from collections.abc import Mapping, Sequence

from graph.ask.scoring import Report

__all__ = ["eval_table"]


def eval_table(figures: Sequence[Report], seconds: Mapping[str, float]) -> str:
    """Return one line for each kind of question, and one for how long answers took."""
    lines = [f"{'kind':14} {'questions':>9} {'score':>7} {'exact':>7} {'wrong':>7} {'declined':>9}"]
    lines += [
        f"{f.name:14} {f.questions:>9} {f.score:>7.3f} {f.exact:>7.3f} {f.wrong:>7.3f} {f.declined:>9.3f}"
        for f in figures
    ]
    times = ", ".join(f"{name} {1000 * value:.0f}" for name, value in seconds.items())
    return "\n".join([*lines, f"milliseconds for an answer: {times}"])
