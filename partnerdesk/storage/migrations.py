"""The steps that bring a workspace file from any older schema to today's; one function a step.

A released step is never edited: a change of the schema is a new step at the end, with a test that
upgrades a stored file of the version before.
"""

import json
import sqlite3

from sqlite_utils import Database, Migrations

from partnerdesk.domain.tags import split_tags

steps = Migrations("partnerdesk")

_RECORD = """
    id INTEGER PRIMARY KEY,
    uuid TEXT NOT NULL UNIQUE CHECK (length(uuid) = 36),
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    version INTEGER NOT NULL CHECK (version > 0)
"""

_SEARCH_INDEX = (
    """CREATE VIRTUAL TABLE partner_search USING fts5(search_text, content='partner', content_rowid='id',
        tokenize='unicode61', prefix='1 2 3')""",
    """CREATE TRIGGER partner_search_insert AFTER INSERT ON partner BEGIN
        INSERT INTO partner_search (rowid, search_text) VALUES (new.id, new.search_text); END""",
    """CREATE TRIGGER partner_search_delete AFTER DELETE ON partner BEGIN
        INSERT INTO partner_search (partner_search, rowid, search_text)
        VALUES ('delete', old.id, old.search_text); END""",
    """CREATE TRIGGER partner_search_update AFTER UPDATE OF search_text ON partner BEGIN
        INSERT INTO partner_search (partner_search, rowid, search_text)
        VALUES ('delete', old.id, old.search_text);
        INSERT INTO partner_search (rowid, search_text) VALUES (new.id, new.search_text); END""",
)

_STATES = "'idea', 'proposed', 'negotiating', 'agreed', 'running', 'paused', 'ended', 'refused'"


def _run(db: Database, *statements: str) -> None:
    # Not executescript: it commits by itself and so would leave half a step behind.
    connection: sqlite3.Connection = db.conn
    for statement in statements:
        connection.execute(statement)


@steps()
def create_own_firm_and_pictures(db: Database) -> None:
    """Our own firm, at most one row, and the pictures that letters use."""
    _run(
        db,
        f"""CREATE TABLE picture ({_RECORD},
            media_type TEXT NOT NULL CHECK (media_type IN ('image/png', 'image/jpeg')),
            content BLOB NOT NULL)""",
        f"""CREATE TABLE own_firm ({_RECORD},
            name TEXT NOT NULL,
            street TEXT NOT NULL, postal_code TEXT NOT NULL, city TEXT NOT NULL, nip TEXT NOT NULL,
            phone TEXT NOT NULL, email TEXT NOT NULL, website TEXT NOT NULL, place TEXT NOT NULL,
            signatory_first_name TEXT NOT NULL, signatory_surname TEXT NOT NULL,
            signatory_job_title TEXT NOT NULL, signatory_job_title_en TEXT NOT NULL,
            signatory_gender TEXT CHECK (signatory_gender IN ('m', 'f')),
            logo_id INTEGER REFERENCES picture (id) ON DELETE RESTRICT,
            signature_id INTEGER REFERENCES picture (id) ON DELETE RESTRICT,
            CHECK (id = 1))""",
    )


