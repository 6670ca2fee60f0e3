"""Fills the templates of maps."""

from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined

__all__ = ["filled"]


def filled(template: str, **values: object) -> str:
    """Return a template with its values in place."""
    return _environment().get_template(template).render(values)


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("viz"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
