-- Work dossiers (hồ sơ công việc; Decree 30/2020 art. 28–31): the year's catalogue, dossiers, what lies in them, who may use them.

-- What the law asks of keeping, with the day from which it holds: terms in years, how soon a finished dossier goes to the current
-- archive, and from how long a term on it must go there.
CREATE TABLE archive_rule (
    valid_from TEXT NOT NULL PRIMARY KEY,
    least_years INTEGER NOT NULL,
    most_years INTEGER NOT NULL,
    archived_from_years INTEGER NOT NULL,
    months_to_archive INTEGER NOT NULL,
    counts_from_year_end INTEGER NOT NULL CHECK (counts_from_year_end IN (0, 1))
);
INSERT INTO archive_rule (valid_from, least_years, most_years, archived_from_years, months_to_archive, counts_from_year_end)
VALUES ('1900-01-01', 1, 100, 5, 12, 0), ('2025-07-01', 2, 70, 5, 12, 1);

CREATE TABLE catalogue (
    agency TEXT NOT NULL REFERENCES agency (id),
    id TEXT NOT NULL,
    year INTEGER NOT NULL CHECK (year BETWEEN 1900 AND 9999),
    numbering TEXT NOT NULL CHECK (numbering IN ('whole', 'heading')),
    state TEXT NOT NULL CHECK (state IN ('draft', 'submitted', 'approved')),
    approved_by TEXT,
    approved_at BIGINT NOT NULL DEFAULT 0,
    version INTEGER NOT NULL DEFAULT 1,
    PRIMARY KEY (agency, id),
    FOREIGN KEY (agency, approved_by) REFERENCES person (agency, id)
);
CREATE UNIQUE INDEX catalogue_of_year ON catalogue (agency, year);

-- Headings (Roman), headings below them (Arabic) and the dossiers of the year, in the order of the list.
CREATE TABLE catalogue_row (
    agency TEXT NOT NULL,
    catalogue TEXT NOT NULL,
    id TEXT NOT NULL,
    position INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('major', 'minor', 'line')),
    title TEXT NOT NULL,
    abbreviation TEXT NOT NULL DEFAULT '',
    number INTEGER NOT NULL DEFAULT 0,
    symbol TEXT NOT NULL DEFAULT '',
    retention INTEGER NOT NULL DEFAULT 0 CHECK (retention >= 0),
    creator TEXT,
    note TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (agency, id),
    CHECK (kind <> 'line' OR (number >= 1 AND symbol <> '')),
    FOREIGN KEY (agency, catalogue) REFERENCES catalogue (agency, id),
    FOREIGN KEY (agency, creator) REFERENCES person (agency, id)
);
CREATE UNIQUE INDEX catalogue_row_in_order ON catalogue_row (agency, catalogue, position);

