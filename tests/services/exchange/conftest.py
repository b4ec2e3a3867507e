"""What tests of importing and exporting share: a second workspace, ways in and out, what records say."""

from collections.abc import Callable, Iterator
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest

from partnerdesk.domain.partner import Contact, Partner
from partnerdesk.domain.record import Record
from partnerdesk.services.catalogue import Catalogues
from partnerdesk.services.desk import Desk, open_desk
from partnerdesk.services.exchange.export import export_partners
from partnerdesk.services.exchange.plan import Decision, ImportPlan, own_fields, plan_import
from partnerdesk.services.exchange.run import ImportReport, run_import
from partnerdesk.services.exchange.source import read_source, source_kind
from partnerdesk.services.exchange.targets import guess_mapping

_INNER = {field.name for field in fields(Record)} | {"partner_id", "position", "deleted_at"}


@pytest.fixture
def other_desk(tmp_path: Path, resources: Path, catalogues: Catalogues) -> Iterator[Desk]:
    with open_desk(tmp_path / "other.partnerdesk", resources, catalogues, "en") as desk:
        yield desk


def silently(_done: int, _total: int) -> None:
    """Report progress to nobody."""


def planned(desk: Desk, path: Path) -> ImportPlan:
    """What the guess makes of a file."""
    table = read_source(path)
    return plan_import(desk, table, guess_mapping(table, own_fields(desk)), silently)


def imported(desk: Desk, path: Path, decision: Decision = Decision.SKIP) -> ImportReport:
    """Import a file without a hand's turn."""
    return run_import(desk, planned(desk, path).decided(decision), path.name, silently)


def exported(desk: Desk, path: Path) -> int:
    """Write all partners into a file."""
    kind = source_kind(path)
    assert kind is not None
    return export_partners(desk, desk.directory.keys(), path, kind, overwrite=True, report=silently)


def said(record: Partner | Contact) -> dict[str, Any]:
    """All that a record says, without what only its file needs."""
    return {field.name: getattr(record, field.name) for field in fields(record) if field.name not in _INNER}


def told(record: Partner | Contact) -> dict[str, Any]:
    """What a record says besides what every new one says."""
    empty = Partner(name="") if isinstance(record, Partner) else Contact()
    return {key: value for key, value in said(record).items() if value != getattr(empty, key)}


def everything(desk: Desk, custom: Callable[[dict[str, Any]], Any] = dict) -> list[Any]:
    """All that a workspace says of its partners and their people; ``custom`` rewrites own fields."""
    found = []
    for partner in desk.directory.all():
        facts = said(partner)
        facts["custom"] = custom(facts["custom"])
        found.append((facts, [said(person) for person in desk.directory.contacts(partner.key)]))
    return found
