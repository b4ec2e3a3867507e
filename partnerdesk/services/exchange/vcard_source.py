"""vCards as a table: a row for each card, its columns named as those of our own files."""

from collections.abc import Callable
from pathlib import Path

from partnerdesk.domain.folding import fold
from partnerdesk.domain.partner import Address, Channel, ChannelKind
from partnerdesk.language.interface import _, ngettext, pgettext, screen_language
from partnerdesk.services.exchange.cells import cell_of
from partnerdesk.services.exchange.columns import FURTHER_HEADINGS, HEADINGS, custom_heading, heading
from partnerdesk.services.exchange.csv_source import decoded
from partnerdesk.services.exchange.days import day_of_year
from partnerdesk.services.exchange.growing_cell import GrowingCell
from partnerdesk.services.exchange.source import SourceKind, SourceOptions, SourceRow, SourceTable
from partnerdesk.services.exchange.vcard_lines import Card, Property, cards_in, parts_of, plain
from partnerdesk.services.numbers import check_email
from partnerdesk.services.problems import Problem

#: Our own properties, each for the column of a key; one that stands for what such a property holds as well
#: has this parameter, so that it is not taken twice.
OWN_PREFIX = "X-PARTNERDESK-"
OWN_FIELD = "X-PARTNERDESK-OWN-FIELD"
COPY = "X-PARTNERDESK-COPY"
_MOST_FURTHER = 40
_CARDS_BETWEEN_LOOKS = 200
_LONG_VALUE = 10_000
_KNOWN = frozenset(
    {
        "UID", "REV", "PRODID", "VERSION", "TZ", "GEO", "SORT-STRING", "LABEL", "MAILER", "CLASS", "PROFILE",
        "SOURCE", "KIND", "X-ABADR", "X-ABLABEL", "X-ABSHOWAS", "X-ABUID", "AGENT", "CLIENTPIDMAP", "MEMBER",
        "X-IMAGEHASH", "X-IMAGETYPE", "X-SHARED-PHOTO-DISPLAY-PREF", "LANG", "SORT-AS", "CALURI", "FBURL",
        "X-MS-OL-DEFAULT-POSTAL-ADDRESS", "CREATED",
    }
)  # fmt: skip


def own_property(key: str) -> str:
    """The name of our own property for the column of a key."""
    return OWN_PREFIX + key.replace("_", "-").replace(".", "-").upper()


_OWN_KEYS = {own_property(key): key for key in HEADINGS}


def read_vcard(path: Path, content: bytes, options: SourceOptions, go_on: Callable[[], None]) -> SourceTable:
    """The table in the bytes of a file of vCards. Raises ``Problem``."""
    text, encoding = decoded(content, path, options.encoding)
    language = screen_language()
    found = []
    for number, card in enumerate(cards_in(text, path, encoding, go_on)):
        if number % _CARDS_BETWEEN_LOOKS == 0:
            go_on()
        found.append((card.line, _cells(card, language, go_on)))
    if not found:
        raise Problem(_("The file {file} holds no vCard. Choose another file.").format(file=path))
    used = dict.fromkeys(key for _line, cells in found for key, cell in cells.items() if cell)
    order = [*HEADINGS, *FURTHER_HEADINGS]
    known = [key for key in order if key in used]
    further = [key for key in used if key not in HEADINGS and key not in FURTHER_HEADINGS][:_MOST_FURTHER]
    columns = [*known, *further]
    headings = (*(heading(key, language) for key in known), *further)
    rows = tuple(SourceRow.of(line, [cells.get(key, "") for key in columns]) for line, cells in found)
    return SourceTable(SourceKind.VCARD, path, headings, rows, encoding)


def _cells(card: Card, language: str, go_on: Callable[[], None]) -> dict[str, str]:
    """What a card says, by the keys of our columns; what has none, by the name of its property."""
    reader = _CardReader(card, language)
    for entry in card.properties:
        if len(entry.value) > _LONG_VALUE:
            go_on()
        if COPY not in entry.parameters:
            reader.take(entry)
    return reader.settled()


