"""Fits and measures how quotations are judged: how often what would be quoted is right.

    python benchmarks/quotes.py DIR QUESTIONS.jsonl [MORE.jsonl …]

DIR is a store. Every quotation that the gates let through is held against the expected answers; a logistic
sum is fitted on all files of questions but one and measured on that one, in turn, since the questions of one
author are alike. Questions that typed facts do not answer, for which quotations are made, count most; every
question counts the same, however many quotations there are for it. What is printed goes
into `graph/ask/quotes/quotes.yaml`, by hand.
"""

import argparse
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from graph.ask.engine import Engine
from graph.ask.opening import open_engine
from graph.ask.questions import AskedQuestion, read_questions
from graph.ask.quotes.features import NAMES
from graph.ask.scoring import score
from graph.model import Answer
from graph.settings import Settings

__all__ = ["main"]

_RIGHT = 0.5  # score from which a quotation answers
_STEPS = 40
_SILENT, _SPOKEN = 16.0, 6.0  # what a question counts that typed facts leave open, or answer
_RIDGE = 3.0  # how much large weights cost
_LEVELS = (0.2, 0.25, 0.3, 0.35, 0.4, 0.5, 0.6, 0.7)

Row = NDArray[np.float64]


@dataclass(frozen=True)
class Tried:
    """All quotations for all questions: figures, scores, questions, and whether typed facts are silent."""

    figures: Row
    scores: Row
    questions: NDArray[np.intp]
    files: NDArray[np.intp]
    silent: NDArray[np.bool_]

    @property
    def weight(self) -> Row:
        """What each quotation counts."""
        several = np.bincount(self.questions)[self.questions]
        return np.where(self.silent, _SILENT, _SPOKEN) / several


def tried(engine: Engine, asked: list[tuple[int, AskedQuestion]]) -> Tried:
    """Score every quotation that may answer."""
    rows: list[tuple[tuple[float, ...], float, int, int, bool]] = []
    search = engine.decider.passages
    for number, (file, one) in enumerate(asked):
        question = engine.read(one.question)
        answer = engine.answer(one.question)
        silent = answer.status != "answered" or any(i.basis == "passage" for i in answer.answers)
        for _, candidate in search.ranked(question):
            items = search.items(question, candidate, 1.0)
            given = Answer(one.question, "answered", "", "single", items)
            rows.append((candidate.figures, score(one, given), number, file, silent))
    figures, scores, *places, silences = zip(*rows, strict=True)
    silent = np.array(silences, dtype=np.bool_)
    return Tried(np.array(figures), np.array(scores), *map(np.array, places), silent)


def fitted(figures: Row, right: Row, weight: Row) -> Row:
    """Return the weights of a logistic sum, the bias last, by Newton's method with a ridge."""
    middle, width = figures.mean(axis=0), figures.std(axis=0) + 1e-9
    given = np.column_stack([(figures - middle) / width, np.ones(len(figures))])
    ridge = np.diag([*np.full(figures.shape[1], _RIDGE), 0.0])
    found = np.zeros(given.shape[1])
    for _ in range(_STEPS):
        likely = 1 / (1 + np.exp(-given @ found))
        slope = given.T @ (weight * (right - likely)) - ridge @ found
        bend = (given.T * (weight * likely * (1 - likely))) @ given + ridge
        found += np.linalg.solve(bend, slope)
    plain = found[:-1] / width
    return np.append(plain, found[-1] - plain @ middle)


def held_out(data: Tried) -> Row:
    """Return how likely each quotation is, by weights that did not see the file of its question."""
    right, weight = (data.scores >= _RIGHT).astype(float), data.weight
    found = np.zeros(len(right))
    for file in set(data.files.tolist()):
        seen = data.files != file
        weights = fitted(data.figures[seen], right[seen], weight[seen])
        found[~seen] = 1 / (1 + np.exp(-data.figures[~seen] @ weights[:-1] - weights[-1]))
    return found


def main() -> None:
    """Print the weights, and how often quotations are right from which likelihood on."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("store", type=Path)
    parser.add_argument("questions", type=Path, nargs="+")
    given = parser.parse_args()
    asked = [(n, q) for n, file in enumerate(given.questions) for q in read_questions(file)]
    data = tried(open_engine(Settings(store=given.store)), asked)
    weights = fitted(data.figures, (data.scores >= _RIGHT) * 1.0, data.weight)
    print({n: round(float(w), 3) for n, w in zip((*NAMES, "bias"), weights, strict=True)})
    likely = held_out(data)
    best = [max(np.flatnonzero(data.questions == q), key=lambda i: likely[i]) for q in set(data.questions)]
    for name, kept in (("typed facts silent", [i for i in best if data.silent[i]]), ("all", best)):
        for level in _LEVELS:
            taken = [i for i in kept if likely[i] >= level]
            right = sum(data.scores[i] >= _RIGHT for i in taken)
            print(f"{name}: from {level:.2f} on {len(taken)} quotations, {right} right")


if __name__ == "__main__":
    main()