@steps()
def create_partners_and_contacts(db: Database) -> None:
    """Partners with their folded search text and Polish sort key, contacts, and the search index."""
    _run(
        db,
        f"""CREATE TABLE partner ({_RECORD},
            name TEXT NOT NULL CHECK (trim(name) <> ''), short_name TEXT NOT NULL, nip TEXT NOT NULL,
            street TEXT NOT NULL, postal_code TEXT NOT NULL, city TEXT NOT NULL, country TEXT NOT NULL,
            email TEXT NOT NULL, phone TEXT NOT NULL, website TEXT NOT NULL, industry TEXT NOT NULL,
            sells TEXT NOT NULL, audience TEXT NOT NULL,
            is_competitor INTEGER NOT NULL CHECK (is_competitor IN (0, 1)),
            stage TEXT NOT NULL CHECK (stage IN ('prospect', 'contacted', 'negotiating', 'partner', 'paused',
                                                 'refused', 'former')),
            language TEXT NOT NULL CHECK (language IN ('pl', 'en')),
            first_day TEXT, notes TEXT NOT NULL, deleted_at TEXT,
            sort_key TEXT NOT NULL, search_text TEXT NOT NULL)""",
        "CREATE INDEX partner_in_order ON partner (sort_key, id)",
        "CREATE INDEX partner_by_nip ON partner (nip)",
        f"""CREATE TABLE contact ({_RECORD},
            partner_id INTEGER NOT NULL REFERENCES partner (id) ON DELETE RESTRICT,
            first_name TEXT NOT NULL, surname TEXT NOT NULL, job_title TEXT NOT NULL,
            gender TEXT CHECK (gender IN ('m', 'f')),
            is_decision_maker INTEGER NOT NULL CHECK (is_decision_maker IN (0, 1)),
            email TEXT NOT NULL, phone TEXT NOT NULL, position INTEGER NOT NULL,
            CHECK (first_name <> '' OR surname <> ''))""",
        "CREATE INDEX contact_by_partner ON contact (partner_id, position, id)",
        *_SEARCH_INDEX,
    )


@steps()
def create_partnerships(db: Database) -> None:
    """Partnerships with terms as JSON, promises of both sides, results."""
    _run(
        db,
        f"""CREATE TABLE partnership ({_RECORD},
            partner_id INTEGER NOT NULL REFERENCES partner (id) ON DELETE RESTRICT,
            type_key TEXT NOT NULL CHECK (type_key <> ''), name TEXT NOT NULL,
            state TEXT NOT NULL CHECK (state IN ({_STATES})),
            refusal_reason TEXT CHECK (refusal_reason IN ('distrust', 'no_time', 'laziness', 'no_interest',
                                                          'terms', 'other')),
            refusal_note TEXT NOT NULL, retry_on TEXT, starts_on TEXT, ends_on TEXT,
            terms TEXT NOT NULL CHECK (json_type(terms) = 'object'),
            our_functions TEXT NOT NULL, their_functions TEXT NOT NULL,
            last_word TEXT CHECK (last_word IN ('us', 'them', 'both')),
            decision_rule TEXT NOT NULL, dispute_rule TEXT NOT NULL,
            review_rhythm TEXT CHECK (review_rhythm IN ('monthly', 'quarterly', 'half_yearly', 'yearly')),
            exit_rule TEXT NOT NULL, deleted_at TEXT,
            CHECK (state <> 'refused' OR refusal_reason IS NOT NULL),
            CHECK (ends_on IS NULL OR starts_on IS NULL OR ends_on >= starts_on))""",
        "CREATE INDEX partnership_by_partner ON partnership (partner_id)",
        f"""CREATE TABLE obligation ({_RECORD},
            partnership_id INTEGER NOT NULL REFERENCES partnership (id) ON DELETE RESTRICT,
            side TEXT NOT NULL CHECK (side IN ('ours', 'theirs')),
            text TEXT NOT NULL CHECK (trim(text) <> ''), due_on TEXT, responsible TEXT NOT NULL,
            status TEXT NOT NULL CHECK (status IN ('open', 'kept', 'late', 'broken', 'waived')),
            settled_on TEXT, position INTEGER NOT NULL,
            CHECK ((status = 'open') = (settled_on IS NULL)))""",
        "CREATE INDEX obligation_by_partnership ON obligation (partnership_id, position, id)",
        "CREATE INDEX obligation_open ON obligation (due_on) WHERE status = 'open'",
        f"""CREATE TABLE result ({_RECORD},
            partnership_id INTEGER NOT NULL REFERENCES partnership (id) ON DELETE RESTRICT,
            happened_on TEXT NOT NULL,
            measure TEXT NOT NULL CHECK (measure IN ('new_clients', 'revenue', 'savings')),
            direction TEXT NOT NULL CHECK (direction IN ('received', 'given')),
            amount INTEGER NOT NULL, note TEXT NOT NULL)""",
        "CREATE INDEX result_by_day ON result (happened_on)",
        "CREATE INDEX result_by_partnership ON result (partnership_id, happened_on)",
    )


