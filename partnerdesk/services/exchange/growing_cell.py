"""A cell put together from several properties of a card."""

from dataclasses import dataclass, field

#: How long such a cell may become; what a single property says stays whole.
LONGEST_TOGETHER = 100_000


@dataclass(slots=True)
class GrowingCell:
    """The pieces of a cell that several properties add to, to be joined once."""

    pieces: list[str] = field(default_factory=list)
    length: int = 0

    def add(self, text: str, between: str) -> bool:
        """Add a text, unless the cell would become too long."""
        if self.pieces:
            if self.length + len(text) > LONGEST_TOGETHER:
                return False
            self.pieces.append(between)
            self.length += len(between)
        self.pieces.append(text)
        self.length += len(text)
        return True

    def says(self, text: str) -> bool:
        """Whether the cell holds this and nothing else."""
        return self.length == len(text) and "".join(self.pieces) == text
