"""What an import would do, found out without changing anything."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from partnerdesk.domain.partner import Partner
from partnerdesk.services.desk import Desk
from partnerdesk.services.directory import PartnerFile
from partnerdesk.services.exchange.source import SourceTable


class Decision(StrEnum):
    """What becomes of a partner of the file."""

    ADD = "add"
    SKIP = "skip"
    UPDATE = "update"


@dataclass(frozen=True, slots=True)
class RowFault:
    """A value that could not be taken as it is, or a row without a name (then ``heading`` is "")."""

    line: int
    heading: str
    message: str
    kept_in_notes: bool


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
    """All that an import would do, and what it could not take."""

    partners: tuple[PlannedPartner, ...]
    faults: tuple[RowFault, ...]
    left_out_headings: tuple[str, ...]


def plan_import(
    desk: Desk, table: SourceTable, mapping: Sequence[str], report: Callable[[int, int], None]
) -> ImportPlan:
    """What importing ``table`` would do when each column stands for the target in ``mapping``.

    Nothing is written. ``report(done, total)`` is called every now and then and may raise ``Cancelled``.
    Raises ``Problem`` when no column gives a name.
    """
    planned, column = [], mapping.index("name")
    for row in table.rows:
        report(row.line, len(table.rows))
        file = PartnerFile(Partner(name=row.cells[column]), ())
        planned.append(PlannedPartner(file, (row.line,), None, Decision.ADD))
    return ImportPlan(tuple(planned), (), ())
