"""A plan in the simplest of layouts, and a model that is none, for tests of what stands around them."""

from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

import numpy as np
import pytest

from graph.embedding.embedder import Vectors
from graph.settings import Settings
from graph.store import Store
from ingest.document import Document, Heading, ListItem, Paragraph
from ingest.findings import Findings

PLAN = """# {title}

1. Reach every family

- Visit each home once a year
- Answer letters in a week

School: {school}

District: River Unified School District
"""


def plan(title: str = "Plan of the river schools", school: str = "Oak Elementary") -> str:
    """Return the text of a small plan."""
    return PLAN.format(title=title, school=school)


def write(folder: Path, name: str, text: str) -> Path:
    """Write a file into a folder, and return its path."""
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(text)
    return folder / name


def recognise_simply(document: Document, own: Sequence[object] = ()) -> Findings:
    """Read a heading as the plan, a number as a recommendation, a dash as an action that supports it."""
    findings = Findings(document)
    recommendation = None
    for block in document.blocks:
        if isinstance(block, Heading):
            findings.plan.label = str(block.text)
            findings.plan.evidence.append(block.text)
        elif isinstance(block, ListItem) and block.mark == "1.":
            recommendation = findings.add("Recommendation", block.text, notation="1")
        elif isinstance(block, ListItem):
            action = findings.add("Action", block.text)
            if recommendation:
                action.support(recommendation, "section", [recommendation.evidence[0]])
        elif isinstance(block, Paragraph) and str(block.text).startswith("School: "):
            findings.name("School", block.text[len("School: ") :])
        elif isinstance(block, Paragraph) and str(block.text).startswith("District: "):
            findings.plan.set("ofOrganization", findings.name("District", block.text[len("District: ") :]))
    return findings


class FakeEmbedder:
    """Gives every text a vector of its own that means nothing."""

    name = "fake"
    dimensions = 8

    def __init__(self) -> None:
        self.embedded: list[str] = []

    def embed(self, texts: Sequence[str]) -> Vectors:
        """Return one row of length 1 for each text."""
        self.embedded.extend(texts)
        seeds = [int.from_bytes(sha256(t.encode()).digest()[:4], "big") for t in texts]
        rows = np.array([np.random.default_rng(s).normal(size=8) for s in seeds], np.float32).reshape(-1, 8)
        lengths = np.linalg.norm(rows, axis=1, keepdims=True)
        return (rows / np.maximum(lengths, 1e-9)).astype(np.float32)


def read_simply(monkeypatch: pytest.MonkeyPatch) -> FakeEmbedder:
    """Let the ingest read the simple layout and embed with the model that is none."""
    monkeypatch.setattr("ingest.found.recognise_all", recognise_simply)
    return embed_simply(monkeypatch)


def embed_simply(monkeypatch: pytest.MonkeyPatch) -> FakeEmbedder:
    """Let the ingest embed with the model that is none."""
    embedder = FakeEmbedder()
    monkeypatch.setattr("ingest.embedding.open_embedder", lambda _: embedder)
    return embedder


def settings(store: Path) -> Settings:
    """Return settings that name a store."""
    return Settings(store=store)


def quads(store: Path) -> list[bytes]:
    """Return all quads of a store, sorted."""
    return sorted(Store.open(store).dump("nq").splitlines())