@steps()
def create_letters_and_history(db: Database) -> None:
    """Letters as they were sent, and each partner's history."""
    _run(
        db,
        f"""CREATE TABLE letter ({_RECORD},
            partner_id INTEGER NOT NULL REFERENCES partner (id) ON DELETE RESTRICT,
            contact_id INTEGER REFERENCES contact (id) ON DELETE SET NULL,
            partnership_id INTEGER REFERENCES partnership (id) ON DELETE RESTRICT,
            template_key TEXT NOT NULL, title TEXT NOT NULL,
            language TEXT NOT NULL CHECK (language IN ('pl', 'en')), written_on TEXT NOT NULL,
            "values" TEXT NOT NULL CHECK (json_type("values") = 'object'),
            printed TEXT NOT NULL CHECK (json_type(printed) = 'object'),
            logo_id INTEGER REFERENCES picture (id) ON DELETE RESTRICT,
            signature_id INTEGER REFERENCES picture (id) ON DELETE RESTRICT,
            file_name TEXT NOT NULL, exported_at TEXT NOT NULL)""",
        "CREATE INDEX letter_by_partner ON letter (partner_id, written_on)",
        f"""CREATE TABLE history_entry ({_RECORD},
            partner_id INTEGER NOT NULL REFERENCES partner (id) ON DELETE RESTRICT,
            kind TEXT NOT NULL CHECK (kind IN ('note', 'letter', 'partnership')),
            happened_at TEXT NOT NULL, details TEXT NOT NULL CHECK (json_type(details) = 'object'),
            letter_id INTEGER REFERENCES letter (id) ON DELETE RESTRICT,
            partnership_id INTEGER REFERENCES partnership (id) ON DELETE RESTRICT)""",
        "CREATE INDEX history_by_partner ON history_entry (partner_id, happened_at)",
    )


_REASONS = "'distrust', 'no_time', 'laziness', 'no_interest', 'terms', 'other'"
_LIST = "TEXT NOT NULL DEFAULT '[]' CHECK (json_type({0}) = 'array')"


@steps()
def widen_partners(db: Database) -> None:
    """All that is known of a partner and its people; columns and tables by which partners are found."""
    added = ("regon", "krs", "responsible", "source")
    lists = ("addresses", "channels", "tags", "assets")
    _run(
        db,
        *(f"ALTER TABLE partner ADD COLUMN {name} TEXT NOT NULL DEFAULT ''" for name in added),
        *(f"ALTER TABLE partner ADD COLUMN {name} {_LIST.format(name)}" for name in lists),
        "ALTER TABLE partner ADD COLUMN legal_form TEXT",
        """ALTER TABLE partner ADD COLUMN is_key_client INTEGER NOT NULL DEFAULT 0
            CHECK (is_key_client IN (0, 1))""",
        """ALTER TABLE partner ADD COLUMN custom TEXT NOT NULL DEFAULT '{}'
            CHECK (json_type(custom) = 'object')""",
        *(
            f"ALTER TABLE contact ADD COLUMN {name} TEXT NOT NULL DEFAULT ''"
            for name in ("name_day", "birthday", "salutation")
        ),
        *(
            f"ALTER TABLE own_firm ADD COLUMN {name} {_LIST.format(name)}"
            for name in ("sells", "audience", "assets")
        ),
    )
    connection: sqlite3.Connection = db.conn
    for key, sells, audience in connection.execute("SELECT id, sells, audience FROM partner").fetchall():
        terms = [json.dumps(split_tags(text), ensure_ascii=False) for text in (sells, audience)]
        connection.execute("UPDATE partner SET sells = ?, audience = ? WHERE id = ?", [*terms, key])
    _run(
        db,
        *(f"DROP TRIGGER partner_search_{event}" for event in ("insert", "delete", "update")),
        "DROP TABLE partner_search",
        "DROP INDEX partner_in_order",
        "ALTER TABLE partner DROP COLUMN search_text",
        # Filled anew at the end of each change to the partner or what belongs to it.
        "ALTER TABLE partner ADD COLUMN search_text TEXT NOT NULL DEFAULT ''",
        "ALTER TABLE partner ADD COLUMN city_key TEXT NOT NULL DEFAULT ''",
        "ALTER TABLE partner ADD COLUMN last_contact_on TEXT",
        "CREATE INDEX partner_in_order ON partner (sort_key, id) WHERE deleted_at IS NULL",
        """CREATE TABLE partner_term (
            partner_id INTEGER NOT NULL REFERENCES partner (id) ON DELETE CASCADE,
            kind TEXT NOT NULL CHECK (kind IN ('tag', 'audience', 'sells')),
            folded TEXT NOT NULL, PRIMARY KEY (partner_id, kind, folded)) WITHOUT ROWID""",
        "CREATE INDEX partner_by_term ON partner_term (kind, folded, partner_id)",
        """CREATE TABLE partner_mark (
            partner_id INTEGER NOT NULL REFERENCES partner (id) ON DELETE CASCADE,
            kind TEXT NOT NULL CHECK (kind IN ('nip', 'regon', 'krs', 'email', 'phone', 'name')),
            value TEXT NOT NULL, PRIMARY KEY (partner_id, kind, value)) WITHOUT ROWID""",
        "CREATE INDEX partner_by_mark ON partner_mark (kind, value, partner_id)",
        *_SEARCH_INDEX,
        "INSERT INTO partner_search (partner_search) VALUES ('rebuild')",
    )


