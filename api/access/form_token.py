"""The word by which a browser that is logged in shows that what it sends is a form of ours."""

import re
from collections.abc import Mapping
from hmac import compare_digest
from urllib.parse import parse_qs

from fastapi import HTTPException

from api.access.bodies import Body
from api.access.origins import names_its_origin

__all__ = ["require_form_token"]

_HEADER = "x-csrf-token"
_FIELD = "csrf"
_LOOKED_AT = 65_536  # bytes; the field stands before what is long
_PART = re.compile(rb'name="csrf"\r\n(?:[^\r\n]+\r\n)*\r\n([^\r\n]{1,200})\r\n')
_URLENCODED, _MULTIPART = "application/x-www-form-urlencoded", "multipart/form-data"
_FORMS = {_URLENCODED, _MULTIPART, "text/plain", ""}  # what a page can send elsewhere without being asked


async def require_form_token(headers: Mapping[str, str], body: Body, expected: str) -> None:
    """Raise HTTPException 403 where a request of a browser that is logged in does not come from our form.

    Other kinds of content can be sent from elsewhere only with our leave, which we never give; for them it is
    enough that the browser named the origin, which was looked at before.
    """
    kind = headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind not in _FORMS and names_its_origin(headers):
        return
    given = headers.get(_HEADER) or _field(kind, await body.head(_LOOKED_AT))
    if not compare_digest(given.encode(), expected.encode()):
        raise HTTPException(
            403, "The form is too old or not from this site; go back, load its page again, and send it again."
        )


def _field(kind: str, head: bytes) -> str:
    """Return the field of a form, or nothing.

    >>> _field("application/x-www-form-urlencoded", b"a=1&csrf=word")
    'word'
    """
    if kind == _MULTIPART:
        found = _PART.search(head)
        return found[1].decode("utf-8", "replace") if found else ""
    if kind == _URLENCODED:
        return parse_qs(head.decode("utf-8", "replace")).get(_FIELD, [""])[0]
    return ""
