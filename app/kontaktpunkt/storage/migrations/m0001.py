"""The first shape of the store: ledger, originals, links, rows, search, drafts."""

from typing import Final

_NEVER = "BEGIN SELECT RAISE(ABORT, 'the ledger only grows'); END"

_LEDGER: Final = (
    # `seq` is the order of arrival here; `envelope` is the very text that the chain hashes.
    """CREATE TABLE event (
        seq INTEGER PRIMARY KEY, origin INTEGER NOT NULL, origin_no INTEGER NOT NULL,
        event_id BLOB NOT NULL UNIQUE, act_id BLOB NOT NULL, stream TEXT NOT NULL,
        subject_kind TEXT NOT NULL, subject_id BLOB NOT NULL, by_staff BLOB,
        envelope BLOB NOT NULL, UNIQUE (origin, origin_no)) STRICT""",
    "CREATE INDEX event_subject ON event (subject_kind, subject_id, seq)",
    "CREATE INDEX event_act ON event (act_id)",
    "CREATE INDEX event_by ON event (by_staff, seq) WHERE stream = 'cases'",
    """CREATE TABLE body (
        seq INTEGER PRIMARY KEY REFERENCES event, salt BLOB NOT NULL, data BLOB NOT NULL) STRICT""",
    "CREATE TABLE act (act_id BLOB PRIMARY KEY, signature BLOB NOT NULL) STRICT, WITHOUT ROWID",
    # Filled by the courier when there is a hub: the place that the hub gave an event.
    """CREATE TABLE placed (
        stream TEXT NOT NULL, position INTEGER NOT NULL,
        seq INTEGER NOT NULL UNIQUE REFERENCES event, chain BLOB NOT NULL,
        PRIMARY KEY (stream, position)) STRICT, WITHOUT ROWID""",
    """CREATE TABLE own_origin (
        origin INTEGER PRIMARY KEY, public_key BLOB NOT NULL, after_seq INTEGER NOT NULL) STRICT""",
    """CREATE TABLE original (
        sha256 TEXT PRIMARY KEY, name TEXT NOT NULL, data BLOB NOT NULL) STRICT""",
    "CREATE TABLE meta (key TEXT PRIMARY KEY, value BLOB NOT NULL) STRICT",
    f"CREATE TRIGGER event_stays BEFORE DELETE ON event {_NEVER}",
    f"CREATE TRIGGER event_unchanged BEFORE UPDATE ON event {_NEVER}",
    f"CREATE TRIGGER body_unchanged BEFORE UPDATE ON body {_NEVER}",
    f"CREATE TRIGGER act_stays BEFORE DELETE ON act {_NEVER}",
    f"CREATE TRIGGER act_unchanged BEFORE UPDATE ON act {_NEVER}",
    f"CREATE TRIGGER original_unchanged BEFORE UPDATE ON original {_NEVER}",
)

_LINKS: Final = (
    """CREATE TABLE message_link (
        message BLOB PRIMARY KEY, case_id BLOB, person BLOB) STRICT, WITHOUT ROWID""",
    "CREATE INDEX message_link_case ON message_link (case_id)",
    "CREATE INDEX message_link_person ON message_link (person)",
    "CREATE TABLE case_link (case_id BLOB PRIMARY KEY, person BLOB) STRICT, WITHOUT ROWID",
    "CREATE INDEX case_link_person ON case_link (person)",
    """CREATE TABLE stay_link (
        stay_id TEXT NOT NULL, case_id BLOB NOT NULL,
        PRIMARY KEY (stay_id, case_id)) STRICT, WITHOUT ROWID""",
    "CREATE INDEX stay_link_case ON stay_link (case_id)",
    """CREATE TABLE number_link (
        kind TEXT NOT NULL, value TEXT NOT NULL, issuer TEXT NOT NULL, person BLOB NOT NULL,
        PRIMARY KEY (kind, value, issuer, person)) STRICT, WITHOUT ROWID""",
    "CREATE INDEX number_link_person ON number_link (person)",
)

_ORDER = "priority, due_key, received_at, message"

