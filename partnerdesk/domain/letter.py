"""Letters that left the house."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from partnerdesk.domain.record import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter(Record):
    """One exported letter, kept as it was sent.

    ``printed`` holds the texts of :class:`partnerdesk.domain.printed_letter.PrintedLetter` by field name
    (without pictures, which ``logo_id`` and ``signature_id`` name), so that the same PDF can be made
    again; ``values`` what was entered into the template's fields. ``file_name`` is the name without folder.
    """

    partner_id: int
    contact_id: int | None = None
    partnership_id: int | None = None
    template_key: str
    title: str
    language: str
    written_on: date
    values: dict[str, Any]
    printed: dict[str, Any]
    logo_id: int | None = None
    signature_id: int | None = None
    file_name: str
    exported_at: datetime
