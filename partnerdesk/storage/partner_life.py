"""Questions about what happened with partners, and what was entered for them before."""

import json
from collections import Counter
from collections.abc import Sequence
from datetime import date

from partnerdesk.storage.workspace import Workspace

#: The columns whose values are offered while typing; those of the second row hold lists.
_SINGLE = ("responsible", "source", "industry", "city")
_LISTS = ("tags", "sells", "audience")
#: What the latest partners hold is what is used now; reading all of 100,000 would be felt.
_PARTNERS_READ = 5_000
_MOST_VALUES = 300


def used_values(workspace: Workspace) -> dict[str, list[str]]:
    """What was entered in some columns of the latest partners, the most frequent first, by column."""
    rows = workspace.select(
        f"""SELECT {", ".join((*_SINGLE, *_LISTS))} FROM partner
            WHERE deleted_at IS NULL ORDER BY id DESC LIMIT {_PARTNERS_READ}"""
    )
    counts: dict[str, Counter[str]] = {column: Counter() for column in (*_SINGLE, *_LISTS)}
    for row in rows:
        for column, value in zip(_SINGLE, row, strict=False):
            counts[column].update([value] if value else [])
        for column, terms in zip(_LISTS, row[len(_SINGLE) :], strict=True):
            counts[column].update(json.loads(terms) if terms != "[]" else [])
    return {
        column: [value for value, _ in found.most_common(_MOST_VALUES)] for column, found in counts.items()
    }


def approaching_people(workspace: Workspace) -> list[str]:
    """Who of our people made the latest attempts, the busiest first."""
    rows = workspace.select(
        f"""SELECT who, count(*) AS times FROM (SELECT who FROM approach WHERE who <> ''
            ORDER BY id DESC LIMIT {_PARTNERS_READ}) GROUP BY who ORDER BY times DESC LIMIT {_MOST_VALUES}"""
    )
    return [row[0] for row in rows]


def approaches_to_retry(workspace: Workspace, until: date) -> list[int]:
    """Keys of the attempts to be followed by another one on or before ``until``, earliest first.

    Only a partner's latest attempt counts, and none of a partner in the bin.
    """
    rows = workspace.select(
        """SELECT approach.id FROM approach JOIN partner ON partner.id = approach.partner_id
           WHERE approach.retry_on <= ? AND partner.deleted_at IS NULL
             AND NOT EXISTS (SELECT 1 FROM approach AS later WHERE later.partner_id = approach.partner_id
                             AND (later.happened_on, later.id) > (approach.happened_on, approach.id))
           ORDER BY approach.retry_on, approach.id""",
        [until.isoformat()],
    )
    return [row[0] for row in rows]


def latest_attempt_days(workspace: Workspace, partner_ids: Sequence[int]) -> dict[int, date]:
    """The day of the latest attempt of each of these partners; those without one are left out."""
    rows = workspace.select(
        """SELECT partner_id, max(happened_on) FROM approach
           WHERE partner_id IN (SELECT value FROM json_each(?)) GROUP BY partner_id""",
        [json.dumps(list(partner_ids))],
    )
    return {row[0]: date.fromisoformat(row[1]) for row in rows}


def settled_obligations(workspace: Workspace, partner_id: int, limit: int | None) -> list[int]:
    """Keys of the promises of a partner's partnerships that are settled, latest first."""
    rows = workspace.select(
        """SELECT obligation.id FROM obligation
           JOIN partnership ON partnership.id = obligation.partnership_id
           WHERE partnership.partner_id = ? AND partnership.deleted_at IS NULL
             AND obligation.status <> 'open' AND obligation.settled_on IS NOT NULL
           ORDER BY obligation.settled_on DESC, obligation.id DESC LIMIT ?""",
        [partner_id, -1 if limit is None else limit],
    )
    return [row[0] for row in rows]


def last_contact_day(workspace: Workspace, partner_id: int) -> date | None:
    """The day of the latest call, meeting, e-mail, letter or attempt; ``None`` for none."""
    rows = workspace.select("SELECT last_contact_on FROM partner WHERE id = ?", [partner_id])
    return date.fromisoformat(rows[0][0]) if rows and rows[0][0] else None


def partners_with_custom(workspace: Workspace, field: str, choice: str | None = None) -> int:
    """How many partners have a value in the own field with this UUID; if ``choice`` is given, this one."""
    path = f'$."{field}"'
    query = "SELECT count(*) FROM partner WHERE custom <> '{}' AND json_extract(custom, ?) IS NOT NULL"
    values: list[str] = [path]
    if choice is not None:
        query += " AND json_extract(custom, ?) = ?"
        values += [path, choice]
    return int(workspace.select(query, values)[0][0])
