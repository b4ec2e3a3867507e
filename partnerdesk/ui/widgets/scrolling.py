"""Bringing a widget into sight."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QScrollArea, QWidget

#: Below a field stand its help and what is wrong with it.
_MARGIN, _MARGIN_BELOW = 40, 100


def bring_into_view(widget: QWidget) -> None:
    """Scroll whatever holds ``widget`` so that it is seen, once the layout has come to rest."""

    def scroll() -> None:
        holder = widget.parentWidget()
        while holder is not None:
            if isinstance(holder, QScrollArea):
                holder.ensureWidgetVisible(widget, _MARGIN, _MARGIN_BELOW)
            holder = holder.parentWidget()

    QTimer.singleShot(0, widget, scroll)
