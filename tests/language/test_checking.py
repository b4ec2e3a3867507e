"""Finding a template's faults before it is filled."""

import pytest

from partnerdesk.domain.field import Choice, Field, FieldKind
from partnerdesk.domain.letter_template import Voice
from partnerdesk.language.checking import check
from partnerdesk.language.template import parse
from partnerdesk.language.variable import letter_variables

FIELDS = [
    Field("word", "Word"),
    Field("needed", "Needed", required=True),
    Field("count", "Count", FieldKind.INTEGER),
    Field("day", "Day", FieldKind.DATE),
    Field("flag", "Flag", FieldKind.YES_NO),
    Field("kind", "Kind", FieldKind.CHOICE, choices=(Choice("radio", "radio"), Choice("press", "press"))),
]


def problems(text: str, language: str = "pl", voice: Voice = Voice.DIRECTOR) -> list[str]:
    found = check(parse(text), letter_variables(voice, FIELDS), language)
    return [str(problem) for problem in found]


@pytest.mark.parametrize(
    "text",
    [
        "{firm} {partner_in_quotes} {you:ins} {your} {next_year} {needed}",
        "{word|none=|given={word}}",
        "{word|none=|*={word}}",
        "{contact|none=|given={contact}}",
        "{contact|none=|given={contact:dat} i {contact:gen}}",
        "{count|none=|one=1|few={count}|many={count}}",
        "{day|none=|given={day}}",
        "{flag|yes=a|no=b}",
        "{kind|none=|given={kind}}",
        "{kind|none=|radio=r|press=p}",
        "{kind|radio=r|*=p}",
        "{sender|m=byłem|f=byłam}",
        "{addressee|group=|*={you:dat} i }",
        "{word|none=|given={count|*={word}}}",
    ],
)
def test_a_sound_template_has_no_problems(text: str) -> None:
    assert problems(text) == []


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{unknown}", "line 1, column 1: nothing is known as “unknown”"),
        ("{word}", "may be empty here"),
        ("{word|none={word}|given=}", "may be empty here"),
        ("{word|*={word}}", "may be empty here"),
        ("{word|given=x}", "no wording for “none”"),
        ("{word|none=|given=|gievn=}", "is never “gievn”"),
        ("{needed|none=|given={needed}}", "is never “none”"),
        ("{count|none=|one=1|other={count}}", "no wording for “few, many”"),
        ("{kind|none=|radio=r}", "no wording for “press”"),
        ("{flag|yes=a}", "no wording for “no”"),
        ("{flag}", "not printed"),
        ("{sender|m=a}", "no wording for “f”"),
        ("{sender|we=a|m=b|f=c}", "is never “we”"),
        ("{addressee|m=a|f=b}", "no wording for “group”"),
        ("{you}", "needs a case"),
        ("{you:abl}", "there is no case “abl”"),
        ("{you|given=x}", "nothing to choose by"),
        ("{firm:dat}", "has no forms"),
        ("{contact:dat}", "may be empty here"),
        ("{contact|none=|given={contact:abl}}", "there is no case “abl”"),
    ],
)
def test_a_fault_is_named(text: str, message: str) -> None:
    (problem,) = problems(text)
    assert message in problem


def test_each_language_asks_for_its_own_plural_categories() -> None:
    assert problems("{count|none=|one=1|other={count}}", "en") == []
    assert problems("{count|none=|one=1|few={count}|many={count}}", "en") != []


def test_a_firm_speaks_as_we_and_a_director_as_a_man_or_a_woman() -> None:
    assert problems("{sender|we=chcemy}", voice=Voice.FIRM) == []
    assert problems("{sender|we=chcemy}", voice=Voice.DIRECTOR) != []


def test_a_field_cannot_take_the_name_of_a_built_in_variable() -> None:
    with pytest.raises(ValueError, match="partner"):
        letter_variables(Voice.FIRM, [Field("partner", "Partner")])


def test_a_letter_cannot_hold_rows() -> None:
    with pytest.raises(ValueError, match="rows"):
        letter_variables(Voice.FIRM, [Field("table", "Table", FieldKind.ROWS)])
