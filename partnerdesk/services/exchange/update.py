"""A partner with what a file says of it: filled and replaced, never emptied."""

from collections.abc import Mapping, Sequence
from dataclasses import fields, replace
from typing import Any

from partnerdesk.domain.folding import fold
from partnerdesk.domain.partner import Address, ChannelKind, Contact, Partner
from partnerdesk.domain.partner_marks import phone_mark
from partnerdesk.domain.record import Record
from partnerdesk.domain.tags import tidy_tags
from partnerdesk.language.interface import _
from partnerdesk.services.custom_fields import KEY_PREFIX
from partnerdesk.services.directory import PartnerFile
from partnerdesk.services.exchange.columns import CONTACT
from partnerdesk.services.exchange.marks import place_mark, way_mark

_RECORD = frozenset(field.name for field in fields(Record))
_APART = frozenset({"name", "channels", "addresses", "notes", "custom", "deleted_at"}) | _RECORD
_APART_OF_CONTACT = frozenset({"partner_id", "position"}) | _RECORD
_DEFAULTS = Partner(name="")
_MAIN = {"email": ChannelKind.EMAIL, "phone": ChannelKind.PHONE, "website": ChannelKind.WEBSITE}


def updated(there: PartnerFile, file: PartnerFile) -> PartnerFile:
    """``there`` with the values that ``file`` has.

    Terms, ways to reach it and addresses are united, notes added below, people matched by e-mail or name. A
    value that a file leaves at its default says nothing. The name stays as it is here.
    """
    old, new = there.partner, file.partner
    values: dict[str, Any] = {}
    for field in fields(Partner):
        if field.name in _APART:
            continue
        before, after = getattr(old, field.name), getattr(new, field.name)
        if isinstance(before, tuple):
            united = tuple(dict.fromkeys((*before, *after)))
            values[field.name] = tidy_tags(united) if united and type(united[0]) is str else united
        elif after != getattr(_DEFAULTS, field.name) and not _same_in_other_words(field.name, before, after):
            values[field.name] = after
    values["channels"] = _united_channels(old, new, values)
    values["addresses"] = _united_addresses(old, new, values)
    values["notes"] = _united_notes(old.notes, new.notes)
    values["custom"] = old.custom | new.custom
    return PartnerFile(replace(old, **values), _united_people(there.contacts, file.contacts))


def changes(before: PartnerFile, after: PartnerFile, labels: Mapping[str, str]) -> tuple[str, ...]:
    """The labels of what differs, in the order of ``labels``."""
    found = [
        label
        for key, label in labels.items()
        if not key.startswith((CONTACT, KEY_PREFIX))
        and getattr(before.partner, key) != getattr(after.partner, key)
    ]
    for key, label in labels.items():
        uuid = key.removeprefix(KEY_PREFIX)
        if key != uuid and before.partner.custom.get(uuid) != after.partner.custom.get(uuid):
            found.append(label)
    if before.contacts != after.contacts:
        found.append(_("Contacts"))
    return tuple(found)


def _united_channels(old: Partner, new: Partner, values: Mapping[str, Any]) -> tuple[Any, ...]:
    known = {way_mark(channel.kind, channel.value) for channel in old.channels}
    known |= {way_mark(kind, values.get(key) or getattr(old, key)) for key, kind in _MAIN.items()}
    return old.channels + tuple(
        channel for channel in new.channels if way_mark(channel.kind, channel.value) not in known
    )


def _united_addresses(old: Partner, new: Partner, values: Mapping[str, Any]) -> tuple[Address, ...]:
    main = {key: values.get(key) or getattr(old, key) for key in ("street", "postal_code", "city")}
    known = {place_mark(address) for address in (*old.addresses, Address(**main))}
    return old.addresses + tuple(address for address in new.addresses if place_mark(address) not in known)


def _same_in_other_words(key: str, one: Any, other: Any) -> bool:
    """Whether two texts differ in what no one would call a change: the spaces of a number, upper case."""
    if key == "phone":
        return bool(phone_mark(one)) and phone_mark(one) == phone_mark(other)
    return type(one) is str and key != "notes" and one.casefold() == other.casefold()


def _united_notes(old: str, new: str) -> str:
    if not new or new in old:
        return old
    return f"{old}\n{new}" if old else new


def _united_people(old: Sequence[Contact], new: Sequence[Contact]) -> tuple[Contact, ...]:
    people = list(old)
    by_email: dict[str, list[int]] = {}
    by_name: dict[str, list[int]] = {}
    for place, person in reversed(list(enumerate(old))):
        by_email.setdefault(person.email.casefold(), []).append(place)
        by_name.setdefault(fold(person.full_name), []).append(place)
    taken: set[int] = set()
    for person in new:
        # Of the same e-mail before of the same name; earlier people before later ones.
        alike = by_email.get(person.email.casefold(), []) if person.email else []
        found = _free(alike, taken, people, person)
        if found is None:
            found = _free(by_name.get(fold(person.full_name), []), taken, people, person)
        if found is None:
            people.append(person)
            continue
        taken.add(found)
        values = {
            field.name: value
            for field in fields(Contact)
            if field.name not in _APART_OF_CONTACT
            and (value := getattr(person, field.name))
            and not _same_in_other_words(field.name, getattr(people[found], field.name), value)
        }
        people[found] = replace(people[found], **values)
    return tuple(people)


def _free(places: list[int], taken: set[int], people: Sequence[Contact], person: Contact) -> int | None:
    """The last of the places that is nobody else's, nor that of a namesake with other e-mail and phone."""
    while places and places[-1] in taken:
        places.pop()
    return next(
        (place for place in reversed(places) if place not in taken and not _other(people[place], person)),
        None,
    )


def _other(there: Contact, person: Contact) -> bool:
    if there.email and there.email.casefold() == person.email.casefold():
        return False
    marks = phone_mark(there.phone), phone_mark(person.phone)
    return bool(there.email and person.email and all(marks) and marks[0] != marks[1])
