"""A virtual display starts, answers, refuses strangers and ends."""

import shutil
import sys

import pytest
import virtual_display

needs_xvfb = pytest.mark.skipif(shutil.which("Xvfb") is None, reason="Xvfb is not installed")
where_displays_can_lack = pytest.mark.skipif(
    sys.platform in ("win32", "darwin"), reason="there is always a display"
)


@where_displays_can_lack
@pytest.mark.parametrize(
    "environment",
    [{}, {"DISPLAY": ""}, {"DISPLAY": ":987"}, {"WAYLAND_DISPLAY": "wayland-0", "XDG_RUNTIME_DIR": "/none"}],
)
def test_a_name_that_leads_nowhere_is_no_display(environment):
    assert not virtual_display.is_display_found(environment)


def test_a_platform_that_needs_no_display_is_taken_at_its_word():
    assert virtual_display.is_display_found({"QT_QPA_PLATFORM": "offscreen:fontconfig"})


@needs_xvfb
def test_a_virtual_display_answers_until_the_block_ends(tmp_path, monkeypatch):
    with virtual_display.virtual_display(tmp_path) as variables:
        monkeypatch.setenv("XAUTHORITY", variables["XAUTHORITY"])
        assert virtual_display.is_display_found({"DISPLAY": variables["DISPLAY"]})
        assert (tmp_path / "Xauthority").stat().st_mode & 0o777 == 0o600
    assert not virtual_display.is_display_found({"DISPLAY": variables["DISPLAY"]})


@needs_xvfb
def test_a_virtual_display_refuses_who_lacks_its_cookie(tmp_path, monkeypatch):
    with virtual_display.virtual_display(tmp_path) as variables:
        monkeypatch.setenv("XAUTHORITY", str(tmp_path / "none"))
        assert not virtual_display.is_display_found({"DISPLAY": variables["DISPLAY"]})
