"""One partner to read: what it is, what happened, which files there are, and what can be done."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtCore import QMimeData, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QPushButton, QTabWidget, QVBoxLayout, QWidget

from partnerdesk.domain.attachment import Attachment
from partnerdesk.domain.partner import Partner
from partnerdesk.language.interface import _
from partnerdesk.services.desk import Desk
from partnerdesk.ui.dialogs.approach import ApproachDialog
from partnerdesk.ui.menu_titles import menu_letters
from partnerdesk.ui.tabs.partners.about_page import AboutPage
from partnerdesk.ui.tabs.partners.files_page import FilesPage
from partnerdesk.ui.tabs.partners.timeline_page import TimelinePage
from partnerdesk.ui.theme import Theme
from partnerdesk.ui.widgets.flow_layout import FlowLayout
from partnerdesk.ui.widgets.labels import letters_of, plain_label, selectable_label, with_mnemonics
from partnerdesk.ui.work import Worker


class PartnerView(QWidget):
    """Shows a partner and offers what can be done with it; files dropped on it are kept with the partner."""

    edit_asked = Signal()
    delete_asked = Signal()
    letter_asked = Signal()
    partnership_asked = Signal()
    partnership_shown = Signal(int)
    #: A short message; the latest change can be taken back.
    undoable_done = Signal(str)
    #: A short message.
    told = Signal(str)

    def __init__(self, desk: Desk, worker: Worker, theme: Theme, clock: Callable[[], date]) -> None:
        super().__init__()
        self._desk = desk
        self._clock = clock
        self._partner: Partner | None = None
        self.setAcceptDrops(True)
        self._name = selectable_label("", "name")
        self._name.setObjectName("partner_name")
        self._drop_hint = plain_label("", "drop", wrap=True)
        self._drop_hint.setObjectName("drop_hint")
        self._drop_hint.hide()
        self.about = AboutPage()
        self.timeline = TimelinePage(desk.timeline, desk.history, desk.approaches, theme, clock)
        self.files = FilesPage(desk, worker, theme)
        self.pages = QTabWidget()
        self.pages.setObjectName("partner_pages")
        self.pages.setDocumentMode(True)
        self.pages.tabBar().setDrawBase(False)
        self.pages.tabBar().setAccessibleName(_("Parts of the partner"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 0, 0, 0)
        layout.addWidget(self._name)
        layout.addWidget(self._actions())
        layout.addWidget(self._drop_hint)
        layout.addWidget(self.pages, 1)
        self._connect()

    def _actions(self) -> QWidget:
        actions = (
            ("edit_partner", _("Edit"), self.edit_asked.emit),
            ("write_letter", _("Write letter"), self.letter_asked.emit),
            ("record_attempt", _("Record attempt…"), self.record_attempt),
            ("new_partnership", _("New partnership"), self.partnership_asked.emit),
            ("delete_partner", _("Delete"), self.delete_asked.emit),
        )
        labels = with_mnemonics([text for _name, text, _run in actions], taken=menu_letters())
        taken = menu_letters() + letters_of(labels)
        titles = with_mnemonics([_("About"), _("History"), _("Files")], taken)
        for page, title in zip((self.about, self.timeline, self.files), titles, strict=True):
            self.pages.addTab(page, title)
        holder = QWidget()
        flow = FlowLayout(holder)
        for label, (name, _text, run) in zip(labels, actions, strict=True):
            button = QPushButton(label)
            button.setObjectName(name)
            button.clicked.connect(lambda _checked=False, run=run: run())
            flow.addWidget(button)
        return holder

    def _connect(self) -> None:
        self.pages.currentChanged.connect(self._show_page)
        self.about.partnership_shown.connect(self.partnership_shown)
        self.timeline.partnership_shown.connect(self.partnership_shown)
        self.timeline.file_asked.connect(self._show_file)
        self.timeline.undoable_done.connect(self.undoable_done)
        self.files.undoable_done.connect(self.undoable_done)
        self.files.told.connect(self.told)

    def show_partner(self, key: int) -> None:
        """Read a partner anew and show it, on the page that is in front."""
        partner = self._desk.directory.partner(key)
        self._partner = partner
        self._name.setText(partner.name)
        self._show_page()

    def continue_from(self, other: "PartnerView") -> None:
        """Show the page that another view of the same directory shows, with what was typed there."""
        self.timeline.continue_from(other.timeline)
        self.pages.setCurrentIndex(other.pages.currentIndex())

    def _show_page(self) -> None:
        partner, page = self._partner, self.pages.currentWidget()
        if partner is None:
            return
        if page is self.timeline:
            self.timeline.show_partner(partner)
        elif page is self.files:
            self.files.show_partner(partner.key)
        else:
            partnerships = self._desk.partnerships
            self.about.show_file(
                self._desk.directory.file(partner.key),
                self._desk.directory.last_contact(partner.key),
                self._desk.custom_fields.fields(),
                [(each, partnerships.title(each)) for each in partnerships.of_partner(partner.key)],
            )

    def _show_file(self, file: Attachment) -> None:
        self.pages.setCurrentWidget(self.files)
        self.files.open(file)

    def record_attempt(self) -> None:
        """Ask how an attempt to win this partner went."""
        if self._partner is None:
            return
        dialog = ApproachDialog(self._desk.approaches, self._partner, self._clock(), self)
        dialog.recorded.connect(self.undoable_done)
        dialog.open()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Say that files can be dropped here."""
        if self._partner is not None and _dropped_files(event.mimeData()):
            text = _("Drop to keep a copy with {name}").format(name=self._partner.name)
            self._drop_hint.setText(text)
            self._drop_hint.show()
            event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Take the hint away."""
        self._drop_hint.hide()
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Keep the files with the partner."""
        self._drop_hint.hide()
        paths = _dropped_files(event.mimeData())
        if self._partner is not None and paths:
            event.acceptProposedAction()
            self.pages.setCurrentWidget(self.files)
            self.files.add(paths)


def _dropped_files(data: QMimeData) -> list[Path]:
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
