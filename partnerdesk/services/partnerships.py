"""Partnerships: agreeing one, changing it, and saying it in words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from partnerdesk.domain.partner import HistoryEntry, HistoryKind
from partnerdesk.domain.partnership import Obligation, ObligationStatus, Partnership, State
from partnerdesk.domain.partnership_type import DefaultObligation, PartnershipType, Side
from partnerdesk.domain.recurrence import Recurrence, falls_on, next_after
from partnerdesk.language.interface import _
from partnerdesk.services.catalogue import Catalogue
from partnerdesk.services.field_values import check_values
from partnerdesk.services.problems import InvalidInput, changed_elsewhere
from partnerdesk.storage.errors import Conflict, NotFound
from partnerdesk.storage.queries import open_promise_counts, partnership_keys
from partnerdesk.storage.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Agreement:
    """A partnership with the promises of both sides, as the wizard shows and saves them."""

    partnership: Partnership
    obligations: tuple[Obligation, ...]


class Partnerships:
    """Finds, saves and removes partnerships."""

    def __init__(self, workspace: Workspace, catalogue: Catalogue) -> None:
        self._workspace = workspace
        self._types = catalogue.types

    def all(self) -> list[Partnership]:
        """Every partnership that is not in the bin, by partner's name."""
        return self._workspace.partnerships.get_many(partnership_keys(self._workspace))

    def count(self) -> int:
        """How many partnerships there are outside the bin."""
        return len(partnership_keys(self._workspace))

    def of_partner(self, partner_id: int) -> list[Partnership]:
        """The partnerships with one partner, oldest first."""
        return self._workspace.partnerships.get_many(partnership_keys(self._workspace, [partner_id]))

    def agreement(self, key: int) -> Agreement:
        """A partnership with its promises. Raises ``NotFound``."""
        return Agreement(self._workspace.partnerships.get(key), tuple(self.obligations(key)))

    def obligations(self, partnership_id: int) -> list[Obligation]:
        """The promises of a partnership, in their order."""
        return self._workspace.obligations.find("partnership_id = ?", [partnership_id], "position, id")

    def open_promises(self) -> dict[int, int]:
        """How many promises are open, by the key of their partnership; those without one are left out."""
        return open_promise_counts(self._workspace)

    def title(self, partnership: Partnership) -> str:
        """The partnership's own name, or its type's where it has none."""
        return partnership.name or self._types[partnership.type_key].title

    def save(self, agreement: Agreement) -> Agreement:
        """Save a partnership with its promises; promises no longer listed are removed.

        A new state is written into the partner's history. Raises ``InvalidInput`` with a message for each
        wrong field and ``Problem`` when somebody else saved first; nothing is stored then.
        """
        partnership = _tidy(agreement.partnership)
        faults = check_agreement(replace(agreement, partnership=partnership), self._types)
        if faults:
            raise InvalidInput(faults)
        label = (
            _("Change partnership with {name}") if partnership.version else _("Add partnership with {name}")
        )
        try:
            partner = self._workspace.partners.get(partnership.partner_id)
            with self._workspace.change(label.format(name=partner.name)):
                return self._store(partnership, agreement.obligations)
        except (Conflict, NotFound) as error:
            raise changed_elsewhere() from error

    def _store(self, partnership: Partnership, obligations: Sequence[Obligation]) -> Agreement:
        before = None if partnership.id is None else self._workspace.partnerships.get(partnership.id)
        stored = self._workspace.partnerships.save(partnership)
        if before is None or before.state is not stored.state:
            self._note_state(stored)
        old = {obligation.key: obligation for obligation in self.obligations(stored.key)}
        kept = []
        for position, obligation in enumerate(obligations):
            placed = replace(
                _anchored(obligation),
                partnership_id=stored.key,
                position=position,
                text=obligation.text.strip(),
            )
            if placed.id is not None and old.pop(placed.id, None) == placed:
                kept.append(placed)
            else:
                kept.append(self._workspace.obligations.save(placed))
        for gone in old.values():
            self._workspace.obligations.remove(gone)
        return Agreement(stored, tuple(kept))

    def _note_state(self, partnership: Partnership) -> None:
        self._workspace.history.insert(
            HistoryEntry(
                partner_id=partnership.partner_id,
                kind=HistoryKind.PARTNERSHIP,
                happened_at=datetime.now(UTC),
                details={"name": self.title(partnership), "state": partnership.state.value},
                partnership_id=partnership.key,
            )
        )

    def delete(self, key: int) -> Partnership:
        """Move a partnership to the bin, with its promises and results."""
        partnership = self._workspace.partnerships.get(key)
        label = _("Delete partnership “{name}”").format(name=self.title(partnership))
        with self._workspace.change(label):
            return self._workspace.partnerships.update(replace(partnership, deleted_at=datetime.now(UTC)))

    def settle(
        self, obligation_id: int, status: ObligationStatus, day: date, evidence: str | None = None
    ) -> Obligation:
        """Say what became of a promise on ``day``; kept after its due date, it counts as late.

        A promise that comes again is followed by its next occurrence, unless the partnership is over by
        then. ``evidence`` replaces what was noted before, if given.
        """
        obligation = self._workspace.obligations.get(obligation_id)
        if status is ObligationStatus.KEPT and obligation.due_on is not None and day > obligation.due_on:
            status = ObligationStatus.LATE
        settled_on = None if status is ObligationStatus.OPEN else day
        with self._workspace.change(_("Settle promise “{text}”").format(text=obligation.text)):
            settled = replace(obligation, status=status, settled_on=settled_on)
            if evidence is not None:
                settled = replace(settled, evidence=evidence.strip())
            stored = self._workspace.obligations.update(settled)
            if status is not ObligationStatus.OPEN:
                self._follow_up(stored)
        return stored

    def note_evidence(self, obligation_id: int, evidence: str) -> Obligation:
        """Note by what one can see what became of a promise; "" takes the note away.

        Raises ``Problem`` when the promise was removed in the meantime.
        """
        try:
            obligation = self._workspace.obligations.get(obligation_id)
            with self._workspace.change(_("Note on promise “{text}”").format(text=obligation.text)):
                return self._workspace.obligations.update(replace(obligation, evidence=evidence.strip()))
        except (NotFound, Conflict) as error:
            raise changed_elsewhere() from error

    def _follow_up(self, settled: Obligation) -> None:
        """Add the next occurrence of a promise that comes again, if it is not there already."""
        first = settled.first_due_on
        if settled.recurrence is None or first is None or settled.due_on is None:
            return
        due = next_after(first, settled.recurrence, settled.due_on)
        if due is None:
            return
        partnership = self._workspace.partnerships.get(settled.partnership_id)
        over = partnership.state in (State.ENDED, State.REFUSED)
        if over or (partnership.ends_on is not None and due > partnership.ends_on):
            return
        there = self._workspace.obligations.find(
            "partnership_id = ? AND side = ? AND text = ? AND due_on = ?",
            [settled.partnership_id, settled.side.value, settled.text, due.isoformat()],
        )
        if not there:
            self._workspace.obligations.insert(
                Obligation(
                    partnership_id=settled.partnership_id,
                    side=settled.side,
                    text=settled.text,
                    due_on=due,
                    responsible=settled.responsible,
                    recurrence=settled.recurrence,
                    first_due_on=first,
                    position=settled.position,
                )
            )


