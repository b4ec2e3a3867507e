"""What the main window knows of a tab."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget


class Tab(QWidget):
    """One tab of the main window.

    ``watches`` names the tables whose changes call :meth:`refresh`: at once for the tab in front, for any
    other when it comes to the front. A tab asks the window for what lies
    in another tab by the signals below; tabs do not know each other.
    """

    title: str
    icon_name: str
    watches: frozenset[str] = frozenset()

    #: A partner's key: show it in the partner directory.
    partner_asked = Signal(int)
    #: A partner's key: begin a partnership with it (0: ask for the partner first).
    partnership_asked = Signal(int)
    #: A partnership's key: show it among the partnerships.
    partnership_shown = Signal(int)
    #: A partner's key: write it a letter (0: ask for the partner first).
    letter_asked = Signal(int)
    #: A short message for the user; the undo button beside it takes back the latest change.
    undoable_done = Signal(str)
    #: A short message for the user.
    told = Signal(str)

    def refresh(self) -> None:
        """Read anew what is shown. What is being edited stays as it is."""
        raise NotImplementedError

    def may_close(self) -> bool:
        """Whether the window may close; asks about what is not saved, where there is such."""
        return True
