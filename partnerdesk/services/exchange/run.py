"""Doing what an import was planned to do, all of it or nothing."""

from collections.abc import Callable
from dataclasses import dataclass

from partnerdesk.domain.directory_record import KeptKind
from partnerdesk.language.interface import _
from partnerdesk.services.desk import Desk
from partnerdesk.services.exchange.plan import Decision, ImportPlan


@dataclass(frozen=True, slots=True)
class ImportReport:
    """How many partners were added, updated and skipped, and how many rows left out for want of a name."""

    added: int
    updated: int
    skipped: int
    left_out: int


def run_import(
    desk: Desk, plan: ImportPlan, label_source: str, report: Callable[[int, int], None]
) -> ImportReport:
    """Carry out a plan as one change; ``label_source`` names the file in its label.

    ``report(done, total)`` is called every now and then; when it raises ``Cancelled``, nothing is stored.
    The change is kept, so that it can be taken back in a later session too. Raises ``Problem``.
    """
    added = [planned for planned in plan.partners if planned.decision is Decision.ADD]
    with desk.workspace.change(_("Import from {file}").format(file=label_source)):
        for number, planned in enumerate(added):
            report(number, len(added))
            desk.directory.save(planned.file)
        counts = {"added": len(added), "updated": 0, "skipped": len(plan.partners) - len(added)}
        desk.workspace.keep_running(KeptKind.IMPORT, {"file": label_source, **counts})
    return ImportReport(**counts, left_out=0)
