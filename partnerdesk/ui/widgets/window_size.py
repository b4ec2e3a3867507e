"""A size for a new window that the screen has room for."""

from PySide6.QtWidgets import QWidget

#: What the frame and the title of a window take, in pixels.
_FRAME_WIDTH, _FRAME_HEIGHT = 40, 60


def resize_on_screen(window: QWidget, width: int, height: int) -> None:
    """Give a window this size, or less where its screen has less room beside the window's frame."""
    room = window.screen().availableGeometry()
    window.resize(min(width, room.width() - _FRAME_WIDTH), min(height, room.height() - _FRAME_HEIGHT))
