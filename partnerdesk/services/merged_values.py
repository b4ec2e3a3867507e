"""What one entry holds that two entries of a firm were merged into: nothing of either is lost."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any, TypeVar

from partnerdesk.domain.folding import fold
from partnerdesk.domain.partner import Address, Channel, ChannelKind, Contact, Partner
from partnerdesk.domain.partner_marks import phone_mark
from partnerdesk.domain.tags import tidy_tags
from partnerdesk.language.interface import screen_language
from partnerdesk.language.labels import channel_label
from partnerdesk.services.custom_fields import KEY_PREFIX
from partnerdesk.services.differences import ADDRESS, ADDRESS_KEY, Side, value_of
from partnerdesk.services.field_values import value_text
from partnerdesk.services.partner_fields import contact_fields

_PRIMARY = {"email": ChannelKind.EMAIL, "phone": ChannelKind.PHONE, "website": ChannelKind.WEBSITE}
_DAYS = ("name_day", "birthday")
_IN_LINES = ("job_title", "gender", "salutation", *_DAYS)
_FILLED_UP = ("email", "phone", *_IN_LINES)

T = TypeVar("T")


def merged_partner(kept: Partner, gone: Partner, choices: Mapping[str, Side]) -> Partner:
    """``kept`` with the values of the chosen sides, and both sides' lists, notes and ways to reach the firm.

    A field without a choice keeps its value. A phone, e-mail, website or address that was not chosen becomes
    a further one.
    """
    values: dict[str, Any] = {}
    for key, side in choices.items():
        if side is Side.GONE and key == ADDRESS_KEY:
            values |= {part: getattr(gone, part) for part in ADDRESS}
        elif side is Side.GONE and not key.startswith(KEY_PREFIX):
            values[key] = getattr(gone, key)
    merged = replace(kept, **values)
    channels = (*kept.channels, *main_channels(kept), *gone.channels, *main_channels(gone))
    addresses = (*kept.addresses, *main_address(kept), *gone.addresses, *main_address(gone))
    return replace(
        merged,
        tags=tidy_tags((*kept.tags, *gone.tags)),
        sells=tidy_tags((*kept.sells, *gone.sells)),
        audience=tidy_tags((*kept.audience, *gone.audience)),
        assets=tuple(dict.fromkeys((*kept.assets, *gone.assets))),
        notes=united_notes(kept.notes, gone.notes),
        addresses=united_addresses(merged, addresses),
        channels=united_channels(merged, channels),
        custom=_custom(kept, gone, choices),
    )


def united_channels(partner: Partner, channels: Iterable[Channel]) -> tuple[Channel, ...]:
    """Ways to reach a firm, each once, without those that stand in the partner's own fields."""
    first = {_channel_mark(channel) for channel in main_channels(partner)}
    different = [channel for channel in channels if _channel_mark(channel) not in first]
    return _once(different, _channel_mark)


def main_channels(partner: Partner) -> list[Channel]:
    """What stands in the partner's own fields for e-mail, phone and website, as channels."""
    values = ((kind, getattr(partner, key)) for key, kind in _PRIMARY.items())
    return [Channel(kind=kind, value=value) for kind, value in values if value]


def _channel_mark(channel: Channel) -> tuple[str, str]:
    value = channel.value.strip().lower()
    if channel.kind is ChannelKind.PHONE:
        value = phone_mark(value) or value
    return channel.kind.value, value


def united_addresses(partner: Partner, addresses: Iterable[Address]) -> tuple[Address, ...]:
    """A firm's further addresses, each once, without the one that stands in the partner's own fields."""
    main = {_address_mark(address) for address in main_address(partner)}
    return _once([address for address in addresses if _address_mark(address) not in main], _address_mark)


def main_address(partner: Partner) -> list[Address]:
    """The address in the partner's own fields; none where they name neither street nor town."""
    parts: dict[str, str] = dict(zip(ADDRESS, value_of(partner, ADDRESS_KEY), strict=True))
    return [Address(**parts)] if partner.street or partner.city else []


def _address_mark(address: Address) -> str:
    return " ".join(fold(f"{address.street} {address.postal_code} {address.city} {address.country}").split())


def _once(entries: Iterable[T], mark: Callable[[T], Any]) -> tuple[T, ...]:
    found: dict[Any, T] = {}
    for entry in entries:
        found.setdefault(mark(entry), entry)
    return tuple(found.values())


def united_notes(ours: str, theirs: str) -> str:
    """Both notes, ours first; one of them where it says the other's words too."""
    if not theirs or theirs in ours:
        return ours
    return theirs if ours in theirs else f"{ours}\n\n{theirs}"


def _custom(kept: Partner, gone: Partner, choices: Mapping[str, Side]) -> dict[str, Any]:
    filled = {key: value for key, value in kept.custom.items() if value not in (None, "")}
    chosen = {key: value for key, value in gone.custom.items() if choices.get(KEY_PREFIX + key) is Side.GONE}
    return kept.custom | gone.custom | filled | chosen


