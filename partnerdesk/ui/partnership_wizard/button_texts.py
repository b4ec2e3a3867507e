"""The wording of the wizard's buttons and the letters that they take as mnemonics."""

from PySide6.QtWidgets import QWizard

from partnerdesk.language.interface import _
from partnerdesk.ui.widgets.labels import letters_of, with_mnemonics


def button_texts() -> dict[QWizard.WizardButton, str]:
    """What each button says, with unique mnemonics."""
    buttons = (
        QWizard.WizardButton.BackButton,
        QWizard.WizardButton.NextButton,
        QWizard.WizardButton.FinishButton,
        QWizard.WizardButton.CancelButton,
    )
    labels = with_mnemonics([_("Back"), _("Next"), _("Save partnership"), _("Cancel")])
    return dict(zip(buttons, labels, strict=True))


def letters_of_buttons() -> str:
    """The letters that no field of a page may use."""
    return letters_of(button_texts().values())
