"""The letters that can be written."""

from dataclasses import dataclass
from enum import StrEnum

from partnerdesk.domain.field import Field


class Sender(StrEnum):
    """Who speaks in a letter, and so the person of its verbs.

    ``we``: the firm, first person plural. ``m`` and ``f``: one man or one woman, first person singular.
    """

    WE = "we"
    M = "m"
    F = "f"


class Addressee(StrEnum):
    """Who is spoken to: one man, one woman, or several people (a team, a couple, a firm)."""

    M = "m"
    F = "f"
    GROUP = "group"


class Voice(StrEnum):
    """Whose voice a letter is written in: the firm's, its director's in person, a sole trader's."""

    FIRM = "firm"
    DIRECTOR = "director"
    SOLE_TRADER = "sole_trader"


class Fact(StrEnum):
    """What the workspace may know already, so that a field of a letter need not be typed.

    ``years_together``: full years from the first day of cooperation to the letter's date.
    ``new_clients``: clients gained, from the partnership's results. ``project``: the name of the
    partnership's project. ``event``: the name of its joint event.
    ``goods``: what the partner sells.
    """

    YEARS_TOGETHER = "years_together"
    NEW_CLIENTS = "new_clients"
    PROJECT = "project"
    EVENT = "event"
    GOODS = "goods"


@dataclass(frozen=True, slots=True)
class LetterTemplate:
    """One letter in one language, as read from its file in ``resources/letter_templates``.

    ``subject`` and ``body`` are template text (see :mod:`partnerdesk.language.template`); paragraphs of
    the body are parted by an empty line. ``fields`` are the template's own variables; those that every
    letter has (``partner``, ``firm``, ``you`` …) are not listed. ``facts`` says, by a field's key, which
    fact fills it beforehand.
    """

    key: str
    order: int
    title: str
    occasion: str
    voice: Voice
    subject: str
    body: str
    closing: str
    fields: tuple[Field, ...]
    facts: dict[str, Fact]
