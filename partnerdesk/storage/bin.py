"""What lies in the bin."""

from dataclasses import dataclass
from datetime import datetime

from partnerdesk.storage.workspace import Workspace


@dataclass(frozen=True, slots=True)
class BinnedPartner:
    """A deleted partner as a list shows it."""

    key: int
    name: str
    city: str
    deleted_at: datetime


def binned_partners(workspace: Workspace) -> list[BinnedPartner]:
    """The partners in the bin, those deleted last first."""
    rows = workspace.select(
        """SELECT id, name, city, deleted_at FROM partner WHERE deleted_at IS NOT NULL
           ORDER BY deleted_at DESC, sort_key, id"""
    )
    return [BinnedPartner(key, name, city, datetime.fromisoformat(at)) for key, name, city, at in rows]
