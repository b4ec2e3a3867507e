from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from pypdfium2 import PdfiumError

from partnerdesk.documents.letter_pdf import render_letters
from partnerdesk.documents.page_pictures import page_count, page_picture
from partnerdesk.domain.printed_letter import PrintedLetter


@pytest.fixture(scope="module")
def pdf(letter: PrintedLetter, resources: Path) -> bytes:
    return render_letters([letter, letter], resources)


def test_pages_are_counted(pdf: bytes) -> None:
    assert page_count(pdf) == 2


@pytest.mark.parametrize("width", [1, 37, 595, 596, 800, 1241])
def test_a_picture_has_the_asked_width_and_the_shape_of_a4(pdf: bytes, width: int) -> None:
    picture = page_picture(pdf, 0, width)
    assert picture.width == width
    assert picture.height == pytest.approx(width * 297 / 210, abs=1.01)
    assert picture.stride >= 4 * width
    assert len(picture.pixels) == picture.stride * picture.height


def test_the_picture_shows_ink_on_white_paper_with_blue_first(pdf: bytes) -> None:
    picture = page_picture(pdf, 1, 800)
    image = Image.frombuffer(
        "RGB", (picture.width, picture.height), picture.pixels, "raw", "BGRX", picture.stride, 1
    )
    assert image.getpixel((2, 2)) == (255, 255, 255)
    colours = {colour for _, colour in image.getcolors(1_000_000) or []}
    assert (0x1F, 0x3A, 0x5F) in colours
    assert (0x5F, 0x3A, 0x1F) not in colours


def test_the_same_page_gives_the_same_picture(pdf: bytes) -> None:
    assert page_picture(pdf, 0, 300) == page_picture(pdf, 1, 300)


@pytest.mark.parametrize("index", [-1, 2])
def test_a_page_that_is_not_there_is_refused(pdf: bytes, index: int) -> None:
    with pytest.raises(IndexError):
        page_picture(pdf, index, 100)


def test_a_picture_without_width_is_refused(pdf: bytes) -> None:
    with pytest.raises(ValueError, match="0 pixels"):
        page_picture(pdf, 0, 0)


def test_what_is_no_pdf_is_refused() -> None:
    with pytest.raises(PdfiumError):
        page_count(BytesIO(b"no pdf").getvalue())
