"""Questions that span tables or need the search index."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from partnerdesk.domain.folding import search_words
from partnerdesk.domain.funnel import Reached
from partnerdesk.domain.partner import Contact
from partnerdesk.domain.partnership import Direction, Measure, RefusalReason, State
from partnerdesk.storage.workspace import Workspace

# A statement with more than about 32,000 values is refused by SQLite.
_KEYS_PER_QUERY = 10_000


def partner_keys(workspace: Workspace, search: str = "", limit: int | None = None) -> list[int]:
    """The keys of all partners that are not in the bin, in Polish alphabetical order of their names.

    With ``search``: those that hold a word beginning with each of its words, diacritics and case aside, in
    any order. Any text may be searched for; one without a letter or digit finds everybody. At most
    ``limit`` keys where that is given.
    """
    query = "SELECT id FROM partner WHERE deleted_at IS NULL"
    values: list[str | int] = []
    words = search_words(search)
    if words:
        # Words are letters and digits only, so that a quoted word cannot end early.
        query += " AND id IN (SELECT rowid FROM partner_search WHERE partner_search MATCH ?)"
        values = [" ".join(f'"{word}"*' for word in words)]
    query += " ORDER BY sort_key, id"
    if limit is not None:
        query += " LIMIT ?"
        values.append(limit)
    return [row[0] for row in workspace.select(query, values)]


def open_obligations_due(workspace: Workspace, until: date) -> list[int]:
    """Keys of the open promises due on or before ``until``, of living partnerships, earliest first."""
    rows = workspace.select(
        """SELECT obligation.id FROM obligation
           JOIN partnership ON partnership.id = obligation.partnership_id
           JOIN partner ON partner.id = partnership.partner_id
           WHERE obligation.status = 'open' AND obligation.due_on <= ?
             AND partnership.deleted_at IS NULL AND partner.deleted_at IS NULL
             AND partnership.state IN ('agreed', 'running')
           ORDER BY obligation.due_on, obligation.id""",
        [until.isoformat()],
    )
    return [row[0] for row in rows]


def open_promise_counts(workspace: Workspace) -> dict[int, int]:
    """How many promises are open, by the key of their partnership; partnerships without one are left out."""
    rows = workspace.select(
        "SELECT partnership_id, count(*) FROM obligation WHERE status = 'open' GROUP BY partnership_id"
    )
    return {row[0]: row[1] for row in rows}


@dataclass(frozen=True, slots=True)
class ResultTotal:
    """The sum of one measure of one partnership in one direction."""

    partnership_id: int
    measure: Measure
    direction: Direction
    amount: Decimal


def result_totals(workspace: Workspace, first: date, last: date) -> list[ResultTotal]:
    """Sums per partnership, measure and direction over the days ``first`` to ``last``, both included."""
    rows = workspace.select(
        """SELECT result.partnership_id, result.measure, result.direction, sum(result.amount) FROM result
           JOIN partnership ON partnership.id = result.partnership_id
           JOIN partner ON partner.id = partnership.partner_id
           WHERE result.happened_on BETWEEN ? AND ?
             AND partnership.deleted_at IS NULL AND partner.deleted_at IS NULL
           GROUP BY result.partnership_id, result.measure, result.direction
           ORDER BY result.partnership_id, result.measure, result.direction""",
        [first.isoformat(), last.isoformat()],
    )
    return [ResultTotal(row[0], Measure(row[1]), Direction(row[2]), Decimal(row[3]) / 100) for row in rows]


def partnership_keys(workspace: Workspace, partner_ids: Sequence[int] | None = None) -> list[int]:
    """Keys of the partnerships that are not in the bin, by partner's name; of some partners if given."""
    query = """SELECT partnership.id FROM partnership JOIN partner ON partner.id = partnership.partner_id
               WHERE partnership.deleted_at IS NULL AND partner.deleted_at IS NULL"""
    values: list[int] = []
    if partner_ids is not None:
        query += f" AND partner.id IN ({', '.join('?' * len(partner_ids))})"
        values = list(partner_ids)
    rows = workspace.select(f"{query} ORDER BY partner.sort_key, partnership.id", values)
    return [row[0] for row in rows]


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


def states_reached(workspace: Workspace, first: date, last: date) -> list[Reached]:
    """States that partnerships outside the bin came to for the first time within these local days."""
    rows = workspace.select(
        """SELECT partnership_id, type_key, reached, refusal_reason FROM (
             SELECT partnership.id AS partnership_id, partnership.type_key, partnership.refusal_reason,
                    json_extract(details, '$.state') AS reached, min(date(happened_at, 'localtime')) AS day
             FROM history_entry
             JOIN partnership ON partnership.id = history_entry.partnership_id
             JOIN partner ON partner.id = partnership.partner_id
             WHERE history_entry.kind = 'partnership'
               AND partnership.deleted_at IS NULL AND partner.deleted_at IS NULL
             GROUP BY partnership.id, reached)
           WHERE day BETWEEN ? AND ? ORDER BY partnership_id, reached""",
        [first.isoformat(), last.isoformat()],
    )
    return [
        Reached(key, type_key, State(state), RefusalReason(reason) if reason else None)
        for key, type_key, state, reason in rows
    ]


def approach_keys(workspace: Workspace, first: date, last: date) -> list[int]:
    """Keys of the attempts at partners outside the bin on these days, both included."""
    rows = workspace.select(
        """SELECT approach.id FROM approach JOIN partner ON partner.id = approach.partner_id
           WHERE partner.deleted_at IS NULL AND happened_on BETWEEN ? AND ? ORDER BY approach.id""",
        [first.isoformat(), last.isoformat()],
    )
    return [row[0] for row in rows]
