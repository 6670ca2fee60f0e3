"""`goldenthread users`: who may log in to a server, and as what."""

import json as json_module
import sys
from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from api.cli.options import JsonOption, StoreOption, settings_for
from graph.errors import UsageError

if TYPE_CHECKING:
    from api.access.password_file import Account, PasswordFile

__all__ = ["users"]


class UsersAction(StrEnum):
    """What to do with the users."""

    LIST = "list"
    ADD = "add"
    CHANGE = "change"
    REMOVE = "remove"


class RoleName(StrEnum):
    """The roles, as they are written."""

    READER = "reader"
    EDITOR = "editor"
    ADMIN = "admin"


def users(  # noqa: PLR0913, PLR0917  # one for each option
    action: Annotated[UsersAction, typer.Argument(help="list, add, change or remove.", show_default=False)],
    name: Annotated[str, typer.Argument(help="The user's name.", show_default=False)] = "",
    role: Annotated[
        RoleName | None,
        typer.Option(
            "--role",
            help="reader, editor (documents, names) or admin (also sees changes).",
            show_default=False,
        ),
    ] = None,
    passwords: Annotated[
        Path | None,
        typer.Option(
            "--passwords",
            metavar="FILE",
            help="The file of users; GOLDENTHREAD_PASSWORDS where it is not given.",
            show_default=False,
        ),
    ] = None,
    token: Annotated[
        bool, typer.Option("--token", help="Make a token for programs in place of a password; shown once.")
    ] = False,
    store: StoreOption = None,
    json: JsonOption = False,
) -> None:
    """Say who may log in to 'goldenthread serve', in a file that holds secrets only as hashes.

    A password is asked for, or read from standard input.

    Example: goldenthread users add ann --role editor --passwords users.json
    """
    from api.access.password_file import PasswordFile

    path = passwords or settings_for(store).passwords
    if path is None:
        raise UsageError("Name the file of users with --passwords FILE, or in GOLDENTHREAD_PASSWORDS.")
    file = PasswordFile(path)
    if action is UsersAction.LIST:
        _list(file, json)
        return
    if not name:
        raise UsageError(f"Name the user, such as 'goldenthread users {action} ann --passwords {path}'.")
    if action is UsersAction.REMOVE:
        file.remove(name)
        made = ""
    else:
        account = _known(file, name, action, role)
        made = _give_secret(file, account, token, asked=role is None or action is UsersAction.ADD)
    _say(file, name, made, json)


def _known(file: "PasswordFile", name: str, action: UsersAction, role: RoleName | None) -> "Account":
    """Return the account that is to be written, still without its new secret."""
    from api.access.password_file import Account
    from api.access.roles import Role

    found = file.read().get(name)
    if action is UsersAction.CHANGE:
        account = file.known(name)
        return replace(account, role=Role[role.upper()]) if role else account
    if found:
        raise UsageError(f"There is a user {name!r} already; change it with 'goldenthread users change'.")
    return Account(name, Role[(role or RoleName.READER).upper()])


def _give_secret(file: "PasswordFile", account: "Account", token: bool, asked: bool) -> str:
    """Write the account with a new token, which is returned, or with a new password."""
    from api.access.password_file import hash_of_token
    from api.access.secrets import hash_of_password, new_token

    if token:
        made = new_token()
        file.put(replace(account, token=hash_of_token(made)))
        return made
    file.put(replace(account, password=hash_of_password(_password(account.name))) if asked else account)
    return ""


def _password(name: str) -> str:
    if sys.stdin.isatty():
        found: str = typer.prompt(f"Password for {name}", hide_input=True, confirmation_prompt=True, err=True)
        return found
    try:
        found = sys.stdin.readline().rstrip("\r\n")
        found.encode()  # some systems read other bytes as halves of letters
    except UnicodeError as error:
        raise UsageError("The password is not text in UTF-8; send it in UTF-8.") from error
    return found


def _say(file: "PasswordFile", name: str, made: str, json: bool) -> None:
    account = file.read().get(name)
    if json:
        shown = {"name": name, "role": account.role.word if account else None}
        typer.echo(json_module.dumps(shown | ({"token": made} if made else {})))
        return
    done = f"{name} may log in as {account.role.word}" if account else f"{name} may not log in any more"
    typer.echo(f"{done}; servers that use {file.path} know it at once.", err=True)
    if made:
        typer.echo("The token is shown this once; send it as 'Authorization: Bearer TOKEN':", err=True)
        typer.echo(made)


def _list(file: "PasswordFile", json: bool) -> None:
    from api.cli.users_table import users_table

    accounts = tuple(file.read().values())
    if json:
        shown = [
            {"name": a.name, "role": a.role.word, "password": bool(a.password), "token": bool(a.token)}
            for a in accounts
        ]
        typer.echo(json_module.dumps(shown))
        return
    if not accounts:
        typer.echo(f"{file.path} has no users; add one with 'goldenthread users add NAME'.", err=True)
        return
    typer.echo(users_table(accounts), nl=False)
