"""What an import would do, found out without changing anything."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from partnerdesk.domain.custom_field import CustomField
from partnerdesk.language.interface import _
from partnerdesk.services.custom_fields import KEY_PREFIX
from partnerdesk.services.desk import Desk
from partnerdesk.services.directory import PartnerFile
from partnerdesk.services.exchange.assembly import Assembled, assembled, name_of
from partnerdesk.services.exchange.columns import CONTACT
from partnerdesk.services.exchange.matching import Matcher
from partnerdesk.services.exchange.rows import RowDraft, RowFault, RowReader
from partnerdesk.services.exchange.source import Report, SourceTable
from partnerdesk.services.exchange.update import changes, updated
from partnerdesk.services.partner_fields import contact_fields, partner_fields
from partnerdesk.services.problems import Problem
from partnerdesk.storage.queries import contacts_by_partner

__all__ = ["Decision", "ImportPlan", "Match", "PlannedPartner", "RowFault", "plan_import"]

_ROWS_BETWEEN_REPORTS = 200
_NAMES = ("name", "contact.first_name", "contact.surname", "contact.full_name", "contact.surname_first")


class Decision(StrEnum):
    """What becomes of a partner of the file."""

    ADD = "add"
    SKIP = "skip"
    UPDATE = "update"


@dataclass(frozen=True, slots=True)
class Match:
    """The partner that is there already; ``reason`` says in a sentence how it was known."""

    partner_id: int
    name: str
    reason: str


@dataclass(frozen=True, slots=True)
class PlannedPartner:
    """One partner of the file.

    ``lines`` are those of its rows, ``changes`` the labels of what an update would change in ``match``.
    Another decision is made by ``dataclasses.replace(planned, decision=…)``; UPDATE needs a match.
    """

    file: PartnerFile
    lines: tuple[int, ...]
    match: Match | None
    decision: Decision
    changes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """All that an import would do, and what it could not take.

    ``left_out_headings`` are those of columns that hold something and stand for nothing.
    """

    partners: tuple[PlannedPartner, ...]
    faults: tuple[RowFault, ...]
    left_out_headings: tuple[str, ...]

    def decided(self, decision: Decision) -> "ImportPlan":
        """The plan with the same decision on every partner that is there already."""
        partners = (
            planned if planned.match is None else replace(planned, decision=decision)
            for planned in self.partners
        )
        return replace(self, partners=tuple(partners))


def plan_import(desk: Desk, table: SourceTable, mapping: Sequence[str], report: Report) -> ImportPlan:
    """What importing ``table`` would do when each column stands for the target in ``mapping``.

    Nothing is written. ``report(done, total)`` is called every now and then and may raise ``Cancelled``.
    Partners that are there already are planned to be skipped. Raises ``Problem`` when no column gives a
    name.
    """
    check_mapping(mapping)
    custom_fields = own_fields(desk)
    faults: list[RowFault] = []
    drafts = _named(_drafts(table, RowReader(table, mapping, custom_fields), report), faults)
    labels = field_labels(custom_fields)
    partners = assembled(drafts, labels)
    planned = _matched(desk, partners, labels, report)
    return ImportPlan(tuple(planned), tuple(faults), _left_out(table, mapping, report))


def check_mapping(mapping: Sequence[str]) -> None:
    """Raise ``Problem`` when no column gives a name."""
    if not any(key in _NAMES for key in mapping):
        raise Problem(_("No column holds a name. Choose which column holds the firm's or the person's name."))


def own_fields(desk: Desk) -> list[CustomField]:
    """The owner's own fields, in their order."""
    return desk.custom_fields.all()


def field_labels(custom_fields: Sequence[CustomField]) -> dict[str, str]:
    """The names of all fields in the language of the screen, by their keys."""
    labels = {field.key: field.label for field in partner_fields()}
    labels |= {CONTACT + field.key: field.label for field in contact_fields()}
    return labels | {KEY_PREFIX + field.uuid: field.label for field in custom_fields}


def _drafts(table: SourceTable, reader: RowReader, report: Report) -> Iterator[RowDraft]:
    total = len(table.rows)
    for number, row in enumerate(table.rows):
        if number % _ROWS_BETWEEN_REPORTS == 0:
            report(number, total)
        yield reader.read(row.line, row.filled)


def _named(drafts: Iterator[RowDraft], faults: list[RowFault]) -> Iterator[RowDraft]:
    """The rows that have a name; those without are faults, as are wrong values."""
    for draft in drafts:
        if name_of(draft):
            faults.extend(draft.faults)
            yield draft
        else:
            message = _("There is no name in this row, so it is left out.")
            faults.append(RowFault(draft.line, "", message, kept_in_notes=False))


def _matched(
    desk: Desk, partners: Sequence[Assembled], labels: dict[str, str], report: Report
) -> Iterator[PlannedPartner]:
    matcher = Matcher(desk.workspace)
    found = []
    for number, partner in enumerate(partners):
        if number % _ROWS_BETWEEN_REPORTS == 0:
            report(number, len(partners))
        file = partner.file()
        found.append((partner, file, matcher.match(file, partner.identity)))
    keys = [match[0].key for _partner, _file, match in found if match]
    there = {entry.key: entry for entry in desk.workspace.partners.get_many(keys)}
    people = contacts_by_partner(desk.workspace, keys)
    for partner, file, match in found:
        lines = tuple(partner.lines)
        if match is None:
            yield PlannedPartner(file, lines, None, Decision.ADD)
            continue
        known, reason = match
        before = PartnerFile(there[known.key], tuple(people.get(known.key, ())))
        differing = changes(before, updated(before, file), labels)
        yield PlannedPartner(file, lines, Match(known.key, known.name, reason), Decision.SKIP, differing)


def _left_out(table: SourceTable, mapping: Sequence[str], report: Report) -> tuple[str, ...]:
    used: set[int] = set()
    for number, row in enumerate(table.rows):
        if number % _ROWS_BETWEEN_REPORTS == 0:
            report(number, len(table.rows))
        used.update(place for place, cell in enumerate(row.filled) if cell)
    return tuple(
        heading or _("column {number}").format(number=place + 1)
        for place, (key, heading) in enumerate(zip(mapping, table.headings, strict=True))
        if not key and place in used
    )
