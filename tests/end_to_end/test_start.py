"""Starting: quickly, quietly, and with a picture when asked."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

ROOT = Path(__file__).parents[2]

_HEAVY = ("reportlab", "pypdfium2", "PIL", "babel", "stdnum", "morfeusz2", "openpyxl", "email.mime.text")
_OPEN_A_WINDOW = """
import sys
from pathlib import Path
from PySide6.QtCore import QSettings
from partnerdesk.app import App, make_application
from partnerdesk.services.resources import resources_folder
from partnerdesk.ui.preferences import Preferences
folder = Path(sys.argv[1])
application = make_application(["partnerdesk"])
settings = Preferences(QSettings(str(folder / "s.ini"), QSettings.Format.IniFormat))
app = App(application, settings, resources_folder())
app.open(folder / "w.partnerdesk", ask_for_firm=False)
application.processEvents()
print(" ".join(name for name in sys.argv[2:] if name in sys.modules))
app.finish()
"""


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    return {
        **os.environ,
        "HOME": str(tmp_path),
        "XDG_DATA_HOME": str(tmp_path / "data"),
        "XDG_CONFIG_HOME": str(tmp_path / "config"),
        "PYTHONPATH": str(ROOT),
        "LC_ALL": "C.UTF-8",
    }


def run(arguments: list[str], environment: dict[str, str], folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *arguments],
        env=environment,
        cwd=folder,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def test_a_start_loads_no_heavy_module(environment: dict[str, str], tmp_path: Path) -> None:
    done = run(["-c", _OPEN_A_WINDOW, str(tmp_path), *_HEAVY], environment, tmp_path)
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == ""


def test_a_first_start_makes_the_workspace_in_its_default_place_and_a_picture(
    environment: dict[str, str], tmp_path: Path
) -> None:
    picture = tmp_path / "window.png"
    done = run(["-m", "partnerdesk", "--screenshot", str(picture)], environment, tmp_path)
    assert done.returncode == 0, done.stderr
    image = QImage(str(picture))
    assert image.width() >= 760
    assert len({image.pixel(x, y) for x in range(0, 700, 7) for y in range(0, 500, 5)}) > 10
    assert (tmp_path / "data" / "PartnerDesk" / "PartnerDesk.partnerdesk").exists()


def test_a_named_file_is_opened_instead(environment: dict[str, str], tmp_path: Path) -> None:
    picture = tmp_path / "window.png"
    done = run(["-m", "partnerdesk", "żółw.partnerdesk", "--screenshot", str(picture)], environment, tmp_path)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "żółw.partnerdesk").exists()


def test_setters_of_qt_lose_no_reference_to_none() -> None:
    # PySide6 6.12.0 loses one with each void call on Python 3.11 and then aborts at exit.
    from PySide6.QtCore import QObject

    thing = QObject()
    before = sys.getrefcount(None)
    for _ in range(1000):
        thing.setObjectName("x")
    assert sys.getrefcount(None) > before - 500


def test_without_a_display_it_says_so_instead_of_aborting(
    environment: dict[str, str], tmp_path: Path
) -> None:
    bare = {
        name: value
        for name, value in environment.items()
        if name not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    }
    done = run(["-m", "partnerdesk"], bare, tmp_path)
    assert done.returncode == 1
    assert "display" in done.stderr
    assert "qt.qpa" not in done.stderr


@pytest.mark.parametrize("words", [["bogus"], ["--colour"], ["a.partnerdesk", "b.partnerdesk"]])
def test_words_that_mean_nothing_are_a_usage_error(
    environment: dict[str, str], tmp_path: Path, words: list[str]
) -> None:
    done = run(["-m", "partnerdesk", *words], environment, tmp_path)
    assert done.returncode == 2
    assert list(tmp_path.rglob("*.partnerdesk")) == []
