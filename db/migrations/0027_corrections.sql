-- A wrong registration is corrected with its history: each value before and after, who, when and why. Number and day never change.
CREATE TABLE incoming_correction (
    agency TEXT NOT NULL,
    incoming TEXT NOT NULL,
    version INTEGER NOT NULL,
    field TEXT NOT NULL,
    before TEXT NOT NULL,
    after TEXT NOT NULL,
    reason TEXT NOT NULL,
    person TEXT NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (agency, incoming, version, field),
    FOREIGN KEY (agency, incoming) REFERENCES incoming (agency, id),
    FOREIGN KEY (agency, person) REFERENCES person (agency, id)
);
