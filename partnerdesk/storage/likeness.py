"""Partners that share a mark, or whose names may be nearly the same."""

from collections.abc import Iterable
from itertools import groupby

from partnerdesk.domain.partner_marks import name_mark
from partnerdesk.storage.workspace import Workspace

# Enough to hold the right one, few enough to be judged while somebody types.
_CANDIDATES_PER_QUESTION = 400
_HOLDERS = 20
_FIRST_LETTERS = 3
_MOST_WORDS = 6
# Marks are no longer than this now; files from before may hold some that are, too long to be compared.
_LETTERS_COMPARED = 200

Mark = tuple[str, str]


def holders_of(workspace: Workspace, marks: Iterable[Mark]) -> dict[Mark, list[int]]:
    """Keys of partners outside the bin that have these marks, at most twenty for each."""
    found = {}
    for kind, value in marks:
        rows = workspace.select(
            """SELECT partner_mark.partner_id FROM partner_mark
               JOIN partner ON partner.id = partner_mark.partner_id AND partner.deleted_at IS NULL
               WHERE kind = ? AND value = ? LIMIT ?""",
            [kind, value, _HOLDERS],
        )
        if rows:
            found[kind, value] = [row[0] for row in rows]
    return found


def nearly_named(workspace: Workspace, name: str) -> list[tuple[int, str]]:
    """Keys and folded names of partners that may be called nearly like ``name``, some in the bin.

    They begin with the same letters, or share all words but one.
    """
    mark = name_mark(name)
    words = mark.split()
    if not words:
        return []
    beginning = mark[:_FIRST_LETTERS]
    rows = workspace.select(
        """SELECT partner_id, substr(value, 1, ?) FROM partner_mark
           WHERE kind = 'name' AND value >= ? AND value < ? LIMIT ?""",
        [_LETTERS_COMPARED, beginning, beginning + "\U0010ffff", _CANDIDATES_PER_QUESTION],
    )
    for question in _words_but_one(words):
        rows += workspace.select(
            """SELECT partner_id, substr(value, 1, ?) FROM partner_mark WHERE kind = 'name' AND partner_id IN
               (SELECT rowid FROM partner_search WHERE partner_search MATCH ? LIMIT ?)""",
            [_LETTERS_COMPARED, question, _CANDIDATES_PER_QUESTION],
        )
    return rows


def _words_but_one(words: list[str]) -> list[str]:
    """For each word a full-text question for all the others; two letters of it narrow the search."""
    if len(words) == 1:
        return [f'"{words[0][:_FIRST_LETTERS]}"*']
    words = sorted(words, key=len)[-_MOST_WORDS:]
    questions = []
    for place, word in enumerate(words):
        others = " ".join(f'"{other}"' for other in words[:place] + words[place + 1 :])
        questions += [f'{others} "{word[:2]}"*', others]
    return questions


def shared_marks(workspace: Workspace) -> list[tuple[Mark, list[int]]]:
    """Each mark that several partners outside the bin have, with their keys in order."""
    rows = workspace.select(
        """SELECT kind, value, partner_id FROM partner_mark
           JOIN partner ON partner.id = partner_mark.partner_id AND partner.deleted_at IS NULL
           WHERE (kind, value) IN
               (SELECT kind, value FROM partner_mark GROUP BY kind, value HAVING count(*) > 1)
           ORDER BY kind, value, partner_id"""
    )
    groups = groupby(rows, key=lambda row: (row[0], row[1]))
    marks = [(mark, [row[2] for row in group]) for mark, group in groups]
    return [(mark, holders) for mark, holders in marks if len(holders) > 1]


def partner_names(workspace: Workspace) -> list[tuple[int, str, str]]:
    """Key, name and NIP of each partner outside the bin."""
    return workspace.select("SELECT id, name, nip FROM partner WHERE deleted_at IS NULL ORDER BY id")


def distinct_pairs(workspace: Workspace) -> set[tuple[int, int]]:
    """The pairs judged to be two partners, the smaller key first."""
    return set(workspace.select("SELECT one_id, other_id FROM distinct_pair"))
