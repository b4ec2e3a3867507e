"""Files kept with a partner."""

from dataclasses import dataclass

from partnerdesk.domain.record import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredFile(Record):
    """The bytes of one file kept in the workspace; never changed, only replaced."""

    content: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment(Record):
    """One file kept with a partner; ``name`` is its name without folder, ``size`` its length in bytes."""

    partner_id: int
    stored_file_id: int
    name: str
    size: int
