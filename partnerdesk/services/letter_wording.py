"""What stands in a letter: who speaks to whom, the words of the template, the lines around them."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from partnerdesk.domain.letter_template import Addressee, LetterTemplate, Sender, Voice
from partnerdesk.domain.own_firm import OwnFirm
from partnerdesk.domain.partner import Contact, Gender, Partner
from partnerdesk.domain.partnership import Partnership
from partnerdesk.language.filling import Named, Values, built_in_entries, fill, value_of
from partnerdesk.language.inflection import guess_gender
from partnerdesk.language.salutation import contact_name, safe_contact
from partnerdesk.language.template import parse
from partnerdesk.language.typography import typeset
from partnerdesk.services.numbers import grouped_nip


@dataclass(frozen=True, slots=True)
class LetterRequest:
    """Which letter is to be written to whom; ``values`` are those of the template's fields, by key.

    Without ``contact`` the letter goes to the whole firm. ``partnership`` narrows the facts to one.
    """

    template_key: str
    language: str
    partner: Partner
    contact: Contact | None
    partnership: Partnership | None
    values: dict[str, Any]
    written_on: date
    warm: bool = False


@dataclass(frozen=True, slots=True)
class Wording:
    """The texts of a letter, which a person may still change; paragraphs are parted by an empty line."""

    subject: str
    salutation: str
    body: str
    closing: str


def addressee_of(contact: Contact | None) -> Addressee:
    """How a letter speaks to a contact; to a whole firm, or a person of unknown gender, as to several."""
    if contact is None:
        return Addressee.GROUP
    gender = contact.gender or guess_gender(contact.first_name, contact.surname)
    return Addressee(gender) if gender else Addressee.GROUP


def sender_of(template: LetterTemplate, firm: OwnFirm) -> Sender:
    """Who speaks: the firm, or the signatory in person where the letter's voice is a person's."""
    if template.voice is Voice.FIRM:
        return Sender.WE
    gender = (
        firm.signatory_gender or guess_gender(firm.signatory_first_name, firm.signatory_surname) or Gender.M
    )
    return Sender(gender)


def template_values(template: LetterTemplate, request: LetterRequest, firm: OwnFirm) -> Values:
    """Everything that the template of a request is filled with."""
    language = request.language
    addressee = addressee_of(request.contact)
    entries = built_in_entries(
        language=language,
        firm=firm.name,
        partner=request.partner.short_name or request.partner.name,
        addressee=addressee,
        contact=_named(request.contact, language),
        signatory_position=firm.signatory_position(language),
        written_on=request.written_on,
    )
    for field in template.fields:
        entries[field.key] = value_of(field, request.values.get(field.key), language)
    return Values(language, sender_of(template, firm), addressee, entries)


def worded(text: str, values: Values) -> str:
    """Template text filled; empty paragraphs are left out, single line breaks become spaces."""
    filled = fill(parse(text), values)
    paragraphs = (" ".join(part.split()) for part in filled.split("\n\n"))
    return "\n\n".join(part for part in paragraphs if part)


def paragraphs_of(body: str, language: str) -> tuple[str, ...]:
    """The typeset paragraphs of a body, which empty lines part."""
    blocks = body.replace("\r\n", "\n").split("\n\n")
    return tuple(typeset(block.strip(), language) for block in blocks if block.strip())


def closing_line(text: str, language: str) -> str:
    """The closing as it is printed, with the comma that English asks for."""
    # English puts a comma after the closing, Polish none (Wielki słownik ortograficzny PWN).
    line = typeset(text.strip(), language)
    return with_comma(line) if language == "en" else line


def with_comma(text: str) -> str:
    """A greeting with its comma, unless it ends in a mark already."""
    return f"{text}," if text and text[-1].isalnum() else text


def _addressed(contact: Contact | None, language: str) -> str:
    """The contact with the form of address; only the name where the form is not known."""
    if contact is None:
        return ""
    named = contact_name(language, addressee_of(contact), contact.first_name, contact.surname)
    return named or contact.full_name


def _named(contact: Contact | None, language: str) -> Named | None:
    """The contact for the letter's text, in the case that the sentence asks for."""
    name = _addressed(contact, language)
    if contact is None or not name:
        return None
    addressee, first_name, surname = addressee_of(contact), contact.first_name, contact.surname
    return Named(name, lambda case: safe_contact(language, addressee, first_name, surname, case))


def letterhead_of(firm: OwnFirm, language: str) -> tuple[str, ...]:
    """Our firm's name, address, tax number and ways to reach it, as far as they are known."""
    lines = (
        firm.street,
        " ".join(filter(None, (firm.postal_code, firm.city))),
        tax_number(firm.nip, language),
        firm.phone,
        firm.email,
        firm.website,
    )
    return (firm.name, *filter(None, lines))


def tax_number(nip: str, language: str) -> str:
    """The NIP as it is written in Poland, or as the VAT number by which firms abroad know it."""
    if not nip:
        return ""
    if len(nip) != 10 or not nip.isdigit():
        return f"{'NIP' if language == 'pl' else 'VAT no.'} {nip}"
    return f"NIP {grouped_nip(nip)}" if language == "pl" else f"VAT no. PL{nip}"


def signatory_of(firm: OwnFirm, language: str) -> tuple[str, ...]:
    """Who signs, and as what; the firm itself where nobody is named."""
    return tuple(filter(None, (firm.signatory_name or firm.name, firm.signatory_position(language))))


def recipient_of(request: LetterRequest) -> tuple[str, ...]:
    """The lines of the address block: person, position, firm, street, town, country."""
    partner, contact = request.partner, request.contact
    lines = (
        _addressed(contact, request.language),
        contact.job_title if contact else "",
        partner.name,
        partner.street,
        " ".join(filter(None, (partner.postal_code, partner.city))),
        partner.country,
    )
    return tuple(line for line in lines if line)
