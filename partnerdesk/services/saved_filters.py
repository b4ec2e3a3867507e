"""Filters of partners kept under a name."""

from dataclasses import replace

from partnerdesk.domain.directory_record import SavedFilter
from partnerdesk.domain.folding import fold, sort_key
from partnerdesk.domain.partner_filter import PartnerFilter
from partnerdesk.language.interface import _
from partnerdesk.services.problems import InvalidInput, changed_elsewhere
from partnerdesk.storage.errors import NotFound
from partnerdesk.storage.workspace import Workspace

_LONGEST_NAME = 80


class SavedFilters:
    """Keeps filters; no two names differ in case or accents alone."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    def all(self) -> list[SavedFilter]:
        """Every saved filter, in Polish order of their names."""
        return sorted(self._workspace.saved_filters.find(), key=lambda saved: sort_key(saved.name))

    def named(self, name: str) -> SavedFilter | None:
        """The filter of this name, whatever its case and accents."""
        wanted = fold(_tidy(name))
        return next((saved for saved in self.all() if fold(saved.name) == wanted), None)

    def save(self, name: str, where: PartnerFilter) -> SavedFilter:
        """Keep a filter under a name, in place of the one that has this name.

        Raises ``InvalidInput`` for "name" without one, or for a filter that narrows nothing.
        """
        name = _checked(name)
        if where.is_empty:
            raise InvalidInput({"name": _("Choose at least one condition first.")})
        known = self.named(name)
        criteria = where.to_criteria()
        if known is not None:
            with self._workspace.change(_("Change filter {name}").format(name=name)):
                return self._workspace.saved_filters.update(replace(known, name=name, criteria=criteria))
        with self._workspace.change(_("Save filter {name}").format(name=name)):
            return self._workspace.saved_filters.insert(SavedFilter(name=name, criteria=criteria))

    def rename(self, saved: SavedFilter, name: str) -> SavedFilter:
        """Give a filter another name. Raises ``InvalidInput`` for "name" where that is taken or missing.

        ``Problem`` where it is gone.
        """
        name = _checked(name)
        other = self.named(name)
        if other is not None and other.key != saved.key:
            raise InvalidInput({"name": _("There is a filter of this name already. Choose another name.")})
        with self._workspace.change(_("Rename filter {name}").format(name=saved.name)):
            return self._workspace.saved_filters.update(replace(self._current(saved), name=name))

    def delete(self, saved: SavedFilter) -> None:
        """Remove a filter; partners stay as they are."""
        with self._workspace.change(_("Delete filter {name}").format(name=saved.name)):
            self._workspace.saved_filters.remove(self._current(saved))

    def _current(self, saved: SavedFilter) -> SavedFilter:
        try:
            return self._workspace.saved_filters.get(saved.key)
        except NotFound as error:
            raise changed_elsewhere() from error


def _tidy(name: str) -> str:
    return " ".join(name.split())


def _checked(name: str) -> str:
    name = _tidy(name)
    if not name:
        raise InvalidInput({"name": _("Give the filter a name.")})
    if len(name) > _LONGEST_NAME:
        raise InvalidInput(
            {"name": _("Choose a shorter name, of at most {n} letters.").format(n=_LONGEST_NAME)}
        )
    return name
