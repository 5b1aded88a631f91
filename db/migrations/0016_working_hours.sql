-- The week's working hours, from a day on: seasons, a worked Saturday morning. Without a row the standard hours hold.
CREATE TABLE working_period (
    agency TEXT NOT NULL REFERENCES agency (id),
    valid_from TEXT NOT NULL,
    weekday INTEGER NOT NULL CHECK (weekday BETWEEN 1 AND 7),
    starts INTEGER NOT NULL CHECK (starts >= 0),
    ends INTEGER NOT NULL CHECK (ends <= 1440),
    PRIMARY KEY (agency, valid_from, weekday, starts),
    CHECK (starts < ends)
);
