"""Doing what an import was planned to do, all of it or nothing."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace

from partnerdesk.domain.directory_record import KeptKind
from partnerdesk.domain.partner import Contact
from partnerdesk.language.interface import _
from partnerdesk.services.desk import Desk
from partnerdesk.services.directory import PartnerFile
from partnerdesk.services.exchange.plan import Decision, ImportPlan, PlannedPartner
from partnerdesk.services.exchange.source import Report
from partnerdesk.services.exchange.update import updated
from partnerdesk.services.problems import changed_elsewhere
from partnerdesk.storage.errors import Conflict, NotFound
from partnerdesk.storage.workspace import Workspace

_PARTNERS_BETWEEN_REPORTS = 50


@dataclass(frozen=True, slots=True)
class ImportReport:
    """How many partners were added, updated and skipped, and how many rows left out for want of a name."""

    added: int
    updated: int
    skipped: int
    left_out: int


def run_import(desk: Desk, plan: ImportPlan, label_source: str, report: Report) -> ImportReport:
    """Carry out a plan as one change; ``label_source`` names the file in its label.

    ``report(done, total)`` is called every now and then; when it raises ``Cancelled``, nothing is stored.
    The change is kept, so that it can be taken back in a later session too. Where nothing is to be done,
    nothing is written. Raises ``Problem`` when a partner to be updated was changed or removed meanwhile.
    """
    left_out = sum(not fault.kept_in_notes for fault in plan.faults)
    todo = [planned for planned in plan.partners if planned.decision is not Decision.SKIP]
    done: Counter[Decision] = Counter({Decision.SKIP: len(plan.partners) - len(todo)})

    def outcome() -> ImportReport:
        return ImportReport(done[Decision.ADD], done[Decision.UPDATE], done[Decision.SKIP], left_out)

    if not todo:
        return outcome()
    try:
        with desk.workspace.change(_("Import from {file}").format(file=label_source)):
            for number, planned in enumerate(todo):
                if number % _PARTNERS_BETWEEN_REPORTS == 0:
                    desk.workspace.freshen_index()
                    report(number, len(todo))
                done[_carry_out(desk.workspace, planned)] += 1
            report(len(todo), len(todo))
            desk.workspace.keep_running(KeptKind.IMPORT, {"file": label_source, **asdict(outcome())})
    except (Conflict, NotFound) as error:
        raise changed_elsewhere() from error
    return outcome()


def _carry_out(workspace: Workspace, planned: PlannedPartner) -> Decision:
    if planned.decision is Decision.UPDATE and planned.match is not None:
        return _update(workspace, planned, planned.match.partner_id)
    partner = workspace.partners.insert(planned.file.partner)
    _insert_people(workspace, partner.key, planned.file.contacts, 0)
    return Decision.ADD


def _update(workspace: Workspace, planned: PlannedPartner, key: int) -> Decision:
    """Read again what is there, because another partner of the file may have changed it already."""
    partner = workspace.partners.get(key)
    if partner.deleted_at is not None:
        raise NotFound(f"partner {key} is in the bin")
    people = workspace.contacts.find("partner_id = ?", [key], "position, id")
    before = PartnerFile(partner, tuple(people))
    after = updated(before, planned.file)
    if after == before:
        return Decision.SKIP
    # Where only people differ too: a form that was opened before must notice that something changed.
    workspace.partners.update(after.partner)
    for old, new in zip(before.contacts, after.contacts, strict=False):
        if new != old:
            workspace.contacts.update(new)
    last = max((contact.position for contact in people), default=-1)
    _insert_people(workspace, key, after.contacts[len(people) :], last + 1)
    return Decision.UPDATE


def _insert_people(workspace: Workspace, key: int, people: Sequence[Contact], first: int) -> None:
    for position, contact in enumerate(people, first):
        workspace.contacts.insert(replace(contact, partner_id=key, position=position))
