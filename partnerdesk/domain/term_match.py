"""Whether two short terms mean the same people or goods, whatever the endings and the order of words."""

from collections.abc import Iterable, Sequence
from functools import lru_cache

from partnerdesk.domain.folding import search_words

_SHORTEST_STEM = 3

#: Endings of Polish and English nouns and adjectives, folded; the longest that fits is taken off.
_ENDINGS = sorted(
    (
        "a", "ach", "ami", "e", "ego", "ej", "em", "emu", "es", "i", "ia", "iach", "iami", "ich", "ie",
        "iego", "iem", "ies", "im", "imi", "io", "iom", "iow", "iowie", "mi", "o", "om", "ow", "owi", "owie",
        "s", "u", "y", "ych", "ym", "ymi",
    ),
    key=len,
    reverse=True,
)  # fmt: skip

#: Words that join others and say nothing themselves, folded.
_JOINING = frozenset({"dla", "oraz", "the", "for", "and", "from", "who", "with", "nad", "pod", "przy"})


@lru_cache(maxsize=50_000)
def term_stems(term: str) -> frozenset[str]:
    """The stems of a term's telling words; empty only for a term without letters and digits.

    „pary młode”, „młode pary” and „par młodych” give the same. This is deliberately rough: it knows endings
    and the changes „turyści” / „turystów”, „klienci” / „klientów”, „pracownicy” / „pracowników”, no grammar.
    """
    words = search_words(term)
    telling = [word for word in words if len(word) > 2 and word not in _JOINING]
    return frozenset(_stem(word) for word in telling or words)


@lru_cache(maxsize=100_000)
def is_same_term(one: str, other: str) -> bool:
    """Whether both mean the same, or one of them a part of the other: „firmy” and „firmy z Gdańska”."""
    mine, theirs = term_stems(one), term_stems(other)
    return bool(mine and theirs) and (mine <= theirs or theirs <= mine)


def shared_terms(ours: Sequence[str], theirs: Iterable[str]) -> tuple[str, ...]:
    """Those of our terms that are among theirs, as we write them."""
    others = tuple(theirs)
    return tuple(term for term in ours if any(is_same_term(term, other) for other in others))


def _stem(word: str) -> str:
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            word = word.removesuffix(ending)
            break
    if word.endswith("rz"):  # seniorzy, seniorów
        word = word[:-1]
    if len(word) > _SHORTEST_STEM and word[-1] in "ck":  # klienci, pracowników
        word = word[:-1] + "t"
    if len(word) > _SHORTEST_STEM and word[-1] == word[-2]:  # businesses, business
        word = word[:-1]
    return word