def matched_people(kept: Sequence[Contact], gone: Sequence[Contact]) -> dict[int, Contact]:
    """Who of ``kept`` each of ``gone`` is, by the key of the latter; nobody is two people.

    Those of the same e-mail come before those of the same name. Namesakes with different e-mails are two
    people, as a father and his son.
    """
    free = list(kept)
    found: dict[int, Contact] = {}
    for is_same in (_is_namesake_with_the_mailbox, _has_the_mailbox, _is_namesake):
        for person in gone:
            if person.key in found:
                continue
            double = next((each for each in free if is_same(each, person)), None)
            if double is not None:
                found[person.key] = double
                free.remove(double)
    return found


def _is_namesake_with_the_mailbox(one: Contact, other: Contact) -> bool:
    return _has_the_mailbox(one, other) and _is_namesake(one, other)


def _has_the_mailbox(one: Contact, other: Contact) -> bool:
    if not one.email or _mailbox(one) != _mailbox(other):
        return False
    return _may_be_same(one.first_name, other.first_name) and _may_be_same(one.surname, other.surname)


def _is_namesake(one: Contact, other: Contact) -> bool:
    if one.email and other.email and _mailbox(one) != _mailbox(other):
        return False
    return bool(one.full_name) and _same_text(one.full_name, other.full_name)


def _mailbox(person: Contact) -> str:
    return person.email.strip().lower()


def _same_text(one: str, other: str) -> bool:
    return fold(one).split() == fold(other).split()


def _may_be_same(one: str, other: str) -> bool:
    ours, theirs = fold(one).strip(". "), fold(other).strip(". ")
    return ours.startswith(theirs) or theirs.startswith(ours)


def united_contact(kept: Contact, gone: Contact) -> Contact:
    """One person with what either entry knows; where both do, what ``kept`` says."""
    values = {key: getattr(kept, key) or getattr(gone, key) for key in _FILLED_UP}
    values |= {
        key: getattr(gone, key) for key in _DAYS if getattr(kept, key) == _yearless(getattr(gone, key))
    }
    for key in ("first_name", "surname"):
        values[key] = max(getattr(kept, key), getattr(gone, key), key=len)
    if _same_text(kept.full_name, gone.full_name):
        values |= {"first_name": kept.first_name, "surname": kept.surname}
    return replace(kept, is_decision_maker=kept.is_decision_maker or gone.is_decision_maker, **values)


def with_left_over(partner: Partner, people: Iterable[tuple[Contact, Contact]]) -> Partner:
    """``partner`` with what was otherwise known of its people before each pair's second went into the first.

    Phones and e-mails become the firm's with the name of the person, all else lines of its notes.
    """
    channels, lines = [], []
    for person, gone in people:
        channels += left_over_channels(person, gone)
        lines += left_over_lines(person, gone)
    united = united_channels(partner, (*partner.channels, *channels))
    # Of a number that the firm has already the notes say whose it is.
    lines += [
        f"{channel.label}: {channel_label(channel.kind)}: {channel.value}"
        for channel in channels
        if channel not in united
    ]
    known = partner.notes.splitlines()
    new = "\n".join(line for line in dict.fromkeys(lines) if line not in known)
    return replace(partner, channels=united, notes="\n\n".join(filter(None, (partner.notes, new))))


def left_over_channels(person: Contact, gone: Contact) -> list[Channel]:
    """The phone and e-mail of ``gone`` that ``person`` does not have, with the person's name."""
    channels = []
    for key in ("phone", "email"):
        ours, theirs = (Channel(kind=_PRIMARY[key], value=getattr(each, key)) for each in (person, gone))
        if theirs.value and _channel_mark(ours) != _channel_mark(theirs):
            channels.append(replace(theirs, label=_called(person)))
    return channels


def left_over_lines(person: Contact, gone: Contact) -> list[str]:
    """A line for all else of ``gone`` that ``person`` has otherwise, as "Jan Nowak: Position: Sales"."""
    lines = []
    for field in contact_fields():
        theirs = getattr(gone, field.key)
        if (
            field.key in _IN_LINES
            and theirs
            and not _says_as_much(field.key, getattr(person, field.key), theirs)
        ):
            lines.append(f"{_called(person)}: {field.label}: {value_text(field, theirs, screen_language())}")
    return lines


def _says_as_much(key: str, ours: Any, theirs: Any) -> bool:
    if key in _DAYS:
        return theirs in (ours, _yearless(ours))
    return str(ours).casefold().split() == str(theirs).casefold().split()


def _yearless(day: str) -> str:
    return f"--{day[-5:]}" if day else ""


def _called(person: Contact) -> str:
    return person.full_name or person.email
