"""Whom to ask next: the ranked firms with the sentences that say why."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from partnerdesk.domain.partner import Partner
from partnerdesk.domain.partnership_type import Asset, PartnershipType
from partnerdesk.domain.ranking import Candidate, Reason, ReasonKind, Suggestion, Verdict, rank
from partnerdesk.language.formats import listed, short_date
from partnerdesk.language.interface import _, pgettext, screen_language
from partnerdesk.language.labels import asset_label
from partnerdesk.services.desk import Desk
from partnerdesk.storage.ask_candidates import ask_candidates

MOST_SHOWN = 100
_MOST_TERMS = 3
_REPORTED_EVERY = 1_000


@dataclass(frozen=True, slots=True)
class Advice:
    """One firm of the ranking; ``type_title`` is "" where nothing can be proposed to it."""

    partner: Partner
    verdict: Verdict
    type_key: str
    type_title: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Ranking:
    """The best firms to ask, and what our own firm still lacks for a good answer.

    ``count`` tells how many firms were compared. Without an audience of our own nothing is compared.
    """

    advice: tuple[Advice, ...]
    count: int
    lacks_audience: bool
    lacks_assets: bool


def rank_partners(
    desk: Desk, today: date, report: Callable[[int, int], None] = lambda done, total: None
) -> Ranking:
    """Compare every partner with our own firm; takes some seconds for 100,000 of them.

    ``report`` is told how many of how many are done, and may raise ``Cancelled``.
    """
    firm = desk.own_firm.get()
    if not firm.audience:
        return Ranking((), 0, lacks_audience=True, lacks_assets=not firm.assets)
    types = desk.catalogue.types
    ranked = rank(firm, _watched(desk, report), types, today)
    best = ranked[:MOST_SHOWN]
    partners = {partner.key: partner for partner in desk.directory.partners([one.key for one in best])}
    return Ranking(
        tuple(_advice(partners[one.key], one, types) for one in best),
        len(ranked),
        lacks_audience=False,
        lacks_assets=not firm.assets,
    )


def _watched(desk: Desk, report: Callable[[int, int], None]) -> Iterator[Candidate]:
    total = desk.directory.count()
    for done, candidate in enumerate(ask_candidates(desk.workspace)):
        if done % _REPORTED_EVERY == 0:
            report(done, total)
        yield candidate


def verdict_label(verdict: Verdict) -> str:
    """What a verdict other than "ask" is called beside a firm's name."""
    return {
        Verdict.ASK: "",
        Verdict.UNKNOWN: pgettext("verdict", "Too little known"),
        Verdict.NOTHING_NEW: pgettext("verdict", "Nothing new to propose"),
        Verdict.NOT_NOW: pgettext("verdict", "Not now"),
        Verdict.COMPETITOR: pgettext("verdict", "Competitor"),
    }[verdict]


def _advice(partner: Partner, suggestion: Suggestion, types: Mapping[str, PartnershipType]) -> Advice:
    title = types[suggestion.type_key].title if suggestion.type_key else ""
    return Advice(partner, suggestion.verdict, suggestion.type_key, title, explain(suggestion, types))


def explain(suggestion: Suggestion, types: Mapping[str, PartnershipType]) -> str:
    """Why a firm stands where it does: a few plain sentences in the language of the screen.

    What was typed stands in quotation marks, so that no sentence depends on its grammar.
    """
    reasons = {reason.kind: reason for reason in suggestion.reasons}
    title = types[suggestion.type_key].title if suggestion.type_key else ""
    sentences = (_clients(reasons), _assets(reasons, title), _standing(suggestion, reasons, types))
    return " ".join(sentence for sentence in sentences if sentence)


def _clients(reasons: Mapping[ReasonKind, Reason]) -> str:
    """Whom both serve, and whether we compete."""
    if ReasonKind.SHARED_AUDIENCE in reasons:
        terms = _quoted(reasons[ReasonKind.SHARED_AUDIENCE].values)
        if ReasonKind.COMPETES in reasons:
            return _("You compete, but you both serve {terms}.").format(terms=terms)
        if ReasonKind.SAME_GOODS in reasons:
            goods = _quoted(reasons[ReasonKind.SAME_GOODS].values)
            text = _("You both serve {terms}, but you both sell {goods}: find out first whether you compete.")
            return text.format(terms=terms, goods=goods)
        if ReasonKind.OTHER_GOODS in reasons:
            return _("You both serve {terms}, and you do not compete.").format(terms=terms)
        return _("You both serve {terms}.").format(terms=terms)
    if ReasonKind.COMPETES in reasons:
        return _("You compete.")
    if ReasonKind.OTHER_AUDIENCE in reasons:
        terms = _quoted(reasons[ReasonKind.OTHER_AUDIENCE].values[:_MOST_TERMS])
        return _("You have different clients; theirs are {terms}.").format(terms=terms)
    return _("Not enough is known: add whom it serves.")


def _assets(reasons: Mapping[ReasonKind, Reason], title: str) -> str:
    """What both can bring in, and the type that would suit."""
    if not title:
        return ""
    both, theirs, ours = (
        _assets_of(reasons.get(kind))
        for kind in (ReasonKind.BOTH_BRING, ReasonKind.THEY_BRING, ReasonKind.WE_BRING)
    )
    if both:
        text = _("Each of you has: {both}. “{type}” would suit.")
    elif theirs and ours:
        text = _("They can bring in: {theirs}; you: {ours}. “{type}” would suit.")
    elif theirs:
        text = _("They can bring in: {theirs}. “{type}” would suit.")
    elif ours:
        text = _("You can bring in: {ours}. “{type}” would suit.")
    elif ReasonKind.OTHER_AUDIENCE in reasons:
        text = _("“{type}” would still suit, as it needs no shared clients.")
    else:
        text = _("“{type}” would suit to begin with.")
    return text.format(both=both, theirs=theirs, ours=ours, type=title)


def _standing(
    suggestion: Suggestion, reasons: Mapping[ReasonKind, Reason], types: Mapping[str, PartnershipType]
) -> str:
    """Where we stand with the firm, as far as that matters for asking it."""
    sentences = []
    if under_way := reasons.get(ReasonKind.UNDER_WAY):
        titles = _quoted([types[key].title for key in under_way.values])
        sentences.append(_("Already under way: {types}.").format(types=titles))
    if suggestion.verdict is Verdict.NOTHING_NEW:
        sentences.append(_("No further type suits so far; more may, once you note what it could bring in."))
    for kind, text in _standing_texts().items():
        if reason := reasons.get(kind):
            day = short_date(reason.day, screen_language()) if reason.day else ""
            sentences.append(text.format(day=day))
    return " ".join(sentences)


def _standing_texts() -> dict[ReasonKind, str]:
    return {
        ReasonKind.TALKS: _("You are in talks already; finish them first."),
        ReasonKind.PAUSED: _("Your cooperation is paused."),
        ReasonKind.FORMER: _("You worked together before."),
        ReasonKind.REFUSED: _("They refused before."),
        ReasonKind.RETRY_DUE: _("The day to ask again has come ({day})."),
        ReasonKind.WAIT: _("Ask again on {day}, not before."),
    }


def _quoted(terms: Sequence[str]) -> str:
    mark = pgettext("term", "“{term}”")
    return listed([mark.format(term=term) for term in terms], screen_language())


def _assets_of(reason: Reason | None) -> str:
    if reason is None:
        return ""
    labels = [asset_label(Asset(value)) for value in reason.values]
    return listed([label[:1].lower() + label[1:] for label in labels], screen_language())
