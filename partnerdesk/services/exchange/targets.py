"""What the columns of a file can stand for."""

from collections.abc import Sequence
from dataclasses import dataclass

from partnerdesk.domain.custom_field import CustomField
from partnerdesk.language.interface import _
from partnerdesk.services.custom_fields import KEY_PREFIX
from partnerdesk.services.exchange.columns import CONTACT, IDENTITY
from partnerdesk.services.exchange.guessing import guess
from partnerdesk.services.exchange.source import SourceTable
from partnerdesk.services.partner_fields import contact_fields, partner_fields

#: Further addresses that a file may hold in columns of their own.
FURTHER_ADDRESSES = ("address2", "address3")


@dataclass(frozen=True, slots=True)
class Target:
    """What a column can stand for; ``group`` is the heading under which it is offered."""

    key: str
    label: str
    group: str


def targets(custom_fields: Sequence[CustomField] = ()) -> tuple[Target, ...]:
    """All that a column can stand for, in the language of the screen and the order in which it is offered.

    Several columns may stand for the same: further phones, e-mails and websites are kept beside the first,
    parts of a street are joined, further notes are written below each other.
    """
    firm, person, own = _("Firm"), _("Person"), _("Own fields")
    return (
        *(Target(field.key, field.label, firm) for field in partner_fields()),
        *(Target(key, label, firm) for key, label in _further_of_firm()),
        *(Target(CONTACT + field.key, field.label, person) for field in contact_fields()),
        *(Target(key, label, person) for key, label in _further_of_person()),
        *_addresses(),
        *(Target(KEY_PREFIX + field.uuid, field.label, own) for field in custom_fields),
    )


def guess_mapping(table: SourceTable, custom_fields: Sequence[CustomField] = ()) -> tuple[str, ...]:
    """For each column the key of what it stands for, guessed from its heading; "" for "left out".

    Understands our own files, exports of Google Contacts, Outlook and Thunderbird, vCards, and the lists of
    clients that Polish bookkeeping programs write.
    """
    return guess(table, custom_fields)


def _further_of_firm() -> tuple[tuple[str, str], ...]:
    return (
        ("house_number", _("House number")),
        ("flat_number", _("Flat number")),
        ("address_line", _("Whole address in one line")),
        ("post_office", _("Post office, where it is not the town")),
        ("more_phones", _("Another phone")),
        ("more_emails", _("Another e-mail")),
        ("more_websites", _("Another website")),
        ("label", _("What the next phone, e-mail or address is")),
        ("headed_notes", _("Notes, with the heading in front")),
        (IDENTITY, _("PartnerDesk ID")),
    )


def _further_of_person() -> tuple[tuple[str, str], ...]:
    return (
        ("contact.full_name", _("First name and surname")),
        ("contact.surname_first", _("Surname and first name")),
        ("contact.middle_name", _("Second first name")),
        ("contact.prefix", _("Title before the name")),
        ("contact.department", _("Department")),
    )


def _addresses() -> tuple[Target, ...]:
    parts = (
        ("street", _("Street and number")),
        ("house_number", _("House number")),
        ("flat_number", _("Flat number")),
        ("postal_code", _("Postal code")),
        ("city", _("Town")),
        ("country", _("Country")),
        ("address_line", _("Whole address in one line")),
    )
    groups = zip(FURTHER_ADDRESSES, (_("Second address"), _("Third address")), strict=True)
    return tuple(Target(f"{group}.{key}", label, name) for group, name in groups for key, label in parts)
