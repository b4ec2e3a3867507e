"""What the directory remembers besides partners: saved filters, judged pairs, changes to take back."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from partnerdesk.domain.record import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedFilter(Record):
    """A filter of partners under a name; ``criteria`` as made by :mod:`partnerdesk.domain.partner_filter`."""

    name: str
    criteria: dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class DistinctPair(Record):
    """Two partners that look alike and were judged to be two; ``one_id`` is the smaller key."""

    one_id: int
    other_id: int


class KeptKind(StrEnum):
    """Which large changes can be taken back even after the program was closed."""

    IMPORT = "import"
    MERGE = "merge"


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptChange(Record):
    """A large change, with all that is needed to take it back later.

    ``details`` says what it did in numbers and names; ``edits`` is packed by
    :mod:`partnerdesk.storage.kept_change`. ``taken_back_at`` is set once it was taken back.
    """

    kind: KeptKind
    label: str
    happened_at: datetime
    details: dict[str, Any]
    edits: bytes
    taken_back_at: datetime | None = None
