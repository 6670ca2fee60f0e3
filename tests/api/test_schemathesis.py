"""The API keeps to its own description, whatever is sent to it: schemathesis tries each operation."""

import shutil
from pathlib import Path

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from schemathesis.checks import not_a_server_error
from schemathesis.schemas import BaseSchema
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from api.app import create_app
from graph.settings import Settings

CHECKS = [not_a_server_error, status_code_conformance, content_type_conformance, response_schema_conformance]
TRIES = 12
OPERATIONS = sorted(
    (path, method)
    for path, methods in create_app(Settings()).openapi()["paths"].items()
    for method in methods
)

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def described(sample_store: Path, tmp_path_factory: pytest.TempPathFactory) -> BaseSchema:
    """Return the description of an application over a store of its own, which may be written to."""
    store = tmp_path_factory.mktemp("tried") / "store"
    shutil.copytree(sample_store, store)
    return schemathesis.openapi.from_asgi("/openapi.json", create_app(Settings(store=store, query_seconds=2)))


@pytest.mark.parametrize(("path", "method"), OPERATIONS, ids=lambda part: part.strip("/"))
def test_an_operation_answers_as_it_is_described(described: BaseSchema, path: str, method: str) -> None:
    @given(case=described[path][method].as_strategy())
    @settings(
        max_examples=TRIES,
        deadline=None,
        derandomize=True,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    def tried(case: schemathesis.Case) -> None:
        case.call_and_validate(checks=CHECKS)

    tried()
