-- Post addressed to a person or a mass organisation by name (bì gửi đích danh; Decree 30/2020 art. 21): handed over unopened, so there
-- is no file, no number and no handling. What is in it can become an incoming document later.
CREATE TABLE envelope (
    agency TEXT NOT NULL REFERENCES agency (id),
    id TEXT NOT NULL,
    arrived_on TEXT NOT NULL,
    sender TEXT NOT NULL,
    mark TEXT NOT NULL DEFAULT '',
    person TEXT,
    addressee TEXT NOT NULL,
    urgency TEXT NOT NULL CHECK (urgency IN ('normal', 'urgent', 'very_urgent', 'express', 'timed_express')),
    note TEXT NOT NULL DEFAULT '',
    state TEXT NOT NULL CHECK (state IN ('waiting', 'handed_over', 'registered')),
    handed_to TEXT NOT NULL DEFAULT '',
    handed_at BIGINT NOT NULL DEFAULT 0,
    document TEXT,
    entered_by TEXT NOT NULL,
    entered_at BIGINT NOT NULL,
    PRIMARY KEY (agency, id),
    CHECK (state <> 'registered' OR document IS NOT NULL),
    CHECK (state <> 'handed_over' OR handed_at > 0),
    FOREIGN KEY (agency, person) REFERENCES person (agency, id),
    FOREIGN KEY (agency, document) REFERENCES incoming (agency, id),
    FOREIGN KEY (agency, entered_by) REFERENCES person (agency, id)
);
CREATE INDEX envelope_in_order ON envelope (agency, entered_at, id);
