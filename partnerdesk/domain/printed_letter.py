"""A finished letter, every word of it decided, as it goes to paper."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class PrintedLetter:
    """Plain texts and pictures of one letter; nothing in it is markup or a template.

    ``letterhead`` is the sender's name followed by address, tax number and contact lines; ``recipient``
    the lines of the address block; ``signatory`` the name followed by the position, if any. Pictures
    are PNG or JPEG bytes. ``language`` is "pl" or "en". ``paragraphs`` may hold single line breaks.
    """

    language: str
    written_on: date
    letterhead: tuple[str, ...]
    recipient: tuple[str, ...]
    place_and_date: str
    subject: str
    salutation: str
    paragraphs: tuple[str, ...]
    closing: str
    signatory: tuple[str, ...]
    logo: bytes | None = None
    signature: bytes | None = None

    @property
    def author(self) -> str:
        """The sender's name, for the document's metadata."""
        return self.letterhead[0] if self.letterhead else ""

    def all_text(self) -> str:
        """Every printed character, for a check of the fonts; lines joined by line breaks."""
        lines = (
            *self.letterhead,
            *self.recipient,
            self.place_and_date,
            self.subject,
            self.salutation,
            *self.paragraphs,
            self.closing,
            *self.signatory,
        )
        return "\n".join(lines)
