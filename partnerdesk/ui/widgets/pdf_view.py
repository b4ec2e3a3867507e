"""A PDF's pages on the screen, as wide as the view or larger."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QImage,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
    QShortcut,
    QWheelEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QToolButton, QVBoxLayout, QWidget

from partnerdesk.language.interface import _, ngettext
from partnerdesk.services.preview import page_pictures
from partnerdesk.ui.widgets.labels import plain_label
from partnerdesk.ui.widgets.latest_work import LatestWork
from partnerdesk.ui.work import Worker

MOST_PAGES = 12
_WIDEST_PIXELS = 2600
_STEP = 1.25
_SMALLEST, _LARGEST = 0.5, 4.0
_MARGIN = 10
_SETTLE_MILLISECONDS = 120


class PdfView(QWidget):
    """Shows the pages of a PDF one below the other; zooms by buttons, Ctrl and the wheel, Ctrl++, Ctrl+-.

    Pages are drawn in the worker's thread, in the screen's true pixels. Until new ones are ready the old
    ones stay, stretched if need be. ``pdf`` holds the bytes of the pages that are shown.
    """

    #: The pages shown are those of ``pdf``, at the size of the view.
    shown = Signal()

    def __init__(self, worker: Worker, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pdf = b""
        self.zoom = 1.0
        self._wanted = b""
        self._pages: list[_Page] = []
        self._drawing = LatestWork(worker, self)
        self._drawing.done.connect(self._take)
        self._settling = QTimer(self, singleShot=True, interval=_SETTLE_MILLISECONDS)
        self._settling.timeout.connect(self._draw)
        self.area = _Area()
        self.area.setObjectName("pdf_pages")
        self.area.setAccessibleName(_("The page as it will be printed"))
        self.area.wheel_zoomed.connect(self._zoom_by)
        self.area.resized.connect(self._fit)
        self._sheet = QVBoxLayout(self.area.sheet)
        self._sheet.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        self._sheet.setSpacing(_MARGIN)
        self._sheet.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.count_label = plain_label("", "muted")
        self.count_label.setObjectName("pdf_count")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addLayout(self._tool_row())
        layout.addWidget(self.area, 1)
        self._add_shortcuts()

    def _tool_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(self.count_label, 1)
        self.smaller_button = self._button("−", _("Zoom out"), "pdf_smaller", self.zoom_out)
        self.fit_button = self._button("100 %", _("Fit the page to the width"), "pdf_fit", self.fit_width)
        self.larger_button = self._button("+", _("Zoom in"), "pdf_larger", self.zoom_in)
        for button in (self.smaller_button, self.fit_button, self.larger_button):
            row.addWidget(button)
        return row

    def _button(self, text: str, name: str, object_name: str, act: Callable[[], None]) -> QToolButton:
        button = QToolButton()
        button.setText(text)
        button.setToolTip(name)
        button.setAccessibleName(name)
        button.setObjectName(object_name)
        button.setMinimumWidth(30)
        button.clicked.connect(act)
        return button

    def _add_shortcuts(self) -> None:
        for keys, act in (
            (QKeySequence.keyBindings(QKeySequence.StandardKey.ZoomIn), self.zoom_in),
            (QKeySequence.keyBindings(QKeySequence.StandardKey.ZoomOut), self.zoom_out),
            ([QKeySequence("Ctrl+0")], self.fit_width),
        ):
            shortcut = QShortcut(self)
            shortcut.setKeys([*keys])
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    def show_pdf(self, pdf: bytes) -> None:
        """Show the pages of ``pdf`` as soon as they are drawn."""
        self._wanted = pdf
        self._draw()

    def zoom_in(self) -> None:
        """Show the pages one step larger."""
        self._zoom_by(1)

    def zoom_out(self) -> None:
        """Show the pages one step smaller."""
        self._zoom_by(-1)

    def fit_width(self) -> None:
        """Show the pages as wide as the view."""
        self._set_zoom(1.0)

    def _zoom_by(self, steps: int) -> None:
        self._set_zoom(self.zoom * _STEP**steps)

    def _set_zoom(self, zoom: float) -> None:
        # Steps up and down meet at exactly 1 again, whatever rounding does.
        self.zoom = min(max(round(zoom, 4), _SMALLEST), _LARGEST)
        if abs(self.zoom - 1) < 0.01:
            self.zoom = 1.0
        self.fit_button.setText(f"{round(self.zoom * 100)} %")
        self.smaller_button.setEnabled(self.zoom > _SMALLEST)
        self.larger_button.setEnabled(self.zoom < _LARGEST)
        self._fit()

    def _page_width(self) -> int:
        return max(80, round((self.area.viewport().width() - 2 * _MARGIN) * self.zoom))

    def _fit(self) -> None:
        """Stretch what is shown at once, and draw it sharply when the size has settled."""
        for page in self._pages:
            page.set_width(self._page_width())
        self._settling.start()

    def _draw(self) -> None:
        self._settling.stop()
        pdf = self._wanted
        if not pdf:
            return
        width = min(round(self._page_width() * self.devicePixelRatioF()), _WIDEST_PIXELS)
        self._drawing.start(lambda: (pdf, *_images(pdf, width)))

    def _take(self, drawn: tuple[bytes, list[QImage], int]) -> None:
        self.pdf, images, count = drawn
        self._match_page_count(len(images))
        for page, image in zip(self._pages, images, strict=True):
            page.set_image(image)
            page.set_width(self._page_width())
        text = ngettext("{count} page", "{count} pages", count).format(count=count)
        if count > len(images):
            text = _("{shown} of {count} pages shown").format(shown=len(images), count=count)
        self.count_label.setText(text)
        self.area.setAccessibleDescription(text)
        self.shown.emit()

    def _match_page_count(self, count: int) -> None:
        while len(self._pages) > count:
            page = self._pages.pop()
            self._sheet.removeWidget(page)
            page.deleteLater()
        while len(self._pages) < count:
            page = _Page(len(self._pages) + 1)
            self._pages.append(page)
            self._sheet.addWidget(page)

    def event(self, event: QEvent) -> bool:
        """Draw anew when the window comes to a screen with other pixels."""
        if event.type() is QEvent.Type.DevicePixelRatioChange:
            self._settling.start()
        return super().event(event)


class _Area(QScrollArea):
    """The scrolled area; Ctrl and the wheel are told instead of scrolled."""

    wheel_zoomed = Signal(int)
    resized = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.sheet = QWidget()
        self.setWidget(self.sheet)
        self.setWidgetResizable(True)
        # Always there, so that its coming and going does not change the width that pages fit to.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setStyleSheet(
            "QScrollArea { border: 1px solid palette(mid); border-radius: 6px; }"
            "QScrollArea:focus { border: 2px solid palette(link); }"
        )

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom with Ctrl, else scroll."""
        turn = event.angleDelta().y()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier and turn:
            self.wheel_zoomed.emit(1 if turn > 0 else -1)
            event.accept()
        else:
            super().wheelEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell the new size."""
        super().resizeEvent(event)
        self.resized.emit()


class _Page(QWidget):
    """One page, its picture stretched to the width wanted."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self.setObjectName(f"pdf_page_{number}")
        self.pixmap = QPixmap()

    def set_image(self, image: QImage) -> None:
        self.pixmap = QPixmap.fromImage(image)
        self.update()

    def set_width(self, width: int) -> None:
        shape = self.pixmap.size()
        height = round(width * shape.height() / shape.width()) if shape.width() else width
        self.setFixedSize(QSize(width, height))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawPixmap(QRect(0, 0, self.width(), self.height()), self.pixmap)
        painter.setPen(self.palette().mid().color())
        painter.drawRect(0, 0, self.width() - 1, self.height() - 1)
        painter.end()


def _images(pdf: bytes, width: int) -> tuple[list[QImage], int]:
    pages = page_pictures(pdf, width, MOST_PAGES)
    images = [
        # Copied, because QImage does not keep the bytes it was made from.
        QImage(one.pixels, one.width, one.height, one.stride, QImage.Format.Format_RGB32).copy()
        for one in pages.pictures
    ]
    return images, pages.count