@steps()
def widen_history(db: Database) -> None:
    """Calls, meetings and merges in the history; approaches and attachments."""
    _run(
        db,
        f"""CREATE TABLE history_wide ({_RECORD},
            partner_id INTEGER NOT NULL REFERENCES partner (id) ON DELETE RESTRICT,
            kind TEXT NOT NULL CHECK (kind IN ('note', 'call', 'meeting', 'email', 'letter', 'partnership',
                                               'merge')),
            happened_at TEXT NOT NULL, details TEXT NOT NULL CHECK (json_type(details) = 'object'),
            letter_id INTEGER REFERENCES letter (id) ON DELETE RESTRICT,
            partnership_id INTEGER REFERENCES partnership (id) ON DELETE RESTRICT)""",
        """INSERT INTO history_wide (id, uuid, created_at, updated_at, version, partner_id, kind, happened_at,
            details, letter_id, partnership_id)
            SELECT id, uuid, created_at, updated_at, version, partner_id, kind, happened_at,
            details, letter_id, partnership_id FROM history_entry""",
        "DROP TABLE history_entry",
        "ALTER TABLE history_wide RENAME TO history_entry",
        "CREATE INDEX history_by_partner ON history_entry (partner_id, happened_at)",
        f"""CREATE TABLE approach ({_RECORD},
            partner_id INTEGER NOT NULL REFERENCES partner (id) ON DELETE RESTRICT,
            happened_on TEXT NOT NULL,
            channel TEXT NOT NULL CHECK (channel IN ('phone', 'email', 'letter', 'visit', 'event', 'message',
                                                     'introduction', 'other')),
            who TEXT NOT NULL,
            outcome TEXT NOT NULL CHECK (outcome IN ('no_answer', 'later', 'interested', 'meeting', 'agreed',
                                                     'refused')),
            refusal_reason TEXT CHECK (refusal_reason IN ({_REASONS})),
            retry_on TEXT, note TEXT NOT NULL,
            CHECK ((outcome = 'refused') = (refusal_reason IS NOT NULL)))""",
        "CREATE INDEX approach_by_partner ON approach (partner_id, happened_on, id)",
        "CREATE INDEX approach_to_retry ON approach (retry_on) WHERE retry_on IS NOT NULL",
        f"CREATE TABLE stored_file ({_RECORD}, content BLOB NOT NULL)",
        f"""CREATE TABLE attachment ({_RECORD},
            partner_id INTEGER NOT NULL REFERENCES partner (id) ON DELETE RESTRICT,
            stored_file_id INTEGER NOT NULL REFERENCES stored_file (id) ON DELETE RESTRICT,
            name TEXT NOT NULL CHECK (name <> ''), size INTEGER NOT NULL CHECK (size >= 0))""",
        "CREATE INDEX attachment_by_partner ON attachment (partner_id, id)",
    )


