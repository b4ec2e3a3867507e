"""Prints an agreement sheet as a PDF file; see agreement_layout for what stands where."""

from io import BytesIO
from pathlib import Path

from partnerdesk.documents.agreement_layout import set_agreement
from partnerdesk.documents.drawing import draw_page, open_canvas
from partnerdesk.documents.fonts import one_line, register_fonts
from partnerdesk.documents.picture import printed_picture
from partnerdesk.domain.printed_agreement import PrintedAgreement


def render_agreement(agreement: PrintedAgreement, resources: Path) -> bytes:
    """The sheet as a PDF; the same agreement always gives the same bytes.

    ``resources`` is the folder that holds ``fonts``. Raises PictureError if the logo cannot be printed,
    ValueError for a language other than "pl" and "en".
    """
    register_fonts(resources)
    file = BytesIO()
    canvas = open_canvas(
        file,
        title=one_line(agreement.document_title),
        author=one_line(agreement.author),
        language=agreement.language,
        day=agreement.written_on,
    )
    for marks in set_agreement(agreement, printed_picture):
        draw_page(canvas, marks)
    canvas.save()
    return file.getvalue()
