"""What a user can set, by a GOLDENTHREAD_ variable, a .env file or a command's option."""

from pathlib import Path

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict

__all__ = ["Settings"]


class Settings(BaseSettings):
    """Settings are built at the edge (command line, HTTP application) and handed down."""

    model_config = SettingsConfigDict(
        env_prefix="GOLDENTHREAD_", env_file=".env", extra="ignore", use_attribute_docstrings=True
    )

    store: Path = Path(".goldenthread")
    """The folder of the store."""

    names: Path | None = None
    """A file in which a person decides which names are one thing; the store's own file holds as well."""

    model: str = ""
    """A sentence-transformers model by name or path; empty for the one that is installed."""

    model_cache: Path | None = None
    """Where the exported model is kept; empty for the user's cache folder."""

    layouts: Path | None = None
    """A folder of your own described layouts (.yaml), read beside the built-in ones."""

    datasets: dict[str, Path] = {}
    """Further data sets that /text2sparql answers over: a JSON object from names to RDF files or stores."""

    proposer_url: str = ""
    """The address of a language model that may propose queries, such as https://host/v1; empty for none."""

    proposer_model: str = ""
    """The name of that model; its key is read from GOLDENTHREAD_PROPOSER_KEY in the environment alone."""

    proposer_seconds: float = 20.0
    """How long that model may take."""

    query_seconds: float = 20.0
    """How long one SPARQL query may run."""

    query_rows: int = 100_000
    """How many rows one SPARQL query may return."""

    query_processes: int = Field(default=4, ge=1)
    """How many SPARQL queries may run at the same time."""

    workers: int = Field(default=0, ge=0)
    """How many processes answer questions over HTTP; with 0, `serve` takes one for each processor."""

    upload_bytes: int = 200_000_000
    """How large one upload over HTTP may be."""

    upload_seconds: float = 1800.0
    """How long the reading of one upload may take."""
