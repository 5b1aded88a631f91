-- The use of kept copies (sổ sử dụng bản lưu; Decree 30/2020 Appendix IV). A copy is with one person at a time.
CREATE TABLE kept_copy_use (
    agency TEXT NOT NULL REFERENCES agency (id),
    id TEXT NOT NULL,
    document TEXT NOT NULL,
    taken_on TEXT NOT NULL,
    person TEXT,
    user_name TEXT NOT NULL CHECK (user_name <> ''),
    dossier TEXT NOT NULL DEFAULT '',
    allowed_by TEXT NOT NULL,
    returned_on TEXT,
    note TEXT NOT NULL DEFAULT '',
    entered_by TEXT NOT NULL,
    entered_at BIGINT NOT NULL,
    PRIMARY KEY (agency, id),
    CHECK (returned_on IS NULL OR returned_on >= taken_on),
    FOREIGN KEY (agency, document) REFERENCES outgoing (agency, id),
    FOREIGN KEY (agency, person) REFERENCES person (agency, id),
    FOREIGN KEY (agency, allowed_by) REFERENCES person (agency, id),
    FOREIGN KEY (agency, entered_by) REFERENCES person (agency, id)
);
CREATE INDEX kept_copy_use_in_order ON kept_copy_use (agency, entered_at, id);
CREATE INDEX kept_copy_use_by_day ON kept_copy_use (agency, taken_on, entered_at, id);
CREATE UNIQUE INDEX kept_copy_use_out ON kept_copy_use (agency, document) WHERE returned_on IS NULL;
