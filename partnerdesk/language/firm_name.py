"""Firms' names inside a sentence: in quotation marks, and without their legal form."""

import re

_LEGAL_FORM = re.compile(
    r"""[\s,]+(
        (?: sp(?:\.|ółka)\s*
            (?: z\s*o\.?\s*o\.? | z\s+ograniczoną\s+odpowiedzialnością | j\.? | jawna | k\.? | komandytowa
              | p\.? | partnerska | akcyjna | cywilna )
          | S\.?\s?A\.? | P\.?S\.?A\.? | s\.?\s?c\.?
          | GmbH | AG | Ltd\.? | Limited | LLC | Inc\.? | PLC | B\.V\. | s\.?r\.?o\.? | a\.s\. )
        (?: [\s,]+ sp(?:\.|ółka)\s*(?: k\.? | komandytowa | j\.? | jawna ) )?
    )\s*$""",
    re.VERBOSE | re.IGNORECASE,
)
_QUOTATION_MARKS = re.compile('["„”“«»]')


def split_legal_form(name: str) -> tuple[str, str]:
    """Return a firm's name and its legal form, which is empty where the name shows none."""
    name = " ".join(name.split())
    found = _LEGAL_FORM.search(name)
    return (name[: found.start()], found[1]) if found else (name, "")


def in_quotes(name: str, language: str) -> str:
    """Return the name as it stands behind a noun: firmie „Dekora” sp. z o.o., the company Dekora.

    Polish puts quotation marks around the name, the legal form outside. A name that has marks of its own
    is left as it is; English uses none.
    """
    bare, legal_form = split_legal_form(name)
    if not bare or language != "pl" or _QUOTATION_MARKS.search(bare):
        return " ".join(name.split())
    return f"„{bare}” {legal_form}" if legal_form else f"„{bare}”"
