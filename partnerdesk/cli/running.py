"""Runs one sub-command: language, options, exit status."""

import argparse
import locale
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from partnerdesk.cli.arguments import COMMANDS, build_parser
from partnerdesk.cli.output import complain, speak_utf8
from partnerdesk.cli.session import Session
from partnerdesk.language.interface import _, closest_language, use_language
from partnerdesk.services.content import ContentError
from partnerdesk.services.problems import known_problem
from partnerdesk.services.resources import resources_folder

__all__ = ["COMMANDS", "run_command"]

_NO_FILE = Path()


def run_command(arguments: Sequence[str], default_file: Callable[[], Path] | None = None) -> int:
    """Run one sub-command and return its exit status: 0, or 1 with a message on standard error.

    ``default_file`` tells the workspace where ``--file`` names none. Raises ``SystemExit`` with status 2 for
    arguments that cannot be understood, and with 0 after ``--help`` and ``--version``.
    """
    speak_utf8()
    try:
        resources = resources_folder()
        language = _language_of_environment()
        use_language(language, resources)
        parser = build_parser()
        options = parser.parse_args(arguments, argparse.Namespace(file=None, json=False))
        file = options.file
        if file is None and options.needs_file:
            if default_file is None:
                parser.error(_("Name the workspace: --file FILE"))
            file = default_file()
        status = _run(Session(options, resources, language, file or _NO_FILE))
        # A reader that went away is noticed here and not while Python shuts down.
        sys.stdout.flush()
    except BrokenPipeError:
        _drop_output()
        return 1
    except KeyboardInterrupt:
        return 1
    except (ContentError, OSError) as error:
        complain(str(error))
        return 1
    except Exception as error:
        problem = known_problem(error)
        if problem is None:
            raise
        complain(str(problem))
        return 1
    return status


def _run(session: Session) -> int:
    command: object = session.options.command
    if not callable(command):
        raise TypeError(f"{command!r} is no command")
    return int(command(session))


def _language_of_environment() -> str:
    names = (os.environ.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    name = next(filter(None, names), None) or locale.getlocale()[0] or ""
    # Windows calls it "Polish_Poland".
    return closest_language("pl" if name.lower().startswith("polish") else name)


def _drop_output() -> None:
    """Send what is still to be written nowhere, so that Python does not stumble over it at the end."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)
