-- Documents that the agency issues (văn bản đi).

CREATE TABLE outgoing (
    agency TEXT NOT NULL REFERENCES agency (id),
    id TEXT NOT NULL,
    body TEXT NOT NULL,
    kind TEXT NOT NULL,
    subject TEXT NOT NULL,
    urgency TEXT NOT NULL CHECK (urgency IN ('normal', 'urgent', 'very_urgent', 'express', 'timed_express')),
    unit TEXT,
    drafter TEXT NOT NULL,
    signer TEXT,
    signing_lines TEXT NOT NULL DEFAULT '',
    signer_name TEXT NOT NULL DEFAULT '',
    book TEXT,
    year INTEGER NOT NULL DEFAULT 0,
    number INTEGER NOT NULL DEFAULT 0,
    symbol TEXT NOT NULL DEFAULT '',
    symbol_fold TEXT NOT NULL DEFAULT '',
    issued_on TEXT,
    state TEXT NOT NULL CHECK (state IN ('draft', 'reviewing', 'returned', 'submitted', 'approved', 'numbered', 'issued', 'recalled', 'replaced', 'corrected')),
    reply_to TEXT,
    superseded_by TEXT,
    due_on TEXT,
    page_count INTEGER NOT NULL DEFAULT 0,
    copy_count INTEGER NOT NULL DEFAULT 0,
    note TEXT NOT NULL DEFAULT '',
    created_at BIGINT NOT NULL,
    approved_at BIGINT NOT NULL DEFAULT 0,
    dispatched_at BIGINT NOT NULL DEFAULT 0,
    version INTEGER NOT NULL DEFAULT 1,
    sort_at BIGINT NOT NULL,
    PRIMARY KEY (agency, id),
    CHECK (state NOT IN ('numbered', 'issued', 'recalled', 'replaced', 'corrected') OR (number >= 1 AND issued_on IS NOT NULL)),
    FOREIGN KEY (agency, body) REFERENCES body (agency, id),
    FOREIGN KEY (agency, kind) REFERENCES kind (agency, code),
    FOREIGN KEY (agency, drafter) REFERENCES person (agency, id),
    FOREIGN KEY (agency, signer) REFERENCES person (agency, id),
    FOREIGN KEY (agency, reply_to) REFERENCES incoming (agency, id)
);
CREATE UNIQUE INDEX outgoing_number ON outgoing (agency, book, year, number) WHERE number > 0;
CREATE INDEX outgoing_in_order ON outgoing (agency, sort_at, id);
CREATE INDEX outgoing_by_state ON outgoing (agency, state, sort_at, id);
CREATE INDEX outgoing_by_kind ON outgoing (agency, kind, sort_at, id);
CREATE INDEX outgoing_by_body ON outgoing (agency, body, sort_at, id);
CREATE INDEX outgoing_symbol ON outgoing (agency, symbol_fold);
CREATE INDEX outgoing_reply ON outgoing (agency, reply_to) WHERE reply_to IS NOT NULL;

CREATE TABLE outgoing_paragraph (
    agency TEXT NOT NULL,
    outgoing TEXT NOT NULL,
    position INTEGER NOT NULL,
    style TEXT NOT NULL CHECK (style IN ('paragraph', 'basis', 'heading', 'article', 'bullet')),
    text TEXT NOT NULL,
    PRIMARY KEY (agency, outgoing, position),
    FOREIGN KEY (agency, outgoing) REFERENCES outgoing (agency, id)
);

CREATE TABLE recipient (
    agency TEXT NOT NULL,
    outgoing TEXT NOT NULL,
    position INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('agency', 'person', 'unit', 'outside')),
    target TEXT,
    name TEXT NOT NULL,
    mark TEXT NOT NULL DEFAULT '',
    addressee INTEGER NOT NULL DEFAULT 0 CHECK (addressee IN (0, 1)),
    delivered_at BIGINT NOT NULL DEFAULT 0,
    read_at BIGINT NOT NULL DEFAULT 0,
    PRIMARY KEY (agency, outgoing, position),
    CHECK ((kind = 'outside') = (target IS NULL)),
    FOREIGN KEY (agency, outgoing) REFERENCES outgoing (agency, id)
);

CREATE TABLE outgoing_version (
    agency TEXT NOT NULL,
    outgoing TEXT NOT NULL,
    number INTEGER NOT NULL CHECK (number >= 1),
    person TEXT NOT NULL,
    at BIGINT NOT NULL,
    reason TEXT NOT NULL DEFAULT '',
    made_from INTEGER NOT NULL DEFAULT 0,
    generated INTEGER NOT NULL DEFAULT 0 CHECK (generated IN (0, 1)),
    PRIMARY KEY (agency, outgoing, number),
    FOREIGN KEY (agency, outgoing) REFERENCES outgoing (agency, id),
    FOREIGN KEY (agency, person) REFERENCES person (agency, id)
);

CREATE TABLE outgoing_check (
    agency TEXT NOT NULL,
    outgoing TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('content', 'format')),
    person TEXT NOT NULL,
    done_at BIGINT NOT NULL DEFAULT 0,
    PRIMARY KEY (agency, outgoing, kind),
    FOREIGN KEY (agency, outgoing) REFERENCES outgoing (agency, id),
    FOREIGN KEY (agency, person) REFERENCES person (agency, id)
);

-- Who is asked to read: colleagues whose comments are wanted, and the recipients inside the agency.
CREATE TABLE outgoing_reader (
    agency TEXT NOT NULL,
    outgoing TEXT NOT NULL,
    person TEXT NOT NULL,
    asked_at BIGINT NOT NULL,
    read_at BIGINT NOT NULL DEFAULT 0,
    PRIMARY KEY (agency, outgoing, person),
    FOREIGN KEY (agency, outgoing) REFERENCES outgoing (agency, id),
    FOREIGN KEY (agency, person) REFERENCES person (agency, id)
);

-- What came to this agency from another one of the installation, so that one document arrives once however often it is handed in.
CREATE TABLE delivery (
    agency TEXT NOT NULL,
    sender TEXT NOT NULL REFERENCES agency (id),
    outgoing TEXT NOT NULL,
    incoming TEXT NOT NULL,
    delivered_at BIGINT NOT NULL,
    PRIMARY KEY (agency, sender, outgoing),
    FOREIGN KEY (agency, incoming) REFERENCES incoming (agency, id)
);
