"""The line above a list that narrows it while one types."""

from PySide6.QtWidgets import QLineEdit

from partnerdesk.ui.theme import Theme


def search_line(name: str, theme: Theme, placeholder: str = "", accessible_name: str = "") -> QLineEdit:
    """A line with the sign for searching and a button that clears it.

    ``accessible_name`` is for a line without a caption.
    """
    line = QLineEdit()
    line.setObjectName(name)
    line.setPlaceholderText(placeholder)
    line.setAccessibleName(accessible_name)
    line.setClearButtonEnabled(True)
    line.addAction(theme.icon("search", theme.colours.muted), QLineEdit.ActionPosition.LeadingPosition)
    return line
