"""Which columns the list of partners shows, how wide, in what order, and what it is ordered by."""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

from partnerdesk.domain.partner_filter import OrderBy, PartnerOrder
from partnerdesk.services.partner_listing import ListColumn

_NARROWEST, _WIDEST, _USUAL = 40, 2_000, 120
_AT_FIRST = {"name": 200, "city": 95, "stage": 118, "person": 170, "phone": 130, "last_contact": 110}


@dataclass(frozen=True, slots=True)
class ShownColumn:
    """One column by its key; a hidden one keeps its place and its width in pixels."""

    key: str
    visible: bool
    width: int


@dataclass(frozen=True, slots=True)
class ListLayout:
    """The columns from left to right, and the order of the rows."""

    columns: tuple[ShownColumn, ...] = ()
    order: PartnerOrder = field(default_factory=PartnerOrder)

    def for_columns(self, known: Sequence[ListColumn]) -> "ListLayout":
        """The same layout with each of the columns there are.

        A column that is new stands last and hidden. One that is gone is kept, for it may come back: a field
        that was deleted by mistake, or one of another workspace.
        """
        there = {column.key for column in self.columns}
        new = [_at_first(column.key) for column in known if column.key not in there]
        return ListLayout((*self.columns, *new), self.order)

    def to_text(self) -> str:
        """The layout as text, for the settings of this computer."""
        columns = [asdict(column) for column in self.columns]
        order = {"by": self.order.by.value, "descending": self.order.descending}
        return json.dumps({"columns": columns, "order": order})

    @classmethod
    def from_text(cls, text: str) -> "ListLayout":
        """The layout of a text; whatever cannot be understood is as at first."""
        try:
            stored = json.loads(text)
        except ValueError:
            return cls()
        if not isinstance(stored, dict):
            return cls()
        columns: dict[str, ShownColumn] = {}
        for entry in _list(stored.get("columns")):
            column = _column(entry)
            if column is not None:
                columns.setdefault(column.key, column)
        return cls(tuple(columns.values()), _order(stored.get("order")))


def _at_first(key: str) -> ShownColumn:
    return ShownColumn(key, key in _AT_FIRST, _AT_FIRST.get(key, _USUAL))


def _column(entry: Any) -> ShownColumn | None:
    if not isinstance(entry, dict) or not isinstance(entry.get("key"), str):
        return None
    key, width = entry["key"], entry.get("width")
    width = width if type(width) is int else _USUAL
    visible = key == "name" or entry.get("visible") is True
    return ShownColumn(key, visible, min(max(width, _NARROWEST), _WIDEST))


def _order(entry: Any) -> PartnerOrder:
    if not isinstance(entry, dict) or entry.get("by") not in {by.value for by in OrderBy}:
        return PartnerOrder()
    return PartnerOrder(OrderBy(entry["by"]), entry.get("descending") is True)


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []
