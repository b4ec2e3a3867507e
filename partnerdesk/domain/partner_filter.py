"""Which partners are looked for, and in what order they stand."""

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from enum import StrEnum
from typing import Any

from partnerdesk.domain.partner import Stage

_MOST_DAYS = 36_500


@dataclass(frozen=True, slots=True, kw_only=True)
class PartnerFilter:
    """Conditions that all hold; one with several values holds for any of them, an empty one for everybody.

    ``tags``, ``audiences`` and ``cities`` are compared without case and accents. ``responsible`` holds
    names as they are stored, "" for partners that nobody looks after. ``key_client`` and ``competitor``
    are ``None`` where both kinds are wanted. ``not_contacted_days``: the last contact was longer ago than
    that many days, or there was none.
    """

    stages: tuple[Stage, ...] = ()
    tags: tuple[str, ...] = ()
    cities: tuple[str, ...] = ()
    audiences: tuple[str, ...] = ()
    responsible: tuple[str, ...] = ()
    key_client: bool | None = None
    competitor: bool | None = None
    not_contacted_days: int | None = None

    @property
    def active(self) -> tuple[str, ...]:
        """The names of the conditions that are set, in their order."""
        return tuple(field.name for field in fields(self) if getattr(self, field.name) not in ((), None))

    @property
    def is_empty(self) -> bool:
        """Whether everybody is wanted."""
        return not self.active

    def without(self, name: str) -> "PartnerFilter":
        """The same filter with the condition ``name`` left open."""
        emptied: dict[str, Any] = {name: getattr(PartnerFilter(), name)}
        return replace(self, **emptied)

    def to_criteria(self) -> dict[str, Any]:
        """The conditions that are set, JSON-safe, as a saved filter keeps them."""
        values = ((name, getattr(self, name)) for name in self.active)
        return {name: [str(one) for one in value] if isinstance(value, tuple) else value
                for name, value in values}  # fmt: skip

    @classmethod
    def from_criteria(cls, criteria: Mapping[str, Any]) -> "PartnerFilter":
        """A filter from what :meth:`to_criteria` gave; what is not understood is left out."""
        stages = [stage for stage in Stage if stage.value in _texts(criteria.get("stages"))]
        days = criteria.get("not_contacted_days")
        return cls(
            stages=tuple(stages),
            tags=_texts(criteria.get("tags")),
            cities=_texts(criteria.get("cities")),
            audiences=_texts(criteria.get("audiences")),
            responsible=_texts(criteria.get("responsible")),
            key_client=_yes_no(criteria.get("key_client")),
            competitor=_yes_no(criteria.get("competitor")),
            not_contacted_days=days if type(days) is int and 0 < days <= _MOST_DAYS else None,
        )


class OrderBy(StrEnum):
    """What a list of partners can be ordered by."""

    NAME = "name"
    CITY = "city"
    STAGE = "stage"
    RESPONSIBLE = "responsible"
    LAST_CONTACT = "last_contact"
    FIRST_DAY = "first_day"


@dataclass(frozen=True, slots=True)
class PartnerOrder:
    """An order of partners; those that are equal stand by name in Polish order, the unknown last."""

    by: OrderBy = OrderBy.NAME
    descending: bool = False


def _texts(value: Any) -> tuple[str, ...]:
    if not isinstance(value, list | tuple):
        return ()
    return tuple(dict.fromkeys(one for one in value if isinstance(one, str)))


def _yes_no(value: Any) -> bool | None:
    return value if isinstance(value, bool) else None
