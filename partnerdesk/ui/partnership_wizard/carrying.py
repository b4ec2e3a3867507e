"""What stays of the entries when the type or the first day is changed on the way."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from partnerdesk.domain.field import Field, FieldKind
from partnerdesk.domain.partnership import Obligation


def carried_terms(entered: Mapping[str, tuple[Field, Any]], fields: Sequence[Field]) -> dict[str, Any]:
    """The values that ``fields`` can take over: same key, same kind, and a choice that exists there too.

    ``entered`` holds, by key, each value with the field that it was entered into.
    """
    carried = {}
    for field in fields:
        if field.key in entered:
            old, value = entered[field.key]
            fitted = _fitted(old, value, field)
            if fitted is not None:
                carried[field.key] = fitted
    return carried


def _fitted(old: Field, value: Any, new: Field) -> Any:
    if old.kind is not new.kind:
        return None
    if new.kind is FieldKind.CHOICE:
        return value if any(choice.key == value for choice in new.choices) else None
    if new.kind is FieldKind.ROWS:
        columns = {column.key: column for column in old.columns}
        rows = [
            carried_terms({key: (columns[key], cell) for key, cell in row.items()}, new.columns)
            for row in value or []
        ]
        return [row for row in rows if row] or None
    return value


def carried_promises(
    current: Sequence[Obligation], before: Sequence[Obligation], usual: Sequence[Obligation]
) -> tuple[Obligation, ...]:
    """The promises after the type was changed: the new type's ``usual`` ones, then those the user entered.

    ``before`` are the usual promises of the type chosen until now; those among ``current`` that were left
    as they came are dropped.
    """
    untouched = set(before)
    return (*usual, *(promise for promise in current if promise not in untouched))


def moved_promises(
    current: Sequence[Obligation], before: Sequence[Obligation], usual: Sequence[Obligation]
) -> tuple[Obligation, ...]:
    """The promises after the first day was changed: dates left as they came move along with it.

    ``before`` and ``usual`` are the same type's promises dated from the old and from the new first day.
    """
    days = {old.uuid: (old.due_on, new.due_on) for old, new in zip(before, usual, strict=True)}
    moved = []
    for promise in current:
        old, new = days.get(promise.uuid, (None, None))
        moved.append(replace(promise, due_on=new) if new and promise.due_on == old else promise)
    return tuple(moved)
