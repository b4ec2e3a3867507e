"""Whom to ask next and letters to several partners: dialogs over the window that lead to its tabs."""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from partnerdesk.services.desk import Desk
from partnerdesk.ui.dialogs.letter_batch import LetterBatch
from partnerdesk.ui.dialogs.own_firm import OwnFirmDialog
from partnerdesk.ui.dialogs.whom_to_ask import WhomToAsk
from partnerdesk.ui.preferences import Preferences
from partnerdesk.ui.theme import Theme
from partnerdesk.ui.work import Worker


class Outreach(QObject):
    """Opens the dialogs over ``window``."""

    #: A partner's key: show it (0: begin a new one).
    partner_asked = Signal(int)
    #: A partner's key and the key of the type to begin a partnership with.
    partnership_asked = Signal(int, str)

    def __init__(
        self,
        desk: Desk,
        preferences: Preferences,
        theme: Theme,
        worker: Worker,
        clock: Callable[[], date],
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._desk = desk
        self._preferences = preferences
        self._theme = theme
        self._worker = worker
        self._clock = clock
        self._window = window

    def advise(self) -> None:
        """Show whom to ask next."""
        dialog = WhomToAsk(self._desk, self._worker, self._theme, self._clock, self._window)
        dialog.partner_asked.connect(self.partner_asked)
        dialog.partnership_asked.connect(self.partnership_asked)
        dialog.firm_asked.connect(lambda: self._describe_firm(dialog, dialog.compare).show_offer())
        dialog.open()

    def write_letters(self, keys: Sequence[int]) -> None:
        """Write the same letter to the partners with these keys."""
        dialog = LetterBatch(
            self._desk, self._worker, self._clock, self._export_folder, self._remember_folder, self._window
        )
        dialog.firm_asked.connect(lambda: self._describe_firm(dialog, dialog.forget_read))
        dialog.open_for(keys)

    def _describe_firm(self, over: QWidget, then: Callable[[], None]) -> OwnFirmDialog:
        dialog = OwnFirmDialog(self._desk.own_firm, over)
        dialog.accepted.connect(then)
        dialog.open()
        return dialog

    def _export_folder(self) -> Path:
        return self._preferences.export_folder

    def _remember_folder(self, folder: Path) -> None:
        self._preferences.save("export_folder", str(folder))
