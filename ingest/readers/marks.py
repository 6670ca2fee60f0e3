"""The signs with which the items of a list begin, and the numbers that do the same."""

__all__ = ["BULLETS", "NUMBER"]

# The last two are what older word processors leave of their own signs.
BULLETS = "•●▪◦·‣▸►➢➤❖\uf0b7\uf0a7"
NUMBER = r"(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]"
