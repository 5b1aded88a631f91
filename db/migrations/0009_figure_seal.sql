-- A kept month carries a seal, made with the installation's secret over what it says: a month that someone else wrote is seen. What was
-- kept before is counted again within the day.
DROP TABLE figure_month;
CREATE TABLE figure_month (
    agency TEXT NOT NULL REFERENCES agency (id),
    name TEXT NOT NULL,
    month TEXT NOT NULL CHECK (length(month) = 7),  -- YYYY-MM
    numerator BIGINT NOT NULL CHECK (numerator >= 0),
    denominator BIGINT CHECK (denominator >= numerator),    -- NULL: a plain count
    computed_on TEXT NOT NULL,
    sequence BIGINT NOT NULL,
    seal TEXT NOT NULL,
    PRIMARY KEY (agency, name, month)
);
