"""The conditions in force above the list, each with a way to take it away."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from partnerdesk.domain.partner_filter import PartnerFilter
from partnerdesk.language.interface import _
from partnerdesk.services.filter_text import condition_text
from partnerdesk.ui.theme import Theme
from partnerdesk.ui.widgets.flow_layout import FlowLayout
from partnerdesk.ui.widgets.labels import plain_tooltip

_WIDEST = 260


class ConditionLine(QWidget):
    """One button for each condition that is set; nothing at all without one."""

    #: The name of a condition that is to be taken away.
    remove_asked = Signal(str)
    clear_asked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("condition_line")
        self._theme = theme
        self._line = FlowLayout(self)
        self.hide()

    def show_filter(self, where: PartnerFilter) -> None:
        """Show the conditions of a filter; the focus goes on to what takes the place of the one removed."""
        focused = self._focused_place()
        while (item := self._line.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                # At once, for the new ones bear the same names.
                old.setParent(None)
                old.deleteLater()
        for name in where.active:
            self._line.addWidget(self._chip(name, condition_text(where, name)))
        if not where.is_empty:
            clear = QPushButton(_("Clear all"))
            clear.setObjectName("clear_conditions")
            clear.setProperty("role", "chip")
            clear.clicked.connect(self.clear_asked)
            self._line.addWidget(clear)
        self._line.invalidate()
        self.updateGeometry()
        if focused >= 0 and self._line.count():
            follower = self._line.itemAt(min(focused, len(where.active) - 1))
            if follower is not None and (chip := follower.widget()) is not None:
                chip.show()
                chip.setFocus()

    def _focused_place(self) -> int:
        """The place of the button that has the focus; -1 for none."""
        focused = self.window().focusWidget()
        items = (self._line.itemAt(at) for at in range(self._line.count()))
        widgets = [item.widget() for item in items if item is not None]
        return widgets.index(focused) if focused in widgets else -1

    @property
    def has_focus(self) -> bool:
        """Whether one of the buttons has the focus."""
        return self._focused_place() >= 0

    def _chip(self, name: str, text: str) -> QPushButton:
        chip = QPushButton()
        chip.setObjectName(f"condition_{name}")
        chip.setProperty("role", "chip")
        chip.setIcon(self._theme.icon("close"))
        chip.setAccessibleName(_("Take away the condition {condition}").format(condition=text))
        chip.setToolTip(plain_tooltip(chip.accessibleName()))
        shown = chip.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, _WIDEST)
        chip.setText(shown.replace("&", "&&"))
        chip.clicked.connect(lambda: self.remove_asked.emit(name))
        return chip
