"""Phrases around a noun: positions, common nouns with their adjectives, and names of organisations.

Declined are the noun and the adjectives that agree with it. What depends on it stays as it is: genitives
(kierownik działu sprzedaży), everything from a preposition, „ds.” or „im.” on, quoted names and acronyms.
"""

import re

from partnerdesk.language.inflection import institution_words as institutional
from partnerdesk.language.inflection import noun_words as words
from partnerdesk.language.inflection.analyser import Analyser
from partnerdesk.language.inflection.model import Case, Inflection, Source, distinct
from partnerdesk.language.inflection.nouns import adjective_paradigm, is_adjective, is_noun, noun_paradigm

_ADJECTIVE = 0.93
_NAMELIKE = 0.8
_UNKNOWN = 0.6
_LONGEST_ACRONYM = 5
_QUOTED = re.compile("[\"„”“«»'‚‘]")
_ACRONYM = re.compile(r"^[\W\d]*[A-ZĄĆĘŁŃÓŚŹŻ]{2,}[A-ZĄĆĘŁŃÓŚŹŻ\d.]*(?:-[a-ząćęłńóśźż]+)?[\W\d]*$")
_DEPUTY_ABBREVIATION = re.compile(r"^(?:p\.?o\.?|z-ca|zast\.|v-ce)$", re.IGNORECASE)


def inflect_phrase(
    text: str, case: Case, gender: str, analyser: Analyser | None, *, person: bool, name: bool = False
) -> Inflection:
    """Return a noun phrase in a case.

    ``person`` tells that it names what somebody is; ``name`` that it is the name of an organisation, whose
    unknown words are rather parts of its own name than words of the language.
    """
    if text.isupper() and max(map(len, text.split())) > _LONGEST_ACRONYM:
        small = inflect_phrase(text.lower(), case, gender, analyser, person=person, name=name)
        others = tuple(form.upper() for form in small.alternatives)
        return Inflection(small.form.upper(), small.confidence, small.source, others)
    return _Phrase(text, case, gender, analyser, person=person, name=name).inflected()


