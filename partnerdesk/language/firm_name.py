"""Firms' names inside a sentence, without their legal form, and what that form is."""

import re

from partnerdesk.domain.partner import LegalForm

_LEGAL_FORM = re.compile(
    r"""[\s,]+(
        (?: sp(?:\.|ółka)\s*
            (?: z\s*o\.?\s*o\.? | z\s+ograniczoną\s+odpowiedzialnością | j\.? | jawna | k\.? | komandytowa
              | p\.? | partnerska | komandytowo-akcyjna | akcyjna | cywilna )
          | prosta\s+spółka\s+akcyjna | S\.?\s?A\.? | P\.?\s?S\.?\s?A\.? | S\.?\s?K\.?\s?A\.? | s\.?\s?c\.?
          | GmbH | AG | Ltd\.? | Limited | LLC | Inc\.? | PLC | B\.V\. | s\.?r\.?o\.? | a\.s\. )
        (?: [\s,]+ (?: sp(?:\.|ółka)\s*(?: k\.? | komandytowo-akcyjna | komandytowa | j\.? | jawna )
          | S\.?\s?K\.?\s?A\.? ) )?
    )\s*$""",
    re.VERBOSE | re.IGNORECASE,
)
#: How the letters of a legal form end, and what it is; of several the last counts (sp. z o.o. sp.k.).
_FORMS = (
    ("komandytowoakcyjna", LegalForm.LIMITED_JOINT_STOCK_PARTNERSHIP),
    ("ska", LegalForm.LIMITED_JOINT_STOCK_PARTNERSHIP),
    ("psa", LegalForm.SIMPLE_JOINT_STOCK_COMPANY),
    ("prostaspółkaakcyjna", LegalForm.SIMPLE_JOINT_STOCK_COMPANY),
    ("akcyjna", LegalForm.JOINT_STOCK_COMPANY),
    ("sa", LegalForm.JOINT_STOCK_COMPANY),
    ("zoo", LegalForm.LIMITED_COMPANY),
    ("odpowiedzialnością", LegalForm.LIMITED_COMPANY),
    ("komandytowa", LegalForm.LIMITED_PARTNERSHIP),
    ("spk", LegalForm.LIMITED_PARTNERSHIP),
    ("jawna", LegalForm.GENERAL_PARTNERSHIP),
    ("spj", LegalForm.GENERAL_PARTNERSHIP),
    ("partnerska", LegalForm.PROFESSIONAL_PARTNERSHIP),
    ("spp", LegalForm.PROFESSIONAL_PARTNERSHIP),
    ("cywilna", LegalForm.CIVIL_PARTNERSHIP),
    ("sc", LegalForm.CIVIL_PARTNERSHIP),
)
#: First words that name the form themselves.
_FIRST_WORDS = {
    "fundacja": LegalForm.FOUNDATION,
    "stowarzyszenie": LegalForm.ASSOCIATION,
    "spółdzielnia": LegalForm.COOPERATIVE,
    "parafia": LegalForm.CHURCH,
    "gmina": LegalForm.PUBLIC_BODY,
    "urząd": LegalForm.PUBLIC_BODY,
    "starostwo": LegalForm.PUBLIC_BODY,
}
_QUOTATION_MARKS = re.compile('["„”“«»]')


def split_legal_form(name: str) -> tuple[str, str]:
    """Return a firm's name and its legal form, which is empty where the name shows none."""
    name = " ".join(name.split())
    found = _LEGAL_FORM.search(name)
    return (name[: found.start()], found[1]) if found else (name, "")


def guess_legal_form(name: str) -> LegalForm | None:
    """Return the legal form that a firm's name shows, None where it shows none."""
    written = split_legal_form(name)[1]
    letters = "".join(letter for letter in written.lower() if letter.isalpha())
    if letters:
        return next((form for ending, form in _FORMS if letters.endswith(ending)), LegalForm.FOREIGN)
    first, _, more = " ".join(name.split()).lower().partition(" ")
    return _FIRST_WORDS.get(first) if more else None


def in_quotes(name: str, language: str) -> str:
    """Return the name as it stands behind a noun: firmie „Dekora” sp. z o.o., the company Dekora.

    Polish puts quotation marks around the name, the legal form outside. A name that has marks of its own
    is left as it is; English uses none.
    """
    bare, legal_form = split_legal_form(name)
    if not bare or language != "pl" or _QUOTATION_MARKS.search(bare):
        return " ".join(name.split())
    return f"„{bare}” {legal_form}" if legal_form else f"„{bare}”"
