-- What an administrator changes has a version, so that two of them do not overwrite each other. Codes of agencies have days, an agency
-- that was merged names its heir.
ALTER TABLE agency ADD COLUMN version INTEGER NOT NULL DEFAULT 1;
ALTER TABLE agency ADD COLUMN heir TEXT REFERENCES agency (id);
ALTER TABLE agency ADD COLUMN code_from TEXT;
ALTER TABLE agency ADD COLUMN code_2016_to TEXT;
ALTER TABLE unit ADD COLUMN version INTEGER NOT NULL DEFAULT 1;
ALTER TABLE body ADD COLUMN version INTEGER NOT NULL DEFAULT 1;
ALTER TABLE post ADD COLUMN version INTEGER NOT NULL DEFAULT 1;
ALTER TABLE holding ADD COLUMN version INTEGER NOT NULL DEFAULT 1;
ALTER TABLE mandate ADD COLUMN version INTEGER NOT NULL DEFAULT 1;
ALTER TABLE role ADD COLUMN version INTEGER NOT NULL DEFAULT 1;
ALTER TABLE role ADD COLUMN second_factor INTEGER NOT NULL DEFAULT 0 CHECK (second_factor IN (0, 1));
ALTER TABLE account ADD COLUMN must_change INTEGER NOT NULL DEFAULT 0 CHECK (must_change IN (0, 1));
CREATE INDEX mandate_of_receiver ON mandate (agency, to_person, kind);

-- A change of access rights that waits until a competent person confirms it (Decree 30/2020 Appendix VI part I, security).
CREATE TABLE rights_change (
    agency TEXT NOT NULL REFERENCES agency (id),
    id TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('person_roles', 'role_permissions')),
    subject TEXT NOT NULL,
    wanted TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('waiting', 'confirmed', 'refused', 'replaced')),
    asked_by TEXT NOT NULL,
    asked_at BIGINT NOT NULL,
    decided_by TEXT,
    decided_at BIGINT NOT NULL DEFAULT 0,
    PRIMARY KEY (agency, id),
    FOREIGN KEY (agency, asked_by) REFERENCES person (agency, id)
);
CREATE UNIQUE INDEX rights_change_waiting ON rights_change (agency, subject) WHERE state = 'waiting';

-- The second factor of an account (RFC 6238). A code is good once: the last step that was used is kept.
CREATE TABLE second_factor (
    agency TEXT NOT NULL,
    person TEXT NOT NULL,
    secret TEXT NOT NULL,
    last_step BIGINT NOT NULL DEFAULT 0,
    confirmed_at BIGINT NOT NULL DEFAULT 0,
    PRIMARY KEY (agency, person),
    FOREIGN KEY (agency, person) REFERENCES person (agency, id)
);
CREATE TABLE recovery_code (
    agency TEXT NOT NULL,
    person TEXT NOT NULL,
    digest TEXT NOT NULL,
    PRIMARY KEY (agency, person, digest),
    FOREIGN KEY (agency, person) REFERENCES person (agency, id)
);

-- The picture of a body's seal.
CREATE TABLE seal (
    agency TEXT NOT NULL,
    body TEXT NOT NULL,
    file TEXT NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (agency, body),
    FOREIGN KEY (agency, body) REFERENCES body (agency, id),
    FOREIGN KEY (agency, file) REFERENCES file (agency, id)
);
