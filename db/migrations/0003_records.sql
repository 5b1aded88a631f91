-- What every record of an agency stands on: the audit chain, reach, waiting work, assignments, notes, files, books, the calendar.

-- One chain per agency. A link holds ids, codes and a salted digest; the values themselves lie in audit_event, which retention may erase.
CREATE TABLE audit_link (
    agency TEXT NOT NULL REFERENCES agency (id),
    sequence BIGINT NOT NULL,
    at BIGINT NOT NULL,
    person TEXT,
    action TEXT NOT NULL,
    record_kind TEXT NOT NULL,
    record TEXT,
    salt TEXT NOT NULL,
    digest TEXT NOT NULL,
    previous TEXT NOT NULL,
    hash TEXT NOT NULL,
    PRIMARY KEY (agency, sequence)
);

CREATE TABLE audit_head (
    agency TEXT NOT NULL PRIMARY KEY REFERENCES agency (id),
    sequence BIGINT NOT NULL,
    hash TEXT NOT NULL
);

CREATE TABLE audit_event (
    agency TEXT NOT NULL,
    sequence BIGINT NOT NULL,
    record TEXT,
    detail TEXT NOT NULL,
    PRIMARY KEY (agency, sequence)
);
CREATE INDEX audit_event_of_record ON audit_event (agency, record, sequence);

CREATE TABLE audit_checkpoint (
    agency TEXT NOT NULL REFERENCES agency (id),
    sequence BIGINT NOT NULL,
    hash TEXT NOT NULL,
    at BIGINT NOT NULL,
    public_key TEXT NOT NULL,
    signature TEXT NOT NULL,
    code TEXT NOT NULL,
    PRIMARY KEY (agency, sequence)
);

-- Who may see what. A holder is a person or a unit. Lists, counts and search start here.
CREATE TABLE reach (
    agency TEXT NOT NULL,
    holder TEXT NOT NULL,
    kind TEXT NOT NULL,
    record TEXT NOT NULL,
    sort_at BIGINT NOT NULL,
    PRIMARY KEY (agency, holder, kind, record)
);
CREATE INDEX reach_in_order ON reach (agency, holder, kind, sort_at, record);
CREATE INDEX reach_of_record ON reach (agency, record);

-- What waits for whom: the one table behind «Việc của tôi».
CREATE TABLE work_item (
    agency TEXT NOT NULL,
    holder TEXT NOT NULL,
    record TEXT NOT NULL,
    action TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('incoming', 'outgoing')),
    urgency TEXT NOT NULL CHECK (urgency IN ('normal', 'urgent', 'very_urgent', 'express', 'timed_express')),
    title TEXT NOT NULL,
    from_whom TEXT NOT NULL DEFAULT '',
    symbol TEXT NOT NULL DEFAULT '',
    since BIGINT NOT NULL,
    due_on TEXT,
    PRIMARY KEY (agency, holder, record, action)
);
CREATE INDEX work_of_record ON work_item (agency, record);
CREATE INDEX work_in_order ON work_item (agency, holder, due_on, since);

CREATE TABLE assignment (
    agency TEXT NOT NULL,
    id TEXT NOT NULL,
    record TEXT NOT NULL,
    person TEXT NOT NULL,
    part TEXT NOT NULL CHECK (part IN ('lead', 'cooperate', 'inform')),
    state TEXT NOT NULL CHECK (state IN ('waiting', 'accepted', 'done', 'passed_on')),
    due_on TEXT,
    assigned_by TEXT NOT NULL,
    assigned_at BIGINT NOT NULL,
    read_at BIGINT NOT NULL DEFAULT 0,
    done_at BIGINT NOT NULL DEFAULT 0,
    PRIMARY KEY (agency, id),
    FOREIGN KEY (agency, person) REFERENCES person (agency, id)
);
CREATE INDEX assignment_of_record ON assignment (agency, record);
CREATE UNIQUE INDEX assignment_one_lead ON assignment (agency, record) WHERE part = 'lead' AND state <> 'passed_on';
CREATE INDEX assignment_of_person ON assignment (agency, person, state);

CREATE TABLE note (
    agency TEXT NOT NULL,
    id TEXT NOT NULL,
    record TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('proposal', 'instruction', 'progress', 'forward', 'return_reason', 'result', 'comment')),
    person TEXT NOT NULL,
    at BIGINT NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (agency, id),
    FOREIGN KEY (agency, person) REFERENCES person (agency, id)
);
CREATE INDEX note_of_record ON note (agency, record, at);

