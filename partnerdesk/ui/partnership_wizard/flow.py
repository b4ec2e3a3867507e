"""Which page of the wizard follows which: a pure function over what is known."""

from dataclasses import dataclass
from enum import IntEnum


class Page(IntEnum):
    """The wizard's pages; the numbers are the page ids that QWizard knows them by."""

    PARTNER = 0
    TYPE = 1
    TERMS = 2
    PROMISES = 3
    GOVERNANCE = 4
    SUMMARY = 5


@dataclass(frozen=True, slots=True)
class Answers:
    """What the way through the pages depends on.

    ``editing`` means that a stored partnership is changed: its partner and its type are fixed.
    """

    editing: bool


def steps(answers: Answers) -> tuple[Page, ...]:
    """All pages that are gone through, in order."""
    return tuple(page for page in Page if not (answers.editing and page in (Page.PARTNER, Page.TYPE)))


def next_page(page: Page, answers: Answers) -> Page | None:
    """The page that follows ``page``; ``None`` behind the last."""
    return next((later for later in steps(answers) if later > page), None)
