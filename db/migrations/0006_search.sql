-- What is found by words: one row for each record that can be looked for, written in the record's own transaction.
-- Rows are answered by place, highest first; it is made of sort_at and a few bits that tell rows of one instant apart.

--@sqlite
CREATE TABLE search_entry (
    agency TEXT NOT NULL REFERENCES agency (id),
    kind TEXT NOT NULL,
    record TEXT NOT NULL,
    sort_at BIGINT NOT NULL,
    place BIGINT NOT NULL,
    tokens TEXT NOT NULL,
    PRIMARY KEY (agency, kind, record)
);
-- The places of all agencies are the rowids of the table below.
CREATE UNIQUE INDEX search_entry_place ON search_entry (place);
CREATE VIRTUAL TABLE search_entry_words USING fts5 (tokens, content = '', columnsize = 0, tokenize = 'positions');
--@postgres
CREATE TABLE search_entry (
    agency TEXT NOT NULL REFERENCES agency (id),
    kind TEXT NOT NULL,
    record TEXT NOT NULL,
    sort_at BIGINT NOT NULL,
    place BIGINT NOT NULL,
    tokens TSVECTOR NOT NULL,
    PRIMARY KEY (agency, kind, record)
);
CREATE UNIQUE INDEX search_entry_place ON search_entry (agency, place);
CREATE INDEX search_entry_tokens ON search_entry USING gin (tokens);
--@both
