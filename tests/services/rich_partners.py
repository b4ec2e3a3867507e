"""Partners with something in every table, for tests that move, remove and bring back."""

import hashlib
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

from partnerdesk.domain.approach import Approach, ApproachChannel, ApproachOutcome
from partnerdesk.domain.attachment import Attachment, StoredFile
from partnerdesk.domain.checkup import Checkup
from partnerdesk.domain.letter import Letter
from partnerdesk.domain.partner import Contact, HistoryEntry, HistoryKind, Partner
from partnerdesk.domain.partnership import Direction, Measure, Obligation, Partnership, Result
from partnerdesk.domain.partnership_type import Side
from partnerdesk.domain.record import Record
from partnerdesk.services.desk import Desk

NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
TODAY = date(2026, 11, 23)


def add_rich_partner(desk: Desk, partner: Partner, *contacts: Contact) -> Partner:
    """Store a partner with people, a partnership, a promise, a result, a letter, history and a file."""
    workspace = desk.workspace
    with workspace.change("Add"):
        partner = workspace.partners.insert(partner)
        people = [
            workspace.contacts.insert(replace(contact, partner_id=partner.key, position=at))
            for at, contact in enumerate(contacts)
        ]
        agreed = workspace.partnerships.insert(Partnership(partner_id=partner.key, type_key="barter"))
        workspace.obligations.insert(Obligation(partnership_id=agreed.key, side=Side.OURS, text="Ulotki"))
        workspace.results.insert(
            Result(
                partnership_id=agreed.key,
                happened_on=TODAY,
                measure=Measure.REVENUE,
                direction=Direction.RECEIVED,
                amount=Decimal("12.50"),
            )
        )
        workspace.checkups.insert(
            Checkup(
                partnership_id=agreed.key,
                happened_on=TODAY,
                respect=5,
                interest=4,
                shared_goals=3,
                dialogue=4,
                responsibility=5,
            )
        )
        letter = workspace.letters.insert(
            Letter(
                partner_id=partner.key,
                contact_id=people[0].key if people else None,
                partnership_id=agreed.key,
                template_key="thanks",
                title="Podziękowanie",
                language="pl",
                written_on=TODAY,
                values={},
                printed={},
                file_name="list.pdf",
                exported_at=NOW,
            )
        )
        workspace.history.insert(
            HistoryEntry(
                partner_id=partner.key,
                kind=HistoryKind.LETTER,
                happened_at=NOW,
                details={"title": "Podziękowanie", "file": "list.pdf"},
                letter_id=letter.key,
                partnership_id=agreed.key,
            )
        )
        workspace.approaches.insert(
            Approach(
                partner_id=partner.key,
                happened_on=TODAY,
                channel=ApproachChannel.PHONE,
                outcome=ApproachOutcome.LATER,
            )
        )
        stored = workspace.stored_files.insert(StoredFile(content=partner.name.encode()))
        workspace.attachments.insert(
            Attachment(partner_id=partner.key, stored_file_id=stored.key, name="umowa.pdf", size=3)
        )
    return partner


def tables_of_a_rich_partner() -> set[str]:
    """The names of the tables in which :func:`add_rich_partner` leaves something."""
    return {
        "partner", "contact", "partnership", "obligation", "result", "checkup", "letter", "history_entry",
        "approach", "stored_file", "attachment",
    }  # fmt: skip


def content_of(desk: Desk, *left_out: str) -> dict[str, dict[int, Record]]:
    """Every record of every table by table and key, without what only says who saved it and when."""
    return {
        name: {record.key: _bare(record) for record in table.find()}
        for name, table in desk.workspace.tables.items()
        if name not in left_out
    }


def derived_of(desk: Desk) -> str:
    """A digest of everything that partners are found by."""
    select = desk.workspace.select
    rows = [
        select("SELECT id, sort_key, city_key, search_text, last_contact_on FROM partner ORDER BY id"),
        select("SELECT * FROM partner_term ORDER BY 1, 2, 3"),
        select("SELECT * FROM partner_mark ORDER BY 1, 2, 3"),
        select("SELECT rowid FROM partner_search ORDER BY 1"),
    ]
    return hashlib.sha256(repr(rows).encode()).hexdigest()


def _bare(record: Any) -> Record:
    bare: Record = replace(record, version=0, updated_at=None)
    return bare
