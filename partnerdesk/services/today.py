"""What needs attention today, computed anew at every look."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from partnerdesk.domain.partner import Partner
from partnerdesk.domain.partnership import Obligation, Partnership, State
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
    """One thing to see to; ``obligation`` is ``None`` where the partnership as a whole is meant."""

    urgency: Urgency
    partner: Partner
    partnership: Partnership
    obligation: Obligation | None
    day: date | None


@dataclass(frozen=True, slots=True)
class _Found:
    """A task before its partner is read."""

    urgency: Urgency
    partnership: Partnership
    obligation: Obligation | None
    day: date | None

    def task(self, partner: Partner) -> Task:
        return Task(self.urgency, partner, self.partnership, self.obligation, self.day)


class Today:
    """Gathers what is overdue, due within a week, to be asked again, and proposals without an answer."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    def tasks(self, today: date) -> list[Task]:
        """Everything that needs attention, most urgent first; overdue promises stay until settled."""
        every = self._workspace.partnerships.get_many(partnership_keys(self._workspace))
        found = [*self._promises(every, today), *_retries(every, today), *_proposals(every)]
        keys = list({item.partnership.partner_id for item in found})
        partners = {partner.key: partner for partner in self._workspace.partners.get_many(keys)}
        return [item.task(partners[item.partnership.partner_id]) for item in found]

    def _promises(self, every: Sequence[Partnership], today: date) -> list[_Found]:
        partnerships = {partnership.key: partnership for partnership in every}
        due = open_obligations_due(self._workspace, today + timedelta(days=7))
        found = []
        for obligation in self._workspace.obligations.get_many(due):
            late = obligation.due_on is not None and obligation.due_on < today
            urgency = Urgency.OVERDUE if late else Urgency.DUE_SOON
            partnership = partnerships[obligation.partnership_id]
            found.append(_Found(urgency, partnership, obligation, obligation.due_on))
        return found


def _retries(every: Sequence[Partnership], today: date) -> list[_Found]:
    return [
        _Found(Urgency.RETRY, entry, None, entry.retry_on)
        for entry in every
        if entry.state is State.REFUSED and entry.retry_on is not None and entry.retry_on <= today
    ]


def _proposals(every: Sequence[Partnership]) -> list[_Found]:
    return [_Found(Urgency.PROPOSED, entry, None, None) for entry in every if entry.state is State.PROPOSED]
