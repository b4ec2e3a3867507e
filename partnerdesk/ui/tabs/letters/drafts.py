"""What was typed for letters, kept while others are written."""

from dataclasses import dataclass, field
from typing import Any

from partnerdesk.services.letter_wording import Wording
from partnerdesk.ui.tabs.letters.text_part import TypedText


@dataclass(frozen=True, slots=True)
class Place:
    """Which letter to which partner in which language; each has texts of its own."""

    partner_id: int
    template_key: str
    language: str

    @property
    def facts_key(self) -> tuple[int, str]:
        """Which facts it mentions: they are the same in both languages."""
        return self.partner_id, self.template_key


@dataclass(slots=True)
class Drafts:
    """Typed facts by partner and letter, typed texts by place, until the program ends.

    ``exported`` holds the wording that last went to a file.
    """

    facts: dict[tuple[int, str], dict[str, Any]] = field(default_factory=dict)
    texts: dict[Place, dict[str, TypedText]] = field(default_factory=dict)
    exported: dict[Place, Wording] = field(default_factory=dict)

    def keep(self, place: Place, facts: dict[str, Any], texts: dict[str, TypedText]) -> None:
        """Keep what was typed at a place; nothing typed is nothing kept."""
        _keep(self.facts, place.facts_key, facts)
        _keep(self.texts, place, texts)

    def unexported(self) -> list[Place]:
        """Where a text was typed that no file holds."""
        return [place for place, texts in self.texts.items() if not self._is_exported(place, texts)]

    def _is_exported(self, place: Place, texts: dict[str, TypedText]) -> bool:
        wording = self.exported.get(place)
        return wording is not None and all(
            getattr(wording, key) == typed.text for key, typed in texts.items()
        )


def _keep(shelf: dict[Any, Any], key: object, typed: dict[str, Any]) -> None:
    if typed:
        shelf[key] = typed
    else:
        shelf.pop(key, None)
