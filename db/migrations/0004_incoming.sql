-- Documents received (văn bản đến). sort_at: the start of the arrival day in milliseconds plus the arrival number, so that one
-- index serves both the order of the book and a range of days.

CREATE TABLE kind (
    agency TEXT NOT NULL REFERENCES agency (id),
    code TEXT NOT NULL,
    name TEXT NOT NULL,
    abbreviation TEXT NOT NULL DEFAULT '',
    outgoing INTEGER NOT NULL DEFAULT 0 CHECK (outgoing IN (0, 1)),
    position INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (agency, code)
);

CREATE TABLE incoming (
    agency TEXT NOT NULL REFERENCES agency (id),
    id TEXT NOT NULL,
    book TEXT,
    year INTEGER NOT NULL DEFAULT 0,
    arrival_number INTEGER NOT NULL DEFAULT 0,
    arrived_on TEXT NOT NULL,
    issuer TEXT NOT NULL,
    issuer_agency TEXT,
    issuer_fold TEXT NOT NULL,
    origin_number TEXT NOT NULL DEFAULT '',
    origin_fold TEXT NOT NULL DEFAULT '',
    issued_on TEXT,
    kind TEXT NOT NULL,
    subject TEXT NOT NULL,
    urgency TEXT NOT NULL CHECK (urgency IN ('normal', 'urgent', 'very_urgent', 'express', 'timed_express')),
    secrecy TEXT NOT NULL CHECK (secrecy = 'none'),
    due_on TEXT,
    state TEXT NOT NULL CHECK (state IN ('arrived', 'returned', 'registered', 'submitted', 'assigned', 'in_progress', 'done')),
    way TEXT NOT NULL CHECK (way IN ('paper', 'file', 'exchange', 'inside')),
    signer_name TEXT NOT NULL DEFAULT '',
    signer_position TEXT NOT NULL DEFAULT '',
    document_code TEXT NOT NULL DEFAULT '',
    page_count INTEGER NOT NULL DEFAULT 0,
    copy_count INTEGER NOT NULL DEFAULT 0,
    note TEXT NOT NULL DEFAULT '',
    lead TEXT,
    result TEXT NOT NULL DEFAULT 'none' CHECK (result IN ('none', 'replied', 'filed', 'noted')),
    reply TEXT,
    registered_at BIGINT NOT NULL DEFAULT 0,
    done_at BIGINT NOT NULL DEFAULT 0,
    version INTEGER NOT NULL DEFAULT 1,
    sort_at BIGINT NOT NULL,
    PRIMARY KEY (agency, id),
    CHECK (state IN ('arrived', 'returned') OR arrival_number >= 1),
    FOREIGN KEY (agency, kind) REFERENCES kind (agency, code),
    FOREIGN KEY (agency, book) REFERENCES book (agency, id),
    FOREIGN KEY (agency, lead) REFERENCES person (agency, id)
);
CREATE UNIQUE INDEX incoming_number ON incoming (agency, book, year, arrival_number) WHERE arrival_number > 0;
CREATE INDEX incoming_in_order ON incoming (agency, sort_at, id);
CREATE INDEX incoming_by_state ON incoming (agency, state, sort_at, id);
CREATE INDEX incoming_by_kind ON incoming (agency, kind, sort_at, id);
CREATE INDEX incoming_by_issuer ON incoming (agency, issuer_fold, sort_at, id);
CREATE INDEX incoming_open ON incoming (agency, sort_at, id) WHERE due_on IS NOT NULL AND state IN ('registered', 'submitted', 'assigned', 'in_progress');
CREATE INDEX incoming_origin ON incoming (agency, origin_fold, issued_on);
CREATE INDEX incoming_code ON incoming (agency, document_code) WHERE document_code <> '';

-- The proposal that waits for the head; replaced by his instruction.
CREATE TABLE proposal (
    agency TEXT NOT NULL,
    record TEXT NOT NULL,
    submitted_to TEXT NOT NULL,
    text TEXT NOT NULL,
    due_on TEXT,
    PRIMARY KEY (agency, record),
    FOREIGN KEY (agency, record) REFERENCES incoming (agency, id),
    FOREIGN KEY (agency, submitted_to) REFERENCES person (agency, id)
);

CREATE TABLE proposal_share (
    agency TEXT NOT NULL,
    record TEXT NOT NULL,
    person TEXT NOT NULL,
    part TEXT NOT NULL CHECK (part IN ('lead', 'cooperate', 'inform')),
    due_on TEXT,
    position INTEGER NOT NULL,
    PRIMARY KEY (agency, record, person),
    FOREIGN KEY (agency, record) REFERENCES proposal (agency, record),
    FOREIGN KEY (agency, person) REFERENCES person (agency, id)
);
