"""One editor for each kind of field; all of them speak the JSON-safe values of ``FieldKind``."""

from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from partnerdesk.domain.field import Field, FieldKind
from partnerdesk.language.formats import number
from partnerdesk.language.interface import _, screen_language
from partnerdesk.services.numbers import (
    annual_day_fault,
    annual_day_text,
    parse_annual_day,
    parse_decimal,
    parse_integer,
)
from partnerdesk.ui.widgets.choice_editors import ChoiceEditor, ChoicesEditor, TagsEditor
from partnerdesk.ui.widgets.date_field import DateField
from partnerdesk.ui.widgets.editor import Editor
from partnerdesk.ui.widgets.labels import plain_label
from partnerdesk.ui.widgets.suggestions import suggest


class TextEditor(Editor):
    """One line of text."""

    def __init__(self, field: Field) -> None:
        super().__init__()
        self.line = QLineEdit()
        self.line.setObjectName(field.key)
        self.line.textChanged.connect(self.changed)
        self._lay_out(self.line, *_unit(field.unit))

    def value(self) -> Any:
        """The text; ``None`` where there is none."""
        return self.line.text() or None

    def set_value(self, value: Any) -> None:
        """Show text from its beginning."""
        self.line.setText(value or "")
        self.line.setCursorPosition(0)

    def suggest(self, values: Sequence[str]) -> None:
        """Offer values that were entered before."""
        suggest(self.line, values)


class LongTextEditor(Editor):
    """Several lines of text; Tab leads on to the next field."""

    def __init__(self, field: Field) -> None:
        super().__init__()
        self.text = QPlainTextEdit()
        self.text.setObjectName(field.key)
        self.text.setTabChangesFocus(True)
        self.text.setMinimumHeight(72)
        self.text.setMaximumHeight(150)
        self.text.textChanged.connect(self.changed)
        self._lay_out(self.text)

    def value(self) -> Any:
        """The text; ``None`` where there is none."""
        return self.text.toPlainText() or None

    def set_value(self, value: Any) -> None:
        """Show text."""
        self.text.setPlainText(value or "")


class NumberEditor(Editor):
    """A count, an amount of money or a percentage, typed as people type it."""

    def __init__(self, field: Field) -> None:
        super().__init__()
        self._kind = field.kind
        self.line = QLineEdit()
        self.line.setObjectName(field.key)
        self.line.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.line.setMinimumWidth(70)
        self.line.textChanged.connect(self.changed)
        default = {FieldKind.MONEY: "zł", FieldKind.PERCENT: "%"}.get(field.kind, "")
        self._lay_out(self.line, *_unit(field.unit or default))

    def value(self) -> Any:
        """An ``int`` for a count, decimal text for money and percentages."""
        text = self.line.text().strip()
        if not text:
            return None
        try:
            return parse_integer(text) if self._kind is FieldKind.INTEGER else str(parse_decimal(text))
        except ValueError as error:
            message = (
                _("Enter a whole number, for example 25.")
                if self._kind is FieldKind.INTEGER
                else _("Enter a number, for example 1250 or 12.50.")
            )
            raise ValueError(message) from error

    def set_value(self, value: Any) -> None:
        """Show a number as the screen's language writes it."""
        amount = None if value is None else Decimal(str(value))
        if amount is not None and self._kind is FieldKind.MONEY and amount != int(amount):
            amount = amount.quantize(Decimal("0.01"))
        shown = "" if amount is None else number(amount, screen_language())
        # A comma between thousands could not be told from a decimal comma when it is read back.
        self.line.setText(shown if screen_language() == "pl" else shown.replace(",", ""))


class DayEditor(Editor):
    """A date."""

    def __init__(self, field: Field) -> None:
        super().__init__()
        self.day = DateField()
        self.day.line.setObjectName(field.key)
        self.day.changed.connect(self.changed)
        self._lay_out(self.day)
        self.focus_target = self.day.line

    def value(self) -> Any:
        """ISO text."""
        try:
            day = self.day.value()
        except ValueError as error:
            raise ValueError(
                _("Enter a day, for example 23.11.2026, or pick it from the calendar.")
            ) from error
        return None if day is None else day.isoformat()

    def set_value(self, value: Any) -> None:
        """Show a day given as ISO text."""
        self.day.set_value(date.fromisoformat(value) if value else None)


class AnnualDayEditor(Editor):
    """A day of the year, with or without the year."""

    def __init__(self, field: Field) -> None:
        super().__init__()
        self.line = QLineEdit()
        self.line.setObjectName(field.key)
        self.line.setPlaceholderText(_("DD.MM or DD.MM.YYYY"))
        self.line.textChanged.connect(self.changed)
        self._lay_out(self.line)

    def value(self) -> Any:
        """A day of the year as it is stored."""
        try:
            return parse_annual_day(self.line.text()) or None
        except ValueError as error:
            raise ValueError(annual_day_fault()) from error

    def set_value(self, value: Any) -> None:
        """Show a stored day of the year."""
        self.line.setText(annual_day_text(value) if value else "")


class YesNoEditor(Editor):
    """A box to tick."""

    def __init__(self, field: Field) -> None:
        super().__init__()
        self.check = QCheckBox(_("Yes"))
        self.check.setObjectName(field.key)
        self.check.toggled.connect(self.changed)
        self._lay_out(self.check)

    def caption(self, text: str) -> None:
        """Let the box itself say what is ticked."""
        self.check.setText(text)

    def value(self) -> Any:
        """Whether the box is ticked."""
        return self.check.isChecked()

    def set_value(self, value: Any) -> None:
        """Tick the box or not."""
        self.check.setChecked(bool(value))


def make_editor(field: Field) -> Editor:
    """The editor for a field's kind."""
    from partnerdesk.ui.widgets.rows_editor import RowsEditor

    kinds: dict[FieldKind, Callable[[Field], Editor]] = {
        FieldKind.TEXT: TextEditor,
        FieldKind.LONG_TEXT: LongTextEditor,
        FieldKind.INTEGER: NumberEditor,
        FieldKind.DECIMAL: NumberEditor,
        FieldKind.MONEY: NumberEditor,
        FieldKind.PERCENT: NumberEditor,
        FieldKind.DATE: DayEditor,
        FieldKind.ANNUAL_DAY: AnnualDayEditor,
        FieldKind.CHOICE: ChoiceEditor,
        FieldKind.CHOICES: ChoicesEditor,
        FieldKind.TAGS: TagsEditor,
        FieldKind.YES_NO: YesNoEditor,
        FieldKind.ROWS: RowsEditor,
    }
    return kinds[field.kind](field)


def stacked(*widgets: QWidget) -> QWidget:
    """Widgets one above the other in a holder without margins."""
    holder = QWidget()
    layout = QVBoxLayout(holder)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(3)
    for widget in widgets:
        layout.addWidget(widget)
    return holder


def _unit(unit: str) -> list[QWidget]:
    return [plain_label(unit, "muted")] if unit else []
