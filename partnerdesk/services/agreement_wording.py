"""What stands on an agreement sheet: the firms, what they agreed, and what the law asks of it."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from partnerdesk.domain.field import Field, FieldKind
from partnerdesk.domain.own_firm import OwnFirm
from partnerdesk.domain.partner import Contact, Partner
from partnerdesk.domain.partnership import LastWord, Obligation, ObligationStatus, Partnership
from partnerdesk.domain.partnership_type import PartnershipType, Side
from partnerdesk.domain.printed_agreement import (
    Column,
    Entry,
    Note,
    Pair,
    Part,
    Party,
    PrintedAgreement,
    Table,
)
from partnerdesk.language.agreement_words import AgreementWords, agreement_words
from partnerdesk.language.formats import NO_BREAK_SPACE, long_date, place_and_date, short_date
from partnerdesk.language.typography import typeset
from partnerdesk.services.field_values import is_empty, value_text
from partnerdesk.services.letter_wording import tax_number

_NUMERIC = frozenset({FieldKind.INTEGER, FieldKind.DECIMAL, FieldKind.MONEY, FieldKind.PERCENT})
_CITATION = re.compile(r"\b(art\.|pkt|Articles?) (?=\d)|(§) (?=\d)")
_WRITTEN = frozenset({FieldKind.TEXT, FieldKind.LONG_TEXT})


@dataclass(frozen=True, slots=True)
class SheetFacts:
    """All that a sheet tells of; ``kind`` is the type in its language, ``other_kind`` in the other one."""

    partnership: Partnership
    obligations: tuple[Obligation, ...]
    firm: OwnFirm
    partner: Partner
    signatory: Contact | None
    kind: PartnershipType
    other_kind: PartnershipType
    logo: bytes | None


def worded_agreement(facts: SheetFacts, language: str, place: str, written_on: date) -> PrintedAgreement:
    """The sheet in "pl" or "en". What people typed stays in the words in which they typed it.

    Promises that were waived are no longer agreed and left out; default promises are said in the sheet's
    language, whichever they were stored in.
    """
    words = agreement_words(language)
    parts = (
        Part(words.in_short, (Note(typeset(facts.kind.agreement or facts.kind.idea, language)),)),
        Part(words.terms, tuple(_terms(facts.kind.terms, facts.partnership.terms, language))),
        Part(words.promises, tuple(_promises(facts, words, language))),
        Part(words.governance, tuple(_governance(facts, words, language))),
        Part(words.validity, tuple(_validity(facts.partnership, words, language))),
        Part(
            words.cautions,
            tuple(
                Note(_cited(typeset(caution.text, language)), point=True)
                for caution in facts.kind.cautions
                if caution.legal
            ),
        ),
    )
    return PrintedAgreement(
        language=language,
        written_on=written_on,
        place_and_date=place_and_date(place, written_on, language),
        overline=words.overline,
        title=facts.kind.title,
        name=_typed(facts.partnership.name, language),
        parties=_parties(facts, words, language),
        parts=tuple(part for part in parts if part.entries),
        warning=typeset(words.warning, language),
        place_and_day=words.place_and_day,
        signature=words.signature,
        logo=facts.logo,
    )


def _cited(text: str) -> str:
    """The text with the numbers of articles kept on the line of their word."""
    return _CITATION.sub(lambda match: f"{match[1] or match[2]}{NO_BREAK_SPACE}", text)


def _parties(facts: SheetFacts, words: AgreementWords, language: str) -> tuple[Party, ...]:
    firm, partner, person = facts.firm, facts.partner, facts.signatory
    ours = Party(
        firm.name,
        words.we,
        _lines(firm.street, firm.postal_code, firm.city, "", firm.nip, language),
        _represented(firm.signatory_name, firm.signatory_position(language), words),
    )
    theirs = Party(
        partner.name,
        words.partner,
        _lines(partner.street, partner.postal_code, partner.city, partner.country, partner.nip, language),
        _represented(person.full_name, person.job_title, words) if person else "",
    )
    return ours, theirs


def _lines(
    street: str, postal_code: str, city: str, country: str, nip: str, language: str
) -> tuple[str, ...]:
    lines = (street, " ".join(filter(None, (postal_code, city))), country, tax_number(nip, language))
    return tuple(filter(None, lines))


def _represented(name: str, position: str, words: AgreementWords) -> str:
    named = ", ".join(filter(None, (name, position)))
    return words.represented_by.format(name=named) if name else ""


def _terms(fields: Iterable[Field], values: dict[str, Any], language: str) -> Iterator[Entry]:
    for field in fields:
        value: Any = values.get(field.key)
        if is_empty(value):
            continue
        if field.kind is FieldKind.ROWS:
            yield _rows_table(field, value, language)
        else:
            yield Pair(field.label, _value(field, value, language))


def _value(field: Field, value: Any, language: str) -> str:
    text = value_text(field, value, language)
    return _typed(text, language) if field.kind in _WRITTEN else text


def _typed(text: str, language: str) -> str:
    """What somebody typed, in its own words and marks; Polish keeps its one-letter words off line ends.

    In an English sheet it may be Polish all the same, whose quotation marks must not become English ones.
    """
    return typeset(text, language) if language == "pl" else text


def _rows_table(field: Field, rows: Sequence[dict[str, Any]], language: str) -> Table:
    """A term of rows; columns that hold nothing in any row are left out."""
    columns = [column for column in field.columns if any(not is_empty(row.get(column.key)) for row in rows)]
    return Table(
        caption=field.label,
        columns=tuple(
            Column(column.label, numeric=column.kind in _NUMERIC, wide=column.kind in _WRITTEN)
            for column in columns
        ),
        rows=tuple(
            tuple(_value(column, row.get(column.key), language) for column in columns) for row in rows
        ),
    )


def _promises(facts: SheetFacts, words: AgreementWords, language: str) -> Iterator[Table]:
    """One table of the promises of both sides; who sees to them is left out where nobody is named."""
    promised = _agreed(facts.obligations)
    if not promised:
        return
    named = any(obligation.responsible for obligation in promised)
    translated = {
        other.text: own.text
        for own, other in zip(facts.kind.obligations, facts.other_kind.obligations, strict=True)
    }
    rows: list[tuple[str, ...]] = []
    for side, name in ((Side.OURS, facts.firm.name), (Side.THEIRS, facts.partner.name)):
        of_side = [obligation for obligation in promised if obligation.side is side]
        if of_side:
            rows.append((words.promised_by.format(name=name),))
        for obligation in of_side:
            text = _typed(translated.get(obligation.text, obligation.text), language)
            due = _due(obligation, words, language)
            rows.append((text, obligation.responsible, due) if named else (text, due))
    who = (Column(words.in_charge),) if named else ()
    yield Table("", (Column(words.promise, wide=True), *who, Column(words.due)), tuple(rows))


def _agreed(obligations: Iterable[Obligation]) -> list[Obligation]:
    """The promises that were not waived; of one that comes again only the first, whose days it tells of."""
    agreed: dict[Any, Obligation] = {}
    for one in obligations:
        if one.status is not ObligationStatus.WAIVED:
            again = (one.side, one.text, one.recurrence, one.first_due_on)
            agreed.setdefault(again if one.recurrence else one.key, one)
    return list(agreed.values())


def _due(obligation: Obligation, words: AgreementWords, language: str) -> str:
    if obligation.due_on is None:
        return ""
    if obligation.recurrence is None:
        return short_date(obligation.due_on, language)
    first = obligation.first_due_on or obligation.due_on
    rhythm = words.rhythms[obligation.recurrence]
    return words.again.format(rhythm=rhythm, day=short_date(first, language))


def _governance(facts: SheetFacts, words: AgreementWords, language: str) -> Iterator[Pair]:
    partnership, firm, partner = facts.partnership, facts.firm.name, facts.partner.name
    deciders = {LastWord.US: firm, LastWord.THEM: partner, LastWord.BOTH: words.both_together}
    rhythm = partnership.review_rhythm
    pairs = (
        (words.we_see_to, _typed(partnership.our_functions, language)),
        (words.they_see_to, _typed(partnership.their_functions, language)),
        (words.last_word, deciders[partnership.last_word] if partnership.last_word else ""),
        (words.decisions, _typed(partnership.decision_rule, language)),
        (words.disputes, _typed(partnership.dispute_rule, language)),
        (words.review, words.rhythms[rhythm] if rhythm else ""),
        (words.exit, _typed(partnership.exit_rule, language)),
    )
    return (Pair(name, text) for name, text in pairs if text)


def _validity(partnership: Partnership, words: AgreementWords, language: str) -> Iterator[Pair]:
    if partnership.starts_on:
        yield Pair(words.first_day, long_date(partnership.starts_on, language))
    if partnership.ends_on:
        yield Pair(words.last_day, long_date(partnership.ends_on, language))
    elif partnership.starts_on:
        yield Pair(words.last_day, words.until_recalled)
