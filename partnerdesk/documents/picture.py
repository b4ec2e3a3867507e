"""Pictures in documents: logos and signatures, decoded, bounded and made small enough for paper."""

from dataclasses import dataclass
from io import BytesIO
from typing import Any

from PIL import Image, ImageOps
from reportlab.lib.utils import ImageReader

_FORMATS = ("PNG", "JPEG")
_MOST_PIXELS = 50_000_000
_DOTS_PER_POINT = 300 / 72
_JPEG_QUALITY = 90
_MOST_KEPT = (1400, 700)


class PictureError(ValueError):
    """The bytes are no PNG or JPEG picture that can be printed."""


@dataclass(frozen=True, slots=True)
class PrintedPicture:
    """A decoded picture and its size on paper, in points."""

    reader: Any
    width: float
    height: float


def kept_picture(data: bytes) -> bytes:
    """The picture as it is kept: upright, on white, of at most 1,400 by 700 pixels, without its file's notes.

    That is enough for any place on a letter at 300 dots an inch, and keeps every later letter quick. The
    whole picture is decoded, so that what is kept can be printed later. Raises PictureError for anything but
    a sound PNG or JPEG of at most 50 million pixels.
    """
    image, is_photo = _decode(data)
    image.thumbnail(_MOST_KEPT, Image.Resampling.LANCZOS, reducing_gap=3.0)
    file = BytesIO()
    image.save(file, "JPEG" if is_photo else "PNG", **({"quality": _JPEG_QUALITY} if is_photo else {}))
    return file.getvalue()


def printed_picture(data: bytes, most_width: float, most_height: float) -> PrintedPicture:
    """The picture as large as the box in points allows, upright, on white, with at most 300 dots an inch.

    It is encoded anew, so nothing else the file carried (place, camera, notes) reaches the document.
    Raises PictureError as kept_picture does.
    """
    image, is_photo = _decode(data)
    scale = min(most_width / image.width, most_height / image.height)
    width, height = image.width * scale, image.height * scale
    dots = (max(1, round(width * _DOTS_PER_POINT)), max(1, round(height * _DOTS_PER_POINT)))
    if dots[0] < image.width and dots[1] < image.height:
        image = image.resize(dots, Image.Resampling.LANCZOS, reducing_gap=3.0)
    if is_photo:
        compressed = BytesIO()
        image.save(compressed, "JPEG", quality=_JPEG_QUALITY)
        compressed.seek(0)
        return PrintedPicture(ImageReader(compressed), width, height)
    return PrintedPicture(ImageReader(image), width, height)


def _decode(data: bytes) -> tuple[Image.Image, bool]:
    """The picture in greys or RGB, and whether it came as a JPEG."""
    try:
        with Image.open(BytesIO(data), formats=_FORMATS) as opened:
            if opened.width * opened.height > _MOST_PIXELS:
                raise PictureError(f"{opened.width} x {opened.height} pixels are too many")
            opened.load()
            is_photo = opened.format != "PNG"
            return _on_white(ImageOps.exif_transpose(opened)), is_photo
    except PictureError:
        raise
    # Pillow's decoders raise almost anything on broken bytes: OSError, SyntaxError, struct.error, …
    except Exception as error:
        raise PictureError(f"not a readable PNG or JPEG: {error}") from error


def _on_white(image: Image.Image) -> Image.Image:
    """Greys or RGB, with white where the picture was transparent."""
    if image.mode.startswith("I"):
        # Sixteen-bit greys; convert("L") would clip instead of scaling them.
        image = image.point(lambda level: level * (1 / 257)).convert("L")
    if image.mode in ("L", "RGB") and "transparency" not in image.info:
        return image
    if image.has_transparency_data:
        coloured = image.convert("RGBA")
        paper = Image.new("RGBA", coloured.size, "white")
        return Image.alpha_composite(paper, coloured).convert("RGB")
    return image.convert("L" if image.mode == "1" else "RGB")
