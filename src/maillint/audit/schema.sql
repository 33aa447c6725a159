-- One audit: figures of messages, never their words unless these were asked for. All times are seconds of UTC.

CREATE TABLE meta (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE runs (
    id INTEGER PRIMARY KEY,
    started REAL NOT NULL,
    finished REAL,                  -- NULL while it runs, or when it was stopped
    signature TEXT NOT NULL,        -- of the checks and their configuration, see signature.py
    version TEXT NOT NULL,          -- of maillint
    sources TEXT NOT NULL,          -- JSON list, as people are shown them
    judged INTEGER NOT NULL DEFAULT 0   -- messages it stored, counted in the transaction that stored them
);

CREATE TABLE messages (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,       -- SHA-256 of the content: the same message twice is one row
    signature TEXT NOT NULL,        -- under which it was judged
    path TEXT NOT NULL,             -- where it was first seen
    message_id TEXT NOT NULL,
    date TEXT NOT NULL,             -- ISO 8601 with the sender's offset, or ''
    epoch INTEGER,
    sender TEXT NOT NULL,
    recipients TEXT NOT NULL,       -- JSON list of addresses in lower case
    thread TEXT NOT NULL,           -- JSON list of the identifiers of References and In-Reply-To
    answered INTEGER,               -- when the mail was written that this one answers
    is_reply INTEGER NOT NULL,
    score REAL NOT NULL,
    after REAL NOT NULL,            -- with every rewrite that has edits
    after_safe REAL NOT NULL,       -- with the safe ones
    grade TEXT NOT NULL,            -- A to E
    language TEXT NOT NULL,
    profile TEXT NOT NULL,
    note TEXT NOT NULL,             -- off, automatic, encrypted, foreign, or ''
    error TEXT NOT NULL,            -- why it could not be read, or ''
    reason TEXT NOT NULL,
    points TEXT NOT NULL            -- JSON object: group -> points lost
);

CREATE TABLE places (
    path TEXT PRIMARY KEY,
    message INTEGER NOT NULL REFERENCES messages (id) ON DELETE CASCADE,
    size INTEGER NOT NULL,          -- of the file it lies in, -1 where there is none
    mtime_ns INTEGER NOT NULL
) WITHOUT ROWID;

CREATE INDEX places_by_message ON places (message);

CREATE TABLE containers (           -- mboxes and archives of which every message is in the store
    path TEXT PRIMARY KEY,
    size INTEGER NOT NULL,
    mtime_ns INTEGER NOT NULL,
    signature TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE findings (
    message INTEGER NOT NULL REFERENCES messages (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,      -- 0 for the first of the message
    check_name TEXT NOT NULL,
    group_name TEXT NOT NULL,
    severity TEXT NOT NULL,
    confidence TEXT NOT NULL,
    cost REAL NOT NULL,
    gain REAL NOT NULL,             -- what the score rises by without this check's findings; on the first of them
    zone TEXT NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    grade TEXT NOT NULL,            -- of its rewrite: safe, suggested, advice, or ''
    fingerprint TEXT NOT NULL,
    text TEXT NOT NULL,             -- '' unless texts are kept
    example TEXT NOT NULL,
    PRIMARY KEY (message, position)
) WITHOUT ROWID;

CREATE INDEX findings_by_check ON findings (check_name);

CREATE TABLE folders (              -- of IMAP servers
    url TEXT PRIMARY KEY,
    uidvalidity INTEGER NOT NULL,
    last_uid INTEGER NOT NULL,
    modseq INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID;
