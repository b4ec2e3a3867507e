"""The bin: deleted partners, to be brought back with everything or removed for good by hand."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from partnerdesk.domain.partner import Partner
from partnerdesk.language.interface import _, ngettext
from partnerdesk.storage.bin import BinnedPartner, binned_partners
from partnerdesk.storage.workspace import Workspace

__all__ = ["Bin", "BinnedPartner"]

Report = Callable[[int, int], None]
#: What hangs on a partner's partnerships, and what hangs on the partner, in the order of removal.
_OF_PARTNERSHIPS = ("result", "obligation", "checkup")
_OF_PARTNER = ("history_entry", "letter", "approach", "partnership")


class Bin:
    """Lists deleted partners, brings them back and removes them; nothing empties it by itself."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    def partners(self) -> list[BinnedPartner]:
        """The partners in the bin, those deleted last first."""
        return binned_partners(self._workspace)

    def restore(self, keys: Sequence[int], report: Report = lambda _done, _total: None) -> list[Partner]:
        """Bring partners back with all that belongs to them, as one change; return those brought back.

        ``report(done, total)`` may raise to stop, with everything as it was.
        """
        partners = self._still_in_bin(keys)
        if not partners:
            return []
        label = ngettext("Bring back {count} partner", "Bring back {count} partners", len(partners))
        if len(partners) == 1:
            label = _("Bring back partner {name}")
        with self._workspace.change(label.format(count=len(partners), name=partners[0].name)):
            restored: list[Partner] = []
            for partner in partners:
                report(len(restored), len(partners))
                restored.append(self._workspace.partners.update(replace(partner, deleted_at=None)))
            report(len(restored), len(partners))
        return restored

    def remove_for_good(
        self, keys: Sequence[int], report: Report = lambda _done, _total: None
    ) -> list[Partner]:
        """Remove partners in the bin with everything that hangs on them, as one change; return them.

        ``report(done, total)`` may raise to stop, with everything as it was.
        """
        partners = self._still_in_bin(keys)
        if not partners:
            return []
        label = ngettext("Delete {count} partner for good", "Delete {count} partners for good", len(partners))
        if len(partners) == 1:
            label = _("Delete partner {name} for good")
        with self._workspace.change(label.format(count=len(partners), name=partners[0].name)):
            for number, partner in enumerate(partners):
                report(number, len(partners))
                self._remove(partner)
            report(len(partners), len(partners))
        return partners

    def _still_in_bin(self, keys: Sequence[int]) -> list[Partner]:
        return [each for each in self._workspace.partners.get_many(keys) if each.deleted_at is not None]

    def _remove(self, partner: Partner) -> None:
        tables = self._workspace.tables
        for partnership in tables["partnership"].find("partner_id = ?", [partner.key]):
            for name in _OF_PARTNERSHIPS:
                for record in tables[name].find("partnership_id = ?", [partnership.key]):
                    tables[name].remove(record)
        self._remove_attachments(partner.key)
        for pair in tables["distinct_pair"].find("one_id = ? OR other_id = ?", [partner.key] * 2):
            tables["distinct_pair"].remove(pair)
        for name in _OF_PARTNER:
            for record in tables[name].find("partner_id = ?", [partner.key]):
                tables[name].remove(record)
        for contact in self._workspace.contacts.find("partner_id = ?", [partner.key]):
            self._workspace.remove_contact(contact)
        self._workspace.partners.remove(partner)

    def _remove_attachments(self, partner_id: int) -> None:
        attachments, files = self._workspace.attachments, self._workspace.stored_files
        for attachment in attachments.find("partner_id = ?", [partner_id]):
            attachments.remove(attachment)
            if not attachments.count("stored_file_id = ?", [attachment.stored_file_id]):
                files.remove(files.get(attachment.stored_file_id))