@steps()
def create_directory_records(db: Database) -> None:
    """The owner's own fields, saved filters, pairs judged to be two, changes to take back."""
    _run(
        db,
        f"""CREATE TABLE custom_field ({_RECORD},
            label TEXT NOT NULL CHECK (trim(label) <> ''),
            kind TEXT NOT NULL CHECK (kind IN ('text', 'number', 'date', 'choice', 'yes_no')),
            choices {_LIST.format("choices")}, position INTEGER NOT NULL)""",
        f"""CREATE TABLE saved_filter ({_RECORD},
            name TEXT NOT NULL CHECK (trim(name) <> ''),
            criteria TEXT NOT NULL CHECK (json_type(criteria) = 'object'))""",
        f"""CREATE TABLE distinct_pair ({_RECORD},
            one_id INTEGER NOT NULL REFERENCES partner (id) ON DELETE RESTRICT,
            other_id INTEGER NOT NULL REFERENCES partner (id) ON DELETE RESTRICT,
            CHECK (one_id < other_id), UNIQUE (one_id, other_id))""",
        f"""CREATE TABLE kept_change ({_RECORD},
            kind TEXT NOT NULL CHECK (kind IN ('import', 'merge')), label TEXT NOT NULL,
            happened_at TEXT NOT NULL, details TEXT NOT NULL CHECK (json_type(details) = 'object'),
            edits BLOB NOT NULL, taken_back_at TEXT)""",
    )


@steps()
def create_checkups(db: Database) -> None:
    """Check-ups of partnerships: five factors from 1 to 5."""
    factors = ("respect", "interest", "shared_goals", "dialogue", "responsibility")
    columns = ", ".join(f"{name} INTEGER NOT NULL CHECK ({name} BETWEEN 1 AND 5)" for name in factors)
    _run(
        db,
        f"""CREATE TABLE checkup ({_RECORD},
            partnership_id INTEGER NOT NULL REFERENCES partnership (id) ON DELETE RESTRICT,
            happened_on TEXT NOT NULL, {columns},
            obstacles {_LIST.format("obstacles")}, note TEXT NOT NULL)""",
        "CREATE INDEX checkup_by_partnership ON checkup (partnership_id, happened_on, id)",
    )


@steps()
def let_promises_recur(db: Database) -> None:
    """Promises that come again, and by what one can see what became of them."""
    _run(
        db,
        """ALTER TABLE obligation ADD COLUMN recurrence TEXT
            CHECK (recurrence IN ('weekly', 'monthly', 'quarterly', 'half_yearly', 'yearly'))""",
        "ALTER TABLE obligation ADD COLUMN first_due_on TEXT",
        "ALTER TABLE obligation ADD COLUMN evidence TEXT NOT NULL DEFAULT ''",
    )


@steps()
def keep_keys_of_removed_rows(db: Database) -> None:
    """The highest key that each table ever removed, so that none is given twice."""
    _run(
        db,
        "CREATE TABLE removed_key (name TEXT PRIMARY KEY, key INTEGER NOT NULL) WITHOUT ROWID",
        "CREATE INDEX letter_by_contact ON letter (contact_id)",
        "CREATE INDEX distinct_pair_by_other ON distinct_pair (other_id)",
    )


@steps()
def index_partner_lists(db: Database) -> None:
    """One index that holds all that lists of partners are narrowed and ordered by.

    Measured at 100,000 partners: a filter or an order takes half the time and less, because no row of the
    wide table is read.
    """
    _run(
        db,
        "DROP INDEX partner_in_order",
        """CREATE INDEX partner_in_order ON partner (sort_key, id, stage, city_key, responsible,
            is_key_client, is_competitor, last_contact_on, first_day) WHERE deleted_at IS NULL""",
    )
