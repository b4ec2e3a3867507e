"""Rows put together to partners: what belongs to one firm, wherever in the file it stands."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

from partnerdesk.domain.folding import fold
from partnerdesk.domain.partner import Address, Channel, ChannelKind, Contact, Partner
from partnerdesk.domain.tags import tidy_tags
from partnerdesk.services.custom_fields import KEY_PREFIX
from partnerdesk.services.directory import PartnerFile
from partnerdesk.services.exchange.marks import place_mark, way_mark
from partnerdesk.services.exchange.rows import RowDraft, Way

D = TypeVar("D", Channel, Address)

_PLACE = ("street", "postal_code", "city", "country")
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
    _terms: dict[str, dict[Any, None]] = field(default_factory=dict)
    _people: list[dict[str, Any]] = field(default_factory=list)
    _people_by_name: dict[str, dict[str, Any]] = field(default_factory=dict)
    _channels: list[Channel] = field(default_factory=list)
    _addresses: list[Address] = field(default_factory=list)
    # A firm may have as many rows as a file: what was seen is looked up and never searched for.
    _seen: set[Any] = field(default_factory=set)
    _custom: dict[str, Any] = field(default_factory=dict)
    _texts: dict[str, None] = field(default_factory=dict)
    _notes: dict[str, None] = field(default_factory=dict)

    @property
    def nip(self) -> str:
        """The firm's NIP, "" while no row told it."""
        return str(self._firm.get("nip", ""))

    def add(self, draft: RowDraft) -> None:
        """Take what a row says."""
        self.lines.append(draft.line)
        person = draft.person if _full_name(draft.person) else {}
        if not person:
            self._keep_without_person(draft)
        self._take_place({key: draft.firm.pop(key, "") for key in _PLACE})
        for key, value in draft.firm.items():
            self._take(key, value)
        for key, value in draft.custom.items():
            if self._custom.setdefault(key, value) != value:
                self._note(f"{KEY_PREFIX}{key}", value)
        for way in draft.ways:
            self._take_way(way, person)
        for address in draft.addresses:
            self._take_address(address, bool(person))
        if person:
            self._take_person(person)
        self._notes.update(dict.fromkeys(draft.notes))

    def file(self) -> PartnerFile:
        """The partner with its people."""
        values = dict(self._firm)
        for key, terms in self._terms.items():
            values[key] = tidy_tags(terms) if key in _TERMS else tuple(terms)
        if self.named_by_person and self._people:
            # A person who is the firm is reached by the same ways.
            for key in ("email", "phone"):
                values[key] = values.get(key) or self._people[0].get(key, "")
        values["name"] = self.name
        values["notes"] = "\n".join((*self._texts, *self._notes))
        partner = Partner(
            **values, channels=tuple(self._channels), addresses=tuple(self._addresses), custom=self._custom
        )
        return PartnerFile(partner, tuple(Contact(**person) for person in self._people))

    def _take(self, key: str, value: Any) -> None:
        if key == "name":
            return
        if key == "notes":
            self._texts[value] = None
        elif key == "channels":
            self._channels += self._new(value, [way_mark(entry.kind, entry.value) for entry in value])
        elif key == "addresses":
            self._addresses += self._new(value, [place_mark(entry) for entry in value])
        elif isinstance(value, tuple):
            self._terms.setdefault(key, {}).update(dict.fromkeys(value))
        elif key not in self._firm:
            self._firm[key] = value
        elif isinstance(value, bool):
            self._firm[key] = value or self._firm[key]
        elif fold(str(value)) != fold(str(self._firm[key])):
            self._note(key, value)

    def _new(self, values: Sequence[D], marks: Sequence[Any]) -> list[D]:
        """Those that no row before had; what one row has twice stays double."""
        found = [value for value, mark in zip(values, marks, strict=True) if mark not in self._seen]
        self._seen.update(marks)
        return found

    def _note(self, key: str, value: Any) -> None:
        self._notes[f"{self.labels.get(key, key)}: {value}"] = None

    def _keep_without_person(self, draft: RowDraft) -> None:
        """Where a row names nobody, what it says of a person is the firm's or goes to the notes."""
        for way in draft.ways:
            way.key = way.key.removeprefix("contact.")
        for key, value in draft.person.items():
            if isinstance(value, str) and value:
                self._note(f"contact.{key}", value)

    def _take_place(self, place: dict[str, str]) -> None:
        """The first address is that of letters; another one that does not only add to it is a further one."""
        firm = self._firm
        fits = all(not place[key] or fold(firm.get(key) or place[key]) == fold(place[key]) for key in _PLACE)
        if fits:
            firm |= {key: firm.get(key) or value for key, value in place.items() if value}
        else:
            self._add_address(Address(**place))

    def _take_way(self, way: Way, person: dict[str, Any]) -> None:
        main = _MAIN[way.kind]
        if way.key == main:
            if not self._firm.get(main):
                self._firm[main] = way.value
                self._seen.add(way_mark(way.kind, way.value))
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
        whose = "" if self.named_by_person or not way.key.startswith("contact.") else _full_name(person)
        self._add_channel(way.kind, way.value, ", ".join(filter(None, (whose, way.label))))

    def _add_channel(self, kind: ChannelKind, value: str, label: str) -> None:
        mark = way_mark(kind, value)
        if mark not in self._seen:
            self._seen.add(mark)
            self._channels.append(Channel(kind=kind, value=value, label=label))

    def _take_address(self, address: Address, has_person: bool) -> None:
        firm = self._firm
        has_main = firm.get("street") or firm.get("city")
        if not (address.street or address.city):
            for key in ("postal_code", "country"):
                if value := getattr(address, key):
                    self._note(key, value)
        elif not has_main and (self.named_by_person or not has_person):
            firm |= {key: value for key in _PLACE if (value := getattr(address, key))}
        else:
            self._add_address(address)

    def _add_address(self, address: Address) -> None:
        mark = place_mark(address)
        main = Address(**{key: self._firm.get(key, "") for key in _PLACE})
        if mark not in self._seen and mark != place_mark(main) and (address.street or address.city):
            self._seen.add(mark)
            self._addresses.append(address)

    def _take_person(self, person: dict[str, Any]) -> None:
        name = fold(_full_name(person))
        # Our own files have one row for each person; those of others may repeat one.
        known = None if self.identity else self._people_by_name.get(name)
        if known is None:
            self._people.append(person)
            self._people_by_name[name] = person
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


def _same_way(kind: ChannelKind, one: str, other: str) -> bool:
    return way_mark(kind, one) == way_mark(kind, other)
