"""Rows put together to partners: what belongs to one firm, wherever in the file it stands."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from partnerdesk.domain.folding import fold
from partnerdesk.domain.partner import Address, Channel, ChannelKind, Contact, Partner
from partnerdesk.domain.partner_marks import phone_mark
from partnerdesk.domain.tags import tidy_tags
from partnerdesk.services.directory import PartnerFile
from partnerdesk.services.exchange.rows import RowDraft, Way

_TERMS = ("tags", "sells", "audience")
_MAIN = {ChannelKind.PHONE: "phone", ChannelKind.EMAIL: "email", ChannelKind.WEBSITE: "website"}


def name_of(draft: RowDraft) -> str:
    """The firm's name, else the person's; "" for a row without either."""
    return draft.firm.get("name") or _full_name(draft.person)


@dataclass(slots=True)
class Assembled:
    """One partner as it grows by its rows; ``labels`` name fields by their keys, for the notes."""

    name: str
    labels: Mapping[str, str]
    identity: str = ""
    named_by_person: bool = False
    lines: list[int] = field(default_factory=list)
    _firm: dict[str, Any] = field(default_factory=dict)
    _people: list[dict[str, Any]] = field(default_factory=list)
    _channels: list[Channel] = field(default_factory=list)
    _addresses: list[Address] = field(default_factory=list)
    _custom: dict[str, Any] = field(default_factory=dict)
    _notes: list[str] = field(default_factory=list)

    @property
    def nip(self) -> str:
        """The firm's NIP, "" while no row told it."""
        return str(self._firm.get("nip", ""))

    @property
    def town(self) -> str:
        """The firm's town, "" while no row told it."""
        return str(self._firm.get("city", ""))

    def add(self, draft: RowDraft) -> None:
        """Take what a row says."""
        self.lines.append(draft.line)
        person = draft.person if _full_name(draft.person) else {}
        if not person:
            self._keep_without_person(draft)
        for key, value in draft.firm.items():
            self._take(key, value)
        for key, value in draft.custom.items():
            if self._custom.setdefault(key, value) != value:
                self._note(f"custom.{key}", value)
        for way in draft.ways:
            self._take_way(way, person)
        for address in draft.addresses:
            self._take_address(address, bool(person))
        if person:
            self._take_person(person)
        self._notes.extend(note for note in draft.notes if note not in self._notes)

    def file(self) -> PartnerFile:
        """The partner with its people."""
        values = dict(self._firm)
        for key in _TERMS:
            if key in values:
                values[key] = tidy_tags(values[key])
        if self.named_by_person and self._people:
            # A person who is the firm is reached by the same ways.
            for key in ("email", "phone"):
                values[key] = values.get(key) or self._people[0].get(key, "")
        values["name"] = self.name
        values["notes"] = "\n".join(filter(None, (values.get("notes", ""), *self._notes)))
        partner = Partner(
            **values, channels=tuple(self._channels), addresses=tuple(self._addresses), custom=self._custom
        )
        return PartnerFile(partner, tuple(Contact(**person) for person in self._people))

    def _take(self, key: str, value: Any) -> None:
        if key == "channels":
            self._channels += [channel for channel in value if channel not in self._channels] or []
        elif key == "addresses":
            self._addresses += [address for address in value if address not in self._addresses]
        elif key == "name":
            return
        elif key not in self._firm:
            self._firm[key] = value
        elif isinstance(value, tuple):
            self._firm[key] = tuple(dict.fromkeys((*self._firm[key], *value)))
        elif isinstance(value, bool):
            self._firm[key] = value or self._firm[key]
        elif key == "notes":
            if value not in self._firm[key]:
                self._firm[key] = f"{self._firm[key]}\n{value}"
        elif fold(str(value)) != fold(str(self._firm[key])):
            self._note(key, value)

    def _note(self, key: str, value: Any) -> None:
        note = f"{self.labels.get(key, key)}: {value}"
        if note not in self._notes:
            self._notes.append(note)

    def _keep_without_person(self, draft: RowDraft) -> None:
        """Where a row names nobody, what it says of a person is the firm's or goes to the notes."""
        for way in draft.ways:
            way.key = way.key.removeprefix("contact.")
        for key, value in draft.person.items():
            if isinstance(value, str) and value:
                self._note(f"contact.{key}", value)

    def _take_way(self, way: Way, person: dict[str, Any]) -> None:
        main = _MAIN[way.kind]
        if way.key == main:
            if not self._firm.get(main):
                self._firm[main] = way.value
                return
            if _same_way(way.kind, self._firm[main], way.value):
                return
        # A second number of the firm beside a person who has none so far is that person's.
        of_person = way.key == f"contact.{main}" or (
            way.key == main and main != "website" and len(self.lines) > 1
        )
        if person and of_person and not person.get(main):
            person[main] = way.value
            return
        if person and way.key == f"contact.{main}" and _same_way(way.kind, person[main], way.value):
            return
        self._add_channel(way.kind, way.value, self._label(way, person))

    def _label(self, way: Way, person: dict[str, Any]) -> str:
        of_person = way.key.startswith("contact.") and not self.named_by_person
        whose = _full_name(person) if of_person else ""
        return ", ".join(filter(None, (whose, way.label)))

    def _add_channel(self, kind: ChannelKind, value: str, label: str) -> None:
        known = [
            self._firm.get(_MAIN[kind], ""),
            *(entry.value for entry in self._channels if entry.kind is kind),
        ]
        if not any(_same_way(kind, one, value) for one in known):
            self._channels.append(Channel(kind=kind, value=value, label=label))

    def _take_address(self, address: Address, has_person: bool) -> None:
        firm = self._firm
        has_main = firm.get("street") or firm.get("city")
        if not (address.street or address.city):
            for key in ("postal_code", "country"):
                if value := getattr(address, key):
                    self._note(key, value)
        elif not has_main and (self.named_by_person or not has_person):
            for key in ("street", "postal_code", "city", "country"):
                if value := getattr(address, key):
                    firm[key] = value
        elif not any(_same_place(address, other) for other in (self._main_address(), *self._addresses)):
            self._addresses.append(address)

    def _main_address(self) -> Address:
        keys = ("street", "postal_code", "city", "country")
        return Address(**{key: self._firm.get(key, "") for key in keys})

    def _take_person(self, person: dict[str, Any]) -> None:
        # Our own files have one row for each person; those of others may repeat one.
        known = (
            None if self.identity else next((one for one in self._people if _same_person(one, person)), None)
        )
        if known is None:
            self._people.append(person)
            return
        for key, value in person.items():
            kind = {"phone": ChannelKind.PHONE, "email": ChannelKind.EMAIL}.get(key)
            if not known.get(key):
                known[key] = value
            elif kind is not None:
                if not _same_way(kind, known[key], value):
                    self._add_channel(kind, value, "" if self.named_by_person else _full_name(person))
            elif value != known[key] and key not in ("first_name", "surname"):
                self._note(f"contact.{key}", value)


