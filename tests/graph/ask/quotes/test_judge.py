"""The weights of quotations are known for every figure and nothing else."""

from graph.ask.lexicon import load_data
from graph.ask.quotes.features import NAMES
from graph.ask.quotes.judge import Judge


def test_every_figure_has_a_weight() -> None:
    assert set(load_data("quotes/quotes.yaml")["weights"]) == set(NAMES)


def test_a_quotation_that_stands_out_is_surer() -> None:
    judge = Judge.measured()
    plain = dict.fromkeys(NAMES, 0.5)

    assert judge.sure([*(plain | {"ahead": 0.9}).values()]) > judge.sure([*plain.values()])
    assert 0 < judge.enough < judge.firm < 1
