"""Starts PartnerDesk, and first installs whatever that needs."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

import child_process
from console import SetupError, say
from preparation import Prepared, prepared
from virtual_environment import APP_LOCK


def main(arguments: list[str]) -> int:
    """Start the app with `arguments` and return its exit code."""
    options, others = _parser().parse_known_args(arguments)
    try:
        with prepared([APP_LOCK]) as ready:
            return _start(ready, options.screenshot, others)
    except SetupError as error:
        say(str(error))
        return 1
    except KeyboardInterrupt:
        say("stopped")
        return 130


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        description="Start PartnerDesk. The first start installs what it needs into .venv.",
        epilog="All other arguments go to the app.",
        allow_abbrev=False,
    )
    parser.add_argument(
        "--screenshot",
        metavar="FILE",
        type=Path,
        help="save a picture of the window as a PNG file, end, and print the file's path",
    )
    return parser


def _start(ready: Prepared, screenshot: Path | None, others: list[str]) -> int:
    command: list[str | Path] = [ready.python, "-P", "-m", "partnerdesk"]
    if screenshot is not None:
        screenshot = screenshot.absolute()
        command += ["--screenshot", screenshot]
    elif ready.is_display_virtual:
        say("nothing will be seen; add --screenshot FILE for a picture of the window. Ctrl+C ends the app")
    code = child_process.run([*command, *others], environment=ready.environment)
    if code == 0 and screenshot is not None:
        if not screenshot.is_file():
            say(f"the app ended without writing {screenshot}")
            return 1
        print(screenshot)
    return code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