def assembled(drafts: Iterable[RowDraft], labels: Mapping[str, str]) -> list[Assembled]:
    """The partners of the rows that have a name, in the order in which they first come.

    Rows are of the same partner when our own file says so, else when they have the same NIP, or the same
    name and town and not two different NIPs.
    """
    found: list[Assembled] = []
    by_identity: dict[str, Assembled] = {}
    by_nip: dict[str, Assembled] = {}
    by_name: dict[tuple[str, str], Assembled] = {}
    for draft in drafts:
        name = name_of(draft)
        nip, place = draft.firm.get("nip", ""), (fold(name), fold(draft.firm.get("city", "")))
        if draft.identity:
            known = by_identity.get(draft.identity)
        else:
            known = by_nip.get(nip) if nip else None
            alike = by_name.get(place)
            if known is None and alike is not None and not (nip and alike.nip and nip != alike.nip):
                known = alike
        if known is None:
            known = Assembled(name, labels, draft.identity, not draft.firm.get("name"))
            found.append(known)
        known.add(draft)
        if draft.identity:
            by_identity[draft.identity] = known
        else:
            if nip:
                by_nip.setdefault(nip, known)
            by_name.setdefault(place, known)
    return found


def _full_name(person: Mapping[str, Any]) -> str:
    return " ".join(filter(None, (person.get("first_name"), person.get("surname"))))


def _same_person(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    return fold(_full_name(one)) == fold(_full_name(other))


def _same_way(kind: ChannelKind, one: str, other: str) -> bool:
    if kind is ChannelKind.PHONE:
        mark = phone_mark(one)
        return mark == phone_mark(other) if mark else one == other
    return one.casefold() == other.casefold()


def _same_place(one: Address, other: Address) -> bool:
    return all(
        fold(getattr(one, key)) == fold(getattr(other, key)) for key in ("street", "postal_code", "city")
    )
