"""What needs attention today, computed anew at every look."""

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


class Today:
    """Gathers what is overdue, due within a week, to be asked again, and proposals without an answer."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    def tasks(self, today: date) -> list[Task]:
        """Everything that needs attention, most urgent first; overdue promises stay until settled."""
        return [*self._promises(today), *self._retries(today), *self._proposals()]

    def _promises(self, today: date) -> list[Task]:
        workspace = self._workspace
        due = workspace.obligations.get_many(open_obligations_due(workspace, today + timedelta(days=7)))
        found = []
        for obligation in due:
            partnership = workspace.partnerships.get(obligation.partnership_id)
            late = obligation.due_on is not None and obligation.due_on < today
            urgency = Urgency.OVERDUE if late else Urgency.DUE_SOON
            partner = workspace.partners.get(partnership.partner_id)
            found.append(Task(urgency, partner, partnership, obligation, obligation.due_on))
        return found

    def _retries(self, today: date) -> list[Task]:
        refused = [
            entry
            for entry in self._in_state(State.REFUSED)
            if entry.retry_on is not None and entry.retry_on <= today
        ]
        return [self._about(Urgency.RETRY, entry, entry.retry_on) for entry in refused]

    def _proposals(self) -> list[Task]:
        return [self._about(Urgency.PROPOSED, entry, None) for entry in self._in_state(State.PROPOSED)]

    def _in_state(self, state: State) -> list[Partnership]:
        every = self._workspace.partnerships.get_many(partnership_keys(self._workspace))
        return [entry for entry in every if entry.state is state]

    def _about(self, urgency: Urgency, partnership: Partnership, day: date | None) -> Task:
        partner = self._workspace.partners.get(partnership.partner_id)
        return Task(urgency, partner, partnership, None, day)
