"""Finding partners by words and conditions, and what a list of them shows besides their own facts."""

import json
import re
import unicodedata
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Any

from partnerdesk.domain.folding import fold, search_words, sort_key
from partnerdesk.domain.partner import Contact, Partner, Stage
from partnerdesk.domain.partner_filter import OrderBy, PartnerFilter, PartnerOrder
from partnerdesk.storage.workspace import Workspace

# More than this nobody types; a pasted book must not become a query of a million words.
_MOST_LETTERS = 1_000
_MOST_WORDS = 16
_LONGEST_WORD = 64

# Poland's own code before a number, which few numbers are kept with: +48, 0048, PL.
_COUNTRY = re.compile(r"(?:\+48|(?<!\w)0048|(?<!\w)PL)[\s-]?(?=\d{2})", re.IGNORECASE)

_EVERYBODY = PartnerFilter()
_BY_NAME = PartnerOrder()
_STAGE_RANK = "CASE stage " + " ".join(f"WHEN '{stage}' THEN {at}" for at, stage in enumerate(Stage)) + " END"
# By what each order compares first; an entry that ends the list in both directions comes before.
_FIRST_BY: dict[OrderBy, tuple[str, ...]] = {
    OrderBy.NAME: (),
    OrderBy.CITY: ("city_key = ''", "city_key"),
    OrderBy.STAGE: (_STAGE_RANK,),
    OrderBy.RESPONSIBLE: (),
    OrderBy.LAST_CONTACT: ("last_contact_on",),
    OrderBy.FIRST_DAY: ("first_day IS NULL", "first_day"),
}


def partner_keys(
    workspace: Workspace,
    search: str = "",
    limit: int | None = None,
    *,
    where: PartnerFilter = _EVERYBODY,
    order: PartnerOrder = _BY_NAME,
    today: date | None = None,
) -> list[int]:
    """The keys of the partners that are not in the bin and that are looked for, in their order.

    With ``search``: those that hold a word beginning with each of its words, diacritics and case aside, in
    any order. Any text may be searched for; one without a letter or digit finds everybody. ``today`` is the
    day from which the last contact counts, by default that of the computer. At most ``limit`` keys where
    that is given.
    """
    conditions, values = _conditions(where, today or date.today())
    for condition, value in _word_conditions(search):
        conditions.append(condition)
        values.append(value)
    found = " AND ".join(("deleted_at IS NULL", *conditions))
    if order.by is OrderBy.RESPONSIBLE:
        rows = workspace.select(
            f"SELECT id, responsible FROM partner WHERE {found} ORDER BY sort_key, id", values
        )
        return _by_responsible(rows, descending=order.descending)[:limit]
    query = f"SELECT id FROM partner WHERE {found} ORDER BY {_order(order)}"
    if limit is not None:
        query += " LIMIT ?"
        values.append(limit)
    return [row[0] for row in workspace.select(query, values)]


def _order(order: PartnerOrder) -> str:
    direction = " DESC" if order.descending else ""
    if order.by is OrderBy.NAME:
        return f"sort_key{direction}, id{direction}"
    *ends, first = _FIRST_BY[order.by]
    return ", ".join((*ends, first + direction, "sort_key", "id"))


def _by_responsible(rows: Iterable[tuple[int, str]], *, descending: bool) -> list[int]:
    """Keys ordered by names in Polish order, those without one last; the order of the rows settles the rest.

    There are few names and many partners, so each name's place is worked out once.
    """
    of_name: dict[str, list[int]] = {}
    for key, name in rows:
        of_name.setdefault(name, []).append(key)
    names = sorted(filter(None, of_name), key=sort_key, reverse=descending)
    return [key for name in (*names, "") for key in of_name.get(name, ())]


def _conditions(where: PartnerFilter, today: date) -> tuple[list[str], list[Any]]:
    conditions: list[str] = []
    values: list[Any] = []
    one_of = "IN (SELECT value FROM json_each(?))"
    of_term = f"id IN (SELECT partner_id FROM partner_term WHERE kind = '{{}}' AND folded {one_of})"
    for condition, wanted in (
        (f"stage {one_of}", [stage.value for stage in where.stages]),
        (of_term.format("tag"), [fold(tag) for tag in where.tags]),
        (of_term.format("audience"), [fold(audience) for audience in where.audiences]),
        (f"city_key {one_of}", [sort_key(city) for city in where.cities]),
        (f"responsible {one_of}", list(where.responsible)),
    ):
        if wanted:
            conditions.append(condition)
            values.append(json.dumps(wanted))
    for column, flag in (("is_key_client", where.key_client), ("is_competitor", where.competitor)):
        if flag is not None:
            conditions.append(f"{column} = ?")
            values.append(int(flag))
    if where.not_contacted_days is not None:
        conditions.append("(last_contact_on IS NULL OR last_contact_on < ?)")
        values.append((today - timedelta(days=where.not_contacted_days)).isoformat())
    return conditions, values


