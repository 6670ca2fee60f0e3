"""Those who may log in, as a table."""

from collections.abc import Iterable

from rich.table import Table

from api.access.password_file import Account
from api.cli.printed import rendered

__all__ = ["users_table"]


def users_table(accounts: Iterable[Account]) -> str:
    """Return the names, roles and kinds of secret."""
    table = Table("name", "role", "password", "token")
    for account in accounts:
        yes = ("yes" if account.password else "", "yes" if account.token else "")
        table.add_row(account.name, account.role.word, *yes)
    return rendered(table)
