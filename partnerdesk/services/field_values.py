"""Values of described fields: checking what was entered and saying it in words."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from partnerdesk.domain.field import Field, FieldKind
from partnerdesk.language.formats import money, number, percent, short_date
from partnerdesk.language.interface import _
from partnerdesk.services.numbers import annual_day_text


def is_empty(value: Any) -> bool:
    """Whether nothing was entered: no value, blank text, no rows. "No" and zero are answers."""
    return value is None or value in ([], ()) or (isinstance(value, str) and not value.strip())


def check_values(fields: Sequence[Field], values: Mapping[str, Any]) -> dict[str, str]:
    """A message for each required field that is empty, by its key; "key.row.column" inside rows."""
    faults = {}
    for field in fields:
        value = values.get(field.key)
        if field.required and is_empty(value):
            faults[field.key] = _("“{field}” is needed. Fill it in.").format(field=field.label)
        if field.kind is FieldKind.ROWS:
            for number_, row in enumerate(value or []):
                inner = check_values(field.columns, row)
                faults |= {f"{field.key}.{number_}.{key}": fault for key, fault in inner.items()}
    return faults


def value_text(field: Field, value: Any, language: str) -> str:
    """A stored value in words of ``language``; "" for none. Rows come one a line."""
    if is_empty(value):
        return ""
    if field.kind is FieldKind.ROWS:
        return "\n".join(_row_text(field, row, language) for row in value)
    if field.kind is FieldKind.CHOICE:
        return next((choice.label for choice in field.choices if choice.key == value), str(value))
    if field.kind is FieldKind.CHOICES:
        return ", ".join(choice.label for choice in field.choices if choice.key in value)
    if field.kind is FieldKind.TAGS:
        return ", ".join(value)
    if field.kind is FieldKind.YES_NO:
        if language == "pl":
            return "tak" if value else "nie"
        return "yes" if value else "no"
    text = _plain_text(field.kind, value, language)
    return f"{text}\u00a0{field.unit}" if field.unit else text


def _plain_text(kind: FieldKind, value: Any, language: str) -> str:
    if kind is FieldKind.ANNUAL_DAY:
        return annual_day_text(str(value))
    if kind in (FieldKind.INTEGER, FieldKind.DECIMAL):
        return number(Decimal(value), language)
    if kind is FieldKind.MONEY:
        return money(Decimal(value), language)
    if kind is FieldKind.PERCENT:
        return percent(Decimal(value), language)
    if kind is FieldKind.DATE:
        return short_date(date.fromisoformat(value), language)
    return str(value)


def _row_text(field: Field, row: Mapping[str, Any], language: str) -> str:
    parts: list[str] = []
    for column in field.columns:
        text = value_text(column, row.get(column.key), language)
        if text:
            parts.append(text if not parts else f"{column.label}: {text}")
    return "; ".join(parts)
