"""The partner directory: partners, their contacts and their history."""

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any, TypeVar

from partnerdesk.domain.field import FieldKind
from partnerdesk.domain.partner import (
    Address,
    Channel,
    ChannelKind,
    Contact,
    HistoryEntry,
    Partner,
)
from partnerdesk.domain.partner_filter import PartnerFilter, PartnerOrder
from partnerdesk.domain.tags import tidy_tags
from partnerdesk.language.firm_name import guess_legal_form
from partnerdesk.language.inflection import guess_gender
from partnerdesk.language.interface import _
from partnerdesk.services.bulk import Bulk, move_to_bin
from partnerdesk.services.custom_fields import CustomFields
from partnerdesk.services.numbers import (
    check_annual_day,
    check_email,
    check_krs,
    check_nip,
    check_regon,
    format_krs,
    format_nip,
    format_regon,
)
from partnerdesk.services.partner_fields import partner_fields
from partnerdesk.services.problems import InvalidInput, changed_elsewhere
from partnerdesk.storage.errors import Conflict, NotFound
from partnerdesk.storage.partner_life import last_contact_day, used_values
from partnerdesk.storage.partner_search import partner_keys
from partnerdesk.storage.workspace import Workspace


@dataclass(frozen=True, slots=True)
class PartnerFile:
    """A partner with its contacts, as one form shows and saves them."""

    partner: Partner
    contacts: tuple[Contact, ...]


