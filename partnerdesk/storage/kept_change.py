"""A change packed into bytes, small enough to be kept and enough to take it back later."""

import json
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import blake2b
from typing import Any

from partnerdesk.domain.record import Record
from partnerdesk.storage.change import Edit
from partnerdesk.storage.records import RecordTable


@dataclass(frozen=True, slots=True)
class KeptEdit:
    """One row of a kept change: what it was before, and the digest of what the change made of it.

    ``before`` is ``None`` for a row that the change added, ``digest`` is "" for one that it removed.
    """

    table: str
    key: int
    before: Record | None
    digest: str


def pack(edits: Sequence[Edit], tables: Mapping[str, RecordTable[Any]]) -> bytes:
    """Pack edits of records that hold no bytes. Raises ``TypeError`` for others."""
    kept = []
    for edit in edits:
        record = edit.before or edit.after
        if record is not None:
            after = "" if edit.after is None else digest(tables[edit.table], edit.after)
            kept.append(KeptEdit(edit.table, record.key, edit.before, after))
    return pack_kept(kept, tables)


def pack_kept(edits: Sequence[KeptEdit], tables: Mapping[str, RecordTable[Any]]) -> bytes:
    """Pack edits that were kept before, as :func:`pack` does."""
    rows = [
        [edit.table, edit.key, edit.before and tables[edit.table].row_of(edit.before), edit.digest]
        for edit in edits
    ]
    return zlib.compress(json.dumps(rows, ensure_ascii=False).encode(), 6)


def unpack(packed: bytes, tables: Mapping[str, RecordTable[Any]]) -> list[KeptEdit]:
    """The edits in their order."""
    return [
        KeptEdit(table, key, None if before is None else tables[table].record_of(before), after)
        for table, key, before, after in json.loads(zlib.decompress(packed))
    ]


def digest(table: RecordTable[Any], record: Record) -> str:
    """A short digest of what a record says, whoever saved it and when."""
    row = table.telling_row(replace(record, version=0, updated_at=None))
    text = json.dumps(row, ensure_ascii=False, sort_keys=True)
    return blake2b(text.encode(), digest_size=12).hexdigest()
