"""A partner with what a file says of it: filled and replaced, never emptied."""

from collections.abc import Mapping, Sequence
from dataclasses import fields, replace
from typing import Any

from partnerdesk.domain.folding import fold
from partnerdesk.domain.partner import Contact, Partner
from partnerdesk.domain.partner_marks import phone_mark
from partnerdesk.domain.record import Record
from partnerdesk.domain.tags import tidy_tags
from partnerdesk.language.interface import _
from partnerdesk.services.directory import PartnerFile

_RECORD = frozenset(field.name for field in fields(Record))
_APART = frozenset({"name", "channels", "addresses", "notes", "custom", "deleted_at"}) | _RECORD
_APART_OF_CONTACT = frozenset({"partner_id", "position"}) | _RECORD
_DEFAULTS = Partner(name="")


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
    places = {_place(address) for address in old.addresses}
    values["addresses"] = old.addresses + tuple(
        address for address in new.addresses if _place(address) not in places
    )
    values["notes"] = _united_notes(old.notes, new.notes)
    values["custom"] = old.custom | new.custom
    return PartnerFile(replace(old, **values), _united_people(there.contacts, file.contacts))


def changes(before: PartnerFile, after: PartnerFile, labels: Mapping[str, str]) -> tuple[str, ...]:
    """The labels of what differs, in the order of ``labels``."""
    found = [
        label
        for key, label in labels.items()
        if not key.startswith(("contact.", "custom."))
        and getattr(before.partner, key) != getattr(after.partner, key)
    ]
    for key, label in labels.items():
        uuid = key.removeprefix("custom.")
        if key != uuid and before.partner.custom.get(uuid) != after.partner.custom.get(uuid):
            found.append(label)
    if before.contacts != after.contacts:
        found.append(_("Contacts"))
    return tuple(found)


def _united_channels(old: Partner, new: Partner, values: Mapping[str, Any]) -> tuple[Any, ...]:
    main = {values.get(key) or getattr(old, key) for key in ("email", "phone", "website")}
    known = {(channel.kind, channel.value) for channel in old.channels}
    return old.channels + tuple(
        channel
        for channel in new.channels
        if (channel.kind, channel.value) not in known and channel.value not in main
    )


def _same_in_other_words(key: str, one: Any, other: Any) -> bool:
    """Whether two texts differ in what no one would call a change: the spaces of a number, upper case."""
    if key == "phone":
        return bool(phone_mark(one)) and phone_mark(one) == phone_mark(other)
    return type(one) is str and key != "notes" and one.casefold() == other.casefold()


def _place(address: Any) -> tuple[str, ...]:
    return tuple(fold(getattr(address, key)) for key in ("street", "postal_code", "city"))


def _united_notes(old: str, new: str) -> str:
    if not new or new in old:
        return old
    return f"{old}\n{new}" if old else new


def _united_people(old: Sequence[Contact], new: Sequence[Contact]) -> tuple[Contact, ...]:
    people = list(old)
    free = set(range(len(old)))
    for person in new:
        place = next((place for place in sorted(free) if _same_person(people[place], person)), None)
        if place is None:
            people.append(person)
            continue
        free.discard(place)
        values = {
            field.name: value
            for field in fields(Contact)
            if field.name not in _APART_OF_CONTACT
            and (value := getattr(person, field.name))
            and not _same_in_other_words(field.name, getattr(people[place], field.name), value)
        }
        people[place] = replace(people[place], **values)
    return tuple(people)


def _same_person(one: Contact, other: Contact) -> bool:
    if one.email and one.email.casefold() == other.email.casefold():
        return True
    if fold(one.full_name) != fold(other.full_name):
        return False
    marks = phone_mark(one.phone), phone_mark(other.phone)
    return not (one.email and other.email and all(marks) and marks[0] != marks[1])
