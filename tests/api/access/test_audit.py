"""What was changed by whom is kept, the newest first."""

from pathlib import Path

from api.access.audit import AuditLog


def test_lines_are_only_added_and_read_the_newest_first(tmp_path: Path) -> None:
    log = AuditLog(tmp_path / "store")
    log.add("ann", "accepted document", "a\nb.pdf")
    AuditLog(tmp_path / "store").add("bob", "took back document", "b.pdf")

    assert [(c.who, c.about) for c in log.changes()] == [("bob", "b.pdf"), ("ann", "a\nb.pdf")]


def test_an_empty_log_has_no_lines(tmp_path: Path) -> None:
    assert list(AuditLog(tmp_path).changes()) == []
