"""The kinds of partnership and the letters, read from the content files in one language."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, TypeVar

from partnerdesk.domain.field import Field
from partnerdesk.domain.letter_template import Fact, LetterTemplate, Voice
from partnerdesk.domain.partnership_type import (
    Asset,
    Audience,
    Caution,
    DefaultObligation,
    Effort,
    Fit,
    Goal,
    GovernanceDepth,
    PartnershipType,
    Side,
)
from partnerdesk.language.checking import check
from partnerdesk.language.template import parse
from partnerdesk.language.variable import letter_variables
from partnerdesk.services.content import (
    ContentError,
    Section,
    content_file,
    read_field,
    require_unique,
)


class _Listed(Protocol):
    @property
    def key(self) -> str: ...
    @property
    def order(self) -> int: ...


L = TypeVar("L", bound=_Listed)


@dataclass(frozen=True, slots=True)
class Catalogue:
    """All types and letters in one language, by key, in the order in which they are shown."""

    language: str
    types: dict[str, PartnershipType]
    letters: dict[str, LetterTemplate]


@dataclass(frozen=True, slots=True)
class Catalogues:
    """The same catalogue in each language."""

    pl: Catalogue
    en: Catalogue

    def in_language(self, language: str) -> Catalogue:
        """The catalogue in "pl" or "en"."""
        return self.pl if language == "pl" else self.en


def read_catalogues(resources: Path) -> Catalogues:
    """Read every content file in both languages. Raises ``ContentError`` at the first fault."""
    return Catalogues(read_catalogue(resources, "pl"), read_catalogue(resources, "en"))


def read_catalogue(resources: Path, language: str) -> Catalogue:
    """Read every content file in one language; texts of the other are checked to be there."""
    return Catalogue(
        language,
        _read_folder(resources / "partnership_types", language, read_partnership_type),
        _read_folder(resources / "letter_templates", language, read_letter_template),
    )


def _read_folder(folder: Path, language: str, read: Callable[[Path, str], L]) -> dict[str, L]:
    entries = sorted((read(path, language) for path in folder.glob("*.toml")), key=lambda entry: entry.order)
    if len({entry.order for entry in entries}) != len(entries):
        raise ContentError(f"{folder.name}: two files have the same order")
    return {entry.key: entry for entry in entries}


def read_partnership_type(path: Path, language: str) -> PartnershipType:
    """Read one type; the file's stem is its key. Raises ``ContentError`` naming file and key."""
    with content_file(path, language) as top:
        kind = PartnershipType(
            key=path.stem,
            order=top.plain("order", int),
            title=top.text("title"),
            idea=top.text("idea"),
            fits_when=top.text("fits_when"),
            weakness=top.text("weakness"),
            effort=top.choice("effort", Effort),
            several_partners=top.plain("several_partners", bool),
            cautions=top.sections("cautions", _read_caution),
            terms=top.sections("terms", read_field),
            obligations=top.sections("obligations", _read_obligation),
            fit=_read_fit(top.section("fit")),
            governance=top.choice("governance", GovernanceDepth),
            agreement=top.text("agreement"),
        )
        require_unique(top, "terms", [field.key for field in kind.terms])
        sides = {obligation.side for obligation in kind.obligations}
        if Side.BOTH not in sides and not sides.issuperset({Side.OURS, Side.THEIRS}):
            raise top.fault("obligations", "both sides must promise something")
    return kind


def _read_caution(section: Section) -> Caution:
    return Caution(section.text("text"), section.plain("legal", bool))


def _read_obligation(section: Section) -> DefaultObligation:
    return DefaultObligation(
        section.choice("side", Side), section.text("text"), section.plain("due_after_days", int)
    )


def _read_fit(section: Section) -> Fit:
    fit = Fit(
        we_need=section.choices("we_need", Asset),
        they_need=section.choices("they_need", Asset),
        audience=section.choice("audience", Audience),
        competitor_possible=section.plain("competitor_possible", bool),
        goals=section.choices("goals", Goal),
        first_result_weeks=section.plain("first_result_weeks", int),
    )
    section.finish()
    return fit


def read_letter_template(path: Path, language: str) -> LetterTemplate:
    """Read one letter; the file's stem is its key. Raises ``ContentError`` naming file and key.

    Its texts are checked as well: a variable that nothing fills, a choice of wordings with a gap or one
    that breaks the syntax is an error.
    """
    with content_file(path, language) as top:
        facts: dict[str, Fact] = {}
        letter = LetterTemplate(
            key=path.stem,
            order=top.plain("order", int),
            title=top.text("title"),
            occasion=top.text("occasion"),
            voice=top.choice("voice", Voice),
            subject=top.text("subject", may_be_empty=True),
            body=top.text("body"),
            closing=top.text("closing"),
            fields=top.sections("fields", lambda section: _read_letter_field(section, facts)),
            facts=facts,
        )
        require_unique(top, "fields", [field.key for field in letter.fields])
        for key, text in (("subject", letter.subject), ("body", letter.body), ("closing", letter.closing)):
            _check_wording(top, f"{key}.{language}", text, letter, language)
    return letter


def _read_letter_field(section: Section, facts: dict[str, Fact]) -> Field:
    fact = section.optional_choice("fact", Fact)
    field = read_field(section)
    if fact is not None:
        facts[field.key] = fact
    return field


def _check_wording(top: Section, key: str, text: str, letter: LetterTemplate, language: str) -> None:
    try:
        problems = check(parse(text), letter_variables(letter.voice, letter.fields), language)
    except ValueError as error:
        raise top.fault(key, str(error)) from error
    if problems:
        raise top.fault(key, "; ".join(map(str, problems)))
