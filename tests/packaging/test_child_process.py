"""A command's end reaches the caller, and a request to end reaches the command."""

import signal
import sys
import time

import child_process
import pytest

needs_signals = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no signals between processes")


def test_the_exit_code_is_passed_on():
    assert child_process.run([sys.executable, "-c", "raise SystemExit(7)"]) == 7


@needs_signals
def test_a_command_ended_by_a_signal_gives_128_and_its_number():
    killing_itself = "import os, signal; os.kill(os.getpid(), signal.SIGKILL)"
    assert child_process.run([sys.executable, "-c", killing_itself]) == 128 + signal.SIGKILL


@needs_signals
def test_a_request_to_end_ends_the_command_too():
    asking_and_waiting = "import os, signal, time; os.kill(os.getppid(), signal.SIGTERM); time.sleep(60)"
    before = signal.getsignal(signal.SIGTERM)
    start = time.monotonic()
    with pytest.raises(SystemExit) as ended:
        child_process.run([sys.executable, "-c", asking_and_waiting])
    assert ended.value.code == 128 + signal.SIGTERM
    assert time.monotonic() - start < 30
    assert signal.getsignal(signal.SIGTERM) is before
