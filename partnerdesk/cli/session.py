"""What a sub-command works with: its options, the content files and the workspace."""

import argparse
from dataclasses import dataclass
from pathlib import Path

from partnerdesk.services.catalogue import Catalogue, read_catalogue, read_catalogues
from partnerdesk.services.desk import Desk, open_desk


@dataclass(frozen=True, slots=True)
class Session:
    """One call of the command line; ``language`` is that of the screen, ``file`` the workspace."""

    options: argparse.Namespace
    resources: Path
    language: str
    file: Path

    @property
    def wants_json(self) -> bool:
        """Whether a program reads the answer."""
        return bool(self.options.json)

    def catalogue(self) -> Catalogue:
        """The types and letters in the language of the screen."""
        return read_catalogue(self.resources, self.language)

    def open(self, *, create: bool = False) -> Desk:
        """Open the workspace; without ``create`` there must be one. Raises ``Problem``."""
        catalogues = read_catalogues(self.resources)
        return open_desk(self.file, self.resources, catalogues, self.language, create=create)
