import struct
import zlib
from collections.abc import Callable
from io import BytesIO

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from partnerdesk.documents.picture import PictureError, kept_picture, printed_picture

Encoded = Callable[..., bytes]


def printed_pixel(data: bytes, place: tuple[int, int]) -> tuple[int, int, int]:
    """The colour that reaches the paper at a place given in dots."""
    reader = printed_picture(data, 100, 100).reader
    width, height = reader.getSize()
    raw = reader.getRGBData()
    image = Image.frombytes("L" if len(raw) == width * height else "RGB", (width, height), raw).convert("RGB")
    colour = image.getpixel(place)
    assert isinstance(colour, tuple)
    return colour[0], colour[1], colour[2]


@pytest.mark.parametrize("mode", ["RGB", "RGBA", "L", "P", "1", "LA"])
def test_every_kind_of_png_is_accepted(mode: str, encoded: Encoded) -> None:
    kept_picture(encoded(mode))


@pytest.mark.parametrize("mode", ["RGB", "L", "CMYK"])
def test_every_kind_of_jpeg_is_accepted(mode: str, encoded: Encoded) -> None:
    kept_picture(encoded(mode, kind="JPEG"))


@pytest.mark.parametrize("kind", ["GIF", "BMP", "TIFF", "WEBP"])
def test_other_kinds_of_pictures_are_refused(kind: str, encoded: Encoded) -> None:
    with pytest.raises(PictureError):
        kept_picture(encoded(kind=kind))


@pytest.mark.parametrize(
    "data", [b"", b"\x89PNG\r\n\x1a\n", b"%PDF-1.7", b"<svg xmlns='http://www.w3.org/2000/svg'/>"]
)
def test_what_is_no_picture_is_refused(data: bytes) -> None:
    with pytest.raises(PictureError):
        kept_picture(data)


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_a_truncated_picture_is_refused(kind: str, encoded: Encoded) -> None:
    data = encoded(kind=kind, size=(400, 300))
    with pytest.raises(PictureError):
        kept_picture(data[: len(data) // 2])


@pytest.mark.parametrize("side", [7_100, 12_000, 60_000])
def test_a_small_file_with_too_many_pixels_is_refused_before_it_is_decoded(side: int) -> None:
    def chunk(kind: bytes, content: bytes) -> bytes:
        return (
            struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))
        )

    header = struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    bomb = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", b"") + chunk(b"IEND", b"")
    with pytest.raises(PictureError, match="pixels"):
        kept_picture(bomb)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    kind=st.sampled_from(["PNG", "JPEG"]),
    damage=st.lists(st.tuples(st.floats(0, 0.999), st.integers(0, 255)), min_size=1),
)
def test_damaged_pictures_are_printed_or_refused_but_nothing_else(
    kind: str, damage: list[tuple[float, int]], encoded: Encoded
) -> None:
    data = bytearray(encoded(kind=kind))
    for place, value in damage:
        data[int(place * len(data))] = value
    try:
        kept_picture(bytes(data))
    except PictureError:
        return
    assert printed_picture(bytes(data), 100, 50).width > 0


@pytest.mark.parametrize("size", [(2000, 100), (100, 2000), (3, 3), (1, 1)])
def test_a_picture_fills_its_box_and_keeps_its_shape(size: tuple[int, int], encoded: Encoded) -> None:
    picture = printed_picture(encoded(size=size), 128, 64)
    assert picture.width <= 128.001
    assert picture.height <= 64.001
    assert picture.width / picture.height == pytest.approx(size[0] / size[1])
    assert picture.width == pytest.approx(128) or picture.height == pytest.approx(64)


def test_a_huge_picture_is_stored_with_300_dots_an_inch(encoded: Encoded) -> None:
    assert printed_picture(encoded(size=(3000, 2000)), 72, 72).reader.getSize() == (300, 200)


@pytest.mark.parametrize("mode", ["RGBA", "LA"])
def test_transparency_prints_as_white_paper(mode: str, encoded: Encoded) -> None:
    data = encoded("RGBA") if mode == "RGBA" else encoded("LA")
    assert printed_pixel(data, (0, 0)) == (255, 255, 255)


def test_a_transparent_colour_of_a_palette_prints_as_white_paper() -> None:
    image = Image.new("P", (20, 20), 0)
    image.putpalette([200, 0, 0, 0, 0, 200])
    file = BytesIO()
    image.save(file, "PNG", transparency=0)
    assert printed_pixel(file.getvalue(), (5, 5)) == (255, 255, 255)


def test_sixteen_bit_greys_keep_their_shades() -> None:
    file = BytesIO()
    Image.new("I;16", (20, 20), 32_896).save(file, "PNG")
    assert printed_pixel(file.getvalue(), (5, 5)) == (128, 128, 128)


def test_a_photo_taken_sideways_is_printed_upright(encoded: Encoded) -> None:
    turned = Image.Exif()
    turned[0x0112] = 6
    picture = printed_picture(encoded(size=(90, 60), kind="JPEG", exif=turned), 100, 100)
    assert picture.height > picture.width


def test_what_a_camera_noted_does_not_reach_the_document(encoded: Encoded) -> None:
    notes = Image.Exif()
    notes[0x010E] = "at home, 54.5 N 18.5 E"
    data = encoded(kind="JPEG", exif=notes)
    assert b"54.5 N" in data
    photo = printed_picture(data, 100, 100).reader.jpeg_fh()
    assert b"54.5 N" not in photo.read()


def test_a_kept_picture_is_small_upright_and_without_its_files_notes() -> None:
    big = Image.new("RGB", (6000, 1500), "red")
    notes = Image.Exif()
    notes[0x0112] = 6  # turned by a quarter
    notes[0x010E] = "private note"
    file = BytesIO()
    big.save(file, "JPEG", exif=notes)
    kept = kept_picture(file.getvalue())
    with Image.open(BytesIO(kept)) as image:
        assert image.size == (175, 700)
        assert not image.getexif()
    assert b"private note" not in kept


def test_a_kept_picture_that_is_small_keeps_its_size_and_stands_on_white() -> None:
    clear = Image.new("RGBA", (40, 20), (0, 0, 0, 0))
    file = BytesIO()
    clear.save(file, "PNG")
    with Image.open(BytesIO(kept_picture(file.getvalue()))) as image:
        assert image.size == (40, 20)
        assert image.convert("RGB").getpixel((5, 5)) == (255, 255, 255)
