"""The texts of the interface in the language of the screen, by gettext.

The language of the screen is one for the whole process, as gettext has it; this module alone holds it.
Letters do not use it: their language follows the partner.
"""

import gettext
from pathlib import Path

LANGUAGES = ("pl", "en")
DOMAIN = "partnerdesk"


class _Interface:
    translations: gettext.NullTranslations = gettext.NullTranslations()
    language: str = "en"


def use_language(language: str, resources: Path) -> None:
    """Show the interface in ``language`` from now on; "en" is the source language and needs no file.

    Raises ``FileNotFoundError`` when the catalogue of another language is missing.
    """
    if language == "en":
        _Interface.translations = gettext.NullTranslations()
    else:
        _Interface.translations = gettext.translation(DOMAIN, resources / "locale", languages=[language])
    _Interface.language = language


def screen_language() -> str:
    """The language of the screen, "pl" or "en"."""
    return _Interface.language


def closest_language(locale_name: str) -> str:
    """The language of the interface for a locale such as "pl_PL.UTF-8": Polish for Polish, else English."""
    return "pl" if locale_name.lower().startswith("pl") else "en"


def _(message: str) -> str:
    """The message in the language of the screen."""
    return _Interface.translations.gettext(message)


def ngettext(singular: str, plural: str, count: int) -> str:
    """The message that agrees with ``count`` in the language of the screen; ``count`` is not put in."""
    return _Interface.translations.ngettext(singular, plural, count)


def pgettext(context: str, message: str) -> str:
    """The message in the language of the screen where the same English words need different Polish ones."""
    return _Interface.translations.pgettext(context, message)
