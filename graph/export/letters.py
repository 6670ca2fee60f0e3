"""The letters that XML can hold, which GraphML, StratML and workbooks are made of."""

import re

__all__ = ["letters"]

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # XML 1.0, section 2.2


def letters(text: str) -> str:
    """Return a text with a blank for each letter that XML cannot hold.

    >>> letters("page\\x0cbreak")
    'page break'
    """
    return _NOT_XML.sub(" ", text)
