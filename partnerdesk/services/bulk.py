"""One change to many partners at once: one step for undo, however many they are."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from partnerdesk.domain.folding import fold
from partnerdesk.domain.partner import Partner, Stage
from partnerdesk.domain.tags import split_tags, tidy_tags
from partnerdesk.language.interface import _, ngettext
from partnerdesk.language.labels import stage_label
from partnerdesk.services.problems import InvalidInput
from partnerdesk.storage.workspace import Workspace

_AT_ONCE = 200


@dataclass(frozen=True, slots=True)
class BulkChange:
    """What is to be done with each partner of a selection.

    ``label`` names the step for undo and ``news`` says afterwards what was done, each made from the number
    of partners that it really changed; ``name_label`` and ``name_news`` do so for a single one by its name.
    """

    edit: Callable[[Partner], Partner]
    label: Callable[[int], str]
    news: Callable[[int], str]
    name_label: str = ""
    name_news: str = ""

    def label_for(self, count: int, name: str) -> str:
        """The name of the step that changes ``count`` partners, the first of them called ``name``."""
        one = count == 1 and self.name_label
        return self.name_label.format(name=name) if one else self.label(count)

    def news_for(self, changed: Sequence[Partner]) -> str:
        """What is told when these were changed."""
        one = len(changed) == 1 and self.name_news
        return self.name_news.format(name=changed[0].name) if one else self.news(len(changed))


def add_tags(text: str) -> BulkChange:
    """Give each partner these tags, parted by commas. Raises ``InvalidInput`` for "tags" without one."""
    tags = _tags(text)
    shown = ", ".join(tags)

    def edit(partner: Partner) -> Partner:
        return replace(partner, tags=tidy_tags((*partner.tags, *tags)))

    return BulkChange(
        edit,
        lambda n: ngettext("Add tag {tag} to {count} partner", "Add tag {tag} to {count} partners", n).format(
            tag=shown, count=n
        ),
        lambda n: ngettext(
            "Tag {tag} added to {count} partner", "Tag {tag} added to {count} partners", n
        ).format(tag=shown, count=n),
    )


def remove_tags(text: str) -> BulkChange:
    """Take these tags, parted by commas, from each partner. Raises ``InvalidInput`` as above."""
    tags = _tags(text)
    shown, folded = ", ".join(tags), set(map(fold, tags))

    def edit(partner: Partner) -> Partner:
        return replace(partner, tags=tuple(tag for tag in partner.tags if fold(tag) not in folded))

    return BulkChange(
        edit,
        lambda n: ngettext(
            "Remove tag {tag} from {count} partner", "Remove tag {tag} from {count} partners", n
        ).format(tag=shown, count=n),
        lambda n: ngettext(
            "Tag {tag} removed from {count} partner", "Tag {tag} removed from {count} partners", n
        ).format(tag=shown, count=n),
    )


def set_stage(stage: Stage) -> BulkChange:
    """Put each partner at a stage."""
    return BulkChange(
        lambda partner: replace(partner, stage=stage),
        lambda n: ngettext("Set stage of {count} partner", "Set stage of {count} partners", n).format(
            count=n
        ),
        lambda n: ngettext(
            "{count} partner is now at stage “{stage}”", "{count} partners are now at stage “{stage}”", n
        ).format(count=n, stage=stage_label(stage)),
    )


def set_responsible(name: str) -> BulkChange:
    """Name who of our people looks after each partner; "" for nobody."""
    name = " ".join(name.split())

    def news(n: int) -> str:
        if not name:
            text = ngettext(
                "Nobody is responsible for {count} partner now",
                "Nobody is responsible for {count} partners now",
                n,
            )
            return text.format(count=n)
        text = ngettext(
            "{name} is now responsible for {count} partner",
            "{name} is now responsible for {count} partners",
            n,
        )
        return text.format(count=n, name=name)

    return BulkChange(
        lambda partner: replace(partner, responsible=name),
        lambda n: ngettext(
            "Set who is responsible for {count} partner", "Set who is responsible for {count} partners", n
        ).format(count=n),
        news,
    )


def set_key_client(flag: bool) -> BulkChange:
    """Mark each partner as a key client, or take that mark away."""
    return BulkChange(
        lambda partner: replace(partner, is_key_client=flag),
        lambda n: ngettext(
            "Set key client for {count} partner", "Set key client for {count} partners", n
        ).format(count=n),
        lambda n: (
            ngettext("{count} partner marked as key client", "{count} partners marked as key clients", n)
            if flag
            else ngettext(
                "{count} partner is no longer a key client", "{count} partners are no longer key clients", n
            )
        ).format(count=n),
    )


def move_to_bin() -> BulkChange:
    """Move each partner to the bin, with all that belongs to it."""
    now = datetime.now(UTC)
    return BulkChange(
        lambda partner: replace(partner, deleted_at=now),
        lambda n: ngettext("Delete {count} partner", "Delete {count} partners", n).format(count=n),
        lambda n: ngettext("{count} partner deleted", "{count} partners deleted", n).format(count=n),
        name_label=_("Delete partner {name}"),
        name_news=_("{name} deleted"),
    )


def _tags(text: str) -> tuple[str, ...]:
    tags = split_tags(text)
    if not tags:
        raise InvalidInput({"tags": _("Enter a tag, or choose one from the list.")})
    return tags


class Bulk:
    """Makes a change to a selection."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    def apply(
        self,
        keys: Sequence[int],
        change: BulkChange,
        report: Callable[[int, int], None] = lambda done, total: None,
    ) -> list[Partner]:
        """Change those of the partners that differ by it, as one change, and return them as they are now.

        Partners that are gone or in the bin are left out. ``report(done, total)`` hears how far it is and
        may raise in order to stop, whereupon nothing is changed.
        """
        touched = self._touched(keys, change)
        if not touched:
            return []
        stored: list[Partner] = []
        first = self._workspace.partners.get(touched[0])
        with self._workspace.change(change.label_for(len(touched), first.name)):
            for start in range(0, len(touched), _AT_ONCE):
                report(start, len(touched))
                for partner in self._workspace.partners.get_many(touched[start : start + _AT_ONCE]):
                    stored.append(self._workspace.partners.update(change.edit(partner)))
                self._workspace.freshen_index()
            report(len(touched), len(touched))
        return stored

    def _touched(self, keys: Sequence[int], change: BulkChange) -> list[int]:
        touched = []
        for start in range(0, len(keys), _AT_ONCE):
            for partner in self._workspace.partners.get_many(keys[start : start + _AT_ONCE]):
                if partner.deleted_at is None and change.edit(partner) != partner:
                    touched.append(partner.key)
        return touched
