"""The view of a PDF's pages, alone, with real PDFs drawn by the real worker."""

from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QToolButton, QWidget
from pytestqt.qtbot import QtBot
from reportlab.pdfgen.canvas import Canvas

from partnerdesk.ui.widgets.latest_work import LatestWork
from partnerdesk.ui.widgets.pdf_view import MOST_PAGES, PdfView
from partnerdesk.ui.work import Worker

A4_SHAPE = 297 / 210


@pytest.fixture
def worker(qapp: Any) -> Iterator[Worker]:
    worker = Worker()
    yield worker
    worker.finish()


@pytest.fixture
def view(worker: Worker, qtbot: QtBot) -> PdfView:
    view = PdfView(worker)
    qtbot.addWidget(view)
    view.resize(500, 600)
    view.show()
    qtbot.waitExposed(view)
    return view


def pdf_of(pages: int, shade: float = 0) -> bytes:
    file = BytesIO()
    canvas = Canvas(file, invariant=1)
    for _page in range(pages):
        canvas.setFillGray(shade)
        canvas.rect(0, 0, 2000, 2000, stroke=0, fill=1)
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def show(view: PdfView, pdf: bytes, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.shown):
        view.show_pdf(pdf)


def pages_of(view: PdfView) -> list[Any]:
    return [page for page in view.findChildren(QWidget) if page.objectName().startswith("pdf_page_")]


def turn_wheel(view: PdfView, steps: int, modifiers: Qt.KeyboardModifier) -> None:
    middle = QPointF(view.area.viewport().rect().center())
    event = QWheelEvent(
        middle,
        middle,
        QPoint(),
        QPoint(0, 120 * steps),
        Qt.MouseButton.NoButton,
        modifiers,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view.area.viewport(), event)


def test_every_page_is_shown_as_wide_as_the_view_and_in_its_shape(view: PdfView, qtbot: QtBot) -> None:
    show(view, pdf_of(2), qtbot)
    pages = pages_of(view)
    assert len(pages) == 2
    room = view.area.viewport().width()
    for page in pages:
        assert room - 40 < page.width() <= room
        assert page.height() / page.width() == pytest.approx(A4_SHAPE, abs=0.01)
        assert page.pixmap.width() == round(page.width() * view.devicePixelRatioF())
    assert view.count_label.text() == "2 pages"
    assert view.area.accessibleDescription() == "2 pages"


def test_the_bytes_of_the_pages_shown_are_kept(view: PdfView, qtbot: QtBot) -> None:
    pdf = pdf_of(1)
    show(view, pdf, qtbot)
    assert view.pdf == pdf


def test_the_old_page_stays_until_the_new_one_is_drawn(view: PdfView, qtbot: QtBot) -> None:
    show(view, pdf_of(1, 0), qtbot)
    (page,) = pages_of(view)
    qtbot.waitUntil(page.isVisible)
    with qtbot.waitSignal(view.shown):
        view.show_pdf(pdf_of(1, 1))
        assert page.pixmap.toImage().pixelColor(50, 50).red() == 0
        assert page.isVisible()
    assert pages_of(view) == [page]
    assert page.pixmap.toImage().pixelColor(50, 50).red() == 255


def test_of_several_pdfs_asked_for_quickly_only_the_last_is_shown(view: PdfView, qtbot: QtBot) -> None:
    shown: list[bytes] = []
    view.shown.connect(lambda: shown.append(view.pdf))
    last = pdf_of(3)
    with qtbot.waitSignal(view.shown):
        view.show_pdf(pdf_of(1))
        view.show_pdf(pdf_of(2))
        view.show_pdf(last)
    view._drawing._worker.finish()
    QApplication.processEvents()
    assert shown == [last]
    assert len(pages_of(view)) == 3


def test_fewer_pages_replace_more(view: PdfView, qtbot: QtBot) -> None:
    show(view, pdf_of(3), qtbot)
    show(view, pdf_of(1), qtbot)
    qtbot.waitUntil(lambda: len(pages_of(view)) == 1)
    assert view.count_label.text() == "1 page"


def test_a_long_pdf_says_that_not_every_page_is_shown(view: PdfView, qtbot: QtBot) -> None:
    show(view, pdf_of(MOST_PAGES + 3), qtbot)
    assert len(pages_of(view)) == MOST_PAGES
    assert view.count_label.text() == f"{MOST_PAGES} of {MOST_PAGES + 3} pages shown"


