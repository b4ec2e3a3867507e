"""All that happened with a partner, in one list."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from enum import StrEnum

from partnerdesk.domain.approach import Approach
from partnerdesk.domain.attachment import Attachment
from partnerdesk.domain.partner import WRITTEN_KINDS, HistoryEntry, HistoryKind
from partnerdesk.domain.partnership import Obligation, ObligationStatus, Partnership
from partnerdesk.domain.partnership_type import Side
from partnerdesk.language.formats import file_size, short_date
from partnerdesk.language.interface import _, screen_language
from partnerdesk.language.labels import (
    approach_channel_label,
    approach_outcome_label,
    history_kind_label,
    refusal_label,
)
from partnerdesk.services.catalogue import Catalogue
from partnerdesk.services.history_text import history_line
from partnerdesk.storage.partner_life import settled_obligations
from partnerdesk.storage.workspace import Workspace


class TimelineKind(StrEnum):
    """What one line of a timeline is about; the first ones are those of the history."""

    NOTE = "note"
    CALL = "call"
    MEETING = "meeting"
    EMAIL = "email"
    LETTER = "letter"
    PARTNERSHIP = "partnership"
    MERGE = "merge"
    APPROACH = "approach"
    PROMISE = "promise"
    FILE = "file"


@dataclass(frozen=True, slots=True)
class TimelineItem:
    """One thing that happened; ``record`` is what it was made from, ``detail`` may be ""."""

    moment: datetime
    kind: TimelineKind
    text: str
    detail: str
    record: HistoryEntry | Approach | Obligation | Attachment

    @property
    def day(self) -> date:
        """The day on which it happened, in local time."""
        return self.moment.astimezone().date()

    @property
    def is_written(self) -> bool:
        """Whether it was written into the history by hand, so that it can be changed there."""
        return isinstance(self.record, HistoryEntry) and self.record.kind in WRITTEN_KINDS

    @property
    def partnership_id(self) -> int | None:
        """The partnership that it belongs to, if it does."""
        if isinstance(self.record, HistoryEntry | Obligation):
            return self.record.partnership_id
        return None


class Timeline:
    """Gathers history, attempts, settled promises and files."""

    def __init__(self, workspace: Workspace, catalogue: Catalogue) -> None:
        self._workspace = workspace
        self._types = catalogue.types

    def of_partner(
        self, partner_id: int, kinds: Collection[TimelineKind] | None = None, limit: int | None = None
    ) -> list[TimelineItem]:
        """What happened with a partner, newest first; only these kinds, and at most ``limit`` if given."""
        wanted = frozenset(TimelineKind if kinds is None else kinds)
        items = [*self._history(partner_id, wanted, limit)]
        if TimelineKind.APPROACH in wanted:
            items += self._approaches(partner_id, limit)
        if TimelineKind.PROMISE in wanted:
            items += self._promises(partner_id, limit)
        if TimelineKind.FILE in wanted:
            items += self._files(partner_id, limit)
        items.sort(key=lambda item: (item.moment, item.record.key), reverse=True)
        return items[:limit]

    def _history(
        self, partner_id: int, wanted: frozenset[TimelineKind], limit: int | None
    ) -> Iterator[TimelineItem]:
        kinds = [kind.value for kind in HistoryKind if TimelineKind(kind.value) in wanted]
        marks = ", ".join("?" * len(kinds))
        for entry in self._workspace.history.find(
            f"partner_id = ? AND kind IN ({marks})",
            [partner_id, *kinds],
            "happened_at DESC, id DESC",
            limit,
        ):
            yield TimelineItem(
                entry.happened_at, TimelineKind(entry.kind.value), history_line(entry), "", entry
            )

    def _approaches(self, partner_id: int, limit: int | None) -> Iterator[TimelineItem]:
        for approach in self._workspace.approaches.find(
            "partner_id = ?", [partner_id], "happened_on DESC, id DESC", limit
        ):
            moment = _moment(approach.happened_on, approach.created_at)
            text = f"{approach_channel_label(approach.channel)}: {outcome_text(approach)}"
            yield TimelineItem(moment, TimelineKind.APPROACH, text, _approach_detail(approach), approach)

    def _promises(self, partner_id: int, limit: int | None) -> Iterator[TimelineItem]:
        obligations = self._workspace.obligations.get_many(
            settled_obligations(self._workspace, partner_id, limit)
        )
        keys = list({obligation.partnership_id for obligation in obligations})
        titles = {each.key: self._title(each) for each in self._workspace.partnerships.get_many(keys)}
        for promise in obligations:
            if promise.settled_on is None:
                continue
            owes = _("We promised") if promise.side is Side.OURS else _("They promised")
            owed = _joined(owes, titles[promise.partnership_id], promise.responsible)
            detail = "\n".join(part for part in (owed, promise.evidence) if part)
            text = _settled_text(promise.status).format(text=promise.text)
            moment = _moment(promise.settled_on, promise.updated_at)
            yield TimelineItem(moment, TimelineKind.PROMISE, text, detail, promise)

    def _title(self, partnership: Partnership) -> str:
        return partnership.name or self._types[partnership.type_key].title

    def _files(self, partner_id: int, limit: int | None) -> Iterator[TimelineItem]:
        for file in self._workspace.attachments.find("partner_id = ?", [partner_id], "id DESC", limit):
            moment = file.created_at or datetime.now(UTC)
            text = _("File added: {name}").format(name=file.name)
            size = file_size(file.size, screen_language())
            yield TimelineItem(moment, TimelineKind.FILE, text, size, file)


def timeline_kind_label(kind: TimelineKind) -> str:
    """What one line of a timeline is about."""
    own = {
        TimelineKind.APPROACH: _("Attempt"),
        TimelineKind.PROMISE: _("Promise"),
        TimelineKind.FILE: _("File"),
    }
    return own.get(kind) or history_kind_label(HistoryKind(kind.value))


def outcome_text(approach: Approach) -> str:
    """What came of an attempt, a refusal with its reason."""
    outcome = approach_outcome_label(approach.outcome)
    return f"{outcome} – {refusal_label(approach.refusal_reason)}" if approach.refusal_reason else outcome


def what_happened_last(approach: Approach) -> str:
    """An attempt in one line with its day: "Refused on 03.09.2026: No time to talk"."""
    outcome = approach_outcome_label(approach.outcome)
    day = short_date(approach.happened_on, screen_language())
    if approach.refusal_reason is None:
        return _("{outcome} on {day}").format(outcome=outcome, day=day)
    reason = refusal_label(approach.refusal_reason)
    return _("{outcome} on {day}: {reason}").format(outcome=outcome, day=day, reason=reason)


def _approach_detail(approach: Approach) -> str:
    retry = ""
    if approach.retry_on is not None:
        retry = _("Ask again on {day}").format(day=short_date(approach.retry_on, screen_language()))
    first = _joined(approach.who, retry)
    return "\n".join(part for part in (first, approach.note) if part)


def _settled_text(status: ObligationStatus) -> str:
    return {
        ObligationStatus.KEPT: _("Promise kept: {text}"),
        ObligationStatus.LATE: _("Promise kept late: {text}"),
        ObligationStatus.BROKEN: _("Promise broken: {text}"),
        ObligationStatus.WAIVED: _("Promise waived: {text}"),
        ObligationStatus.OPEN: _("Promise open again: {text}"),
    }[status]


def _joined(*parts: str) -> str:
    return " · ".join(part for part in parts if part)


def _moment(day: date, noted_at: datetime | None) -> datetime:
    """A day among moments: when it was noted, if that was on the same day, else midday."""
    if noted_at is not None and noted_at.astimezone().date() == day:
        return noted_at
    return datetime.combine(day, time(12)).astimezone(UTC)
