"""What needs attention today, computed anew at every look."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from partnerdesk.domain.approach import Approach
from partnerdesk.domain.partner import Partner
from partnerdesk.domain.partnership import Obligation, Partnership, State
from partnerdesk.storage.partner_life import approaches_to_retry, latest_attempt_days
from partnerdesk.storage.queries import open_obligations_due, partnership_keys
from partnerdesk.storage.workspace import Workspace


class Urgency(StrEnum):
    """Why an entry stands under Today."""

    OVERDUE = "overdue"
    DUE_SOON = "due_soon"
    RETRY = "retry"
    PROPOSED = "proposed"


@dataclass(frozen=True, slots=True)
class Task:
    """One thing to see to with a partner.

    It is about a promise of a partnership, a partnership as a whole, an attempt to win the partner that is
    to be followed by another, or both of the last two.
    """

    urgency: Urgency
    partner: Partner
    day: date | None
    partnership: Partnership | None = None
    obligation: Obligation | None = None
    approach: Approach | None = None


@dataclass(frozen=True, slots=True)
class _Found:
    """A task before its partner is read."""

    urgency: Urgency
    partner_id: int
    day: date | None
    partnership: Partnership | None = None
    obligation: Obligation | None = None
    approach: Approach | None = None

    def task(self, partner: Partner) -> Task:
        return Task(self.urgency, partner, self.day, self.partnership, self.obligation, self.approach)


class Today:
    """Gathers what is overdue, due within a week, to be asked again, and proposals without an answer."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    def tasks(self, today: date) -> list[Task]:
        """Everything that needs attention, most urgent first; overdue promises stay until settled."""
        every = self._workspace.partnerships.get_many(partnership_keys(self._workspace))
        found = [*self._promises(every, today), *self._retries(every, today), *_proposals(every)]
        keys = list({item.partner_id for item in found})
        partners = {partner.key: partner for partner in self._workspace.partners.get_many(keys)}
        return [item.task(partners[item.partner_id]) for item in found]

    def _promises(self, every: Sequence[Partnership], today: date) -> list[_Found]:
        partnerships = {partnership.key: partnership for partnership in every}
        due = open_obligations_due(self._workspace, today + timedelta(days=7))
        found = []
        for promise in self._workspace.obligations.get_many(due):
            late = promise.due_on is not None and promise.due_on < today
            urgency = Urgency.OVERDUE if late else Urgency.DUE_SOON
            partnership = partnerships[promise.partnership_id]
            found.append(_Found(urgency, partnership.partner_id, promise.due_on, partnership, promise))
        return found

    def _retries(self, every: Sequence[Partnership], today: date) -> list[_Found]:
        """One entry for each firm to ask again, after a refused partnership, an attempt or both."""
        refused = [
            entry
            for entry in every
            if entry.state is State.REFUSED and entry.retry_on is not None and entry.retry_on <= today
        ]
        tried = latest_attempt_days(self._workspace, list({entry.partner_id for entry in refused}))
        found: dict[int, _Found] = {}
        for entry in sorted(refused, key=lambda entry: entry.retry_on or today):
            last = tried.get(entry.partner_id)
            # They were asked again already; what came of that says when to ask next.
            if last is None or entry.retry_on is None or last < entry.retry_on:
                retry = _Found(Urgency.RETRY, entry.partner_id, entry.retry_on, entry)
                found.setdefault(entry.partner_id, retry)
        for approach in self._workspace.approaches.get_many(approaches_to_retry(self._workspace, today)):
            known = found.get(approach.partner_id)
            partnership = known.partnership if known else None
            found[approach.partner_id] = _Found(
                Urgency.RETRY, approach.partner_id, approach.retry_on, partnership, approach=approach
            )
        return sorted(found.values(), key=lambda item: item.day or today)


def _proposals(every: Sequence[Partnership]) -> list[_Found]:
    return [
        _Found(Urgency.PROPOSED, entry.partner_id, None, entry)
        for entry in every
        if entry.state is State.PROPOSED
    ]
