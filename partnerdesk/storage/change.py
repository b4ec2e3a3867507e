"""What one committed action changed."""

from dataclasses import dataclass, replace

from partnerdesk.domain.record import Record


@dataclass(frozen=True, slots=True)
class Edit:
    """One row before and after; ``before`` is ``None`` for a new row, ``after`` for a removed one."""

    table: str
    before: Record | None
    after: Record | None


@dataclass(frozen=True, slots=True)
class Change:
    """One action of the user as one transaction: its name as the user reads it, and its edits in order."""

    label: str
    edits: tuple[Edit, ...]

    @property
    def tables(self) -> frozenset[str]:
        """The names of the tables that were written to."""
        return frozenset(edit.table for edit in self.edits)


def same_content(one: Record, other: Record) -> bool:
    """Whether two records say the same, whoever saved them and when."""
    return replace(one, version=0, updated_at=None) == replace(other, version=0, updated_at=None)