def _word_conditions(search: str) -> list[tuple[str, str]]:
    typed = _COUNTRY.sub(" ", search[:_MOST_LETTERS])
    words = [word[:_LONGEST_WORD] for word in search_words(typed)]
    # "no now nowak" asks for no more than "nowak".
    telling = [
        word
        for word in dict.fromkeys(words)
        if not any(other != word and other.startswith(word) for other in words)
    ][:_MOST_WORDS]
    indexed = [word for word in telling if _is_indexed(word)]
    conditions = [
        # Words are letters and digits only, and so are those in the text, which single spaces part.
        ("instr(' ' || search_text, ' ' || ?) > 0", word)
        for word in telling
        if not _is_indexed(word)
    ]
    if indexed:
        # A quoted word cannot end early.
        match = " ".join(f'"{word}"*' for word in indexed)
        conditions.append(("id IN (SELECT rowid FROM partner_search WHERE partner_search MATCH ?)", match))
    return conditions


def _is_indexed(word: str) -> bool:
    """Whether SQLite's tokenizer surely takes every sign of a folded word for a letter or digit.

    It knows the letters of Unicode 6.1 and takes those of younger scripts for spaces between words.
    """
    return word.isascii() or all(unicodedata.ucd_3_2_0.category(sign)[0] in "LN" for sign in word)


def last_contacts(workspace: Workspace, keys: Sequence[int]) -> dict[int, date]:
    """The day of the last contact with each of these partners; those never contacted are left out."""
    rows = workspace.select(
        """SELECT id, last_contact_on FROM partner
           WHERE id IN (SELECT value FROM json_each(?)) AND last_contact_on IS NOT NULL""",
        [json.dumps(list(keys))],
    )
    return {row[0]: date.fromisoformat(row[1]) for row in rows}


def first_people(workspace: Workspace, keys: Sequence[int]) -> dict[int, Contact]:
    """The person to turn to at each of these partners: who decides, else the first of the list."""
    people = workspace.contacts.find(
        "partner_id IN (SELECT value FROM json_each(?))",
        [json.dumps(list(keys))],
        "is_decision_maker, position DESC, id DESC",
    )
    # What comes later in this order stays.
    return {contact.partner_id: contact for contact in people}


def terms_in_use(workspace: Workspace, kind: str) -> list[str]:
    """The terms of a kind ("tag", "audience") of partners outside the bin, in Polish order.

    Each is written as the partner that has had it longest writes it.
    """
    rows = workspace.select(
        """WITH term AS (SELECT folded FROM partner_term WHERE kind = ?1 GROUP BY folded)
           SELECT folded, (SELECT partner.id FROM partner_term JOIN partner ON partner.id = partner_id
                           WHERE kind = ?1 AND partner_term.folded = term.folded AND deleted_at IS NULL
                           LIMIT 1)
           FROM term""",
        [kind],
    )
    partners = {
        partner.key: partner for partner in workspace.partners.get_many([row[1] for row in rows if row[1]])
    }
    found = []
    for folded, key in rows:
        if key in partners:
            found += [term for term in _terms(partners[key], kind) if fold(term) == folded][:1]
    return sorted(found, key=sort_key)


def _terms(partner: Partner, kind: str) -> tuple[str, ...]:
    return partner.tags if kind == "tag" else partner.audience


def cities_in_use(workspace: Workspace) -> list[str]:
    """The towns of partners outside the bin, in Polish order, each in one spelling."""
    rows = workspace.select(
        """SELECT city FROM partner JOIN (SELECT min(id) AS first FROM partner
                                         WHERE deleted_at IS NULL AND city_key <> '' GROUP BY city_key)
           ON id = first ORDER BY city_key"""
    )
    return [row[0] for row in rows]


def responsible_in_use(workspace: Workspace) -> list[str]:
    """Who of our people looks after partners outside the bin, in Polish order."""
    rows = workspace.select(
        "SELECT DISTINCT responsible FROM partner WHERE deleted_at IS NULL AND responsible <> ''"
    )
    return sorted((row[0] for row in rows), key=sort_key)
