"""Single terms typed into one line: tags, audiences, goods."""

import re
from collections.abc import Iterable

from partnerdesk.domain.folding import fold

_SEPARATORS = re.compile(r"[,;\n\r\t]+")


def split_tags(text: str) -> tuple[str, ...]:
    """The terms of a text that commas, semicolons or line ends part; see :func:`tidy_tags`."""
    return tidy_tags(_SEPARATORS.split(text))


def tidy_tags(tags: Iterable[str]) -> tuple[str, ...]:
    """Terms without separators and doubled spaces; of those that differ in case or accents the first."""
    found: dict[str, str] = {}
    for tag in tags:
        for part in _SEPARATORS.split(tag):
            tidy = " ".join(part.split())
            if tidy:
                found.setdefault(fold(tidy), tidy)
    return tuple(found.values())
