"""File names made of what people typed."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from partnerdesk.services.file_names import letter_file_name, safe_part, write_new_file

DAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("typed", "safe"),
    [
        ("Łąka & Las sp. z o.o.", "Łąka & Las sp. z o.o."),
        ("../../etc/passwd", "etc passwd"),
        ("a\u202efdp.exe", "a fdp.exe"),
        ("-rf", "rf"),
        ("  ", "_"),
        ("CON", "CON"),
        ('Salon "Rosa" / Gdańsk: <1>', "Salon Rosa Gdańsk 1"),
    ],
)
def test_names_are_made_safe_and_stay_readable(typed: str, safe: str) -> None:
    assert safe_part(typed) == safe


@given(st.text(max_size=300))
def test_no_text_leads_out_of_its_folder(text: str) -> None:
    name = letter_file_name(text, text, DAY)
    assert Path(name).name == name
    assert not name.startswith((".", "-"))
    assert len(name.encode()) <= 720
    assert name.isprintable()


def test_a_file_is_never_overwritten(tmp_path: Path) -> None:
    folder = tmp_path / "new" / "folder"
    first = write_new_file(folder, "a.pdf", b"1")
    second = write_new_file(folder, "a.pdf", b"2")
    assert (first.name, second.name) == ("a.pdf", "a (2).pdf")
    assert (first.read_bytes(), second.read_bytes()) == (b"1", b"2")
