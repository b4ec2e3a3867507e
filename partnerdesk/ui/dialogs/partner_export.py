"""Exporting partners: which of them, into what kind of file, and then the file itself."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from partnerdesk.language.interface import _, ngettext
from partnerdesk.services.desk import Desk
from partnerdesk.services.exchange.export import export_partners
from partnerdesk.services.exchange.source import SourceKind
from partnerdesk.ui.desk_work import DeskWork
from partnerdesk.ui.preferences import Preferences
from partnerdesk.ui.widgets.captions import Captions, say
from partnerdesk.ui.widgets.exported_bar import ExportedBar
from partnerdesk.ui.widgets.labels import plain_label
from partnerdesk.ui.work import Worker

_SUFFIXES = {SourceKind.CSV: "csv", SourceKind.XLSX: "xlsx", SourceKind.VCARD: "vcf"}


@dataclass(frozen=True, slots=True)
class Portion:
    """Partners that can be exported, and what to call them ("All 214 partners")."""

    keys: Sequence[int]
    title: str


class PartnerExport(QDialog):
    """Asks which of the portions to export and how; the first one is chosen beforehand."""

    def __init__(
        self,
        desk: Desk,
        preferences: Preferences,
        worker: Worker,
        portions: Sequence[Portion],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("partner_export")
        self.setWindowTitle(_("Export partners"))
        self._preferences = preferences
        self.portions = tuple(portions)
        self._path = Path()
        self._work = DeskWork(desk, worker, self)
        self._work.done.connect(self._show_exported)
        captions = Captions()
        self.portion_group = QButtonGroup(self)
        self.kind_group = QButtonGroup(self)
        self.kinds = tuple(SourceKind)
        self.exported_bar = ExportedBar(captions)
        self.count_label = plain_label("", "success", wrap=True)
        self.count_label.hide()
        self.save_button = QPushButton(captions.marked(_("Export…")))
        self.save_button.setObjectName("export_partners_to")
        self.save_button.setDefault(True)
        self.save_button.clicked.connect(self.ask_path)
        self.close_button = QPushButton(captions.marked(_("Close")))
        self.close_button.setObjectName("close_export")
        self.close_button.setAutoDefault(False)
        self.close_button.clicked.connect(self.reject)
        self._lay_out(captions)
        self.setMinimumWidth(520)

    def _lay_out(self, captions: Captions) -> None:
        layout = QVBoxLayout(self)
        layout.setSpacing(6)
        layout.addWidget(plain_label(_("Which partners"), "heading"))
        if len(self.portions) == 1:
            layout.addWidget(plain_label(self.portions[0].title, wrap=True))
        else:
            for place, portion in enumerate(self.portions):
                layout.addWidget(_choice(self.portion_group, place, captions.marked(portion.title)))
        layout.addWidget(plain_label(_("Kind of file"), "heading"))
        for place, kind in enumerate(self.kinds):
            title, sentence = _kind_texts(kind)
            choice = _choice(self.kind_group, place, captions.marked(title))
            choice.setObjectName(f"export_{kind.value}")
            choice.setAccessibleDescription(sentence)
            layout.addWidget(choice)
            described = plain_label(sentence, "muted", wrap=True)
            described.setContentsMargins(30, 0, 0, 4)
            layout.addWidget(described)
        layout.addStretch(1)
        layout.addWidget(self.count_label)
        layout.addWidget(self.exported_bar)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.close_button)
        buttons.addWidget(self.save_button)
        layout.addLayout(buttons)

    @property
    def portion(self) -> Portion:
        """The partners that are chosen."""
        return self.portions[max(0, self.portion_group.checkedId())]

    @property
    def kind(self) -> SourceKind:
        """The kind of file that is chosen."""
        return self.kinds[self.kind_group.checkedId()]

    def ask_path(self) -> None:
        """Ask where to put the file; the dialog of the system asks before a file is replaced."""
        suffix = _SUFFIXES[self.kind]
        dialog = QFileDialog(self, _("Export partners"), str(self._preferences.exchange_folder))
        dialog.setObjectName("export_file_dialog")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(f"{_kind_texts(self.kind)[0]} (*.{suffix})")
        dialog.setDefaultSuffix(suffix)
        dialog.selectFile(_("Partners") + f".{suffix}")
        dialog.fileSelected.connect(lambda name: self.export_to(Path(name)))
        dialog.open()

    def export_to(self, path: Path) -> None:
        """Write the chosen partners into ``path``, replacing a file that is there."""
        self._path = path
        self._preferences.save("exchange_folder", str(path.parent))
        self.exported_bar.hide()
        self.count_label.hide()
        write = partial(export_partners, keys=self.portion.keys, path=path, kind=self.kind, overwrite=True)
        self._work.start(lambda desk, report: write(desk, report=report), _("Exporting partners…"))

    def _show_exported(self, count: int) -> None:
        text = ngettext("{count} partner exported", "{count} partners exported", count)
        say(self.count_label, f"✓ {text.format(count=count)}", "success")
        self.exported_bar.show_file(self._path)
        self.exported_bar.file_button.setFocus()

    def reject(self) -> None:
        """Close; an export under way is to be stopped first."""
        if not self._work.busy:
            super().reject()


def _choice(group: QButtonGroup, number: int, text: str) -> QRadioButton:
    button = QRadioButton(text)
    button.setChecked(number == 0)
    group.addButton(button, number)
    return button


def _kind_texts(kind: SourceKind) -> tuple[str, str]:
    return {
        SourceKind.CSV: (
            _("CSV for Excel"),
            _("A table of texts that any program reads; Polish letters are right when Excel opens it."),
        ),
        SourceKind.XLSX: (
            _("Excel workbook (XLSX)"),
            _("A table for Excel or LibreOffice, with headings and columns of fitting width."),
        ),
        SourceKind.VCARD: (
            _("vCard 4.0"),
            _("Cards for the address book of a phone or a mail program."),
        ),
    }[kind]
