"""The kinds of partnership that an owner can choose among."""

from dataclasses import dataclass
from enum import StrEnum

from partnerdesk.domain.field import Field


class Effort(StrEnum):
    """How much work a type takes, on both sides together, from the first talk to running well."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"


class Side(StrEnum):
    """Who owes something: our firm, the partner, or each to the other."""

    OURS = "ours"
    THEIRS = "theirs"
    BOTH = "both"


class Asset(StrEnum):
    """What a firm can bring into a partnership besides its goods."""

    PREMISES = "premises"
    CLIENT_LIST = "client_list"
    NEWSLETTER = "newsletter"
    EVENTS = "events"
    CATALOGUE = "catalogue"
    ONLINE_SHOP = "online_shop"
    SURPLUS = "surplus"
    GIFTS = "gifts"
    EXPERTISE = "expertise"
    CAPITAL = "capital"


class Goal(StrEnum):
    """What an owner wants from a partnership."""

    CLIENTS = "clients"
    REVENUE = "revenue"
    REPUTATION = "reputation"
    COST = "cost"


class Audience(StrEnum):
    """How far both firms must serve the same people for a type to work."""

    NEEDED = "needed"
    HELPS = "helps"
    IRRELEVANT = "irrelevant"


class GovernanceDepth(StrEnum):
    """How much a type needs settled about running it; the more is at stake, the more."""

    LIGHT = "light"
    STANDARD = "standard"
    FULL = "full"


@dataclass(frozen=True, slots=True)
class Fit:
    """The conditions under which a type is worth proposing.

    Of ``we_need`` and ``they_need`` each side must have **at least one** asset; an empty tuple asks for
    nothing. ``competitor_possible`` tells whether the type also works with a competitor.
    ``first_result_weeks`` is the usual time to a first result, in weeks.
    """

    we_need: tuple[Asset, ...]
    they_need: tuple[Asset, ...]
    audience: Audience
    competitor_possible: bool
    goals: tuple[Goal, ...]
    first_result_weeks: int


@dataclass(frozen=True, slots=True)
class Caution:
    """Something to watch; ``legal`` marks those that a law stands behind."""

    text: str
    legal: bool


@dataclass(frozen=True, slots=True)
class DefaultObligation:
    """A promise that a type usually brings; ``due_after_days`` counts from the partnership's first day."""

    side: Side
    text: str
    due_after_days: int


@dataclass(frozen=True, slots=True)
class PartnershipType:
    """One kind of partnership in one language, as read from its file in ``resources/partnership_types``.

    ``idea`` speaks to the owner; ``agreement`` says the same of both firms ("our firm", "the partner"), for
    the sheet that both sign.
    """

    key: str
    order: int
    title: str
    idea: str
    fits_when: str
    weakness: str
    effort: Effort
    several_partners: bool
    cautions: tuple[Caution, ...]
    terms: tuple[Field, ...]
    obligations: tuple[DefaultObligation, ...]
    fit: Fit
    governance: GovernanceDepth = GovernanceDepth.STANDARD
    agreement: str = ""
