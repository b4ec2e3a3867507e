"""The foot of the preview: where the file goes, what is still missing, what was exported."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices, QResizeEvent
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from partnerdesk.language.interface import _
from partnerdesk.ui.tabs.letters.captions import Captions
from partnerdesk.ui.theme import Theme
from partnerdesk.ui.widgets.labels import plain_label
