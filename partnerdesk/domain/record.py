"""What every stored record carries besides its own facts."""

from dataclasses import dataclass, field
from datetime import datetime
from uuid import uuid4


def new_uuid() -> str:
    """A random UUID (RFC 9562, version 4) as lower-case text."""
    return str(uuid4())


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One row of the workspace.

    ``id`` is the row's key in this file and ``None`` until it is stored; ``uuid`` names the record in any
    file. ``created_at`` and ``updated_at`` are in UTC and set by the storage, as is ``version``, which
    grows by one with each save and lets a save notice that somebody else saved first.
    """

    id: int | None = None
    uuid: str = field(default_factory=new_uuid)
    created_at: datetime | None = None
    updated_at: datetime | None = None
    version: int = 0

    @property
    def key(self) -> int:
        """The row's key. Raises ``ValueError`` for a record that was never stored."""
        if self.id is None:
            raise ValueError(f"{type(self).__name__} {self.uuid} is not stored yet")
        return self.id