def default_obligations(kind: PartnershipType, first_day: date) -> tuple[Obligation, ...]:
    """The promises that a type usually brings, dated from ``first_day``; one of both becomes two."""
    return tuple(
        Obligation(side=side, text=default.text, due_on=_days_after(first_day, default.due_after_days))
        for default in kind.obligations
        for side in _sides(default)
    )


def _days_after(day: date, days: int) -> date:
    return day + timedelta(days=min(days, (date.max - day).days))


def _anchored(obligation: Obligation) -> Obligation:
    """A promise whose days are counted from its due date, unless that follows from its first day."""
    first, due, recurrence = obligation.first_due_on, obligation.due_on, obligation.recurrence
    if recurrence is None or due is None:
        return replace(obligation, first_due_on=None)
    if first is not None and falls_on(first, recurrence, due):
        return obligation
    return replace(obligation, first_due_on=due)


def _sides(default: DefaultObligation) -> tuple[Side, ...]:
    return (Side.OURS, Side.THEIRS) if default.side is Side.BOTH else (default.side,)


def check_agreement(agreement: Agreement, types: Mapping[str, PartnershipType]) -> dict[str, str]:
    """A message for each wrong field: terms by "terms.key", promises by "obligation.number"."""
    partnership = agreement.partnership
    faults = {
        f"terms.{key}": fault
        for key, fault in check_values(types[partnership.type_key].terms, partnership.terms).items()
    }
    faults |= {
        f"obligation.{number}": fault
        for number, obligation in enumerate(agreement.obligations)
        if (fault := check_promise(obligation.text, obligation.due_on, obligation.recurrence))
    }
    if partnership.state is State.REFUSED and partnership.refusal_reason is None:
        faults["refusal_reason"] = _("Choose why they refused; it helps when you try again.")
    fault = check_days(partnership.starts_on, partnership.ends_on)
    return faults | {"ends_on": fault} if fault else faults


def check_promise(text: str, due_on: date | None, recurrence: Recurrence | None) -> str:
    """What is wrong with a promise, "" for nothing."""
    if not text.strip():
        return _("Say what is promised, or remove the line.")
    if recurrence is not None and due_on is None:
        return _("A promise that comes again needs its first day. Enter it.")
    return ""


def check_days(first: date | None, last: date | None) -> str:
    """What is wrong with the days that a partnership lasts, "" for nothing."""
    wrong = first is not None and last is not None and last < first
    return _("The last day lies before the first. Correct one of them.") if wrong else ""


def _tidy(partnership: Partnership) -> Partnership:
    texts: dict[str, Any] = {
        key: getattr(partnership, key).strip()
        for key in (
            "name", "refusal_note", "our_functions", "their_functions", "decision_rule", "dispute_rule",
            "exit_rule",
        )
    }  # fmt: skip
    if partnership.state is not State.REFUSED:
        texts |= {"refusal_reason": None, "refusal_note": "", "retry_on": None}
    return replace(partnership, **texts)
