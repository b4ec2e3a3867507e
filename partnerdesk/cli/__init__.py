"""The command line, thin over the same services as the window."""

from partnerdesk.cli.running import COMMANDS, run_command

__all__ = ["COMMANDS", "run_command"]
