"""Marks by which two entries of a directory are known to be the same firm."""

from collections.abc import Iterable

from partnerdesk.domain.folding import search_words
from partnerdesk.domain.partner import ChannelKind, Contact, Partner

_PHONE_DIGITS = 9

#: Words that name a legal form and so say nothing of whose firm it is, folded.
_LEGAL_WORDS = frozenset(
    {
        "spolka", "spolki", "z", "o", "oo", "sp", "zoo", "spzoo", "sa", "s", "a", "sc", "c", "j", "p", "k",
        "ska", "psa", "ograniczona", "ograniczonej", "odpowiedzialnoscia", "odpowiedzialnosci", "akcyjna",
        "jawna", "cywilna", "partnerska", "komandytowa", "prosta", "ltd", "limited", "gmbh", "inc", "llc",
        "fundacja", "stowarzyszenie", "firma", "przedsiebiorstwo",
    }
)  # fmt: skip


def name_mark(name: str) -> str:
    """A firm's name folded, in alphabetical order of its words and without legal form.

    A name of nothing but such words is kept whole; "" for a name without a letter or digit.
    """
    return " ".join(sorted(_telling_words(name)))


def joined_mark(name: str) -> str:
    """The same words in their order as one, so that "Bud-Max" is "BudMax"."""
    return "".join(_telling_words(name))


def _telling_words(name: str) -> list[str]:
    words = search_words(name)
    return [word for word in words if word not in _LEGAL_WORDS] or words


def phone_mark(phone: str) -> str:
    """The last nine digits of a number, which are the whole number within Poland; "" for a shorter one."""
    digits = "".join(letter for letter in phone if letter.isascii() and letter.isdigit())
    return digits[-_PHONE_DIGITS:] if len(digits) >= _PHONE_DIGITS else ""


def partner_marks(partner: Partner, contacts: Iterable[Contact]) -> set[tuple[str, str]]:
    """Kind ("nip", "regon", "krs", "email", "phone", "name") and value of each mark of a partner."""
    phones = [partner.phone, *(_values(partner, ChannelKind.PHONE))]
    emails = [partner.email, *(_values(partner, ChannelKind.EMAIL))]
    for contact in contacts:
        phones.append(contact.phone)
        emails.append(contact.email)
    marks = {("nip", partner.nip), ("regon", partner.regon), ("krs", partner.krs)}
    for name in (partner.name, partner.short_name):
        marks |= {("name", name_mark(name)), ("name", joined_mark(name))}
    marks |= {("email", email.strip().lower()) for email in emails}
    marks |= {("phone", phone_mark(phone)) for phone in phones}
    return {(kind, value) for kind, value in marks if value}


def _values(partner: Partner, kind: ChannelKind) -> list[str]:
    return [channel.value for channel in partner.channels if channel.kind is kind]
