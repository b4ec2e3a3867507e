"""Marks by which two entries of a directory are known to be the same firm."""

import hashlib
from collections.abc import Iterable

from partnerdesk.domain.folding import search_words
from partnerdesk.domain.partner import ChannelKind, Contact, Partner

_PHONE_DIGITS = 9
# No firm's name is longer; what follows is no name but a text that was pasted into the field.
_LETTERS_READ = 1000
# What comparing costs grows with the words of a name times their letters, so that longer ones are cut.
_MOST_WORDS = 15
_MOST_LETTERS = 190
_DIGEST_BYTES = 4

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

    A name of nothing but such words is kept whole; "" for a name without a letter or digit. It has at most
    sixteen words and about 200 letters: in place of what would come then stands its digest, so that only
    names with the same end have the same mark.
    """
    return " ".join(sorted(_telling_words(name)))


def joined_mark(name: str) -> str:
    """The same words in their order as one, so that "Bud-Max" is "BudMax"."""
    return "".join(_telling_words(name))


def _telling_words(name: str) -> list[str]:
    words = search_words(name[:_LETTERS_READ])
    return _cut([word for word in words if word not in _LEGAL_WORDS] or words)


def _cut(words: list[str]) -> list[str]:
    whole = " ".join(words)
    start = " ".join(words[:_MOST_WORDS])[:_MOST_LETTERS]
    if start == whole:
        return words
    digest = hashlib.blake2b(whole[len(start) :].encode(), digest_size=_DIGEST_BYTES)
    return [*start.split(), digest.hexdigest()]


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
