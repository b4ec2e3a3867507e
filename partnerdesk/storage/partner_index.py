"""What partners are found and ordered by: keys, search text, terms, marks, the day of the last contact."""

import json
from collections.abc import Iterator

from partnerdesk.domain.folding import fold, search_words, sort_key
from partnerdesk.domain.partner import CONTACT_KINDS, ChannelKind, Contact, Partner
from partnerdesk.domain.partner_marks import partner_marks, phone_mark
from partnerdesk.storage.connection import Connection
from partnerdesk.storage.records import RecordTable

#: Written into the file once all its partners are indexed. To be raised with every change to what is derived
#: here or how: files with another number are indexed anew when they are opened.
INDEX_VERSION = 1

_IN_TOUCH = ", ".join(f"'{kind.value}'" for kind in CONTACT_KINDS)


class PartnerIndex:
    """Derived columns and tables of partners, brought up to date at the end of each change.

    ``stale`` holds the keys of the partners that the running change touched, in themselves or in their
    contacts, history or approaches.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self.stale: set[int] = set()

    def freshen(self, partners: RecordTable[Partner], contacts: RecordTable[Contact]) -> None:
        """Derive anew what belongs to the stale partners that are still there."""
        for key in sorted(self.stale):
            for partner in partners.find("id = ?", [key]):
                self._freshen(partner, contacts.find("partner_id = ?", [key], "position, id"))

    def _freshen(self, partner: Partner, contacts: list[Contact]) -> None:
        write, key = self._connection.write, partner.key
        spoken, last = self._history(key)
        words = dict.fromkeys(_words(partner, contacts, spoken))
        derived = order_of_partner(partner) | {"search_text": " ".join(words), "last_contact_on": last}
        columns = ", ".join(f"{column} = ?" for column in derived)
        write(f"UPDATE partner SET {columns} WHERE id = ?", [*derived.values(), key])
        terms = {
            (kind, fold(term))
            for kind, of_kind in (("tag", partner.tags), ("audience", partner.audience))
            for term in of_kind
        }
        marks = partner_marks(partner, contacts)
        for table, rows in (("partner_term", terms), ("partner_mark", marks)):
            write(f"DELETE FROM {table} WHERE partner_id = ?", [key])
            for row in sorted(rows):
                write(f"INSERT INTO {table} VALUES (?, ?, ?)", [key, *row])

    def _history(self, key: int) -> tuple[list[str], str | None]:
        """All that was written by hand in a partner's history, and the local day of the last contact."""
        select = self._connection.select
        written = [
            json.loads(row[0]).get("text", "")
            for row in select(
                "SELECT details FROM history_entry WHERE partner_id = ? AND kind <> 'partnership'", [key]
            )
        ]
        written += [row[0] for row in select("SELECT note FROM approach WHERE partner_id = ?", [key])]
        last = select(
            f"""SELECT max(day) FROM (
                SELECT date(max(happened_at), 'localtime') AS day FROM history_entry
                WHERE partner_id = ? AND kind IN ({_IN_TOUCH})
                UNION ALL SELECT max(happened_on) FROM approach WHERE partner_id = ?)""",
            [key, key],
        )
        return written, last[0][0]


def order_of_partner(partner: Partner) -> dict[str, str | None]:
    """The columns by which lists of partners are ordered, and by which towns are told apart."""
    return {"sort_key": sort_key(partner.name), "city_key": sort_key(partner.city)}


def _words(partner: Partner, contacts: list[Contact], spoken: list[str]) -> Iterator[str]:
    texts = [
        partner.name, partner.short_name, partner.nip, _grouped_nip(partner.nip), partner.regon, partner.krs,
        partner.city, partner.street, partner.postal_code, partner.country, partner.email, partner.phone,
        _digits(partner.phone), partner.website, partner.industry, *partner.sells, *partner.audience,
        *partner.tags, partner.responsible, partner.source, partner.notes, *map(str, partner.custom.values()),
    ]  # fmt: skip
    for address in partner.addresses:
        texts += [address.label, address.street, address.postal_code, address.city, address.country]
    for channel in partner.channels:
        texts += [channel.label, channel.value]
        if channel.kind is ChannelKind.PHONE:
            texts.append(_digits(channel.value))
    for contact in contacts:
        texts += [
            contact.first_name, contact.surname, contact.job_title, contact.email, contact.phone,
            _digits(contact.phone),
        ]  # fmt: skip
    for text in (*texts, *spoken):
        yield from search_words(text)


def _digits(phone: str) -> str:
    """A number in one word, and without the code of the country if it has one."""
    return f"{''.join(letter for letter in phone if letter.isdigit())} {phone_mark(phone)}"


def _grouped_nip(nip: str) -> str:
    """The NIP in the groups in which people write it, so that it is found when typed with dashes."""
    return f"{nip[:3]} {nip[3:6]} {nip[6:8]} {nip[8:]}"
