-- Filters of lists that people keep under a name (bộ lọc đã lưu; Decree 30/2020 Appendix VI part I): one's own, or shared with the agency.
CREATE TABLE saved_filter (
    agency TEXT NOT NULL REFERENCES agency (id),
    id TEXT NOT NULL,
    list TEXT NOT NULL CHECK (list IN ('incoming', 'outgoing', 'work_dossiers')),
    owner TEXT NOT NULL,
    name TEXT NOT NULL,
    sort_key TEXT NOT NULL,
    query TEXT NOT NULL,
    shared INTEGER NOT NULL CHECK (shared IN (0, 1)),
    saved_at BIGINT NOT NULL,
    PRIMARY KEY (agency, id),
    FOREIGN KEY (agency, owner) REFERENCES person (agency, id)
);
CREATE UNIQUE INDEX saved_filter_name ON saved_filter (agency, list, owner, name);
