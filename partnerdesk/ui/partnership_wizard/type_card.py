"""One kind of partnership as a card that can be chosen."""

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QHBoxLayout, QRadioButton, QVBoxLayout

from partnerdesk.domain.partnership_type import PartnershipType
from partnerdesk.language.interface import _
from partnerdesk.language.labels import effort_label
from partnerdesk.ui.widgets.labels import plain_label

_CORNER = 8
_DOT = 8


class TypeCard(QRadioButton):
    """Title, idea, effort and weakness of a type; arrow keys move through the cards of one parent."""

    focused = Signal()

    def __init__(self, kind: PartnershipType) -> None:
        super().__init__()
        self.kind = kind
        self.setObjectName(f"type_{kind.key}")
        self.setAccessibleName(kind.title)
        effort = effort_label(kind.effort)
        weakness = _("Weak point: {text}").format(text=kind.weakness)
        self.setAccessibleDescription(f"{kind.idea} {effort}. {weakness}")
        head = QHBoxLayout()
        head.addWidget(plain_label(kind.title, "heading", wrap=True), 1)
        head.addWidget(plain_label(effort, "muted"), 0, Qt.AlignmentFlag.AlignTop)
        layout = self._content = QVBoxLayout(self)
        layout.setContentsMargins(2 * _DOT + 20, 10, 12, 10)
        layout.setSpacing(4)
        layout.addLayout(head)
        layout.addWidget(plain_label(kind.idea, wrap=True))
        layout.addWidget(plain_label(weakness, "muted", wrap=True))

    def sizeHint(self) -> QSize:
        """The size that the texts need."""
        return self._content.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """The least size that the texts need."""
        return self._content.minimumSize()

    def hitButton(self, place: QPoint) -> bool:
        """The whole card can be clicked."""
        return self.rect().contains(place)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell that the card should be in sight."""
        super().focusInEvent(event)
        self.focused.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the card; a filled dot as well as the colour shows that it is chosen."""
        del event
        palette = self.palette()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        accent = palette.color(QPalette.ColorRole.Accent)
        width = 2 if self.hasFocus() else 1
        outlined = self.hasFocus() or self.isChecked()
        painter.setPen(QPen(accent if outlined else palette.color(QPalette.ColorRole.Mid), width))
        fill = QPalette.ColorRole.Highlight if self.isChecked() else QPalette.ColorRole.Base
        painter.setBrush(palette.color(fill))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), _CORNER, _CORNER)
        dot = QRectF(12, 14, 2 * _DOT, 2 * _DOT)
        painter.setPen(
            QPen(accent if self.isChecked() else palette.color(QPalette.ColorRole.PlaceholderText), 1.5)
        )
        painter.setBrush(palette.color(QPalette.ColorRole.Base))
        painter.drawEllipse(dot)
        if self.isChecked():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(accent)
            painter.drawEllipse(dot.adjusted(4, 4, -4, -4))
