"""One table as typed records: reading and writing rows of one dataclass."""

import json
from collections.abc import Callable, Sequence
from dataclasses import MISSING, asdict, fields, replace
from datetime import UTC, date, datetime
from decimal import Decimal
from enum import Enum
from functools import partial
from types import UnionType
from typing import Any, Generic, Protocol, TypeVar, get_args, get_origin, get_type_hints

from partnerdesk.domain.record import Record
from partnerdesk.storage.connection import Connection
from partnerdesk.storage.errors import Conflict, NotFound

R = TypeVar("R", bound=Record)

# A statement with more than about 32,000 values is refused by SQLite.
_KEYS_PER_QUERY = 10_000


class Journal(Protocol):
    """What a table tells of each write, within a running change."""

    def __call__(self, table: str, before: Record | None, after: Record | None) -> None:
        """Note one row before and after; ``None`` stands for "no row"."""


class RecordTable(Generic[R]):
    """Rows of ``name`` as records of ``record_type``, whose field names are the columns.

    Enums are stored by value, dates as ISO text, points in time as ISO text in UTC, ``Decimal`` as an
    integer of hundredths, dictionaries and tuples as JSON. ``derive`` adds columns computed from the record;
    ``written`` is called with every record as it was before a write and as it is after, for what hangs on
    it. Writes are
    only possible inside :meth:`partnerdesk.storage.workspace.Workspace.change`, which passes ``journal``.
    """

    def __init__(
        self,
        connection: Connection,
        name: str,
        record_type: type[R],
        journal: Journal,
        derive: Callable[[R], dict[str, Any]] | None = None,
        written: Callable[[R], None] | None = None,
    ) -> None:
        self.name = name
        self._connection = connection
        self._record_type = record_type
        self._journal = journal
        self._derive = derive
        self._written = written
        hints = get_type_hints(record_type)
        self._readers = {field.name: _reader(hints[field.name]) for field in fields(record_type)}
        # In brackets: SQLite takes a name in double quotes that it does not know for a text.
        self._columns = ", ".join(f"[{column}]" for column in self._readers)
        self._defaults = _defaults(record_type)
        # A key is never given twice: what was removed may be brought back under its own.
        self._key_mark = f"""coalesce(?, 1 + max(
            (SELECT coalesce(max(id), 0) FROM "{name}"),
            coalesce((SELECT key FROM removed_key WHERE name = '{name}'), 0)))"""

    def get(self, key: int) -> R:
        """The record with this key. Raises ``NotFound``."""
        found = self.find("id = ?", [key])
        if not found:
            raise NotFound(f"{self.name} {key}")
        return found[0]

    def find(
        self, where: str = "1", values: Sequence[Any] = (), order_by: str = "id", limit: int | None = None
    ) -> list[R]:
        """The records for which ``where`` holds, an SQL condition with ``?`` for each of ``values``."""
        query = f'SELECT {self._columns} FROM "{self.name}" WHERE {where} ORDER BY {order_by}'
        if limit is not None:
            query += f" LIMIT {int(limit)}"
        return [self._from_row(row) for row in self._connection.select(query, values)]

    def get_many(self, keys: Sequence[int]) -> list[R]:
        """The records with these keys, in the order of the keys; keys without a record are left out."""
        found: dict[int, R] = {}
        for start in range(0, len(keys), _KEYS_PER_QUERY):
            part = keys[start : start + _KEYS_PER_QUERY]
            marks = ", ".join("?" * len(part))
            found.update((record.key, record) for record in self.find(f"id IN ({marks})", part))
        return [found[key] for key in keys if key in found]

    def count(self, where: str = "1", values: Sequence[Any] = ()) -> int:
        """How many records there are for which ``where`` holds."""
        query = f'SELECT count(*) FROM "{self.name}" WHERE {where}'
        return int(self._connection.select(query, values)[0][0])

    def insert(self, record: R) -> R:
        """Store a new record and return it with key, times and version; a given ``id`` is kept."""
        now = datetime.now(UTC)
        stored = replace(
            record, created_at=record.created_at or now, updated_at=now, version=record.version + 1
        )
        row = self._to_row(stored)
        marks = ", ".join("?" if column != "id" else self._key_mark for column in row)
        names = ", ".join(f"[{column}]" for column in row)
        key = self._connection.write(
            f'INSERT INTO "{self.name}" ({names}) VALUES ({marks})', list(row.values())
        )
        return self._noted(None, key)

    def update(self, record: R) -> R:
        """Store a changed record and return it with its new version.

        Raises ``Conflict`` when the stored version is not the one that ``record`` was read with, and
        ``NotFound`` when it is gone.
        """
        before = self.get(record.key)
        if before.version != record.version:
            raise Conflict(f"{self.name} {record.key}: version {before.version}, not {record.version}")
        stored = replace(record, updated_at=datetime.now(UTC), version=record.version + 1)
        row = self._to_row(stored)
        assignments = ", ".join(f"[{column}] = ?" for column in row)
        self._connection.write(
            f'UPDATE "{self.name}" SET {assignments} WHERE id = ?', [*row.values(), record.key]
        )
        return self._noted(before, record.key)

    def save(self, record: R) -> R:
        """Insert a record that has no key yet, update one that has."""
        return self.insert(record) if record.id is None else self.update(record)

    def remove(self, record: R) -> None:
        """Delete a record's row for good. Raises ``NotFound``; rows that hang on it are the caller's."""
        before = self.get(record.key)
        self._connection.write(f'DELETE FROM "{self.name}" WHERE id = ?', [record.key])
        self._connection.write(
            """INSERT INTO removed_key (name, key) VALUES (?, ?)
               ON CONFLICT (name) DO UPDATE SET key = max(key, excluded.key)""",
            [self.name, record.key],
        )
        self._note(before, None)

    def _noted(self, before: R | None, key: int) -> R:
        # Read back: JSON turns tuples into lists, and undo compares with what the file holds.
        stored = self.get(key)
        self._note(before, stored)
        return stored

    def _note(self, before: R | None, after: R | None) -> None:
        self._journal(self.name, before, after)
        if self._written is None:
            return
        for record in (before, after):
            if record is not None:
                self._written(record)

    def row_of(self, record: R) -> dict[str, Any]:
        """A record's own columns in the shapes in which the file holds them."""
        return {name: _to_column(getattr(record, name)) for name in self._readers}

    def telling_row(self, record: R) -> dict[str, Any]:
        """:meth:`row_of` without what holds its default, so that a column added later changes nothing."""
        missing = object()
        row = self.row_of(record).items()
        return {name: value for name, value in row if value != self._defaults.get(name, missing)}

    def record_of(self, row: dict[str, Any]) -> R:
        """The record of a row as :meth:`row_of` gives it; columns that it lacks take their default."""
        return self._record_type(**{name: self._readers[name](value) for name, value in row.items()})

    def _from_row(self, row: Sequence[Any]) -> R:
        readers = self._readers.items()
        return self._record_type(
            **{name: read(value) for (name, read), value in zip(readers, row, strict=True)}
        )

    def _to_row(self, record: R) -> dict[str, Any]:
        row = self.row_of(record)
        if self._derive is not None:
            row.update(self._derive(record))
        return row


