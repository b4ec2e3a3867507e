"""Runs every check of PartnerDesk, and first installs whatever they need."""

from __future__ import annotations

import argparse
import sys
import time
from typing import NamedTuple

import child_process
from console import SetupError, say
from preparation import Prepared, prepared
from virtual_environment import APP_LOCK, CHECKS_LOCK, ROOT

# Its script in .venv has another name on Windows, and it has no module that python -m would run.
_LINT_IMPORTS = "from importlinter.cli import lint_imports_command as main; raise SystemExit(main())"


class Step(NamedTuple):
    """One check: its name as a person would call it, and the arguments for Python."""

    name: str
    arguments: tuple[str, ...]


STEPS = (
    Step("ruff check", ("-m", "ruff", "check", ".")),
    Step("ruff format --check", ("-m", "ruff", "format", "--check", ".")),
    Step("mypy", ("-m", "mypy")),
    Step("lint-imports", ("-c", _LINT_IMPORTS)),
    Step("pytest", ("-m", "pytest", "-m", "not long")),
)


class Outcome(NamedTuple):
    """How a step went."""

    step: Step
    is_good: bool
    seconds: float


def main(arguments: list[str]) -> int:
    """Run every step, the last one with `arguments`; 0 if all went well, otherwise 1."""
    _, for_pytest = _parser().parse_known_args(arguments)
    try:
        with prepared([APP_LOCK, CHECKS_LOCK]) as ready:
            outcomes = [_run(step, ready) for step in _with_arguments(STEPS, for_pytest)]
    except SetupError as error:
        say(str(error))
        return 1
    except KeyboardInterrupt:
        say("stopped")
        return 130
    print(summary(outcomes), flush=True)
    return 0 if all(outcome.is_good for outcome in outcomes) else 1


def summary(outcomes: list[Outcome]) -> str:
    """Return one line per step: whether it went well, its name and its time in seconds."""
    lines = [
        f"{'ok' if outcome.is_good else 'FAILED':8}{outcome.step.name:22}{outcome.seconds:7.1f} s"
        for outcome in outcomes
    ]
    return "\n".join(["", "All checks:", *lines])


def _parser() -> argparse.ArgumentParser:
    return argparse.ArgumentParser(
        description="Run all checks. The first run installs what they need into .venv.",
        epilog="All arguments go to pytest, for example: -k letters",
        allow_abbrev=False,
    )


def _with_arguments(steps: tuple[Step, ...], arguments: list[str]) -> list[Step]:
    *others, last = steps
    return [*others, Step(last.name, (*last.arguments, *arguments))]


def _run(step: Step, ready: Prepared) -> Outcome:
    print(f"\n== {step.name}", flush=True)
    start = time.monotonic()
    code = child_process.run([ready.python, *step.arguments], environment=ready.environment, folder=ROOT)
    seconds = time.monotonic() - start
    print(f"== {step.name}: {'ok' if code == 0 else f'FAILED ({code})'}, {seconds:.1f} s", flush=True)
    return Outcome(step, code == 0, seconds)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
