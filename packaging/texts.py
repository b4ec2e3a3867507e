"""Brings the Polish catalogue of the interface up to date: python3 packaging/texts.py

Collects every text of the interface from the source, merges it into resources/locale/pl (new ones are left
untranslated, stale ones are dropped) and compiles it. Needs the development environment that check.py makes.
"""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
CATALOGUE = ROOT / "resources" / "locale" / "pl" / "LC_MESSAGES" / "partnerdesk.po"


def collect_texts():
    """The texts of the interface in the source, as a Babel catalogue."""
    from babel.messages.catalog import Catalog
    from babel.messages.extract import extract_from_dir

    keywords = {"_": None, "ngettext": (1, 2), "pgettext": ((1, "c"), 2)}
    found = Catalog(project="PartnerDesk")
    for file, _line, message, comments, context in extract_from_dir(
        str(ROOT / "partnerdesk"), [("**.py", "python")], keywords=keywords
    ):
        found.add(message, None, [(file, 1)], auto_comments=comments, context=context)
    return found


def main() -> int:
    """Update and compile; exit status 1 when texts are left without a translation."""
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po, write_po

    CATALOGUE.parent.mkdir(parents=True, exist_ok=True)
    if CATALOGUE.exists():
        with CATALOGUE.open("rb") as file:
            catalogue = read_po(file, locale="pl")
    else:
        from babel.messages.catalog import Catalog

        catalogue = Catalog(locale="pl", project="PartnerDesk", charset="utf-8")
    catalogue.update(collect_texts(), no_fuzzy_matching=True)
    catalogue.obsolete.clear()
    with CATALOGUE.open("wb") as file:
        write_po(file, catalogue, width=110, sort_output=True, omit_header=False, include_lineno=False)
    with CATALOGUE.with_suffix(".mo").open("wb") as file:
        write_mo(file, catalogue)
    missing = [message.id for message in catalogue if message.id and not all(_texts(message.string))]
    for text in missing:
        print(f"untranslated: {text!r}")
    return 1 if missing else 0


def _texts(string):
    return string if isinstance(string, tuple | list) else [string]


if __name__ == "__main__":
    sys.exit(main())
