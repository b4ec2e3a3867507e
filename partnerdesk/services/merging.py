"""Making one partner of two entries of the same firm, with everything that hangs on either."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

from partnerdesk.domain.directory_record import DistinctPair, KeptKind
from partnerdesk.domain.partner import Contact, HistoryEntry, HistoryKind, Partner
from partnerdesk.language.interface import _
from partnerdesk.services.custom_fields import CustomFields
from partnerdesk.services.differences import FieldDifference, Side, differences
from partnerdesk.services.directory import PartnerFile
from partnerdesk.services.duplicates import partner_gone
from partnerdesk.services.merged_values import (
    matched_people,
    merged_partner,
    united_contact,
    with_left_over,
)
from partnerdesk.storage.errors import Conflict, NotFound
from partnerdesk.storage.workspace import Workspace

Report = Callable[[int, int], None]

#: What hangs on a partner and goes along with it, besides its people and letters.
_MOVED = ("partnership", "history_entry", "approach", "attachment")


@dataclass(frozen=True, slots=True)
class Joined:
    """What both entries bring along, as shown; "" for a side that has nothing there."""

    label: str
    text_kept: str
    text_gone: str


class Merging:
    """Shows where two partners differ, and merges them."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    def differences(self, kept: Partner, gone: Partner) -> list[FieldDifference]:
        """The fields of which only one value can stay (see :mod:`partnerdesk.services.differences`)."""
        return differences(kept, gone, CustomFields(self._workspace).fields())

    def joined(self, kept: Partner, gone: Partner) -> list[Joined]:
        """What the merged entry will have of both: people, lists, notes, history, where there are any."""
        rows = [
            Joined(_("People"), self._names(kept), self._names(gone)),
            Joined(_("Tags"), ", ".join(kept.tags), ", ".join(gone.tags)),
            Joined(_("Sells"), ", ".join(kept.sells), ", ".join(gone.sells)),
            Joined(_("Whom it serves"), ", ".join(kept.audience), ", ".join(gone.audience)),
            Joined(_("Notes"), kept.notes, gone.notes),
        ]
        for label, name in (
            (_("Partnerships"), "partnership"),
            (_("Letters"), "letter"),
            (_("Approaches"), "approach"),
            (_("Attachments"), "attachment"),
            (_("History"), "history_entry"),
        ):
            rows.append(Joined(label, self._count(name, kept), self._count(name, gone)))
        return [row for row in rows if row.text_kept or row.text_gone]

    def _names(self, partner: Partner) -> str:
        return ", ".join(contact.full_name for contact in self._people(partner.key))

    def _count(self, name: str, partner: Partner) -> str:
        count = self._workspace.tables[name].count("partner_id = ?", [partner.key])
        return str(count) if count else ""

    def merge(
        self,
        keep_id: int,
        gone_id: int,
        choices: Mapping[str, Side],
        report: Report = lambda _done, _total: None,
    ) -> PartnerFile:
        """Move all that belongs to ``gone_id`` to ``keep_id`` and remove the emptied entry, as one change.

        ``choices`` says by the key of a difference which side is taken; for those not named, what the
        differences suggest. It can be taken back later (see :mod:`partnerdesk.services.kept_changes`).
        Raises ``Problem`` when one of the two was removed in the meantime. ``report(done, total)`` may
        raise to stop, with both as they were.
        """
        if keep_id == gone_id:
            raise ValueError(f"partner {keep_id} cannot be merged with itself")
        try:
            kept, gone = self._workspace.partners.get(keep_id), self._workspace.partners.get(gone_id)
            if kept.deleted_at or gone.deleted_at:
                raise partner_gone()
            suggested = {each.key: each.suggestion for each in self.differences(kept, gone)}
            label = _("Merge of {gone} into {kept}").format(gone=gone.name, kept=kept.name)
            with self._workspace.change(label):
                return self._merge(kept, gone, suggested | dict(choices), report)
        except (NotFound, Conflict) as error:
            raise partner_gone() from error

    def _merge(
        self, kept: Partner, gone: Partner, choices: Mapping[str, Side], report: Report
    ) -> PartnerFile:
        workspace = self._workspace
        merged = merged_partner(kept, gone, choices)
        pairs = self._unite_people(kept.key, gone.key)
        united = {double.key: person.key for person, double in pairs}
        stored = workspace.partners.update(with_left_over(merged, pairs))
        self._move_records(kept.key, gone.key, united, report)
        self._move_pairs(kept.key, gone.key)
        for contact_id in united:
            workspace.remove_contact(workspace.contacts.get(contact_id))
        workspace.history.insert(
            HistoryEntry(
                partner_id=kept.key,
                kind=HistoryKind.MERGE,
                happened_at=datetime.now(UTC),
                # The name that is no longer there, whichever of both was chosen.
                details={"name": gone.name if stored.name != gone.name else kept.name},
            )
        )
        workspace.partners.remove(gone)
        workspace.keep_running(KeptKind.MERGE, {"kept": stored.name, "gone": gone.name})
        return PartnerFile(stored, tuple(self._people(kept.key)))

    def _move_records(self, keep_id: int, gone_id: int, united: Mapping[int, int], report: Report) -> None:
        """Move over letters and what else hangs on the partner; ``united`` are people, old key to new."""
        of_gone = "partner_id = ?", [gone_id]
        total = sum(self._workspace.tables[name].count(*of_gone) for name in ("letter", *_MOVED))
        done = 0
        for letter in self._workspace.letters.find(*of_gone):
            report(done, total)
            contact = united.get(letter.contact_id or 0, letter.contact_id)
            self._workspace.letters.update(replace(letter, partner_id=keep_id, contact_id=contact))
            done += 1
        for name in _MOVED:
            table = self._workspace.tables[name]
            for record in table.find(*of_gone):
                report(done, total)
                moved: Any = record
                table.update(replace(moved, partner_id=keep_id))
                done += 1
        report(total, total)

    def _people(self, partner_id: int) -> list[Contact]:
        return self._workspace.contacts.find("partner_id = ?", [partner_id], "position, id")

    def _unite_people(self, keep_id: int, gone_id: int) -> list[tuple[Contact, Contact]]:
        """Move people over; of those known on both sides, whom they became and what the gone entry said."""
        contacts = self._workspace.contacts
        staying, coming = self._people(keep_id), self._people(gone_id)
        doubles = matched_people(staying, coming)
        position = max((contact.position for contact in staying), default=-1) + 1
        pairs = []
        for contact in coming:
            double = doubles.get(contact.key)
            if double is None:
                contacts.update(replace(contact, partner_id=keep_id, position=position))
                position += 1
                continue
            person = united_contact(double, contact)
            pairs.append((person if person == double else contacts.update(person), contact))
        return pairs

    def _move_pairs(self, keep_id: int, gone_id: int) -> None:
        pairs = self._workspace.distinct_pairs
        known = {
            (pair.one_id, pair.other_id) for pair in pairs.find("one_id = ? OR other_id = ?", [keep_id] * 2)
        }
        for pair in pairs.find("one_id = ? OR other_id = ?", [gone_id] * 2):
            third = pair.other_id if pair.one_id == gone_id else pair.one_id
            moved = _pair(keep_id, third, pair)
            if third == keep_id or (moved.one_id, moved.other_id) in known:
                pairs.remove(pair)
            else:
                pairs.update(moved)


def _pair(one: int, other: int, pair: DistinctPair) -> DistinctPair:
    return replace(pair, one_id=min(one, other), other_id=max(one, other))
