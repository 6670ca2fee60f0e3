"""What a user can set, by a GOLDENTHREAD_ variable, a .env file or a command's option."""

from pathlib import Path
from typing import Literal

from pydantic import Field, SecretStr
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

    threads: int = Field(default=0, ge=0)
    """How many texts a process embeds side by side; 0 for one on each processor."""

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

    passwords: Path | None = None
    """The file of those who may log in, which 'goldenthread users' writes."""

    token: SecretStr = SecretStr("")
    """A secret that opens the server to who sends it; set it in the environment rather than in a file."""

    token_role: Literal["reader", "editor", "admin"] = "admin"  # noqa: S105  # a role
    """What the one who sends that secret may do: reader, editor or admin."""

    session_hours: float = Field(default=12.0, gt=0)
    """After how many hours one has to log in again."""

    login_rate: str = "20/minute"
    """How often one address may try to log in; one name may be tried as often in a quarter of an hour."""

    ask_rate: str = "120/minute"
    """How many questions one visitor may ask."""

    sparql_rate: str = "120/minute"
    """How many SPARQL queries one visitor may send."""

    upload_rate: str = "60/hour"
    """How many documents one visitor may send."""

    local_rate: str = "30000/minute"
    """The same for the one at this machine, where no log-in is needed."""

    upload_bytes: int = 200_000_000
    """How large one upload over HTTP may be."""

    upload_seconds: float = 1800.0
    """How long the reading of one upload may take."""

    upload_memory: int = Field(default=2048, ge=1)
    """How much memory the reading of one upload may take, in MB, with all the processes that it begins."""
