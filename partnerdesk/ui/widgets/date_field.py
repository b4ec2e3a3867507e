"""A date that can be typed, picked from a calendar, or left empty."""

import re
from datetime import date

from PySide6.QtCore import QDate, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent
from PySide6.QtWidgets import (
    QCalendarWidget,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from partnerdesk.language.formats import short_date
from partnerdesk.language.interface import _, screen_language

_DAY_FIRST = re.compile(r"(\d{1,2})[.\-/ ]+(\d{1,2})[.\-/ ]+(\d{4})")
_YEAR_FIRST = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")


def parse_date(text: str) -> date | None:
    """A day typed as 23.11.2026, 23/11/2026 or 2026-11-23; ``None`` for blank text.

    Raises ``ValueError`` for anything else, and for days that no calendar has.
    """
    text = text.strip()
    if not text:
        return None
    if found := _YEAR_FIRST.fullmatch(text):
        year, month, day = map(int, found.groups())
    elif found := _DAY_FIRST.fullmatch(text):
        day, month, year = map(int, found.groups())
    else:
        raise ValueError(text)
    if not 1900 <= year <= 2200:
        raise ValueError(text)
    return date(year, month, day)


class DateField(QWidget):
    """A line for a date with a button that opens a calendar."""

    changed = Signal()

    def __init__(self, icon: QIcon | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = QLineEdit()
        self.line.setObjectName("date_line")
        self.line.setPlaceholderText(_("DD.MM.YYYY"))
        self.line.setMinimumWidth(112)
        self.line.textChanged.connect(self.changed)
        self.line.editingFinished.connect(self._tidy)
        self.button = QToolButton()
        self.button.setObjectName("date_button")
        self.button.setAccessibleName(_("Pick a day from the calendar"))
        self.button.setToolTip(_("Pick a day from the calendar"))
        if icon is None:
            self.button.setArrowType(Qt.ArrowType.DownArrow)
        else:
            self.button.setIcon(icon)
            self.button.setIconSize(QSize(18, 18))
        self.button.clicked.connect(self._open_calendar)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.line, 1)
        layout.addWidget(self.button)
        self.setFocusProxy(self.line)

    def value(self) -> date | None:
        """The day, ``None`` for none. Raises ``ValueError`` when what is typed is no day."""
        return parse_date(self.line.text())

    def set_value(self, day: date | None) -> None:
        """Show a day."""
        self.line.setText("" if day is None else short_date(day, screen_language()))

    def setAccessibleName(self, name: str) -> None:
        """Name the line, which is what has the focus."""
        super().setAccessibleName(name)
        self.line.setAccessibleName(name)

    def _tidy(self) -> None:
        try:
            self.set_value(self.value())
        except ValueError:
            return  # What was typed stays; the form says what is wrong with it.

    def _open_calendar(self) -> None:
        popup = _CalendarPopup(self)
        try:
            day = self.value()
        except ValueError:
            day = None
        popup.open_at(self.mapToGlobal(QPoint(0, self.height() + 2)), day)
        popup.picked.connect(self._take)

    def _take(self, day: date) -> None:
        self.set_value(day)
        self.line.setFocus()


class _CalendarPopup(QFrame):
    picked = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("calendar_popup")
        self._calendar = QCalendarWidget()
        self._calendar.setGridVisible(False)
        self._calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self._calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self._calendar.clicked.connect(self._pick)
        self._calendar.activated.connect(self._pick)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4, 4, 4, 4)
        layout.addWidget(self._calendar)

    def open_at(self, place: QPoint, day: date | None) -> None:
        """Show the calendar at a place of the screen, on ``day`` or today."""
        if day is not None:
            self._calendar.setSelectedDate(QDate(day.year, day.month, day.day))
        self.adjustSize()
        available = self.screen().availableGeometry()
        x = min(place.x(), available.right() - self.width())
        y = min(place.y(), available.bottom() - self.height())
        self.move(max(x, available.left()), max(y, available.top()))
        self.show()
        self._calendar.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def _pick(self, day: QDate) -> None:
        self.picked.emit(date(day.year(), day.month(), day.day()))
        self.close()
