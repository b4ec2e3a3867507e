"""The words that stand in files for the domain's values, Polish and English.

They are part of the file's format and so do not follow the texts on the screen.
"""

from enum import Enum
from typing import Any

from partnerdesk.domain.folding import search_words
from partnerdesk.domain.partner import ChannelKind, Gender, LegalForm, Stage
from partnerdesk.domain.partnership_type import Asset
from partnerdesk.language.interface import _

#: Value → the word for it in Polish, in English, and what else is understood.
Words = dict[Any, tuple[str, ...]]

YES_NO: Words = {
    True: ("tak", "yes", "t", "y", "1", "x", "true", "prawda"),
    False: ("nie", "no", "n", "0", "false", "fałsz"),
}
STAGES: Words = {
    Stage.PROSPECT: ("kandydat", "prospect"),
    Stage.CONTACTED: ("po kontakcie", "contacted"),
    Stage.NEGOTIATING: ("w rozmowach", "negotiating"),
    Stage.PARTNER: ("partner", "partner"),
    Stage.PAUSED: ("wstrzymany", "paused"),
    Stage.REFUSED: ("odmówił", "refused"),
    Stage.FORMER: ("były partner", "former partner", "former"),
}
LANGUAGES: Words = {
    "pl": ("polski", "Polish", "pl", "pl-PL", "polska"),
    "en": ("angielski", "English", "en", "en-GB", "en-US"),
}
GENDERS: Words = {
    Gender.M: ("pan", "Mr", "m", "mężczyzna", "male", "man"),
    Gender.F: ("pani", "Ms", "f", "k", "kobieta", "female", "woman", "mrs", "miss"),
}
#: What programs write where a gender is not known.
NO_GENDER = ("unspecified", "nieokreślona", "nieokreślony", "nieznana", "other", "inna", "unknown", "o", "u")
LEGAL_FORMS: Words = {
    LegalForm.SOLE_TRADER: ("jednoosobowa działalność", "sole trader", "jdg", "działalność gospodarcza"),
    LegalForm.CIVIL_PARTNERSHIP: ("spółka cywilna", "civil-law partnership", "s.c."),
    LegalForm.GENERAL_PARTNERSHIP: ("spółka jawna", "general partnership", "sp.j.", "sp. j."),
    LegalForm.PROFESSIONAL_PARTNERSHIP: ("spółka partnerska", "professional partnership", "sp.p.", "sp. p."),
    LegalForm.LIMITED_PARTNERSHIP: ("spółka komandytowa", "limited partnership", "sp.k.", "sp. k."),
    LegalForm.LIMITED_JOINT_STOCK_PARTNERSHIP: (
        "spółka komandytowo-akcyjna", "partnership limited by shares", "S.K.A.",
    ),
    LegalForm.LIMITED_COMPANY: (
        "spółka z o.o.", "limited liability company", "sp. z o.o.", "spółka z ograniczoną odpowiedzialnością",
    ),
    LegalForm.SIMPLE_JOINT_STOCK_COMPANY: ("prosta spółka akcyjna", "simple joint-stock company", "P.S.A."),
    LegalForm.JOINT_STOCK_COMPANY: ("spółka akcyjna", "joint-stock company", "S.A."),
    LegalForm.COOPERATIVE: ("spółdzielnia", "cooperative"),
    LegalForm.FOUNDATION: ("fundacja", "foundation"),
    LegalForm.ASSOCIATION: ("stowarzyszenie", "association"),
    LegalForm.PUBLIC_BODY: ("instytucja publiczna", "public institution"),
    LegalForm.CHURCH: ("instytucja kościelna", "church institution"),
    LegalForm.FOREIGN: ("firma zagraniczna", "foreign firm"),
    LegalForm.OTHER: ("inna forma", "another form"),
}  # fmt: skip
ASSETS: Words = {
    Asset.PREMISES: ("lokal z ruchem", "premises with traffic"),
    Asset.CLIENT_LIST: ("lista klientów", "list of clients"),
    Asset.NEWSLETTER: ("newsletter", "newsletter"),
    Asset.EVENTS: ("wydarzenia", "events"),
    Asset.CATALOGUE: ("katalog", "catalogue"),
    Asset.ONLINE_SHOP: ("sklep internetowy", "online shop"),
    Asset.SURPLUS: ("nadwyżki", "surplus"),
    Asset.GIFTS: ("upominki i bony", "gifts and vouchers"),
    Asset.EXPERTISE: ("wiedza", "expertise"),
    Asset.CAPITAL: ("kapitał", "capital"),
}
CHANNELS: Words = {
    ChannelKind.PHONE: ("telefon", "phone"),
    ChannelKind.EMAIL: ("e-mail", "e-mail", "email"),
    ChannelKind.WEBSITE: ("strona", "website", "www"),
}


def bare(text: str) -> str:
    """Text as headings and words are compared: folded, without marks."""
    return " ".join(search_words(text))


def word_for(value: Any, words: Words, language: str) -> str:
    """The word for a value in a file in "pl" or "en"."""
    return words[value][0 if language == "pl" else 1]


def value_of(word: str, words: Words) -> Any:
    """The value that a word stands for, whatever its case and accents.

    Raises ``ValueError`` with a message.
    """
    found = _known(words).get(bare(word))
    if found is None:
        known = ", ".join(dict.fromkeys(name for names in words.values() for name in names[:2]))
        raise ValueError(_("“{text}” is not known here. Use one of: {words}.").format(text=word, words=known))
    return found[0]


_BARE: dict[int, dict[str, tuple[Any]]] = {}


def _known(words: Words) -> dict[str, tuple[Any]]:
    known = _BARE.get(id(words))
    if known is None:
        known = {}
        for value, names in words.items():
            key = value.value if isinstance(value, Enum) else str(value)
            for name in (key, *names):
                known.setdefault(bare(name), (value,))
        _BARE[id(words)] = known
    return known
