"""Fields of partners that the owner adds."""

from dataclasses import dataclass
from enum import StrEnum

from partnerdesk.domain.record import Record


class CustomKind(StrEnum):
    """What a custom field holds."""

    TEXT = "text"
    NUMBER = "number"
    DATE = "date"
    CHOICE = "choice"
    YES_NO = "yes_no"


@dataclass(frozen=True, slots=True, kw_only=True)
class CustomField(Record):
    """One field of the owner's own; its ``uuid`` is the key of its values in ``Partner.custom``.

    ``choices`` are the texts that a choice may take, stored as they are; ``position`` orders the fields.
    """

    label: str
    kind: CustomKind
    choices: tuple[str, ...] = ()
    position: int = 0
