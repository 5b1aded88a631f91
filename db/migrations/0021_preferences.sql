-- How each person likes the page, on whatever machine he signs in, and up to when he has looked at his notices.

CREATE TABLE preference (
    agency TEXT NOT NULL,
    person TEXT NOT NULL,
    language TEXT NOT NULL DEFAULT 'vi' CHECK (language IN ('vi', 'en')),
    theme TEXT NOT NULL DEFAULT 'automatic' CHECK (theme IN ('automatic', 'light', 'dark')),
    density TEXT NOT NULL DEFAULT 'normal' CHECK (density IN ('dense', 'normal', 'roomy')),
    single_letters INTEGER NOT NULL DEFAULT 1 CHECK (single_letters IN (0, 1)),
    folded INTEGER NOT NULL DEFAULT 0 CHECK (folded IN (0, 1)),
    notices_seen_at BIGINT NOT NULL DEFAULT 0,
    PRIMARY KEY (agency, person),
    FOREIGN KEY (agency, person) REFERENCES person (agency, id)
);
