"""Nothing stands in the project that belongs to a machine or to somebody else's document."""

import json
import re
from pathlib import Path

import pytest

from tests.project.tree import PACKAGES, ROOT, tracked_texts

_MACHINE = re.compile(r"(?<![\w.])/(?:work|farm|root|home/[a-z]+|Users/[A-Za-z]+)/[\w./-]+")
_REGISTRY = re.compile(r"(?i)(?:files\.pythonhosted|pypi|download\.pytorch)\.org|index-url\s*=\s*\S")
_RUN = 12  # words in a row that are no longer chance
_SHARED = ROOT.parent / "shared"


def _words(text: str) -> list[str]:
    return re.findall(r"[a-z0-9]+", re.sub(r"<[^>]+>", " ", text).lower())


def _runs(text: str) -> set[tuple[str, ...]]:
    words = _words(text)
    return {tuple(words[i : i + _RUN]) for i in range(len(words) - _RUN + 1)}


def _texts() -> list[tuple[str, str]]:
    return [(str(f.relative_to(ROOT)), f.read_text(encoding="utf-8")) for f in tracked_texts()]


def test_no_path_of_a_machine_is_named() -> None:
    named = {name: found.group() for name, text in _texts() if (found := _MACHINE.search(text))}
    named.pop("tests/project/test_repository.py", None)

    assert named == {}


def test_no_registry_is_named() -> None:
    named = {name: found.group() for name, text in _texts() if (found := _REGISTRY.search(text))}
    named.pop("tests/project/test_repository.py", None)

    assert named == {}


def test_the_exact_versions_pin_torch() -> None:
    pinned = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()

    assert "torch==2.13.0" in pinned
    assert all(re.fullmatch(r"[\w.-]+==[\w.]+", line) for line in pinned if not line.startswith("#"))


@pytest.mark.shared
def test_no_sentence_of_the_real_plans_is_copied() -> None:
    real: set[tuple[str, ...]] = set()
    for file in [*_SHARED.glob("plans/*.txt"), *_SHARED.glob("plans-other/*.txt")]:
        real |= _runs(file.read_text(encoding="utf-8", errors="replace"))
    copied = {name: " ".join(min(common)) for name, text in _texts() if (common := _runs(text) & real)}

    assert copied == {}


@pytest.mark.shared
def test_no_question_of_the_scoring_file_stands_in_the_engine() -> None:
    lines = (_SHARED / "eval" / "questions.jsonl").read_text(encoding="utf-8").splitlines()
    asked = {q for line in lines if len(_words(q := json.loads(line)["question"].lower())) > 6}
    code = {name: text.lower() for name, text in _texts() if Path(name).parts[0] in PACKAGES}

    assert {name: q for name, text in code.items() for q in asked if q in text} == {}
