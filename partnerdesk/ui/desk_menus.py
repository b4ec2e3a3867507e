"""The menus of the main window."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence

from partnerdesk.language.interface import _
from partnerdesk.ui.dialogs.bin import BinDialog
from partnerdesk.ui.dialogs.duplicate_review import DuplicateReview
from partnerdesk.ui.dialogs.first_steps import FirstSteps
from partnerdesk.ui.dialogs.kept_changes import KeptChangesDialog
from partnerdesk.ui.main_window import Command
from partnerdesk.ui.menu_titles import menu_titles

if TYPE_CHECKING:
    from partnerdesk.ui.desk_window import DeskWindow


def desk_menus(window: DeskWindow) -> list[tuple[str, list[Command | None]]]:
    """Each menu's title and commands, in the language of the screen."""
    keys = QKeySequence.StandardKey
    view: list[Command | None] = [
        Command(f"tab_{number}", tab.title, partial(window.show_tab, tab), f"Ctrl+{number}")
        for number, tab in enumerate(window.tabs, 1)
    ]
    file, edit, view_title, tools, help_title = menu_titles()
    return [
        (
            file,
            [
                Command("new_partner", _("&New partner"), lambda: window.go_to_partner(0), keys.New),
                Command(
                    "new_partnership",
                    _("New partner&ship…"),
                    lambda: window.begin_partnership(0),
                    "Ctrl+Shift+N",
                ),
                Command("new_letter", _("New &letter"), lambda: window.begin_letter(0), "Ctrl+L"),
                None,
                Command("new_file", _("New &file…"), window.files.ask_new_file),
                Command("open_file", _("&Open file…"), window.files.ask_open_file, keys.Open),
                None,
                Command("import_partners", _("&Import partners…"), window.exchange.ask_import_file),
                Command("export_partners", _("&Export partners…"), window.exchange.export),
                None,
                Command("back_up", _("&Back up…"), window.files.ask_backup_folder, "Ctrl+B"),
                Command("restore", _("&Restore from backup…"), window.files.ask_backup),
                None,
                Command("quit", _("&Quit"), window.close, "Ctrl+Q"),
            ],
        ),
        (
            edit,
            [
                Command("find", _("&Find partner"), window.find_partner, keys.Find),
                Command("filter", _("Fi&lter partners"), window.filter_partners, "Ctrl+Shift+F"),
                None,
                Command("bin", _("&Bin…"), partial(window.open_over, BinDialog)),
            ],
        ),
        (view_title, view),
        (
            tools,
            [
                Command("whom_to_ask", _("&Whom to ask next…"), window.outreach.advise),
                Command("own_firm", _("&Your firm…"), window.edit_firm),
                Command("duplicates", _("Possible &duplicates…"), partial(window.open_over, DuplicateReview)),
                Command(
                    "kept_changes", _("Imports and &merges…"), partial(window.open_over, KeptChangesDialog)
                ),
                None,
                Command("check_file", _("&Check the data file"), window.files.check_file),
                None,
                Command("settings", _("&Settings…"), window.edit_settings, "Ctrl+,"),
            ],
        ),
        (
            help_title,
            [
                Command(
                    "first_steps", _("&First steps"), lambda: FirstSteps(window).open(), keys.HelpContents
                ),
                Command("about", _("&About PartnerDesk"), window.show_about),
            ],
        ),
    ]
