"""Settings; each one works at once."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QDialog, QFormLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from partnerdesk.language.interface import _
from partnerdesk.ui.preferences import Preferences
from partnerdesk.ui.widgets.labels import plain_label, set_buddy, with_mnemonics


class SettingsDialog(QDialog):
    """The language of the screen and the look; leads to the own fields of partners."""

    language_chosen = Signal(str)
    look_chosen = Signal(str)
    own_fields_asked = Signal()

    def __init__(self, preferences: Preferences, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("settings_dialog")
        self.setWindowTitle(_("Settings"))
        self.setMinimumWidth(420)
        self._preferences = preferences
        self.language_box = _box(
            "language_choice",
            ((_("As the system"), "system"), ("Polski", "pl"), ("English", "en")),
            preferences.language_choice,
        )
        self.look_box = _box(
            "look_choice",
            ((_("As the system"), "system"), (_("Light"), "light"), (_("Dark"), "dark")),
            preferences.look,
        )
        self.language_box.currentIndexChanged.connect(
            lambda: self.language_chosen.emit(self.language_box.currentData())
        )
        self.look_box.currentIndexChanged.connect(lambda: self.look_chosen.emit(self.look_box.currentData()))
        form = QFormLayout()
        form.setVerticalSpacing(12)
        texts = with_mnemonics([_("Language"), _("Look"), _("Close"), _("Own fields of partners…")])
        for text, box, name in zip(
            texts, (self.language_box, self.look_box), (_("Language"), _("Look")), strict=False
        ):
            label = plain_label()
            set_buddy(label, text, box, name)
            form.addRow(label, box)
        close = QPushButton(texts[2])
        close.setDefault(True)
        close.clicked.connect(self.accept)
        own_fields = QPushButton(texts[3])
        own_fields.setObjectName("own_fields")
        own_fields.setAutoDefault(False)
        own_fields.clicked.connect(self.own_fields_asked)
        buttons = QHBoxLayout()
        buttons.addWidget(own_fields)
        buttons.addStretch(1)
        buttons.addWidget(close)
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        layout.addWidget(
            plain_label(
                _("The language of the screen does not change letters: theirs follows the partner."),
                "muted",
                wrap=True,
            )
        )
        layout.addLayout(buttons)

    def show_choices(self) -> None:
        """Show what is set, where a choice was not taken up."""
        for box, value in (
            (self.language_box, self._preferences.language_choice),
            (self.look_box, self._preferences.look),
        ):
            was_blocked = box.blockSignals(True)
            box.setCurrentIndex(max(0, box.findData(value)))
            box.blockSignals(was_blocked)


def _box(name: str, choices: tuple[tuple[str, str], ...], current: str) -> QComboBox:
    box = QComboBox()
    box.setObjectName(name)
    for label, key in choices:
        box.addItem(label, key)
    box.setCurrentIndex(max(0, box.findData(current)))
    return box
