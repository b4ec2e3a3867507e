"""All services over one open workspace, for the window and the command line alike."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from partnerdesk.language.interface import screen_language
from partnerdesk.services.catalogue import Catalogue, Catalogues
from partnerdesk.services.checkups import Checkups
from partnerdesk.services.directory import Directory
from partnerdesk.services.letters import Letters
from partnerdesk.services.own_firm import OwnFirmService
from partnerdesk.services.partnerships import Partnerships
from partnerdesk.services.results import Results
from partnerdesk.services.today import Today
from partnerdesk.services.undo import UndoStack
from partnerdesk.services.workspaces import open_workspace
from partnerdesk.storage.change import Change
from partnerdesk.storage.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Desk:
    """The services over one workspace file; ``catalogue`` is in the language of the screen."""

    workspace: Workspace
    resources: Path
    catalogues: Catalogues
    catalogue: Catalogue
    directory: Directory
    partnerships: Partnerships
    letters: Letters
    results: Results
    checkups: Checkups
    today: Today
    own_firm: OwnFirmService
    undo: UndoStack

    @property
    def path(self) -> Path:
        """The workspace file."""
        return self.workspace.path

    def in_language(self, language: str) -> "Desk":
        """The same open workspace, undo and all, with the catalogue in another language of the screen."""
        catalogue = self.catalogues.in_language(language)
        return replace(self, catalogue=catalogue, partnerships=Partnerships(self.workspace, catalogue))

    def close(self) -> None:
        """Close the file."""
        self.workspace.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def open_desk(
    path: Path, resources: Path, catalogues: Catalogues, language: str, *, create: bool = True
) -> Desk:
    """Open the workspace ``path`` with its services; made where there is none and ``create`` says so.

    Raises ``Problem``.
    """
    workspace = open_workspace(path, create=create)
    catalogue = catalogues.in_language(language)
    return Desk(
        workspace=workspace,
        resources=resources,
        catalogues=catalogues,
        catalogue=catalogue,
        directory=Directory(workspace),
        partnerships=Partnerships(workspace, catalogue),
        letters=Letters(workspace, catalogues, resources),
        results=Results(workspace),
        checkups=Checkups(workspace),
        today=Today(workspace),
        own_firm=OwnFirmService(workspace),
        undo=UndoStack(workspace),
    )


@dataclass(frozen=True, slots=True)
class Outcome:
    """What work over another connection returned, and the changes it made in their order."""

    value: Any
    changes: tuple[Change, ...]


def work_apart(desk: Desk, work: Callable[[Desk], Any]) -> Outcome:
    """Do ``work`` with services over a connection of its own, so that it may run in another thread.

    The changes are in the file when this returns; :meth:`partnerdesk.storage.workspace.Workspace.tell`
    makes them known to ``desk`` (undo, refreshing), which is to be done in the desk's own thread.
    """
    changes: list[Change] = []
    with open_desk(desk.path, desk.resources, desk.catalogues, screen_language(), create=False) as other:
        other.workspace.on_change(changes.append)
        value = work(other)
    return Outcome(value, tuple(changes))
