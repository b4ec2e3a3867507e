"""Two entries of a firm side by side: who stays, and which value of each field that differs."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QRadioButton,
    QScrollArea,
    QWidget,
)

from partnerdesk.domain.partner import Partner
from partnerdesk.language.interface import _
from partnerdesk.services.differences import FieldDifference, Side
from partnerdesk.services.merging import Joined, Merging
from partnerdesk.ui.widgets.labels import BreakingLabel, plain_label

_STAYS = "stays"
_NOTHING = "–"


class PairComparison(QScrollArea):
    """A row for each difference with a radio button on either side; below it what both bring along."""

    #: Another entry is to stay.
    staying_changed = Signal()

    def __init__(self, merging: Merging) -> None:
        super().__init__()
        self.setObjectName("pair_comparison")
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._merging = merging
        self._partners: tuple[Partner, Partner] | None = None
        self._choices: dict[str, tuple[QRadioButton, QRadioButton]] = {}

    def show_pair(self, one: Partner, other: Partner) -> None:
        """Show two partners, with the suggested side of each field chosen and the first one to stay."""
        self._partners = (one, other)
        self._choices = {}
        content = QWidget()
        grid = QGridLayout(content)
        grid.setContentsMargins(8, 4, 8, 8)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        for column, stretch in ((0, 2), (1, 3), (2, 3)):
            grid.setColumnStretch(column, stretch)
        stays = FieldDifference(_STAYS, _("Which entry stays"), one.name, other.name, Side.KEPT)
        self._add_choice(grid, stays)
        for button in self._choices[_STAYS]:
            button.toggled.connect(self._tell_staying)
        differences = self._merging.differences(one, other)
        if differences:
            self._add_heading(grid, _("Choose what is right"))
        for difference in differences:
            self._add_choice(grid, difference)
        joined = self._merging.joined(one, other)
        if joined:
            self._add_heading(grid, _("Kept from both"))
        for row in joined:
            self._add_joined(grid, row)
        grid.setRowStretch(grid.rowCount(), 1)
        self.setWidget(content)

    def _tell_staying(self, checked: bool) -> None:
        if checked:
            self.staying_changed.emit()

    @property
    def kept(self) -> Partner:
        """The partner that stays."""
        return self._pair()[0 if self._choices[_STAYS][0].isChecked() else 1]

    @property
    def gone(self) -> Partner:
        """The partner that will be part of the other."""
        return self._pair()[1 if self._choices[_STAYS][0].isChecked() else 0]

    def _pair(self) -> tuple[Partner, Partner]:
        if self._partners is None:
            raise RuntimeError("no pair is shown")
        return self._partners

    def controls(self) -> list[QWidget]:
        """The radio buttons in reading order."""
        return [button for pair in self._choices.values() for button in pair]

    def choices(self) -> dict[str, Side]:
        """The chosen side of each difference, by its key."""
        first_stays = self._choices[_STAYS][0].isChecked()
        return {
            key: Side.KEPT if first.isChecked() == first_stays else Side.GONE
            for key, (first, _second) in self._choices.items()
            if key != _STAYS
        }

    def _add_heading(self, grid: QGridLayout, text: str) -> None:
        label = plain_label(text, "heading")
        label.setContentsMargins(0, 10, 0, 2)
        grid.addWidget(label, grid.rowCount(), 0, 1, 3)

    def _add_choice(self, grid: QGridLayout, difference: FieldDifference) -> None:
        row = grid.rowCount()
        grid.addWidget(_text(difference.label, "muted"), row, 0, Qt.AlignmentFlag.AlignTop)
        group = QButtonGroup(self.widget() or self)
        values = []
        for column, side, text in (
            (1, Side.KEPT, difference.text_kept),
            (2, Side.GONE, difference.text_gone),
        ):
            value = _Value(f"{difference.key}_{column}", difference.label, text)
            value.button.setChecked(side is difference.suggestion)
            group.addButton(value.button)
            grid.addWidget(value, row, column)
            values.append(value)
        group.setParent(values[0])
        self._choices[difference.key] = (values[0].button, values[1].button)

    def _add_joined(self, grid: QGridLayout, joined: Joined) -> None:
        row = grid.rowCount()
        grid.addWidget(_text(joined.label, "muted"), row, 0, Qt.AlignmentFlag.AlignTop)
        for column, text in ((1, joined.text_kept), (2, joined.text_gone)):
            grid.addWidget(_text(text), row, column, Qt.AlignmentFlag.AlignTop)


def _text(text: str, role: str = "") -> QLabel:
    label = BreakingLabel(text or _NOTHING, role)
    label.setContentsMargins(0, 5, 0, 3)
    label.setAlignment(Qt.AlignmentFlag.AlignTop)
    return label


class _Value(QFrame):
    """One side's value with its radio button; a click on the text chooses it too."""

    def __init__(self, name: str, field: str, text: str) -> None:
        super().__init__()
        self.button = QRadioButton()
        self.button.setObjectName(name)
        self.button.setAccessibleName(f"{field}: {text or _('nothing')}")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(_text(text), 1)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose this value."""
        self.button.setChecked(True)
        self.button.setFocus()
        super().mouseReleaseEvent(event)
