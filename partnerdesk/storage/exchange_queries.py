"""What importing and exporting ask of the whole directory at once."""

from collections.abc import Sequence
from dataclasses import dataclass

from partnerdesk.domain.partner import Contact
from partnerdesk.storage.workspace import Workspace

# A statement with more than about 32,000 values is refused by SQLite.
_KEYS_PER_QUERY = 10_000


@dataclass(frozen=True, slots=True)
class KnownPartner:
    """What of a partner is needed to tell whether another entry is the same firm."""

    key: int
    uuid: str
    name: str
    city: str
    nip: str


def partners_by_key(workspace: Workspace) -> dict[int, KnownPartner]:
    """Every partner outside the bin, by its key, as far as matching needs it."""
    rows = workspace.select("SELECT id, uuid, name, city, nip FROM partner WHERE deleted_at IS NULL")
    return {row[0]: KnownPartner(*row) for row in rows}


def marks_of_partners(workspace: Workspace) -> list[tuple[int, str, str]]:
    """Key, kind and value of every mark of the partners outside the bin, older partners first."""
    rows = workspace.select(
        """SELECT partner_id, kind, value FROM partner_mark
           JOIN partner ON partner.id = partner_id WHERE deleted_at IS NULL ORDER BY partner_id"""
    )
    return [(row[0], row[1], row[2]) for row in rows]


def contacts_by_partner(workspace: Workspace, keys: Sequence[int]) -> dict[int, list[Contact]]:
    """The people of the partners with these keys, in their order; partners without any are left out."""
    found: dict[int, list[Contact]] = {}
    wanted = sorted(set(keys))
    for start in range(0, len(wanted), _KEYS_PER_QUERY):
        part = wanted[start : start + _KEYS_PER_QUERY]
        marks = ", ".join("?" * len(part))
        for contact in workspace.contacts.find(f"partner_id IN ({marks})", part, "position, id"):
            found.setdefault(contact.partner_id, []).append(contact)
    return found
