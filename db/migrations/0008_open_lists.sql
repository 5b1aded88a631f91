-- Other records than incoming and outgoing documents wait for people and are noted upon, and an incoming document can be cancelled by
-- the one who sent it (bị thu hồi; Decree 30/2020 Appendix VI part I, recall).
--@postgres
ALTER TABLE work_item DROP CONSTRAINT work_item_kind_check;
ALTER TABLE note DROP CONSTRAINT note_kind_check;
ALTER TABLE incoming DROP CONSTRAINT incoming_state_check;
ALTER TABLE incoming ADD CONSTRAINT incoming_state_check
    CHECK (state IN ('arrived', 'returned', 'registered', 'submitted', 'assigned', 'in_progress', 'done', 'cancelled'));
ALTER TABLE incoming DROP CONSTRAINT incoming_check;
ALTER TABLE incoming ADD CONSTRAINT incoming_has_number CHECK (state IN ('arrived', 'returned', 'cancelled') OR arrival_number >= 1);
--@sqlite
CREATE TABLE work_item_new (
    agency TEXT NOT NULL,
    holder TEXT NOT NULL,
    record TEXT NOT NULL,
    action TEXT NOT NULL,
    kind TEXT NOT NULL,
    urgency TEXT NOT NULL CHECK (urgency IN ('normal', 'urgent', 'very_urgent', 'express', 'timed_express')),
    title TEXT NOT NULL,
    from_whom TEXT NOT NULL DEFAULT '',
    symbol TEXT NOT NULL DEFAULT '',
    since BIGINT NOT NULL,
    due_on TEXT,
    PRIMARY KEY (agency, holder, record, action)
);
INSERT INTO work_item_new SELECT agency, holder, record, action, kind, urgency, title, from_whom, symbol, since, due_on FROM work_item;
DROP TABLE work_item;
ALTER TABLE work_item_new RENAME TO work_item;
CREATE INDEX work_of_record ON work_item (agency, record);
CREATE INDEX work_in_order ON work_item (agency, holder, due_on, since);

CREATE TABLE note_new (
    agency TEXT NOT NULL,
    id TEXT NOT NULL,
    record TEXT NOT NULL,
    kind TEXT NOT NULL,
    person TEXT NOT NULL,
    at BIGINT NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (agency, id),
    FOREIGN KEY (agency, person) REFERENCES person (agency, id)
);
INSERT INTO note_new SELECT agency, id, record, kind, person, at, text FROM note;
DROP TABLE note;
ALTER TABLE note_new RENAME TO note;
CREATE INDEX note_of_record ON note (agency, record, at);

CREATE TABLE incoming_new (
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
    state TEXT NOT NULL CHECK (state IN ('arrived', 'returned', 'registered', 'submitted', 'assigned', 'in_progress', 'done', 'cancelled')),
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
    CONSTRAINT incoming_has_number CHECK (state IN ('arrived', 'returned', 'cancelled') OR arrival_number >= 1),
    FOREIGN KEY (agency, kind) REFERENCES kind (agency, code),
    FOREIGN KEY (agency, book) REFERENCES book (agency, id),
    FOREIGN KEY (agency, lead) REFERENCES person (agency, id)
);
INSERT INTO incoming_new (agency, id, book, year, arrival_number, arrived_on, issuer, issuer_agency, issuer_fold, origin_number, origin_fold,
    issued_on, kind, subject, urgency, secrecy, due_on, state, way, signer_name, signer_position, document_code, page_count, copy_count, note,
    lead, result, reply, registered_at, done_at, version, sort_at)
SELECT agency, id, book, year, arrival_number, arrived_on, issuer, issuer_agency, issuer_fold, origin_number, origin_fold, issued_on, kind,
    subject, urgency, secrecy, due_on, state, way, signer_name, signer_position, document_code, page_count, copy_count, note, lead, result,
    reply, registered_at, done_at, version, sort_at FROM incoming;
DROP TABLE incoming;
ALTER TABLE incoming_new RENAME TO incoming;
CREATE UNIQUE INDEX incoming_number ON incoming (agency, book, year, arrival_number) WHERE arrival_number > 0;
CREATE INDEX incoming_in_order ON incoming (agency, sort_at, id);
CREATE INDEX incoming_by_state ON incoming (agency, state, sort_at, id);
CREATE INDEX incoming_by_kind ON incoming (agency, kind, sort_at, id);
CREATE INDEX incoming_by_issuer ON incoming (agency, issuer_fold, sort_at, id);
CREATE INDEX incoming_open ON incoming (agency, sort_at, id) WHERE due_on IS NOT NULL AND state IN ('registered', 'submitted', 'assigned', 'in_progress');
CREATE INDEX incoming_origin ON incoming (agency, origin_fold, issued_on);
CREATE INDEX incoming_code ON incoming (agency, document_code) WHERE document_code <> '';
--@both
