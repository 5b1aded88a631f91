-- A period may begin above 1 (an office that joins in mid-year) and is closed with a closing entry: when, by whom (Decree 30/2020
-- art. 16, 22: the book of a year is printed and bound). A change of a book names the version it was made from.
ALTER TABLE book ADD COLUMN version INTEGER NOT NULL DEFAULT 1;
ALTER TABLE book_period ADD COLUMN first_number INTEGER NOT NULL DEFAULT 1 CHECK (first_number >= 1);
ALTER TABLE book_period ADD COLUMN closed_at BIGINT NOT NULL DEFAULT 0;
ALTER TABLE book_period ADD COLUMN closed_by TEXT;
CREATE INDEX book_number_by_day ON book_number (agency, book, period, dated_on, number);