class Directory:
    """Finds, saves and removes partners."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    def keys(
        self,
        search: str = "",
        limit: int | None = None,
        *,
        where: PartnerFilter | None = None,
        order: PartnerOrder | None = None,
        today: date | None = None,
    ) -> list[int]:
        """Keys of the partners for which ``where`` holds, those found by ``search`` if it has words.

        They stand in Polish alphabetical order unless ``order`` says otherwise; ``today`` is the day from
        which "last contact older than" counts.
        """
        return partner_keys(
            self._workspace,
            search,
            limit,
            where=where or PartnerFilter(),
            order=order or PartnerOrder(),
            today=today,
        )

    def count(self) -> int:
        """How many partners there are outside the bin."""
        return self._workspace.partners.count("deleted_at IS NULL")

    def partners(self, keys: Sequence[int]) -> list[Partner]:
        """The partners with these keys, in that order."""
        return self._workspace.partners.get_many(keys)

    def all(self) -> list[Partner]:
        """Every partner that is not in the bin."""
        return self.partners(self.keys())

    def partner(self, key: int) -> Partner:
        """One partner. Raises ``NotFound``."""
        return self._workspace.partners.get(key)

    def contacts(self, partner_id: int) -> list[Contact]:
        """The people of a partner, in the order in which they were put."""
        return self._workspace.contacts.find("partner_id = ?", [partner_id], "position, id")

    def file(self, key: int) -> PartnerFile:
        """A partner with its contacts. Raises ``NotFound``."""
        return PartnerFile(self.partner(key), tuple(self.contacts(key)))

    def history(self, partner_id: int) -> list[HistoryEntry]:
        """What happened with a partner, latest first."""
        return self._workspace.history.find("partner_id = ?", [partner_id], "happened_at DESC, id DESC")

    def save(self, file: PartnerFile, opened: PartnerFile | None = None) -> PartnerFile:
        """Save a partner with all its contacts; contacts no longer listed are removed.

        A form that was open for a while passes what it was ``opened`` with: contacts that it did not know,
        because they were added in the meantime, then stay. Returns the partner with all contacts it has now.

        Texts are stripped and the NIP is stored as digits; a new partner's legal form and a new contact's
        gender are taken from their names where they were left open. Raises ``InvalidInput`` with a message
        for each wrong field, and ``Problem`` when somebody else saved first; nothing is stored then.
        """
        faults = self.faults(file)
        if faults:
            raise InvalidInput(faults)
        partner = tidy_partner(file.partner)
        contacts = tuple(tidy_contact(contact) for contact in file.contacts)
        label = _("Change partner {name}") if partner.version else _("Add partner {name}")
        try:
            with self._workspace.change(label.format(name=partner.name)):
                return self._store(partner, contacts, opened)
        except (Conflict, NotFound) as error:
            raise changed_elsewhere() from error

    def faults(self, file: PartnerFile) -> dict[str, str]:
        """A message for each field that cannot be saved, by its key; "key.number.field" inside rows."""
        partner = tidy_partner(file.partner)
        contacts = tuple(tidy_contact(contact) for contact in file.contacts)
        return check_partner(partner) | check_contacts(contacts) | self._custom_faults(partner)

    def is_there(self, key: int) -> bool:
        """Whether there is such a partner outside the bin."""
        return any(partner.deleted_at is None for partner in self.partners([key]))

    def _custom_faults(self, partner: Partner) -> dict[str, str]:
        if not partner.custom:
            return {}
        before = self._workspace.partners.get_many([] if partner.id is None else [partner.id])
        return CustomFields(self._workspace).faults(partner.custom, before[0].custom if before else None)

    def _store(
        self, partner: Partner, contacts: Sequence[Contact], opened: PartnerFile | None
    ) -> PartnerFile:
        partner = self._workspace.partners.save(partner)
        old = {contact.key: contact for contact in self.contacts(partner.key)}
        known = old.keys() if opened is None else {contact.id for contact in opened.contacts}
        stored = []
        for position, contact in enumerate(contacts):
            placed = replace(contact, partner_id=partner.key, position=position)
            if placed.id is not None and old.pop(placed.id, None) == placed:
                stored.append(placed)
            else:
                stored.append(self._workspace.contacts.save(placed))
        for unlisted in old.values():
            if unlisted.key in known:
                self._workspace.remove_contact(unlisted)
            else:
                stored.append(unlisted)
        return PartnerFile(partner, tuple(stored))

    def delete(self, keys: Sequence[int]) -> list[Partner]:
        """Move partners to the bin, with all that belongs to them, as one change; return them."""
        return Bulk(self._workspace).apply(keys, move_to_bin())

    def used_values(self) -> dict[str, list[str]]:
        """What was entered before, most frequent first, by the keys of fields that offer it while typing."""
        return used_values(self._workspace)

    def last_contact(self, partner_id: int) -> date | None:
        """The day of the latest call, meeting, e-mail, letter or attempt; ``None`` for none."""
        return last_contact_day(self._workspace, partner_id)


def check_partner(partner: Partner) -> dict[str, str]:
    """A message for each wrong field of a partner, by its key; "key.number.field" inside rows."""
    faults = {
        "name": "" if partner.name else _("Enter the partner's name."),
        "nip": check_nip(partner.nip),
        "regon": check_regon(partner.regon),
        "krs": check_krs(partner.krs),
        "email": check_email(partner.email),
    }
    for number, channel in enumerate(partner.channels):
        place = f"channels.{number}.value"
        if not channel.value:
            faults[place] = _("Enter the number or address, or remove the line.")
        elif channel.kind is ChannelKind.EMAIL:
            faults[place] = check_email(channel.value)
    for number, address in enumerate(partner.addresses):
        if not (address.street or address.city):
            faults[f"addresses.{number}.street"] = _("Enter the street or the town, or remove the line.")
    return {key: fault for key, fault in faults.items() if fault}


def check_contacts(contacts: Sequence[Contact]) -> dict[str, str]:
    """A message for each wrong field of contacts, by "contacts.number.field", numbers from 0."""
    faults = {}
    for number, contact in enumerate(contacts):
        if not contact.full_name:
            faults[f"contacts.{number}.first_name"] = _("Enter a first name or a surname.")
        faults[f"contacts.{number}.email"] = check_email(contact.email)
        faults[f"contacts.{number}.name_day"] = check_annual_day(contact.name_day)
        faults[f"contacts.{number}.birthday"] = check_annual_day(contact.birthday)
    return {key: fault for key, fault in faults.items() if fault}


def tidy_partner(partner: Partner) -> Partner:
    """A partner with its texts stripped, its numbers as digits and its terms without doubles.

    Where a new one's legal form was left open, it is that which the name shows.
    """
    values: dict[str, Any] = {
        field.key: getattr(partner, field.key).strip()
        for field in partner_fields()
        if field.kind in (FieldKind.TEXT, FieldKind.LONG_TEXT)
    }
    values |= {
        field.key: tidy_tags(getattr(partner, field.key))
        for field in partner_fields()
        if field.kind is FieldKind.TAGS
    }
    values["nip"] = format_nip(partner.nip)
    values["regon"] = format_regon(partner.regon)
    values["krs"] = format_krs(partner.krs)
    values["channels"] = tuple(_stripped(channel) for channel in partner.channels)
    values["addresses"] = tuple(_stripped(address) for address in partner.addresses)
    custom = {uuid: _trimmed(value) for uuid, value in partner.custom.items()}
    values["custom"] = {uuid: value for uuid, value in custom.items() if value not in (None, "")}
    if partner.version == 0 and partner.legal_form is None:
        values["legal_form"] = guess_legal_form(partner.name)
    return replace(partner, **values)


def tidy_contact(contact: Contact) -> Contact:
    """A contact with its texts stripped; where a new one's gender was left open, that of the first name."""
    tidy = _stripped(contact)
    if tidy.version == 0 and tidy.gender is None:
        return replace(tidy, gender=guess_gender(tidy.first_name, tidy.surname))
    return tidy


def _trimmed(value: Any) -> Any:
    return value.strip() if isinstance(value, str) else value


D = TypeVar("D", Contact, Channel, Address)


def _stripped(entry: D) -> D:
    texts: dict[str, Any] = {
        field.name: value.strip()
        for field in fields(entry)
        if type(value := getattr(entry, field.name)) is str
    }
    return replace(entry, **texts)
