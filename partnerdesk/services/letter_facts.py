"""What the workspace knows of a letter's fields, so that they need not be typed."""

from datetime import date
from typing import Any

from partnerdesk.domain.letter_template import Fact, LetterTemplate
from partnerdesk.domain.partner import Partner
from partnerdesk.domain.partnership import Direction, Measure, Partnership, State
from partnerdesk.language.formats import listed
from partnerdesk.services.results import last_months
from partnerdesk.storage.queries import partnership_keys, result_totals
from partnerdesk.storage.workspace import Workspace

_WORKING = (State.AGREED, State.RUNNING, State.PAUSED, State.ENDED)


def known_values(
    workspace: Workspace,
    template: LetterTemplate,
    partner: Partner,
    partnership: Partnership | None,
    written_on: date,
    language: str,
) -> dict[str, Any]:
    """Values for the template's fields that have a fact, by key; facts that are not known are left out.

    Facts come from ``partnership`` where one is given, else from all that the partner ever agreed to. What
    the partner sells is noted in the partner's own language, so it is left out of letters in another.
    """
    partnerships = [partnership] if partnership else _working(workspace, partner)
    facts = {
        Fact.YEARS_TOGETHER: years_together(partner.first_day, written_on) or None,
        Fact.NEW_CLIENTS: _new_clients(workspace, partnerships, written_on),
        Fact.PROJECT: _term(partnerships, "project"),
        Fact.EVENT: _term(partnerships, "event"),
        Fact.GOODS: listed(partner.sells, language) or None if language == partner.language else None,
    }
    return {key: facts[fact] for key, fact in template.facts.items() if facts[fact] is not None}


def years_together(first_day: date | None, today: date) -> int:
    """Full years of cooperation; a leap day's anniversary is the first of March in common years."""
    if first_day is None:
        return 0
    years = today.year - first_day.year - ((today.month, today.day) < (first_day.month, first_day.day))
    return max(0, years)


def _working(workspace: Workspace, partner: Partner) -> list[Partnership]:
    every = workspace.partnerships.get_many(partnership_keys(workspace, [partner.key]))
    return [partnership for partnership in reversed(every) if partnership.state in _WORKING]


def _term(partnerships: list[Partnership], key: str) -> str | None:
    found = (partnership.terms.get(key) for partnership in partnerships)
    return next((value for value in found if value), None)


def _new_clients(workspace: Workspace, partnerships: list[Partnership], today: date) -> int | None:
    period = last_months(12, today)
    keys = {partnership.id for partnership in partnerships}
    count = sum(
        row.amount
        for row in result_totals(workspace, period.first, period.last)
        if row.partnership_id in keys
        and row.measure is Measure.NEW_CLIENTS
        and row.direction is Direction.RECEIVED
    )
    return int(count) or None
