"""Check-ups of partnerships: storing them, and what to do about the lowest factor."""

from dataclasses import replace

from partnerdesk.domain.checkup import BEST, Checkup, Factor, Obstacle
from partnerdesk.language.interface import _, pgettext
from partnerdesk.services.problems import InvalidInput
from partnerdesk.storage.workspace import Workspace


class Checkups:
    """Reads, saves and removes check-ups."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    def of_partnership(self, partnership_id: int) -> list[Checkup]:
        """The check-ups of a partnership, the oldest first."""
        return self._workspace.checkups.find("partnership_id = ?", [partnership_id], "happened_on, id")

    def save(self, checkup: Checkup) -> Checkup:
        """Store a check-up. Raises ``InvalidInput`` with a message for each factor without an answer."""
        unanswered = [factor for factor in Factor if not 1 <= checkup.score(factor) <= BEST]
        if unanswered:
            raise InvalidInput({factor.value: _("Choose an answer.") for factor in unanswered})
        with self._workspace.change(_("Add check-up")):
            return self._workspace.checkups.insert(replace(checkup, note=checkup.note.strip()))

    def remove(self, key: int) -> None:
        """Delete a check-up; undo brings it back. Raises ``NotFound``."""
        checkup = self._workspace.checkups.get(key)
        with self._workspace.change(_("Delete check-up")):
            self._workspace.checkups.remove(checkup)


def factor_label(factor: Factor) -> str:
    """What a factor is called."""
    return {
        Factor.RESPECT: pgettext("check-up", "Respect"),
        Factor.INTEREST: pgettext("check-up", "Interest"),
        Factor.SHARED_GOALS: pgettext("check-up", "Shared goals"),
        Factor.DIALOGUE: pgettext("check-up", "Dialogue"),
        Factor.RESPONSIBILITY: pgettext("check-up", "Responsibility"),
    }[factor]


def question(factor: Factor) -> str:
    """The question that is answered from "hardly" to "fully"."""
    return {
        Factor.RESPECT: _("Do both sides value each other's work and time?"),
        Factor.INTEREST: _("Are both sides still curious about what the other does and needs?"),
        Factor.SHARED_GOALS: _("Do both sides want the same from this partnership?"),
        Factor.DIALOGUE: _("Can both sides speak openly, also about what goes wrong?"),
        Factor.RESPONSIBILITY: _("Do both sides do what they took on, without reminders?"),
    }[factor]


def answer_label(score: int) -> str:
    """The words of an answer from 1 to 5."""
    return {
        1: pgettext("check-up", "Hardly"),
        2: pgettext("check-up", "Rather not"),
        3: pgettext("check-up", "So-so"),
        4: pgettext("check-up", "Rather yes"),
        5: pgettext("check-up", "Fully"),
    }[score]


def obstacle_label(obstacle: Obstacle) -> str:
    """What stands in the way."""
    return {
        Obstacle.OPINIONS: _("Our opinions clash"),
        Obstacle.IMMATURITY: _("Tasks are not shared, nobody takes responsibility"),
        Obstacle.MONEY: _("Money"),
        Obstacle.FRICTION: _("Small everyday frictions"),
        Obstacle.NO_SUPPORT: _("One side lacks the other's support"),
    }[obstacle]


def advice(factor: Factor) -> str:
    """Something to do about a low factor."""
    return {
        Factor.RESPECT: _(
            "Thank them for one particular thing, in a letter or in front of others, and be on time at the "
            "next meeting."
        ),
        Factor.INTEREST: _(
            "Visit them without an agenda: ask what they are working on now and tell them what is new with "
            "you."
        ),
        Factor.SHARED_GOALS: _(
            "Sit down together and write one goal for the next three months that both of you gain from."
        ),
        Factor.DIALOGUE: _(
            "Arrange a short talk at a fixed time every month, and begin it with what each could do better."
        ),
        Factor.RESPONSIBILITY: _(
            "Go through the promises together: give each a person and a day, and drop those that nobody "
            "needs."
        ),
    }[factor]