def test_a_wider_view_draws_the_page_anew_in_its_pixels(view: PdfView, qtbot: QtBot) -> None:
    show(view, pdf_of(1), qtbot)
    (page,) = pages_of(view)
    before = page.width()
    with qtbot.waitSignal(view.shown):
        view.resize(800, 600)
    assert page.width() > before
    assert page.pixmap.width() == round(page.width() * view.devicePixelRatioF())


def test_buttons_zoom_in_steps_and_back_to_the_width(view: PdfView, qtbot: QtBot) -> None:
    show(view, pdf_of(1), qtbot)
    (page,) = pages_of(view)
    fitting = page.width()
    with qtbot.waitSignal(view.shown):
        qtbot.mouseClick(view.larger_button, Qt.MouseButton.LeftButton)
    assert view.fit_button.text() == "125 %"
    assert page.width() == pytest.approx(fitting * 1.25, abs=1)
    assert page.pixmap.width() == round(page.width() * view.devicePixelRatioF())
    qtbot.mouseClick(view.smaller_button, Qt.MouseButton.LeftButton)
    assert (view.zoom, page.width()) == (1.0, fitting)
    qtbot.mouseClick(view.smaller_button, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(view.fit_button, Qt.MouseButton.LeftButton)
    assert page.width() == fitting


def test_zoom_ends_at_its_limits(view: PdfView, qtbot: QtBot) -> None:
    for _step in range(12):
        view.zoom_in()
    assert view.zoom == 4.0
    assert not view.larger_button.isEnabled()
    for _step in range(20):
        view.zoom_out()
    assert view.zoom == 0.5
    assert not view.smaller_button.isEnabled()


def test_keys_zoom_while_the_view_has_the_focus(view: PdfView, qtbot: QtBot) -> None:
    view.activateWindow()
    view.area.setFocus()
    qtbot.waitUntil(view.area.hasFocus)
    qtbot.keyClick(view.area, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert view.zoom == 1.25
    qtbot.keyClick(view.area, Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(view.area, Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier)
    assert view.zoom == 0.8
    qtbot.keyClick(view.area, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert view.zoom == 1.0


def test_the_wheel_zooms_with_ctrl_and_scrolls_without(view: PdfView, qtbot: QtBot) -> None:
    show(view, pdf_of(2), qtbot)
    qtbot.waitUntil(lambda: view.area.verticalScrollBar().maximum() > 0)
    turn_wheel(view, 1, Qt.KeyboardModifier.ControlModifier)
    assert view.zoom == 1.25
    assert view.area.verticalScrollBar().value() == 0
    turn_wheel(view, -1, Qt.KeyboardModifier.NoModifier)
    assert view.zoom == 1.25
    assert view.area.verticalScrollBar().value() > 0


def test_everything_that_can_have_the_focus_has_a_name(view: PdfView) -> None:
    for widget in (view.area, *view.findChildren(QToolButton)):
        assert widget.accessibleName()


def test_outcomes_of_earlier_work_are_dropped(worker: Worker, qtbot: QtBot) -> None:
    latest = LatestWork(worker)
    outcomes: list[str] = []
    latest.done.connect(outcomes.append)
    with qtbot.waitSignal(latest.done):
        latest.start(lambda: "first")
        latest.start(lambda: "second")
        assert latest.busy
    assert outcomes == ["second"]
    assert not latest.busy


def test_dropped_work_hands_nothing_over(worker: Worker, qtbot: QtBot) -> None:
    latest = LatestWork(worker)
    outcomes: list[str] = []
    latest.done.connect(outcomes.append)
    latest.start(lambda: "unwanted")
    latest.drop()
    worker.finish()
    QApplication.processEvents()
    assert outcomes == []


def test_an_error_in_the_latest_work_is_raised(worker: Worker, qtbot: QtBot) -> None:
    latest = LatestWork(worker)
    with qtbot.captureExceptions() as errors:
        latest.start(lambda: 1 // 0)
        qtbot.waitUntil(lambda: bool(errors))
    assert errors[0][0] is ZeroDivisionError
    assert not latest.busy