class _CardReader:
    def __init__(self, card: Card, language: str) -> None:
        self._language = language
        self._cells: dict[str, str] = {}
        self._growing: dict[str, GrowingCell] = {}
        self._left_out = 0
        self._is_own = any(entry.name.startswith(OWN_PREFIX) for entry in card.properties)
        self._is_firm = False
        self._ways: dict[ChannelKind, list[tuple[int, str, str]]] = {kind: [] for kind in ChannelKind}
        self._addresses: list[tuple[set[str], Address]] = []
        self._group_labels = {
            entry.group: plain(entry.value).removeprefix("_$!<").removesuffix(">!$_")
            for entry in card.properties
            if entry.name == "X-ABLABEL" and entry.group
        }
        self._readers: dict[str, Callable[[Property], None]] = {
            "N": self._take_name, "ORG": self._take_organisation, "TEL": self._take_phone,
            "EMAIL": self._take_email, "URL": self._take_website, "ADR": self._take_address,
            "BDAY": self._take_birthday, "CATEGORIES": self._take_categories, "GENDER": self._take_gender,
            "KIND": self._take_kind, "X-ABSHOWAS": self._take_kind, OWN_FIELD: self._take_own_field,
        }  # fmt: skip
        self._texts = {
            "FN": "contact.full_name", "TITLE": "contact.job_title", "ROLE": "contact.job_title",
            "NOTE": "notes", "X-GENDER": "contact.gender", "X-DEPARTMENT": "contact.department",
        }  # fmt: skip

    def take(self, entry: Property) -> None:
        """Take what a property says."""
        if read := self._readers.get(entry.name):
            read(entry)
        elif entry.name in _OWN_KEYS:
            self._set(_OWN_KEYS[entry.name], plain(entry.value).strip())
        elif key := self._texts.get(entry.name):
            self._add(key, plain(entry.value), "\n" if key == "notes" else ", ")
        elif entry.name not in _KNOWN and entry.name not in HEADINGS and entry.name not in FURTHER_HEADINGS:
            self._add(entry.name, plain(entry.value).replace(";", " ").strip(), ", ")

    def settled(self) -> dict[str, str]:
        """The cells, once every property was taken."""
        cells = self._cells
        self._join()
        self._settle_names()
        for kind, first in (
            (ChannelKind.PHONE, "contact.phone"),
            (ChannelKind.EMAIL, "contact.email"),
            (ChannelKind.WEBSITE, "website"),
        ):
            for _rank, value, label in sorted(self._ways[kind], key=lambda way: way[0]):
                if not cells.get(first) and _rank < _FAX:
                    cells[first] = value
                elif kind is ChannelKind.EMAIL and check_email(value):
                    self._add("notes", _("E-mail") + f": {value}", "\n")
                else:
                    channel = Channel(kind=kind, value=value, label=self._whose(label))
                    self._grow("channels", cell_of("channels", (channel,), self._language), "\n")
        self._settle_addresses()
        self._join()
        if count := self._left_out:
            text = ngettext(
                "{count} more entry of this card was left out, because it would be too long with it.",
                "{count} more entries of this card were left out, because it would be too long with them.",
                count,
            ).format(count=count)
            cells["notes"] = "\n".join(filter(None, (cells.get("notes"), text)))
        return cells

    def _add(self, key: str, text: str, between: str) -> None:
        text = text.strip()
        there = self._growing.get(key)
        same = self._cells.get(key) == text if there is None else there.says(text)
        if text and not same:
            self._grow(key, text, between)

    def _grow(self, key: str, text: str, between: str) -> None:
        there = self._growing.get(key)
        if there is None:
            there = self._growing[key] = GrowingCell()
            if before := self._cells.get(key):
                there.add(before, "")
        if not there.add(text, between):
            self._left_out += 1

    def _set(self, key: str, text: str) -> None:
        """Say what a cell holds, whatever it held before."""
        self._growing.pop(key, None)
        self._cells[key] = text

    def _join(self) -> None:
        self._cells |= {key: "".join(there.pieces) for key, there in self._growing.items()}
        self._growing.clear()

    def _settle_names(self) -> None:
        cells = self._cells
        full = cells.get("contact.full_name", "")
        parts = [cells.get(f"contact.{key}", "") for key in ("first_name", "surname")]
        if self._is_own:
            cells.pop("contact.full_name", None)
            return
        if self._is_firm or (full and full == cells.get("name")):
            cells.setdefault("name", full)
            for key in ("full_name", "first_name", "surname"):
                cells.pop(f"contact.{key}", None)
        elif sum(map(bool, parts)) == 1 and full and fold(full) == fold("".join(parts)):
            # Some phones put the whole name into one part of N.
            cells.pop("contact.first_name", None)
            cells.pop("contact.surname", None)
        elif any(parts):
            cells.pop("contact.full_name", None)

    def _whose(self, label: str) -> str:
        cells = self._cells
        person = " ".join(filter(None, (cells.get("contact.first_name"), cells.get("contact.surname"))))
        whose = (person or cells.get("contact.full_name", "")) if cells.get("name") else ""
        return ", ".join(filter(None, (whose, label)))

    def _take_name(self, entry: Property) -> None:
        parts = [plain(part).strip() for part in parts_of(entry.value, ";")]
        surname, first, middle, prefix, suffix = (parts + [""] * 5)[:5]
        found = {"surname": surname, "first_name": first, "middle_name": middle}
        found["prefix"] = " ".join(filter(None, (prefix, suffix)))
        self._cells |= {f"contact.{key}": value for key, value in found.items() if value}

    def _take_organisation(self, entry: Property) -> None:
        name, *units = (plain(part).strip() for part in parts_of(entry.value, ";"))
        if name:
            self._cells.setdefault("name", name)
        self._add("contact.department", ", ".join(filter(None, units)), ", ")

    def _take_phone(self, entry: Property) -> None:
        types = entry.types()
        number = plain(entry.value).strip()
        if number.lower().startswith("tel:"):
            number = number[4:].partition(";")[0]
        rank = _FAX if types & {"FAX", "PAGER"} else 0 if _preferred(entry) else 1 if "CELL" in types else 2
        self._take_way(ChannelKind.PHONE, number, rank, entry)

    def _take_email(self, entry: Property) -> None:
        address = plain(entry.value).strip()
        address = address[7:] if address.lower().startswith("mailto:") else address
        self._take_way(ChannelKind.EMAIL, address, 0 if _preferred(entry) else 1, entry)

    def _take_website(self, entry: Property) -> None:
        self._take_way(ChannelKind.WEBSITE, plain(entry.value).strip(), 0 if _preferred(entry) else 1, entry)

    def _take_way(self, kind: ChannelKind, value: str, rank: int, entry: Property) -> None:
        if value:
            self._ways[kind].append((rank, value, self._label(entry)))

    def _label(self, entry: Property) -> str:
        if label := self._group_labels.get(entry.group):
            return _type_labels().get(label.upper(), label)
        return ", ".join(text for kind, text in _type_labels().items() if kind in entry.types())

    def _take_address(self, entry: Property) -> None:
        box, further, street, city, _region, code, country = (
            [" ".join(plain(part).split("\n")).strip() if not self._is_own else plain(part).strip()
             for part in parts_of(entry.value, ";")] + [""] * 7
        )[:7]  # fmt: skip
        whole = ", ".join(filter(None, (street, further, box)))
        address = Address(
            label=self._label(entry), street=whole, postal_code=code, city=city, country=country
        )
        if whole or code or city or country:
            types = entry.types()
            if _preferred(entry):
                types.add("PREF")
            self._addresses.append((types, address))

    def _settle_addresses(self) -> None:
        """A firm's address is not that of the home of one of its people."""
        has_firm = bool(self._cells.get("name"))

        def rank(entry: tuple[set[str], Address]) -> tuple[bool, bool]:
            return has_firm and "HOME" in entry[0], "PREF" not in entry[0]

        ranked = sorted(self._addresses, key=rank)
        if ranked and not rank(ranked[0])[0]:
            main = ranked.pop(0)[1]
            for key in ("street", "postal_code", "city", "country"):
                if value := getattr(main, key):
                    self._cells[key] = value
        for _types, address in ranked:
            if address.street or address.city:
                self._grow("addresses", cell_of("addresses", (address,), self._language), "\n")

    def _take_birthday(self, entry: Property) -> None:
        try:
            day = day_of_year(plain(entry.value).strip())
        except ValueError:
            day = plain(entry.value).strip()
        if "X-APPLE-OMIT-YEAR" in entry.parameters and len(day) == len("1604-04-15"):
            day = f"-{day[4:]}"
        self._add("contact.birthday", day, " ")

    def _take_categories(self, entry: Property) -> None:
        groups = (plain(part).strip() for part in parts_of(entry.value, ","))
        names = [name for name in groups if self._is_own or fold(name).lstrip("* ") != "mycontacts"]
        self._add("tags", ", ".join(filter(None, names)), ", ")

    def _take_gender(self, entry: Property) -> None:
        if (letter := entry.value[:1].upper()) in ("M", "F"):
            self._set("contact.gender", letter)

    def _take_kind(self, entry: Property) -> None:
        self._is_firm = self._is_firm or entry.value.strip().upper() in ("ORG", "COMPANY")

    def _take_own_field(self, entry: Property) -> None:
        label, *values = (plain(part) for part in parts_of(entry.value, ";"))
        self._cells[custom_heading(label, self._language)] = ";".join(values).strip()


_FAX = 9


def _preferred(entry: Property) -> bool:
    return "PREF" in entry.types() or "1" in entry.parameters.get("PREF", ())


def _type_labels() -> dict[str, str]:
    return {
        "WORK": pgettext("phone", "work"),
        "HOME": pgettext("phone", "home"),
        "CELL": pgettext("phone", "mobile"),
        "MOBILE": pgettext("phone", "mobile"),
        "FAX": pgettext("phone", "fax"),
        "PAGER": pgettext("phone", "pager"),
        "MAIN": pgettext("phone", "main"),
    }
