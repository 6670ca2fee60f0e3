"""The language of the pages' own words: chosen by the reader or the browser, written down in .po files.

Templates hold English; `api/locale/LANGUAGE/*.po` hold the same in another language, one file for each
group of pages. What the plans say is never translated.
"""

from functools import cache
from gettext import NullTranslations
from importlib.resources import files
from io import BytesIO

from babel import Locale, negotiate_locale
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.support import Translations
from starlette.requests import Request

__all__ = ["COOKIE", "LANGUAGES", "language_name", "language_of", "translations"]

LANGUAGES = ("en", "es")
COOKIE = "language"


def language_of(request: Request) -> str:
    """Return the language to speak: the address's, the reader's earlier choice, or the browser's."""
    for wish in (request.query_params.get("lang"), request.cookies.get(COOKIE)):
        if wish in LANGUAGES:
            return wish
    accepted = request.headers.get("accept-language", "")
    wished = [part.split(";")[0].strip() for part in accepted.split(",")]
    return negotiate_locale([w for w in wished if w], LANGUAGES, sep="-") or LANGUAGES[0]


def language_name(language: str) -> str:
    """Return what a language calls itself.

    >>> language_name("es")
    'español'
    """
    return Locale(language).get_display_name() or language


@cache
def translations(language: str) -> NullTranslations:
    """Return the words of a language; English is what the templates themselves hold."""
    folder = files("api").joinpath("locale", language)
    if not folder.is_dir():
        return NullTranslations()
    whole = Catalog(locale=language)
    for file in sorted((f for f in folder.iterdir() if f.name.endswith(".po")), key=lambda f: f.name):
        with file.open("rb") as opened:
            for message in read_po(opened, locale=language):
                if message.id:
                    whole[message.id] = message
    packed = BytesIO()
    write_mo(packed, whole)
    packed.seek(0)
    return Translations(packed)