def _defaults(record_type: type[Record]) -> dict[str, Any]:
    """What the columns hold where nothing was said, as the file holds it."""
    defaults = {}
    for field in fields(record_type):
        if field.default is not MISSING:
            defaults[field.name] = _to_column(field.default)
        elif field.default_factory is not MISSING:
            defaults[field.name] = _to_column(field.default_factory())
    return defaults


def _reader(hint: Any) -> Callable[[Any], Any]:
    """How a column's value is read for a field of this type, or "or None"."""
    if get_origin(hint) is UnionType:
        hint = next(part for part in get_args(hint) if part is not type(None))
    if get_origin(hint) is tuple:
        return partial(_tuple_from, get_args(hint)[0])
    return partial(_from_column, get_origin(hint) or hint)


def _from_column(kind: Any, value: Any) -> Any:
    if value is None or kind in (str, int, bytes):
        return value
    if kind is bool:
        return bool(value)
    if kind is dict:
        return json.loads(value)
    if kind is Decimal:
        return Decimal(value) / 100
    if kind in (date, datetime):
        return kind.fromisoformat(value)
    return kind(value)


def _tuple_from(kind: type[Any], value: str) -> tuple[Any, ...]:
    if value == "[]":
        return ()
    if not hasattr(kind, "__dataclass_fields__"):
        return tuple(kind(item) for item in json.loads(value))
    readers = {name: _reader(hint) for name, hint in get_type_hints(kind).items()}
    return tuple(
        kind(**{name: readers[name](part) for name, part in item.items()}) for item in json.loads(value)
    )


def _to_column(value: Any) -> Any:
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, bool):
        return int(value)
    if isinstance(value, dict):
        return json.dumps(value, ensure_ascii=False, sort_keys=True)
    if isinstance(value, tuple):
        items = [asdict(item) if hasattr(item, "__dataclass_fields__") else item for item in value]
        return json.dumps(items, ensure_ascii=False)
    if isinstance(value, Decimal):
        return _hundredths(value)
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat(timespec="microseconds")
    if isinstance(value, date):
        return value.isoformat()
    return value


def _hundredths(amount: Decimal) -> int:
    hundredths = amount * 100
    if hundredths != int(hundredths):
        raise ValueError(f"{amount} is finer than a hundredth")
    return int(hundredths)
