-- Copies of documents (sao y, sao lục, trích sao; Decree 30/2020 art. 25–27, Appendix I part III) and the books that number them.
--@postgres
ALTER TABLE book DROP CONSTRAINT book_direction_check;
ALTER TABLE book ADD CONSTRAINT book_direction_check CHECK (direction IN ('incoming', 'outgoing', 'copies'));
--@sqlite
CREATE TABLE book_new (
    agency TEXT NOT NULL REFERENCES agency (id),
    id TEXT NOT NULL,
    body TEXT,
    direction TEXT NOT NULL CHECK (direction IN ('incoming', 'outgoing', 'copies')),
    name TEXT NOT NULL,
    kinds TEXT NOT NULL DEFAULT '',
    period_kind TEXT NOT NULL DEFAULT 'year' CHECK (period_kind IN ('year', 'term')),
    position INTEGER NOT NULL DEFAULT 0,
    closed INTEGER NOT NULL DEFAULT 0 CHECK (closed IN (0, 1)),
    version INTEGER NOT NULL DEFAULT 1,
    PRIMARY KEY (agency, id),
    CHECK (direction = 'incoming' OR body IS NOT NULL),
    FOREIGN KEY (agency, body) REFERENCES body (agency, id)
);
INSERT INTO book_new (agency, id, body, direction, name, kinds, period_kind, position, closed, version)
SELECT agency, id, body, direction, name, kinds, period_kind, position, closed, version FROM book;
DROP TABLE book;
ALTER TABLE book_new RENAME TO book;
--@both
CREATE TABLE document_copy (
    agency TEXT NOT NULL REFERENCES agency (id),
    id TEXT NOT NULL,
    form TEXT NOT NULL CHECK (form IN ('full', 'recopied', 'extract')),
    source_kind TEXT NOT NULL CHECK (source_kind IN ('incoming', 'outgoing')),
    source TEXT NOT NULL,
    source_name TEXT NOT NULL,
    subject TEXT NOT NULL,
    part TEXT NOT NULL DEFAULT '',
    text TEXT NOT NULL DEFAULT '',
    first_page INTEGER NOT NULL DEFAULT 0,
    last_page INTEGER NOT NULL DEFAULT 0,
    source_place TEXT NOT NULL DEFAULT '',
    body TEXT NOT NULL,
    signer TEXT NOT NULL,
    signing_lines TEXT NOT NULL,
    signer_name TEXT NOT NULL,
    book TEXT NOT NULL,
    year INTEGER NOT NULL,
    number INTEGER NOT NULL CHECK (number >= 1),
    symbol TEXT NOT NULL,
    copied_on TEXT NOT NULL,
    copy_count INTEGER NOT NULL DEFAULT 0,
    note TEXT NOT NULL DEFAULT '',
    maker TEXT NOT NULL,
    made_at BIGINT NOT NULL,
    issued_at BIGINT NOT NULL DEFAULT 0,
    state TEXT NOT NULL CHECK (state IN ('made', 'issued', 'voided')),
    void_reason TEXT NOT NULL DEFAULT '',
    version INTEGER NOT NULL DEFAULT 1,
    sort_at BIGINT NOT NULL,
    PRIMARY KEY (agency, id),
    CHECK (form = 'extract' OR (part = '' AND text = '' AND first_page = 0 AND last_page = 0)),
    CHECK (form <> 'extract' OR (text <> '') <> (first_page >= 1 AND last_page >= first_page)),
    CHECK ((state = 'issued') = (issued_at > 0)),
    CHECK ((state = 'voided') = (void_reason <> '')),
    FOREIGN KEY (agency, body) REFERENCES body (agency, id),
    FOREIGN KEY (agency, signer) REFERENCES person (agency, id),
    FOREIGN KEY (agency, maker) REFERENCES person (agency, id),
    FOREIGN KEY (agency, book, year) REFERENCES book_period (agency, book, period)
);
CREATE UNIQUE INDEX document_copy_number ON document_copy (agency, book, year, number) WHERE state <> 'voided';
CREATE INDEX document_copy_in_order ON document_copy (agency, sort_at, id);
CREATE INDEX document_copy_by_source ON document_copy (agency, source, sort_at, id);
CREATE INDEX document_copy_by_state ON document_copy (agency, state, sort_at, id);
CREATE INDEX document_copy_by_form ON document_copy (agency, form, sort_at, id);

CREATE TABLE copy_recipient (
    agency TEXT NOT NULL,
    copy TEXT NOT NULL,
    position INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('person', 'unit', 'outside')),
    target TEXT,
    name TEXT NOT NULL,
    given_at BIGINT NOT NULL DEFAULT 0,
    PRIMARY KEY (agency, copy, position),
    CHECK ((kind = 'outside') = (target IS NULL)),
    FOREIGN KEY (agency, copy) REFERENCES document_copy (agency, id)
);

-- Who was given a copy to read, himself or as one of a unit.
CREATE TABLE copy_reader (
    agency TEXT NOT NULL,
    copy TEXT NOT NULL,
    person TEXT NOT NULL,
    read_at BIGINT NOT NULL DEFAULT 0,
    PRIMARY KEY (agency, copy, person),
    FOREIGN KEY (agency, copy) REFERENCES document_copy (agency, id),
    FOREIGN KEY (agency, person) REFERENCES person (agency, id)
);

-- A new right of roles that exist already: who runs the clerk's desk or the office makes copies.
INSERT INTO role_permission (agency, role, permission)
SELECT agency, id, 'copy_documents' FROM role WHERE code IN ('clerk', 'office_head');
