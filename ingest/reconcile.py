"""Settles what the layouts found in one document: one item under two numbers, two places that disagree."""

from ingest.findings import Findings

__all__ = ["reconcile"]


def reconcile(findings: Findings) -> None:
    """Merge what is one item and report what contradicts itself."""
