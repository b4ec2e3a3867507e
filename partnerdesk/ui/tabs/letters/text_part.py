"""One text of a letter that follows its template until it is changed by hand."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from partnerdesk.language.interface import _
from partnerdesk.ui.widgets.captions import Captions, say
from partnerdesk.ui.widgets.labels import plain_label


@dataclass(frozen=True, slots=True)
class TypedText:
    """A text changed by hand, and the template's text that it was made from."""

    text: str
    instead_of: str


class TextPart(QWidget):
    """An editor with a note below it once its text is no longer the template's."""

    changed = Signal()

    def __init__(self, caption: str, name: str, captions: Captions, *, is_long: bool = False) -> None:
        super().__init__()
        self.editor: QLineEdit | QPlainTextEdit = _long_editor() if is_long else QLineEdit()
        self.editor.setObjectName(name)
        self.editor.textChanged.connect(self._text_changed)
        self._offered = ""
        self._typed: TypedText | None = None
        self.note = plain_label("", "muted", wrap=True)
        self.note.setObjectName(f"{name}_note")
        self.reset_button = QPushButton(_("Take the template's text again"))
        self.reset_button.setObjectName(f"{name}_reset")
        self.reset_button.setAccessibleName(f"{caption}: {self.reset_button.text()}")
        self.reset_button.clicked.connect(self.take_template)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(captions.above(caption, self.editor))
        layout.addWidget(self.note)
        layout.addWidget(self.reset_button, 0, Qt.AlignmentFlag.AlignLeft)
        self._show_note()

    @property
    def text(self) -> str:
        """The text as it stands."""
        editor = self.editor
        return editor.text() if isinstance(editor, QLineEdit) else editor.toPlainText()

    @property
    def typed(self) -> TypedText | None:
        """The text if it was changed by hand."""
        return self._typed

    def show_text(self, offered: str, typed: TypedText | None) -> None:
        """Show the template's text or, where there is one, what was typed in its place."""
        self._offered, self._typed = offered, typed
        self._put(typed.text if typed else offered)
        self._show_note()

    def offer(self, offered: str) -> None:
        """Follow the template's new text; one changed by hand stays, and its note says so."""
        self._offered = offered
        if self._typed is None or self._typed.text == offered:
            self._typed = None
            self._put(offered)
        self._show_note()

    def take_template(self) -> None:
        """Put the template's text in place of the typed one; the editor's undo brings that back."""
        if isinstance(self.editor, QLineEdit):
            self.editor.selectAll()
            self.editor.insert(self._offered)
        else:
            cursor = self.editor.textCursor()
            cursor.select(QTextCursor.SelectionType.Document)
            cursor.insertText(self._offered)
        self.editor.setFocus()

    def _put(self, text: str) -> None:
        if text == self.text:
            return
        self.editor.blockSignals(True)
        if isinstance(self.editor, QLineEdit):
            self.editor.setText(text)
            self.editor.setCursorPosition(0)
        else:
            self.editor.setPlainText(text)
        self.editor.blockSignals(False)

    def _text_changed(self) -> None:
        text = self.text
        if text == self._offered:
            self._typed = None
        else:
            self._typed = TypedText(text, self._typed.instead_of if self._typed else self._offered)
        self._show_note()
        self.changed.emit()

    def _show_note(self) -> None:
        typed = self._typed
        self.reset_button.setVisible(typed is not None)
        if typed is None:
            say(self.note, "", "muted")
        elif typed.instead_of == self._offered:
            say(self.note, _("Your own text: it stays when the choices above change."), "muted")
        else:
            text = _("You wrote this text before the choices above were changed. Check that it still fits.")
            say(self.note, f"⚠ {text}", "warning")


def _long_editor() -> QPlainTextEdit:
    editor = QPlainTextEdit()
    editor.setTabChangesFocus(True)
    editor.setMinimumHeight(260)
    return editor
