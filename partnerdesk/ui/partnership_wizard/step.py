"""What every page of the wizard has: a heading, its place in the order, and what the wizard asks of it."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget, QWizardPage

from partnerdesk.language.interface import _
from partnerdesk.ui.partnership_wizard.flow import Answers, Page, next_page, steps
from partnerdesk.ui.widgets.labels import plain_label

# Nested layouts settle over several rounds of events; measured: two rounds for an added promise.
_LAYOUT_MILLISECONDS = 50


class Step(QWizardPage):
    """One page, whose body goes into ``column`` below the heading.

    ``answers`` says what the way through the wizard depends on.
    """

    def __init__(self, page: Page, answers: Callable[[], Answers], title: str, sentence: str) -> None:
        super().__init__()
        self.page = page
        self._answers = answers
        self.setObjectName(f"{page.name.lower()}_page")
        self.setAccessibleName(title)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(14, 10, 14, 8)
        self.column.setSpacing(8)
        # QWizard's own header has a fixed look that does not follow the theme.
        self.column.addWidget(plain_label(title, "title"))
        self.column.addWidget(plain_label(self._numbered(sentence), "muted", wrap=True))

    def _numbered(self, sentence: str) -> str:
        order = steps(self._answers())
        if self.page not in order:
            return sentence
        place = _("Step {number} of {count}.").format(number=order.index(self.page) + 1, count=len(order))
        return f"{place} {sentence}"

    def nextId(self) -> int:
        """The id of the page behind this one, -1 for none."""
        following = next_page(self.page, self._answers())
        return -1 if following is None else int(following)

    def validatePage(self) -> bool:
        """Whether the page may be left forwards."""
        return self.check()

    def cleanupPage(self) -> None:
        """Keep what was entered when the user goes back."""

    def check(self) -> bool:
        """Whether the entries are fit to be saved; if not, say beside them what is wrong."""
        return True

    def snapshot(self) -> object:
        """What is entered, for comparing: equal snapshots mean that nothing was changed."""
        raise NotImplementedError

    def enter(self) -> None:
        """Put the focus where entering begins."""


def scrolling(body: QWidget, name: str) -> QScrollArea:
    """A scroll area around ``body`` that grows with the window and never scrolls sideways."""
    area = QScrollArea()
    area.setObjectName(name)
    area.setWidget(body)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return area


def bring_into_sight(area: QScrollArea, widget: QWidget) -> None:
    """Scroll to a widget that has just been added, or pushed aside by a message."""
    QTimer.singleShot(_LAYOUT_MILLISECONDS, widget, lambda: area.ensureWidgetVisible(widget, 0, 90))
