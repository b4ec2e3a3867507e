"""The look of the window: two palettes, one style sheet, icons that take the colour of the text."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QColor, QFontDatabase, QGuiApplication, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication, QStyleFactory

_ICON_SIZE = 24
_SCALES = (1, 2)


@dataclass(frozen=True, slots=True)
class Colours:
    """The colours of one look; contrast of text on each surface is at least 4.5 : 1 (WCAG 2.2, 1.4.3)."""

    name: str
    window: str
    surface: str
    raised: str
    text: str
    muted: str
    border: str
    accent: str
    on_accent: str
    selection: str
    danger: str
    warning: str
    success: str


LIGHT = Colours(
    name="light",
    window="#f3f5f7",
    surface="#ffffff",
    raised="#e9edf1",
    text="#1b2127",
    muted="#55606c",
    border="#c9d1d9",
    accent="#0b6b63",
    on_accent="#ffffff",
    selection="#d3ebe8",
    danger="#b3261e",
    warning="#8a5300",
    success="#1c6b35",
)
DARK = Colours(
    name="dark",
    window="#15181c",
    surface="#1d2126",
    raised="#2a3037",
    text="#e8ebee",
    muted="#a3adb8",
    border="#3c444d",
    accent="#4fd1c1",
    on_accent="#08201d",
    selection="#1f4a46",
    danger="#ff9c94",
    warning="#f2bd6b",
    success="#7fd69a",
)


# Where each table of an OpenType font keeps its ascenders (OpenType 1.9, hhea and OS/2).
_ASCENDERS = {b"hhea": (4,), b"OS/2": (68, 74)}
# Of a line's height, as a divisor: 1/12, which is a pixel of small text and two of a title.
_ROOM = 12


def with_room_for_accents(font: bytes) -> bytes:
    """A font for the screen whose lines begin a little higher; its letters stay as they are.

    Lato's accents on capitals (Ż, Ś, Ó) rise to the very edge of the line that the font declares, and Qt
    cuts off what rounding lifts above it, so that „Śliwka” would read "Sliwka".
    """
    roomier = bytearray(font)
    tables = int.from_bytes(font[4:6], "big")
    for record in range(12, 12 + 16 * tables, 16):
        begin = int.from_bytes(font[record + 8 : record + 12], "big")
        for place in _ASCENDERS.get(font[record : record + 4], ()):
            ascender = int.from_bytes(font[begin + place : begin + place + 2], "big", signed=True)
            raised = ascender + ascender // _ROOM
            roomier[begin + place : begin + place + 2] = raised.to_bytes(2, "big", signed=True)
    return bytes(roomier)


class Theme:
    """Applies one of the two looks to the application and draws icons in its colours."""

    def __init__(self, application: QApplication, resources: Path) -> None:
        self._application = application
        self._resources = resources
        self.colours = LIGHT
        for font in sorted((resources / "fonts").glob("*.ttf")):
            QFontDatabase.addApplicationFontFromData(QByteArray(with_room_for_accents(font.read_bytes())))
        application.setStyle(QStyleFactory.create("Fusion"))

    def apply(self, choice: str) -> None:
        """Show the look "light" or "dark"; "system" follows the desktop."""
        dark = choice == "dark" or (
            choice == "system" and QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
        )
        self.colours = DARK if dark else LIGHT
        font = self._application.font()
        font.setFamilies(["Lato", *font.families()])
        font.setPointSizeF(10.5)
        self._application.setFont(font)
        self._application.setPalette(_palette(self.colours))
        self._application.setStyleSheet(_style_sheet(self.colours, self._resources / "icons"))

    def icon(self, name: str, colour: str | None = None) -> QIcon:
        """The icon ``name`` from ``resources/icons`` in ``colour``, by default that of the text."""
        source = (self._resources / "icons" / f"{name}.svg").read_text(encoding="utf-8")
        icon = QIcon()
        for state, ink in (
            (QIcon.Mode.Normal, colour or self.colours.text),
            (QIcon.Mode.Disabled, self.colours.border),
        ):
            renderer = QSvgRenderer(QByteArray(source.replace("currentColor", ink).encode()))
            for scale in _SCALES:
                pixmap = QPixmap(_ICON_SIZE * scale, _ICON_SIZE * scale)
                pixmap.fill(Qt.GlobalColor.transparent)
                painter = QPainter(pixmap)
                renderer.render(painter)
                painter.end()
                icon.addPixmap(pixmap, state)
        return icon


def _palette(colours: Colours) -> QPalette:
    palette = QPalette()
    roles = {
        QPalette.ColorRole.Window: colours.window,
        QPalette.ColorRole.WindowText: colours.text,
        QPalette.ColorRole.Base: colours.surface,
        QPalette.ColorRole.AlternateBase: colours.window,
        QPalette.ColorRole.Text: colours.text,
        QPalette.ColorRole.PlaceholderText: colours.muted,
        QPalette.ColorRole.Button: colours.raised,
        QPalette.ColorRole.ButtonText: colours.text,
        QPalette.ColorRole.Highlight: colours.selection,
        QPalette.ColorRole.HighlightedText: colours.text,
        QPalette.ColorRole.ToolTipBase: colours.raised,
        QPalette.ColorRole.ToolTipText: colours.text,
        QPalette.ColorRole.Link: colours.accent,
        QPalette.ColorRole.LinkVisited: colours.accent,
        QPalette.ColorRole.BrightText: colours.danger,
        QPalette.ColorRole.Light: colours.surface,
        QPalette.ColorRole.Midlight: colours.raised,
        QPalette.ColorRole.Mid: colours.border,
        QPalette.ColorRole.Dark: colours.border,
        QPalette.ColorRole.Shadow: colours.border,
        QPalette.ColorRole.Accent: colours.accent,
    }
    for role, colour in roles.items():
        palette.setColor(role, QColor(colour))
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(colours.muted))
    return palette


def _style_sheet(c: Colours, icons: Path) -> str:
    folder = icons.as_posix()
    return f"""
    QToolTip {{ border: 1px solid {c.border}; padding: 4px; }}
    QMenuBar {{ background: {c.window}; padding: 2px 4px; }}
    QMenuBar::item {{ padding: 4px 10px; border-radius: 4px; }}
    QMenuBar::item:selected {{ background: {c.selection}; }}
    QMenu {{ background: {c.surface}; border: 1px solid {c.border}; padding: 4px; }}
    QMenu::item {{ padding: 6px 24px; border-radius: 4px; }}
    QMenu::item:selected {{ background: {c.selection}; color: {c.text}; }}
    QMenu::item:disabled {{ color: {c.muted}; }}
    QMenu::separator {{ height: 1px; background: {c.border}; margin: 4px 8px; }}
    QStatusBar {{ color: {c.muted}; }}
    QStatusBar::item {{ border: none; }}
    QTabWidget#main_tabs::pane {{ border: none; border-top: 1px solid {c.border}; }}
    QTabWidget#main_tabs > QTabBar::tab {{
        padding: 9px 16px; border: none; border-bottom: 3px solid transparent; color: {c.muted};
    }}
    QTabWidget#main_tabs > QTabBar::tab:hover {{ color: {c.text}; }}
    QTabWidget#main_tabs > QTabBar::tab:selected {{
        color: {c.text}; border-bottom: 3px solid {c.accent}; font-weight: bold;
    }}
    QTabWidget#main_tabs > QTabBar::tab:focus {{ background: {c.selection}; }}
    QTabWidget#partner_pages::pane {{ border: none; border-top: 1px solid {c.border}; }}
    QTabWidget#partner_pages > QTabBar::tab {{
        padding: 6px 12px; border: none; border-bottom: 2px solid transparent; color: {c.muted};
    }}
    QTabWidget#partner_pages > QTabBar::tab:hover {{ color: {c.text}; }}
    QTabWidget#partner_pages > QTabBar::tab:selected {{
        color: {c.text}; border-bottom: 2px solid {c.accent}; font-weight: bold;
    }}
    QTabWidget#partner_pages > QTabBar::tab:focus {{ background: {c.selection}; }}
    QPushButton, QToolButton {{
        padding: 6px 14px; border: 1px solid {c.border}; border-radius: 6px; background: {c.surface};
    }}
    QToolButton {{ padding: 5px; }}
    QPushButton:hover, QToolButton:hover {{ background: {c.raised}; }}
    QPushButton:pressed, QToolButton:pressed {{ background: {c.selection}; }}
    QPushButton:disabled, QToolButton:disabled {{ color: {c.muted}; background: {c.window}; }}
    QPushButton:focus, QToolButton:focus {{ border: 2px solid {c.accent}; padding: 5px 13px; }}
    QToolButton:focus {{ padding: 4px; }}
    QPushButton[role="section"] {{
        text-align: left; font-weight: bold; font-size: 12pt; padding: 6px 4px; border: 1px solid transparent;
        background: transparent;
    }}
    QPushButton[role="section"]:hover {{ color: {c.accent}; }}
    QPushButton[role="section"]:focus {{ border: 2px solid {c.accent}; padding: 5px 3px; }}
    QPushButton[primary="true"], QPushButton:default {{
        background: {c.accent}; color: {c.on_accent}; border-color: {c.accent}; font-weight: bold;
    }}
    QPushButton[primary="true"]:focus, QPushButton:default:focus {{ border: 2px solid {c.text}; }}
    QPushButton[primary="true"]:disabled, QPushButton:default:disabled {{
        background: {c.raised}; color: {c.muted}; border-color: {c.border};
    }}
    QPushButton:checked {{ background: {c.selection}; }}
    QPushButton[role="section"]:checked {{ background: transparent; }}
    QPushButton[role="chip"] {{ padding: 3px 10px; border-radius: 10px; background: {c.raised}; }}
    QPushButton[role="chip"]:hover {{ background: {c.selection}; }}
    QPushButton[role="chip"]:focus {{ padding: 2px 9px; }}
    QLineEdit, QPlainTextEdit, QTextEdit, QComboBox {{
        border: 1px solid {c.border}; border-radius: 6px; padding: 5px 8px; background: {c.surface};
        selection-background-color: {c.accent}; selection-color: {c.on_accent};
    }}
    QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QComboBox:focus {{
        border: 2px solid {c.accent}; padding: 4px 7px;
    }}
    QLineEdit[wrong="true"], QPlainTextEdit[wrong="true"], QComboBox[wrong="true"] {{
        border: 2px solid {c.danger}; padding: 4px 7px;
    }}
    QComboBox::drop-down {{ border: none; width: 24px; }}
    QComboBox::down-arrow {{ image: url("{folder}/chevron-{c.name}.svg"); width: 14px; height: 14px; }}
    QCheckBox::indicator, QRadioButton::indicator, QListView::indicator {{
        width: 16px; height: 16px; border: 1px solid {c.muted}; background: {c.surface};
    }}
    QCheckBox::indicator, QListView::indicator {{ border-radius: 4px; }}
    QRadioButton::indicator {{ border-radius: 9px; }}
    QCheckBox::indicator:checked, QRadioButton::indicator:checked, QListView::indicator:checked {{
        background: {c.accent}; border-color: {c.accent};
    }}
    QCheckBox::indicator:checked, QListView::indicator:checked {{
        image: url("{folder}/tick-{c.name}.svg");
    }}
    QRadioButton::indicator:checked {{ image: url("{folder}/dot-{c.name}.svg"); }}
    QCheckBox::indicator:disabled, QRadioButton::indicator:disabled {{ border-color: {c.border}; }}
    QCheckBox, QRadioButton {{
        spacing: 8px; padding: 3px; border: 1px solid transparent; border-radius: 4px;
    }}
    QCheckBox:focus, QRadioButton:focus {{ border: 1px solid {c.accent}; outline: none; }}
    QComboBox QAbstractItemView::item {{ padding: 0 6px; min-height: 28px; }}
    QAbstractItemView {{ border: 1px solid {c.border}; border-radius: 6px; outline: none; }}
    QAbstractItemView:focus {{ border: 1px solid {c.accent}; }}
    QTableView {{ gridline-color: {c.raised}; }}
    QTableView::item, QListView::item {{ padding: 4px 6px; }}
    QTableView::item:selected, QListView::item:selected {{ background: {c.selection}; color: {c.text}; }}
    QTableView::item:focus, QListView::item:focus {{ border: 1px solid {c.accent}; }}
    QHeaderView::section {{
        background: {c.window}; color: {c.muted}; padding: 6px; border: none;
        border-bottom: 1px solid {c.border}; font-weight: bold;
    }}
    QScrollArea {{ border: none; background: transparent; }}
    QScrollArea > QWidget > QWidget {{ background: transparent; }}
    QScrollBar:vertical {{ background: transparent; width: 12px; margin: 0; }}
    QScrollBar:horizontal {{ background: transparent; height: 12px; margin: 0; }}
    QScrollBar::handle {{ background: {c.border}; border-radius: 4px; margin: 2px; }}
    QScrollBar::handle:vertical {{ min-height: 32px; }}
    QScrollBar::handle:horizontal {{ min-width: 32px; }}
    QScrollBar::handle:hover {{ background: {c.muted}; }}
    QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
    QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
    QGroupBox {{
        border: 1px solid {c.border}; border-radius: 8px; margin-top: 10px; padding: 12px 8px 8px 8px;
        font-weight: bold;
    }}
    QGroupBox::title {{ subcontrol-origin: margin; left: 12px; padding: 0 4px; }}
    QSplitter::handle {{ background: {c.border}; width: 1px; }}
    QLabel[role="title"] {{ font-size: 17pt; font-weight: bold; }}
    QLabel[role="name"] {{ font-size: 14pt; font-weight: bold; }}
    QLabel[role="heading"] {{ font-size: 12.5pt; font-weight: bold; }}
    QLabel[role="muted"] {{ color: {c.muted}; }}
    QLabel[role="fault"] {{ color: {c.danger}; }}
    QLabel[role="warning"] {{ color: {c.warning}; }}
    QLabel[role="success"] {{ color: {c.success}; }}
    QFrame[role="card"] {{ background: {c.surface}; border: 1px solid {c.border}; border-radius: 8px; }}
    QLabel[role="chip"], QLabel[role="strong_chip"] {{
        border: 1px solid {c.border}; border-radius: 9px; padding: 1px 8px; background: {c.raised};
    }}
    QLabel[role="strong_chip"] {{ border-color: {c.accent}; background: {c.selection}; font-weight: bold; }}
    QLabel[role="drop"] {{
        border: 2px dashed {c.accent}; border-radius: 8px; padding: 12px; background: {c.selection};
    }}
    QFrame[role="toast"] {{ background: {c.text}; border-radius: 8px; }}
    QFrame[role="toast"] QLabel {{ color: {c.window}; }}
    QFrame[role="toast"] QPushButton {{
        background: transparent; border: 1px solid {c.window}; color: {c.window}; font-weight: bold;
    }}
    """