_ROWS: Final = (
    """CREATE TABLE inbox_row (
        id INTEGER PRIMARY KEY, message BLOB NOT NULL UNIQUE,
        is_open INTEGER NOT NULL, is_untaken INTEGER NOT NULL, is_waiting INTEGER NOT NULL,
        is_set_aside INTEGER NOT NULL, holder BLOB, desk_unit TEXT NOT NULL,
        priority INTEGER NOT NULL, due_key INTEGER NOT NULL, received_at INTEGER NOT NULL,
        done_at INTEGER, row BLOB NOT NULL) STRICT""",
    f"CREATE INDEX inbox_all_open ON inbox_row ({_ORDER}) WHERE is_open = 1",
    f"CREATE INDEX inbox_untaken ON inbox_row ({_ORDER}) WHERE is_untaken = 1",
    f"CREATE INDEX inbox_waiting ON inbox_row ({_ORDER}) WHERE is_waiting = 1",
    f"""CREATE INDEX inbox_mine ON inbox_row (holder, {_ORDER})
        WHERE is_open = 1 AND holder IS NOT NULL""",
    f"CREATE INDEX inbox_unit ON inbox_row (desk_unit, {_ORDER}) WHERE is_open = 1",
    "CREATE INDEX inbox_due ON inbox_row (due_key) WHERE is_open = 1",
    "CREATE INDEX inbox_set_aside ON inbox_row (received_at) WHERE is_set_aside = 1",
    "CREATE INDEX inbox_done ON inbox_row (done_at DESC, message) WHERE done_at IS NOT NULL",
    # Kept in the same transaction as the rows: counting a million index entries takes 100 ms.
    """CREATE TABLE inbox_tally (
        view TEXT NOT NULL, key BLOB NOT NULL, rows INTEGER NOT NULL,
        PRIMARY KEY (view, key)) STRICT, WITHOUT ROWID""",
    """CREATE TABLE case_row (
        id INTEGER PRIMARY KEY, case_id BLOB NOT NULL UNIQUE, person BLOB,
        is_open INTEGER NOT NULL, in_hospital INTEGER NOT NULL, admitted_at INTEGER,
        opened_at INTEGER NOT NULL, row BLOB NOT NULL) STRICT""",
    "CREATE INDEX case_person ON case_row (person, opened_at DESC, case_id)",
    """CREATE INDEX case_in_hospital ON case_row (admitted_at, case_id)
        WHERE is_open = 1 AND in_hospital = 1""",
    "CREATE TABLE staff_row (staff BLOB PRIMARY KEY, row BLOB NOT NULL) STRICT, WITHOUT ROWID",
    """CREATE TABLE sheet_row (
        sheet BLOB PRIMARY KEY, case_id BLOB, workstation INTEGER, serial INTEGER,
        issued_at INTEGER NOT NULL, row BLOB NOT NULL) STRICT""",
    "CREATE INDEX sheet_issued ON sheet_row (issued_at DESC, sheet)",
    "CREATE INDEX sheet_case ON sheet_row (case_id, issued_at DESC, sheet)",
    "CREATE INDEX sheet_serial ON sheet_row (workstation, serial)",
)

# One search document per open message (its id made negative) and per case. Our own fold in front,
# so the tokenizers are told to leave the text alone. `heads` answers one or two characters, which
# trigrams cannot, and is small.
_SEARCH: Final = (
    """CREATE TABLE search_doc (
        id INTEGER PRIMARY KEY, grams TEXT NOT NULL, loose TEXT NOT NULL,
        heads TEXT NOT NULL) STRICT""",
    """CREATE VIRTUAL TABLE search_gram USING fts5 (
        grams, loose, content='search_doc', content_rowid='id', columnsize=0,
        tokenize="trigram case_sensitive 1")""",
    """CREATE VIRTUAL TABLE search_head USING fts5 (
        heads, content='search_doc', content_rowid='id', columnsize=0, detail=none,
        tokenize="unicode61 remove_diacritics 0")""",
    # Without this FTS5 only marks a deleted word, and it can be read in the file for years.
    "INSERT INTO search_gram (search_gram, rank) VALUES ('secure-delete', 1)",
    "INSERT INTO search_head (search_head, rank) VALUES ('secure-delete', 1)",
)

_DESK: Final = (
    """CREATE TABLE draft (
        staff BLOB NOT NULL, subject TEXT NOT NULL, field TEXT NOT NULL, text TEXT NOT NULL,
        PRIMARY KEY (staff, subject, field)) STRICT, WITHOUT ROWID""",
    "CREATE INDEX draft_subject ON draft (subject)",
    """CREATE TABLE preference (
        owner TEXT NOT NULL, key TEXT NOT NULL, value TEXT NOT NULL,
        PRIMARY KEY (owner, key)) STRICT, WITHOUT ROWID""",
    """CREATE TABLE read_mark (
        staff BLOB NOT NULL, person BLOB NOT NULL, at INTEGER NOT NULL,
        PRIMARY KEY (staff, person)) STRICT, WITHOUT ROWID""",
)

STATEMENTS: Final = (*_LEDGER, *_LINKS, *_ROWS, *_SEARCH, *_DESK)
