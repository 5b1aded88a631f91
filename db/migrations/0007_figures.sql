-- What figures were in each month, so that years are shown without counting them again. A row is what the records said when the audit
-- chain had `sequence` links, asked on the day `computed_on`.
CREATE TABLE figure_month (
    agency TEXT NOT NULL REFERENCES agency (id),
    name TEXT NOT NULL,
    month TEXT NOT NULL CHECK (length(month) = 7),  -- YYYY-MM
    numerator BIGINT NOT NULL CHECK (numerator >= 0),
    denominator BIGINT CHECK (denominator >= numerator),    -- NULL: a plain count
    computed_on TEXT NOT NULL,
    sequence BIGINT NOT NULL,
    PRIMARY KEY (agency, name, month)
);
