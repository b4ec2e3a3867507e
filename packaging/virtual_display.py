"""Finds the display a window can open on, or provides one without a screen (Xvfb)."""

from __future__ import annotations

import ctypes
import os
import secrets
import select
import struct
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from console import SetupError

SCREEN = "1280x1024x24"
_SECONDS_TO_START = 30
_SECONDS_TO_STOP = 5
_QT_PLATFORMS_WITHOUT_DISPLAY = {"offscreen", "minimal", "vnc", "linuxfb", "eglfs"}
_ANY_ADDRESS = 0xFFFF  # FamilyWild of X11/Xauth.h


def is_display_found(environment: Mapping[str, str]) -> bool:
    """Tell whether a window can open: on Windows and macOS always, elsewhere if a display answers."""
    if sys.platform in ("win32", "darwin"):
        return True
    platform = environment.get("QT_QPA_PLATFORM", "").partition(":")[0]
    if platform in _QT_PLATFORMS_WITHOUT_DISPLAY:
        return True
    display = environment.get("DISPLAY")
    return _is_wayland_socket_there(environment) or bool(display and _x_server_answers(display))


@contextmanager
def virtual_display(folder: Path) -> Iterator[dict[str, str]]:
    """Run Xvfb and give the environment variables that lead to it; its cookie and log are in `folder`."""
    authority = folder / "Xauthority"
    _write_cookie(authority)
    log = folder / "Xvfb.log"
    read_end, write_end = os.pipe()
    options = ("-screen", "0", SCREEN, "-nolisten", "tcp", "-noreset", "-auth", str(authority))
    with log.open("wb") as log_file:
        server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(write_end), *options],
            pass_fds=(write_end,),
            stdin=subprocess.DEVNULL,
            stdout=log_file,
            stderr=log_file,
            start_new_session=True,  # Ctrl+C must end the app before its display
        )
    os.close(write_end)
    try:
        number = _display_number(read_end)
        if not number:
            raise SetupError(f"the virtual display did not start:\n{log.read_text(errors='replace')}")
        yield {"DISPLAY": f":{number}", "XAUTHORITY": str(authority), "QT_QPA_PLATFORM": "xcb"}
    finally:
        os.close(read_end)
        _stop(server)


def _is_wayland_socket_there(environment: Mapping[str, str]) -> bool:
    name = environment.get("WAYLAND_DISPLAY")
    if not name:
        return False
    return Path(environment.get("XDG_RUNTIME_DIR", "/"), name).is_socket()


def _x_server_answers(display: str) -> bool:
    """Connect to `display` with the library Qt uses; without that library, trust the name."""
    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError:
        return True
    xcb.xcb_connect.restype = ctypes.c_void_p
    connection = ctypes.c_void_p(xcb.xcb_connect(display.encode(), None))
    is_broken = xcb.xcb_connection_has_error(connection)
    xcb.xcb_disconnect(connection)
    return not is_broken


def _write_cookie(path: Path) -> None:
    """Write an Xauthority file that lets in this account alone, whatever the display's number.

    The layout is that of Xau(3): the family, then address, number, name and data with their lengths.
    """
    fields = (b"", b"", b"MIT-MAGIC-COOKIE-1", secrets.token_bytes(16))
    entry = struct.pack(">H", _ANY_ADDRESS)
    entry += b"".join(struct.pack(">H", len(field)) + field for field in fields)
    path.touch(mode=0o600)
    path.write_bytes(entry)


def _display_number(read_end: int) -> str:
    """Wait for Xvfb to write its display's number; empty if it ends or hangs instead."""
    ready, _, _ = select.select([read_end], [], [], _SECONDS_TO_START)
    return os.read(read_end, 16).decode().strip() if ready else ""


def _stop(server: subprocess.Popen[bytes]) -> None:
    server.terminate()
    try:
        server.wait(_SECONDS_TO_STOP)
    except subprocess.TimeoutExpired:
        server.kill()
        server.wait()
