"""Whether two firms' names are nearly the same, and which of many are."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence

_SAME_ENOUGH = 85.0
_REST_SAME_ENOUGH = 70.0
_LARGEST_BLOCK = 60
_NEIGHBOURS = 8
_REPORTED_EVERY = 2000


def name_likeness(one: str, other: str) -> float:
    """How alike two name marks are: 0 for names of two firms, else 85 to 100.

    Both are as :func:`partnerdesk.domain.partner_marks.name_mark` makes them. What is left without the words
    that both share must be alike too, so that a long common beginning hides no difference; different numbers
    tell two firms apart.
    """
    from rapidfuzz import fuzz

    if one == other:
        return 100.0
    score = fuzz.ratio(one, other, score_cutoff=_SAME_ENOUGH)
    if not score:
        return 0.0
    ours, theirs = _without_shared(one, other), _without_shared(other, one)
    if _digits(ours) != _digits(theirs):
        return 0.0
    if ours and theirs and fuzz.ratio(ours, theirs) < _REST_SAME_ENOUGH:
        return 0.0
    return float(score)


def most_alike(mark: str, candidates: dict[str, set[int]], limit: int) -> list[tuple[int, str]]:
    """Of keys by name mark, those whose mark is nearly ``mark``, best first."""
    from rapidfuzz import fuzz, process

    found = process.extract(
        mark, candidates.keys(), scorer=fuzz.ratio, processor=None, score_cutoff=_SAME_ENOUGH, limit=limit
    )
    return [(key, value) for value, _score, _place in found for key in candidates[value]][:limit]


def alike_pairs(marks: Sequence[str], report: Callable[[int, int], None]) -> Iterator[tuple[int, int, float]]:
    """Places of marks that are nearly but not quite the same, each pair with its likeness, some twice.

    Names are compared with those that share all words but one and the first or last letters of that one; in
    a large group only with their neighbours in alphabetical order, so that the work grows with the number
    of names and not with its square.
    """
    for step, ends in enumerate((slice(0, 2), slice(-2, None))):
        blocks = list(_blocks(marks, ends))
        for number, block in enumerate(blocks):
            if number % _REPORTED_EVERY == 0:
                report(step * len(blocks) + number, 2 * len(blocks))
            yield from _alike_in(marks, block)


def _blocks(marks: Sequence[str], ends: slice) -> Iterator[list[int]]:
    blocks: dict[str, list[int]] = defaultdict(list)
    for place, mark in enumerate(marks):
        words = mark.split()
        for at, word in enumerate(words):
            blocks[" ".join((*words[:at], *words[at + 1 :], "|" + word[ends]))].append(place)
    return (block for block in blocks.values() if len(block) > 1)


def _alike_in(marks: Sequence[str], block: list[int]) -> Iterator[tuple[int, int, float]]:
    block = sorted(block, key=lambda place: marks[place])
    reach = len(block) if len(block) <= _LARGEST_BLOCK else _NEIGHBOURS
    for at, one in enumerate(block):
        for other in block[at + 1 : at + 1 + reach]:
            if marks[one] != marks[other] and (score := name_likeness(marks[one], marks[other])):
                yield one, other, score


def _without_shared(mark: str, other: str) -> str:
    left = other.split()
    rest = []
    for word in mark.split():
        if word in left:
            left.remove(word)
        else:
            rest.append(word)
    return " ".join(rest)


def _digits(text: str) -> str:
    return "".join(letter for letter in text if letter.isdigit())
