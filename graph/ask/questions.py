"""A file of questions, one JSON object to a line, with or without the answers that are expected."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from graph.errors import EmptyFile, UnreadableFile

__all__ = ["AskedQuestion", "read_questions"]


@dataclass(frozen=True, slots=True)
class AskedQuestion:
    """One question of a file."""

    id: str
    question: str
    kind: str
    expected: tuple[dict[str, Any], ...]
    acceptable: tuple[tuple[str, ...], ...] = ()


def read_questions(file: Path) -> list[AskedQuestion]:
    """Read a file of questions; raises UnreadableFile or EmptyFile."""
    try:
        lines = file.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise UnreadableFile(file, "it cannot be read as text", "check the path and the file") from error
    found = [_question(file, number, line) for number, line in enumerate(lines, 1) if line.strip()]
    if not found:
        raise EmptyFile(file)
    return found


def _question(file: Path, number: int, line: str) -> AskedQuestion:
    try:
        body = json.loads(line)
        if not isinstance(body["question"], str):
            raise TypeError
        return AskedQuestion(
            str(body.get("id", number)),
            str(body["question"]),
            str(body.get("kind", "")),
            tuple(body.get("expected") or ()),
            tuple(tuple(map(str, a)) for a in body.get("also_acceptable") or ()),
        )
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        advice = 'each line must be a JSON object with "id" and "question"'
        raise UnreadableFile(file, f"line {number} is not a question", advice) from error
