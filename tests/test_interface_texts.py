"""Every text of the interface stands in both languages, and no more."""

import importlib.util
import re
import string
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import read_mo
from babel.messages.pofile import read_po

ROOT = Path(__file__).resolve().parent.parent


def _texts_script():
    spec = importlib.util.spec_from_file_location("texts", ROOT / "packaging" / "texts.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def source() -> Catalog:
    return _texts_script().collect_texts()


@pytest.fixture(scope="module")
def polish() -> Catalog:
    with _texts_script().CATALOGUE.open("rb") as file:
        return read_po(file, locale="pl")


def _entries(catalog: Catalog) -> dict[tuple[str | None, str], tuple[str, ...]]:
    return {
        (_text(message.context), message.id if isinstance(message.id, str) else message.id[0]): tuple(
            _forms(message.string)
        )
        for message in catalog
        if message.id
    }


def _text(context: str | bytes | None) -> str | None:
    # Babel reads the context of a compiled catalogue as bytes.
    return context.decode() if isinstance(context, bytes) else context


def _forms(text: object) -> list[str]:
    return list(text) if isinstance(text, tuple | list) else [str(text)]


def test_no_text_is_missing_or_stale(source: Catalog, polish: Catalog) -> None:
    wanted, found = _entries(source), _entries(polish)
    assert set(wanted) - set(found) == set(), "run packaging/texts.py and translate"
    assert set(found) - set(wanted) == set(), "run packaging/texts.py"
    empty = [key for key, text in found.items() if not all(text)]
    assert empty == []


def test_no_text_hides_in_an_f_string_where_it_is_not_collected() -> None:
    hidden = [
        path.name
        for path in (ROOT / "partnerdesk").rglob("*.py")
        if re.search(r"\{(_|n?p?gettext)\(", path.read_text(encoding="utf-8"))
    ]
    assert hidden == []


def test_every_translation_keeps_its_placeholders_and_mnemonic(polish: Catalog) -> None:
    for (_context, text), translation in _entries(polish).items():
        fields = {name for _, name, _, _ in string.Formatter().parse(text) if name}
        for form in translation:
            assert {name for _, name, _, _ in string.Formatter().parse(form) if name} == fields, text
            assert len(re.findall(r"&\w", form)) == len(re.findall(r"&\w", text)), text


def test_the_compiled_catalogue_is_that_of_the_source(polish: Catalog) -> None:
    with _texts_script().CATALOGUE.with_suffix(".mo").open("rb") as file:
        compiled = read_mo(file)
    assert _entries(compiled) == _entries(polish)


def test_plural_texts_have_three_polish_forms(polish: Catalog) -> None:
    plurals = [message for message in polish if not isinstance(message.id, str)]
    assert plurals
    assert all(len(message.string) == 3 for message in plurals)
