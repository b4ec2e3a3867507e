"""A file of partners in words: its kind, encoding, separator, and cells that fit one line."""

from partnerdesk.language.interface import _, ngettext
from partnerdesk.services.exchange.source import SourceKind, SourceTable

_LONGEST = 200


def one_line(text: str, longest: int = _LONGEST) -> str:
    """A cell's text on one line, cut where it is long."""
    # A cell may hold a million signs; no more of them are looked at than can be shown.
    line = " ".join(text[: 2 * longest].split())
    return f"{line[: longest - 1]}…" if len(line) > longest else line


def found_text(table: SourceTable) -> str:
    """What was found in a file."""
    rows = len(table.rows)
    if table.kind is SourceKind.VCARD:
        return ngettext("vCard with {count} card", "vCard with {count} cards", rows).format(count=rows)
    kind = _("Excel workbook") if table.kind is SourceKind.XLSX else _("Table of texts (CSV)")
    columns = len(table.headings)
    parts = (
        ngettext("{count} row", "{count} rows", rows).format(count=rows),
        ngettext("{count} column", "{count} columns", columns).format(count=columns),
    )
    return f"{kind}: {', '.join(parts)}"


def encoding_name(encoding: str) -> str:
    """An encoding as people know it."""
    return {
        "utf-8": "UTF-8",
        "utf-16": "UTF-16",
        "cp1250": "Windows-1250",
        "iso-8859-2": "ISO 8859-2",
        "cp852": _("CP 852 (DOS)"),
    }.get(encoding, encoding)


def separator_name(separator: str) -> str:
    """What parts the cells of a line, in words."""
    return {
        ";": _("semicolon ;"),
        ",": _("comma ,"),
        "\t": _("tab"),
        "|": _("vertical bar |"),
    }.get(separator, separator)
