"""A small line of values over time, with its points; the words beside it say the same."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

_MARGIN = 8.0
_POINT = 3.5


class TrendLine(QWidget):
    """Draws values between ``lowest`` and ``highest``, the oldest at the left, equally far apart."""

    def __init__(self, lowest: float, highest: float, line: str, grid: str) -> None:
        super().__init__()
        self._lowest = lowest
        self._highest = highest
        self._line = QColor(line)
        self._grid = QColor(grid)
        self._values: tuple[float, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_values(self, values: Sequence[float], words: str) -> None:
        """Draw these values; ``words`` say them to those who do not see the line."""
        self._values = tuple(values)
        self.setAccessibleName(words)
        self.setToolTip("")
        self.update()

    def sizeHint(self) -> QSize:
        """Wide enough for a dozen points."""
        return QSize(240, 64)

    def points(self) -> list[QPointF]:
        """Where the values lie, in pixels."""
        area = QRectF(self.rect()).adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
        step = area.width() / max(1, len(self._values) - 1)
        span = self._highest - self._lowest
        return [
            QPointF(
                area.left() + number * step, area.bottom() - (value - self._lowest) / span * area.height()
            )
            for number, value in enumerate(self._values)
        ]

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the edges of the scale, the line and its points."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect()).adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
        painter.setPen(QPen(self._grid, 1, Qt.PenStyle.DotLine))
        for height in (area.top(), area.center().y(), area.bottom()):
            painter.drawLine(QPointF(area.left(), height), QPointF(area.right(), height))
        points = self.points()
        painter.setPen(QPen(self._line, 2))
        painter.drawPolyline(points)
        painter.setBrush(self._line)
        for point in points:
            painter.drawEllipse(point, _POINT, _POINT)
        painter.end()