-- retention 0: for ever (vĩnh viễn).
CREATE TABLE work_dossier (
    agency TEXT NOT NULL REFERENCES agency (id),
    id TEXT NOT NULL,
    year INTEGER NOT NULL CHECK (year BETWEEN 1900 AND 9999),
    line TEXT,
    symbol TEXT NOT NULL CHECK (symbol <> ''),
    title TEXT NOT NULL,
    retention INTEGER NOT NULL CHECK (retention >= 0),
    rights TEXT NOT NULL DEFAULT '',
    creator TEXT NOT NULL,
    language TEXT NOT NULL DEFAULT '',
    starts_on TEXT NOT NULL,
    ends_on TEXT,
    state TEXT NOT NULL CHECK (state IN ('open', 'closed')),
    note TEXT NOT NULL DEFAULT '',
    document_count INTEGER NOT NULL DEFAULT 0,
    page_count INTEGER NOT NULL DEFAULT 0,
    opened_at BIGINT NOT NULL,
    closed_at BIGINT NOT NULL DEFAULT 0,
    archive_due_on TEXT,
    reviewed_by TEXT,
    reviewed_at BIGINT NOT NULL DEFAULT 0,
    told_at BIGINT NOT NULL DEFAULT 0, -- its keeper, that it is due for the archive
    version INTEGER NOT NULL DEFAULT 1,
    PRIMARY KEY (agency, id),
    CHECK ((state = 'closed') = (closed_at > 0)),
    CHECK (state = 'closed' OR (archive_due_on IS NULL AND reviewed_at = 0)),
    FOREIGN KEY (agency, creator) REFERENCES person (agency, id),
    FOREIGN KEY (agency, reviewed_by) REFERENCES person (agency, id),
    FOREIGN KEY (agency, line) REFERENCES catalogue_row (agency, id)
);
CREATE UNIQUE INDEX work_dossier_symbol ON work_dossier (agency, year, symbol);
CREATE UNIQUE INDEX work_dossier_of_line ON work_dossier (agency, line) WHERE line IS NOT NULL;
CREATE INDEX work_dossier_in_order ON work_dossier (agency, opened_at, id);
CREATE INDEX work_dossier_by_year ON work_dossier (agency, year, opened_at, id);
CREATE INDEX work_dossier_by_state ON work_dossier (agency, state, opened_at, id);
CREATE INDEX work_dossier_by_creator ON work_dossier (agency, creator, opened_at, id);
CREATE INDEX work_dossier_due ON work_dossier (agency, opened_at, id) WHERE archive_due_on IS NOT NULL AND reviewed_at = 0;

-- One document lies in as many dossiers as it belongs to; nothing is copied. What is not a document of the books is described by hand.
-- shared: whoever put it in might give sight of it, so who may use the dossier sees it.
CREATE TABLE dossier_item (
    agency TEXT NOT NULL,
    dossier TEXT NOT NULL,
    ordinal INTEGER NOT NULL CHECK (ordinal >= 1),
    id TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('incoming', 'outgoing', 'file')),
    record TEXT NOT NULL,
    type_name TEXT NOT NULL DEFAULT '',
    number TEXT NOT NULL DEFAULT '',
    subject TEXT NOT NULL DEFAULT '',
    author TEXT NOT NULL DEFAULT '',
    issued_on TEXT,
    page_count INTEGER NOT NULL DEFAULT 0,
    note TEXT NOT NULL DEFAULT '',
    shared INTEGER NOT NULL CHECK (shared IN (0, 1)),
    added_by TEXT NOT NULL,
    added_at BIGINT NOT NULL,
    PRIMARY KEY (agency, id),
    FOREIGN KEY (agency, dossier) REFERENCES work_dossier (agency, id),
    FOREIGN KEY (agency, added_by) REFERENCES person (agency, id)
);
CREATE UNIQUE INDEX dossier_item_once ON dossier_item (agency, dossier, record);
CREATE INDEX dossier_item_in_order ON dossier_item (agency, dossier, ordinal);
CREATE INDEX dossier_item_of_record ON dossier_item (agency, record);

CREATE TABLE dossier_access (
    agency TEXT NOT NULL,
    dossier TEXT NOT NULL,
    person TEXT NOT NULL,
    part TEXT NOT NULL CHECK (part IN ('read', 'write')),
    PRIMARY KEY (agency, dossier, person),
    FOREIGN KEY (agency, dossier) REFERENCES work_dossier (agency, id),
    FOREIGN KEY (agency, person) REFERENCES person (agency, id)
);
CREATE INDEX dossier_access_of_person ON dossier_access (agency, person);

-- New rights of roles that exist already: who runs the clerk's desk or the office keeps the catalogue, the archivist the archive.
INSERT INTO role_permission (agency, role, permission)
SELECT agency, id, 'manage_catalogue' FROM role WHERE code IN ('clerk', 'office_head');
INSERT INTO role_permission (agency, role, permission)
SELECT agency, id, 'keep_archive' FROM role WHERE code = 'archivist';
