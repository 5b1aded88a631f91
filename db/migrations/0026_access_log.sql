-- Who looked at, printed or took out what (Decree 30/2020 Appendix VI part I: access log). Written in batches, outside the audit chain.
CREATE TABLE access_log (
    agency TEXT NOT NULL REFERENCES agency (id),
    id TEXT NOT NULL,
    at BIGINT NOT NULL,
    person TEXT NOT NULL,
    action TEXT NOT NULL,
    record TEXT NOT NULL DEFAULT '',
    detail TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (agency, id)
);
CREATE INDEX access_log_in_order ON access_log (agency, at, id);
CREATE INDEX access_log_of_person ON access_log (agency, person, at, id);
CREATE INDEX access_log_of_record ON access_log (agency, record, at, id);