class _Phrase:
    def __init__(
        self, text: str, case: Case, gender: str, analyser: Analyser | None, *, person: bool, name: bool
    ) -> None:
        self._tokens = text.split()
        self._case = case
        self._gender = gender
        self._analyser = analyser
        self._person = person
        self._name = name
        self._is_thing = False

    def inflected(self) -> Inflection:
        """Decline what stands before the first word that stays, and join all again."""
        tokens = self._tokens
        if self._is_english():
            return self._english()
        head = self._head()
        if head is None:
            return self._without_head()
        noun = self._noun(tokens[head])
        self._is_thing = self._case is Case.ACC and noun.form == tokens[head]
        pieces = [*(self._adjective(token) for token in tokens[:head]), noun]
        at = head + 1
        while at < len(tokens) and (self._agrees(at) or self._stands_beside(at)):
            agrees = self._agrees(at)
            pieces.append(self._adjective(tokens[at]) if agrees else self._noun(tokens[at]))
            at += 1
        rest = tokens[at:]
        if self._is_mixed(head, rest):
            return Inflection(" ".join(tokens), _UNKNOWN, Source.UNCHANGED)
        if at > head and tokens[at - 1].endswith(",") and self._is_title(rest, 0):
            return joined([*pieces, self._again(rest)])
        if rest and rest[0] in ("i", "oraz", "/", "-", "–") and self._is_title(rest, 1):
            return joined([*pieces, _fixed(rest[0]), self._again(rest[1:])])
        if self._name and self._is_unclear(head, rest):
            pieces.append(Inflection(rest.pop(0), _NAMELIKE, Source.POLICY))
        if self._analyser is None and self._may_agree(rest):
            pieces.append(Inflection(rest.pop(0), _NAMELIKE, Source.RULES))
        return joined([*pieces, *(_fixed(token) for token in rest)])

    def _is_mixed(self, head: int, rest: list[str]) -> bool:
        """Tell whether a woman's title in -a has a man's adjective behind it: radca prawny."""
        if not (self._person and self._gender == "f" and rest and self._tokens[head].endswith("a")):
            return False
        return is_adjective(rest[0], "m", self._analyser) and not is_noun(rest[0], "m", None)

    def _is_unclear(self, head: int, rest: list[str]) -> bool:
        """Tell whether an adjective may belong to the noun after it: „Fundacja Polska Miedź”."""
        after_adjective = bool(rest) and self._tokens.index(rest[0]) > head + 1
        return (
            after_adjective
            and rest[0][0].isupper()
            and not _stays(rest[0])
            and is_noun(rest[0], self._gender, self._analyser)
        )

    def _head(self) -> int | None:
        """Return where the noun stands that the phrase is about; None where no word can be it."""
        last = None
        for at, token in enumerate(self._tokens):
            if _stays(token) or token.endswith(".") or token.lower().rstrip(",") in words.STOPS:
                break
            word = token.strip(",")
            following = self._tokens[at + 1].strip(",") if at + 1 < len(self._tokens) else ""
            is_head = self._is_head(word)
            if is_head and not self._leads(word, following):
                return at
            last = at if is_head else last
            if not self._leads(word, following):
                break
        # „Rada nadzorcza”: the first word reads as an adjective, too, but no noun follows.
        return last

    def _may_agree(self, rest: list[str]) -> bool:
        """Tell whether a word after the noun could be an adjective that the rules do not know."""
        if not rest or self._name or _stays(rest[0]) or rest[0].lower() in words.NO_ADJECTIVES:
            return False
        return rest[0][-1] in {"m": "y", "f": "a", "n": "e", "pl": "eiy"}[self._gender]

    def _leads(self, word: str, following: str) -> bool:
        """Tell whether a word is an adjective before its noun: główny księgowy."""
        if not following or not is_adjective(word, self._gender, self._analyser) or _stays(following):
            return False
        if following.lower() in words.STOPS or following[0].isupper() != word[0].isupper():
            return False
        if word.lower() in words.ADJECTIVAL:
            return is_noun(following, self._gender, self._analyser) and following.lower() in words.ADJECTIVAL
        adjective = is_adjective(following, self._gender, self._analyser)
        return adjective or is_noun(following, self._gender, self._analyser)

    def _is_head(self, word: str) -> bool:
        if "-" in word and all(is_noun(part, self._gender, self._analyser) for part in word.split("-")):
            return True
        if is_noun(word, self._gender, self._analyser):
            return True
        # A woman may bear a man's title: „Pani Dyrektor”.
        if self._person and self._gender == "f" and is_noun(word, "m", self._analyser):
            return True
        return not self._name and (len(self._tokens) == 1 or self._analyser is None)

    def _agrees(self, at: int) -> bool:
        token = self._tokens[at].strip(",")
        if _stays(token) or self._tokens[at - 1].endswith(",") or token.lower().rstrip(".") in words.STOPS:
            return False
        return is_adjective(token.rpartition("-")[2], self._gender, self._analyser)

    def _stands_beside(self, at: int) -> bool:
        """Tell whether a second noun is declined along with the first: lekarz dentysta."""
        token = self._tokens[at].strip(",")
        if not self._person or self._gender != "m" or _stays(token) or self._tokens[at - 1].endswith(","):
            return False
        if self._analyser is None:
            return token.lower() in words.BESIDE
        can_be_genitive = self._analyser.reads_as(token.lower(), "subst", "gen", "m")
        return (
            is_noun(token, "m", self._analyser)
            and not can_be_genitive
            and token.islower() == self._tokens[at - 1].islower()
        )

    def _is_title(self, rest: list[str], at: int) -> bool:
        """Tell whether the words go on with another noun in the nominative, as in „prezes i właściciel”."""
        if self._name or len(rest) <= at or not self._person:
            return False
        word, following = rest[at].strip(","), rest[at + 1].strip(",") if at + 1 < len(rest) else ""
        return is_noun(word, self._gender, self._analyser) or self._leads(word, following)

    def _again(self, tokens: list[str]) -> Inflection:
        return inflect_phrase(
            " ".join(tokens), self._case, self._gender, self._analyser, person=self._person, name=self._name
        )

    def _noun(self, token: str) -> Inflection:
        word, mark = _bare(token)
        parts = [
            noun_paradigm(part, self._gender, self._analyser, person=self._person).inflection(self._case)
            for part in word.split("-")
        ]
        if self._name and len(self._tokens) == 1 and token[0].isupper():
            parts.append(Inflection("", _NAMELIKE, Source.POLICY))
            return joined([joined(parts[:-1], "-"), parts[-1]], "", mark)
        return joined(parts, "-", mark)

    def _adjective(self, token: str) -> Inflection:
        word, mark = _bare(token)
        confidence = _ADJECTIVE
        first, hyphen, last = word.rpartition("-")
        if hyphen:
            word = last
        if self._is_thing and self._gender == "m":
            return Inflection(token, confidence, Source.RULES)
        if self._name and word[:-1].rstrip("i").lower() not in institutional.STEMS:
            confidence = _NAMELIKE
        form = adjective_paradigm(word, self._gender, confidence).inflection(self._case)
        return joined([_fixed(first + hyphen), form], "", mark) if hyphen else joined([form], "", mark)

    def _is_english(self) -> bool:
        """Tell whether a position is worded in English: key account manager."""
        *before, last = self._tokens
        if not self._person or not before or last.lower() not in words.ENGLISH_HEADS:
            return False
        joins = any(token.endswith(",") or token in ("i", "oraz") for token in before)
        return not joins and not is_adjective(before[0], self._gender, self._analyser)

    def _english(self) -> Inflection:
        """Decline the last word alone: key account managera."""
        *before, last = self._tokens
        if self._gender == "f" or last.isupper():
            return Inflection(" ".join(self._tokens), 0.9, Source.POLICY)
        form = noun_paradigm(last, self._gender, self._analyser, person=True).inflection(self._case)
        return joined([*(_fixed(token) for token in before), form])

    def _without_head(self) -> Inflection:
        text = " ".join(self._tokens)
        first = self._tokens[0] if self._tokens else ""
        if not first or _stays(first) or _DEPUTY_ABBREVIATION.match(first):
            return Inflection(text, 0.95, Source.POLICY)
        if self._person and self._gender == "f" and self._leads_man():
            return Inflection(text, 0.9, Source.POLICY)
        if self._name or first.endswith(".") or first.lower() in words.STOPS:
            return Inflection(text, _UNKNOWN, Source.UNCHANGED)
        guessed = joined([self._noun(first), *(_fixed(token) for token in self._tokens[1:])])
        others = (form for form in distinct((text, *guessed.alternatives)) if form != guessed.form)
        return Inflection(guessed.form, _UNKNOWN, guessed.source, tuple(others))

    def _leads_man(self) -> bool:
        """Tell whether a woman bears a position worded for a man: starszy specjalista."""
        man = _Phrase(" ".join(self._tokens), self._case, "m", self._analyser, person=True, name=False)
        return man._head() is not None


def _stays(token: str) -> bool:
    """Tell whether a token is quoted, an acronym or a number."""
    return bool(_QUOTED.search(token[:1] + token[-1:]) or _ACRONYM.match(token) or not token[:1].isalpha())


def _bare(token: str) -> tuple[str, str]:
    return (token[:-1], ",") if token.endswith(",") else (token, "")


def _fixed(token: str) -> Inflection:
    return Inflection(token, 1.0, Source.POLICY)


def joined(pieces: list[Inflection], gap: str = " ", mark: str = "") -> Inflection:
    """Return the forms side by side, as sure as the least sure; alternatives change one word each."""
    forms = [piece.form for piece in pieces]
    others = [
        gap.join([*forms[:at], other, *forms[at + 1 :]]) + mark
        for at, piece in enumerate(pieces)
        for other in piece.alternatives
    ]
    weakest = min(pieces, key=lambda piece: piece.confidence)
    text = gap.join(forms) + mark
    alternatives = tuple(form for form in distinct(others) if form != text)
    return Inflection(text, weakest.confidence, weakest.source, alternatives)
