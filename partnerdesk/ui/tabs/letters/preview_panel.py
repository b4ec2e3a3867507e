"""The right half of the Letters tab: the real PDF of the letter, made while one types."""

from partnerdesk.services.letters import Letters
from partnerdesk.ui.tabs.letters.composer import ComposedLetter
from partnerdesk.ui.widgets.pdf_preview import PdfPreview
from partnerdesk.ui.work import Worker


class PreviewPanel(PdfPreview):
    """Shows the letter that is being written."""

    def __init__(self, letters: Letters, worker: Worker) -> None:
        super().__init__(lambda printed: (letters.render(printed), letters.lacks(printed)), worker)
        self._letters = letters

    def show_letter(self, letter: ComposedLetter | None) -> None:
        """Show this letter once typing pauses."""
        # Read now, not when the pause is over: the workspace may be closed by then.
        self.show_printed(self._letters.print(letter.request, letter.wording) if letter else None)