-- A file is its bytes: the id is their SHA-256. It is readable through a record one may see, or by its uploader until attached.
CREATE TABLE file (
    agency TEXT NOT NULL REFERENCES agency (id),
    id TEXT NOT NULL,
    media_type TEXT NOT NULL,
    size BIGINT NOT NULL CHECK (size >= 0),
    pages INTEGER NOT NULL DEFAULT 0,
    preview TEXT NOT NULL DEFAULT 'none' CHECK (preview IN ('none', 'pending', 'ready', 'failed')),
    preview_id TEXT NOT NULL DEFAULT '',
    stored_at BIGINT NOT NULL,
    PRIMARY KEY (agency, id)
);

CREATE TABLE upload (
    agency TEXT NOT NULL,
    file TEXT NOT NULL,
    person TEXT NOT NULL,
    name TEXT NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (agency, file, person),
    FOREIGN KEY (agency, file) REFERENCES file (agency, id)
);

CREATE TABLE attachment (
    agency TEXT NOT NULL,
    record TEXT NOT NULL,
    slot TEXT NOT NULL,
    position INTEGER NOT NULL,
    file TEXT NOT NULL,
    name TEXT NOT NULL,
    PRIMARY KEY (agency, record, slot, position),
    FOREIGN KEY (agency, file) REFERENCES file (agency, id)
);
CREATE INDEX attachment_of_file ON attachment (agency, file);

CREATE TABLE book (
    agency TEXT NOT NULL REFERENCES agency (id),
    id TEXT NOT NULL,
    body TEXT,
    direction TEXT NOT NULL CHECK (direction IN ('incoming', 'outgoing')),
    name TEXT NOT NULL,
    kinds TEXT NOT NULL DEFAULT '',
    period_kind TEXT NOT NULL DEFAULT 'year' CHECK (period_kind IN ('year', 'term')),
    position INTEGER NOT NULL DEFAULT 0,
    closed INTEGER NOT NULL DEFAULT 0 CHECK (closed IN (0, 1)),
    PRIMARY KEY (agency, id),
    CHECK (direction = 'incoming' OR body IS NOT NULL),
    FOREIGN KEY (agency, body) REFERENCES body (agency, id)
);

-- One period of a book: a year, or a term with its dates. last_number moves only with a line in book_number.
CREATE TABLE book_period (
    agency TEXT NOT NULL,
    book TEXT NOT NULL,
    period INTEGER NOT NULL CHECK (period BETWEEN 1900 AND 9999),
    starts_on TEXT NOT NULL,
    ends_on TEXT NOT NULL,
    last_number INTEGER NOT NULL DEFAULT 0 CHECK (last_number >= 0),
    last_date TEXT,
    closed INTEGER NOT NULL DEFAULT 0 CHECK (closed IN (0, 1)),
    PRIMARY KEY (agency, book, period),
    CHECK (starts_on <= ends_on),
    FOREIGN KEY (agency, book) REFERENCES book (agency, id)
);

CREATE TABLE book_number (
    agency TEXT NOT NULL,
    book TEXT NOT NULL,
    period INTEGER NOT NULL,
    number INTEGER NOT NULL CHECK (number >= 1),
    state TEXT NOT NULL CHECK (state IN ('issued', 'reserved', 'voided', 'imported')),
    dated_on TEXT NOT NULL,
    record TEXT,
    reason TEXT NOT NULL DEFAULT '',
    person TEXT,
    at BIGINT NOT NULL,
    PRIMARY KEY (agency, book, period, number),
    CHECK (state NOT IN ('issued', 'imported') OR record IS NOT NULL),
    CHECK (state NOT IN ('reserved', 'voided') OR reason <> ''),
    FOREIGN KEY (agency, book, period) REFERENCES book_period (agency, book, period)
);
CREATE UNIQUE INDEX book_number_of_record ON book_number (agency, book, record) WHERE record IS NOT NULL;

CREATE TABLE calendar_day (
    agency TEXT NOT NULL REFERENCES agency (id),
    day TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('holiday', 'compensatory_off', 'swapped_off', 'swapped_work')),
    name TEXT NOT NULL,
    PRIMARY KEY (agency, day)
);
