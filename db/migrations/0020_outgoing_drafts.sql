-- What drafts were still missing: to be thrown away, fields of each kind, colleagues asked for their opinion, what became of a document
-- where it was sent.
--@postgres
ALTER TABLE outgoing DROP CONSTRAINT outgoing_state_check;
ALTER TABLE outgoing ADD CONSTRAINT outgoing_state_check CHECK (state IN ('draft', 'reviewing', 'returned', 'submitted', 'approved', 'numbered', 'issued', 'recalled', 'replaced', 'corrected', 'discarded'));
ALTER TABLE recipient DROP CONSTRAINT recipient_kind_check;
--@sqlite
CREATE TABLE outgoing_new (
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
    state TEXT NOT NULL CHECK (state IN ('draft', 'reviewing', 'returned', 'submitted', 'approved', 'numbered', 'issued', 'recalled', 'replaced', 'corrected', 'discarded')),
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
INSERT INTO outgoing_new (
    agency, id, body, kind, subject, urgency, unit, drafter, signer, signing_lines, signer_name, book, year, number, symbol, symbol_fold,
    issued_on, state, reply_to, superseded_by, due_on, page_count, copy_count, note, created_at, approved_at, dispatched_at, version, sort_at)
SELECT agency, id, body, kind, subject, urgency, unit, drafter, signer, signing_lines, signer_name, book, year, number, symbol, symbol_fold,
    issued_on, state, reply_to, superseded_by, due_on, page_count, copy_count, note, created_at, approved_at, dispatched_at, version, sort_at
FROM outgoing;
DROP TABLE outgoing;
ALTER TABLE outgoing_new RENAME TO outgoing;
CREATE UNIQUE INDEX outgoing_number ON outgoing (agency, book, year, number) WHERE number > 0;
CREATE INDEX outgoing_in_order ON outgoing (agency, sort_at, id);
CREATE INDEX outgoing_by_state ON outgoing (agency, state, sort_at, id);
CREATE INDEX outgoing_by_kind ON outgoing (agency, kind, sort_at, id);
CREATE INDEX outgoing_by_body ON outgoing (agency, body, sort_at, id);
CREATE INDEX outgoing_symbol ON outgoing (agency, symbol_fold);
CREATE INDEX outgoing_reply ON outgoing (agency, reply_to) WHERE reply_to IS NOT NULL;
CREATE INDEX outgoing_open ON outgoing (agency, sort_at, id)
    WHERE due_on IS NOT NULL AND state IN ('draft', 'reviewing', 'returned', 'submitted', 'approved', 'numbered');

CREATE TABLE recipient_new (
    agency TEXT NOT NULL,
    outgoing TEXT NOT NULL,
    position INTEGER NOT NULL,
    kind TEXT NOT NULL,
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
INSERT INTO recipient_new SELECT agency, outgoing, position, kind, target, name, mark, addressee, delivered_at, read_at FROM recipient;
DROP TABLE recipient;
ALTER TABLE recipient_new RENAME TO recipient;
--@both
ALTER TABLE recipient ADD COLUMN received_at BIGINT NOT NULL DEFAULT 0;
ALTER TABLE recipient ADD COLUMN returned_at BIGINT NOT NULL DEFAULT 0;
ALTER TABLE recipient ADD COLUMN return_reason TEXT NOT NULL DEFAULT '';
ALTER TABLE recipient ADD COLUMN cancelled_at BIGINT NOT NULL DEFAULT 0;

ALTER TABLE outgoing ADD COLUMN valid_until TEXT;
ALTER TABLE outgoing ADD COLUMN enclosed_to TEXT NOT NULL DEFAULT '';
ALTER TABLE outgoing ADD COLUMN circulation TEXT NOT NULL DEFAULT 'none' CHECK (circulation IN ('none', 'return_after', 'inside_only'));
ALTER TABLE outgoing ADD COLUMN initials TEXT NOT NULL DEFAULT '';
ALTER TABLE outgoing ADD COLUMN with_address INTEGER NOT NULL DEFAULT 0 CHECK (with_address IN (0, 1));
ALTER TABLE outgoing ADD COLUMN internal INTEGER NOT NULL DEFAULT 0 CHECK (internal IN (0, 1));
ALTER TABLE outgoing ADD COLUMN paper_kept INTEGER NOT NULL DEFAULT 0 CHECK (paper_kept IN (0, 1));

-- A named line of a kind: who presides over a meeting, when it is, the parties of a contract.
CREATE TABLE outgoing_detail (
    agency TEXT NOT NULL,
    outgoing TEXT NOT NULL,
    name TEXT NOT NULL,
    text TEXT NOT NULL,
    position INTEGER NOT NULL,
    PRIMARY KEY (agency, outgoing, name),
    FOREIGN KEY (agency, outgoing) REFERENCES outgoing (agency, id)
);

-- Whose opinion on a draft is asked for, and what came of it.
CREATE TABLE outgoing_commenter (
    agency TEXT NOT NULL,
    outgoing TEXT NOT NULL,
    person TEXT NOT NULL,
    asked_at BIGINT NOT NULL,
    answered_at BIGINT NOT NULL DEFAULT 0,
    no_opinion INTEGER NOT NULL DEFAULT 0 CHECK (no_opinion IN (0, 1)),
    PRIMARY KEY (agency, outgoing, person),
    FOREIGN KEY (agency, outgoing) REFERENCES outgoing (agency, id),
    FOREIGN KEY (agency, person) REFERENCES person (agency, id)
);

-- A draft waits for its drafter from the beginning.
INSERT INTO work_item (agency, holder, record, action, kind, urgency, title, from_whom, symbol, since, due_on)
SELECT o.agency, o.drafter, o.id, 'draft', 'outgoing', o.urgency, o.subject, p.full_name, '', o.created_at, o.due_on
FROM outgoing o JOIN person p ON p.agency = o.agency AND p.id = o.drafter WHERE o.state = 'draft';

CREATE INDEX delivery_as ON delivery (agency, incoming);
