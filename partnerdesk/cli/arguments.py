"""The sub-commands with their options."""

import argparse
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from partnerdesk import __version__
from partnerdesk.cli import agreement, content, letters, partners, workspace
from partnerdesk.cli.session import Session
from partnerdesk.domain.field import Field, FieldKind
from partnerdesk.domain.tags import split_tags
from partnerdesk.language.interface import _
from partnerdesk.services.numbers import annual_day_fault, parse_annual_day
from partnerdesk.services.partner_fields import contact_fields, partner_fields

#: The names by which a sub-command is told from a file to open.
COMMANDS = frozenset({
    "types", "templates", "partners", "search", "letters", "agreement", "backup", "restore", "check",
    "sample",
})  # fmt: skip

# Options that are called otherwise than the field's key.
_OPTION_NAMES = {"is_competitor": "competitor", "job_title": "position", "is_decision_maker": "decides"}


def build_parser() -> argparse.ArgumentParser:
    """The whole command line, described in the language of the screen.

    ``file`` and ``json`` may be said before or after the sub-command, so that neither parser has a default
    of its own to overwrite the other's value with: their defaults come with the namespace.
    """
    common = argparse.ArgumentParser(add_help=False, argument_default=argparse.SUPPRESS)
    common.add_argument("--file", type=Path, metavar="FILE", help=_("the workspace"))
    common.add_argument("--json", action="store_true", help=_("answer in JSON"))
    parser = argparse.ArgumentParser(
        prog="partnerdesk",
        parents=[common],
        allow_abbrev=False,
        description=_("Without a command, “partnerdesk [FILE]” opens the window."),
    )
    parser.add_argument("--version", action="version", version=f"PartnerDesk {__version__}")
    commands = _Commands(parser, common)
    commands.add("types", content.types, _("list the kinds of partnership"), needs_file=False)
    commands.add("templates", content.templates, _("list the letters"), needs_file=False)
    _add_partners(commands)
    search = commands.add("search", partners.search, _("find partners by any words in them"))
    search.add_argument("words", nargs="+", metavar="WORD")
    _add_letters(commands)
    _add_agreement(commands)
    backup = commands.add("backup", workspace.backup, _("copy the workspace into a folder"))
    backup.add_argument("folder", type=Path, metavar="DIR")
    restore = commands.add("restore", workspace.restore, _("put a backup in place of the workspace"))
    restore.add_argument("backup", type=Path, metavar="BACKUP")
    commands.add("check", workspace.check, _("check the workspace and the content files"))
    commands.add("sample", workspace.sample, _("write a sample business into a new workspace"))
    return parser


class _Commands:
    """The sub-commands of one parser, each with the options that all of them have."""

    def __init__(self, parser: argparse.ArgumentParser, common: argparse.ArgumentParser) -> None:
        self._parsers = parser.add_subparsers(required=True, metavar="COMMAND", title=_("commands"))
        self._common = common

    def add(
        self, name: str, command: Callable[[Session], int], help_text: str, *, needs_file: bool = True
    ) -> argparse.ArgumentParser:
        """Add a sub-command that calls ``command``."""
        parser = self.add_parser(name, help_text)
        parser.set_defaults(command=command, needs_file=needs_file)
        return parser

    def add_parser(self, name: str, help_text: str) -> argparse.ArgumentParser:
        """Add a sub-command that is still to be given its meaning."""
        return self._parsers.add_parser(
            name, help=help_text, description=help_text, parents=[self._common], allow_abbrev=False
        )

    def group(self, name: str, help_text: str) -> "_Commands":
        """Add a sub-command that has sub-commands of its own."""
        return _Commands(self.add_parser(name, help_text), self._common)


def _add_partners(commands: _Commands) -> None:
    group = commands.group("partners", _("list, show, add, import and export partners"))
    group.add("list", partners.list_all, _("list all partners"))
    show = group.add("show", partners.show, _("show one partner with all that belongs to it"))
    show.add_argument("partner", metavar="PARTNER", help=_("name, NIP or UUID"))
    add = group.add("add", partners.add, _("add a partner"))
    for field in partner_fields():
        _add_field(add, "", field)
    for field in contact_fields():
        _add_field(add, "contact-", field)
    read = group.add("import", partners.import_file, _("add the partners of a file, all or none"))
    read.add_argument("source", type=Path, metavar="FILE", help=_("CSV, XLSX or vCard"))
    read.add_argument("--update", action="store_true", help=_("update partners that are there already"))
    write = group.add("export", partners.export_file, _("write all partners into a file"))
    write.add_argument("target", type=Path, metavar="FILE", help=_("ending in .csv, .xlsx or .vcf"))
    write.add_argument("--force", action="store_true", help=_("replace a file that is there"))


def _add_field(parser: argparse.ArgumentParser, prefix: str, field: Field) -> None:
    if field.kind is FieldKind.ROWS:
        return  # A line of words is no place for a table; files and the window take them.
    option = "--" + prefix + _OPTION_NAMES.get(field.key, field.key).replace("_", "-")
    details: dict[str, Any] = {"dest": f"{prefix}{field.key}", "help": field.label}
    if field.kind is FieldKind.YES_NO:
        details["action"] = "store_true"
    elif field.kind is FieldKind.CHOICE:
        details["choices"] = [choice.key for choice in field.choices]
    elif field.kind is FieldKind.DATE:
        details |= {"type": _day, "metavar": "YYYY-MM-DD"}
    elif field.kind is FieldKind.ANNUAL_DAY:
        details |= {"type": _annual_day, "metavar": "DD.MM"}
    elif field.kind is FieldKind.CHOICES:
        details |= {"choices": [choice.key for choice in field.choices], "nargs": "+"}
    elif field.kind is FieldKind.TAGS:
        details |= {"type": lambda text: list(split_tags(text)), "metavar": _("TEXT, TEXT")}
    else:
        details["metavar"] = _("TEXT")
    # What was not said is left to the record's own defaults.
    parser.add_argument(
        option, default=argparse.SUPPRESS, required=field.required and field.key == "name", **details
    )


def _annual_day(text: str) -> str:
    try:
        return parse_annual_day(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(annual_day_fault()) from error


def _day(text: str) -> str:
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError as error:
        raise argparse.ArgumentTypeError(_("write a day as 2026-11-23")) from error


def _add_letters(commands: _Commands) -> None:
    parser = commands.add("letters", letters.write, _("write a letter to partners as PDF files"))
    parser.add_argument("template", metavar="TEMPLATE", help=_("a letter's key, see “templates”"))
    recipients = parser.add_mutually_exclusive_group(required=True)
    recipients.add_argument(
        "--to", nargs="+", metavar="PARTNER", action="extend", help=_("names, NIPs or UUIDs")
    )
    recipients.add_argument("--all", action="store_true", help=_("every partner"))
    parser.add_argument("--language", choices=["pl", "en"], help=_("instead of each partner's own"))
    parser.add_argument("--out", type=Path, required=True, metavar="DIR", help=_("folder for the files"))
    parser.add_argument(
        "--merged", action="store_true", help=_("besides, one PDF with all the letters, to print at once")
    )


def _add_agreement(commands: _Commands) -> None:
    help_text = _("write the agreement sheet of a partnership as PDF")
    parser = commands.add("agreement", agreement.write, help_text)
    parser.add_argument("partnership", metavar="PARTNERSHIP", help=_("its name or UUID"))
    parser.add_argument("--language", choices=["pl", "en"], help=_("instead of the partner's own"))
    parser.add_argument("--out", type=Path, required=True, metavar="DIR", help=_("folder for the files"))
