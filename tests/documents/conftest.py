import os
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageDraw
from pypdf import PdfReader

from partnerdesk.documents.fonts import register_fonts
from partnerdesk.domain.printed_letter import PrintedLetter


@pytest.fixture(scope="session")
def resources() -> Path:
    folder = Path(__file__).parents[2] / "resources"
    register_fonts(folder)
    return folder


@pytest.fixture(scope="session")
def letter() -> PrintedLetter:
    return PrintedLetter(
        language="pl",
        written_on=date(2026, 11, 23),
        letterhead=(
            "Piekarnia „Złoty Kłos” sp. z o.o.",
            "ul. Świętojańska 14/3",
            "81-372 Gdynia",
            "NIP 5860100017",
        ),
        recipient=("Hotel „Pod Różą”", "Pani Małgorzata Święcicka", "ul. Długa 7", "80-831 Gdańsk"),
        place_and_date="Gdynia, 23 listopada 2026 r.",
        subject="Zaproszenie do współpracy",
        salutation="Szanowna Pani Dyrektor,",
        paragraphs=(
            "od jedenastu lat wypiekamy w Gdyni chleb na naturalnym zakwasie. Śniadanie, które Państwo "
            "podają, i pieczywo, które o czwartej rano wyjmujemy z pieca, mogłyby się spotkać.",
            "Proponujemy:\n– pieczywo bez ulepszaczy,\n– dostawę siedem dni w tygodniu.",
            "Chętnie przyjadę z koszem próbek w dowolny dzień przyszłego tygodnia.",
        ),
        closing="Z wyrazami szacunku",
        signatory=("Łucja Żółkiewska", "Prezes Zarządu"),
    )


@pytest.fixture(scope="session")
def text_of() -> Callable[[bytes], str]:
    """The text of all pages of a PDF, in the order in which it is printed."""
    return lambda pdf: "\n".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages)


@pytest.fixture(scope="session")
def encoded() -> Callable[..., bytes]:
    """A picture with a dark disc in the middle, as the bytes of a file."""

    def encode(
        mode: str = "RGB", size: tuple[int, int] = (90, 60), kind: str = "PNG", **options: object
    ) -> bytes:
        clear = (0, 0, 0, 0) if mode == "RGBA" else "white"
        image = Image.new("RGBA" if mode == "RGBA" else "RGB", size, clear)
        middle_x, middle_y = size[0] // 2, size[1] // 2
        disc = (middle_x - 20, middle_y - 20, middle_x + 20, middle_y + 20)
        ImageDraw.Draw(image).ellipse(disc, fill=(20, 40, 130))
        file = BytesIO()
        (image if image.mode == mode else image.convert(mode)).save(file, kind, **options)
        return file.getvalue()

    return encode


@pytest.fixture
def run_apart(resources: Path, tmp_path: Path) -> Callable[..., bytes]:
    """Runs a script in a Python of its own, where ``letter`` and ``resources`` exist; gives its output."""
    preamble = "\n".join(
        (
            "import datetime, sys",
            "from pathlib import Path",
            "from partnerdesk.domain.printed_letter import PrintedLetter",
            "letter = eval(sys.stdin.buffer.read().decode())",
            f"resources = Path({str(resources)!r})\n",
        )
    )

    def run(script: str, letter: PrintedLetter, **surroundings: str) -> bytes:
        return subprocess.run(
            [sys.executable, "-B", "-c", preamble + script],
            input=repr(letter).encode(),
            stdout=subprocess.PIPE,
            cwd=tmp_path,
            env=os.environ | {"PYTHONPATH": str(resources.parent)} | surroundings,
            check=True,
        ).stdout

    return run
