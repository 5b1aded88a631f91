-- Copies reach their recipients as documents do: one table of the lines of «Nơi nhận» and one of who was given it, for both.
CREATE TABLE recipient_new (
    agency TEXT NOT NULL REFERENCES agency (id),
    record TEXT NOT NULL,
    position INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('agency', 'person', 'unit', 'post', 'group', 'outside')),
    target TEXT,
    name TEXT NOT NULL,
    mark TEXT NOT NULL DEFAULT '',
    addressee INTEGER NOT NULL DEFAULT 0 CHECK (addressee IN (0, 1)),
    delivered_at BIGINT NOT NULL DEFAULT 0,
    read_at BIGINT NOT NULL DEFAULT 0,
    received_at BIGINT NOT NULL DEFAULT 0,
    returned_at BIGINT NOT NULL DEFAULT 0,
    return_reason TEXT NOT NULL DEFAULT '',
    cancelled_at BIGINT NOT NULL DEFAULT 0,
    PRIMARY KEY (agency, record, position),
    CHECK ((kind = 'outside') = (target IS NULL))
);
INSERT INTO recipient_new (agency, record, position, kind, target, name, mark, addressee, delivered_at, read_at, received_at, returned_at,
    return_reason, cancelled_at)
SELECT agency, outgoing, position, kind, target, name, mark, addressee, delivered_at, read_at, received_at, returned_at, return_reason,
    cancelled_at FROM recipient;
INSERT INTO recipient_new (agency, record, position, kind, target, name, delivered_at, read_at)
SELECT r.agency, r.copy, r.position, r.kind, r.target, r.name, r.given_at, COALESCE((SELECT t.read_at FROM copy_reader t
    WHERE t.agency = r.agency AND t.copy = r.copy AND r.kind = 'person' AND t.person = r.target), 0) FROM copy_recipient r;
DROP TABLE recipient;
ALTER TABLE recipient_new RENAME TO recipient;

-- `through`: the lines of «Nơi nhận» through which it came to him, one a line. `on_paper`: he cannot open it here, so the clerk hands him
-- the paper against a signed slip.
CREATE TABLE reader (
    agency TEXT NOT NULL REFERENCES agency (id),
    record TEXT NOT NULL,
    person TEXT NOT NULL,
    asked_at BIGINT NOT NULL,
    read_at BIGINT NOT NULL DEFAULT 0,
    through TEXT NOT NULL DEFAULT '',
    on_paper INTEGER NOT NULL DEFAULT 0 CHECK (on_paper IN (0, 1)),
    handed_on TEXT,
    handed_to TEXT NOT NULL DEFAULT '',
    reminded_at BIGINT NOT NULL DEFAULT 0,
    PRIMARY KEY (agency, record, person),
    FOREIGN KEY (agency, person) REFERENCES person (agency, id)
);
INSERT INTO reader (agency, record, person, asked_at, read_at, through, on_paper, handed_on, handed_to, reminded_at)
SELECT agency, outgoing, person, asked_at, read_at, through, on_paper, handed_on, handed_to, reminded_at FROM outgoing_reader;
INSERT INTO reader (agency, record, person, asked_at, read_at, through)
SELECT t.agency, t.copy, t.person, c.issued_at, t.read_at, COALESCE((SELECT MIN(r.name) FROM copy_recipient r
    WHERE r.agency = t.agency AND r.copy = t.copy AND ((r.kind = 'person' AND r.target = t.person)
        OR (r.kind = 'unit' AND EXISTS (SELECT 1 FROM holding h JOIN post o ON o.agency = h.agency AND o.id = h.post
            WHERE h.agency = r.agency AND h.person = t.person AND o.unit = r.target)))), '')
FROM copy_reader t JOIN document_copy c ON c.agency = t.agency AND c.id = t.copy;
DROP TABLE outgoing_reader;
DROP TABLE copy_reader;
DROP TABLE copy_recipient;
CREATE INDEX reader_on_paper ON reader (agency, record) WHERE on_paper = 1 AND handed_on IS NULL;

-- `kind`: what the record is in the agency that sent it.
ALTER TABLE delivery RENAME COLUMN outgoing TO record;
ALTER TABLE delivery ADD COLUMN kind TEXT NOT NULL DEFAULT 'outgoing' CHECK (kind IN ('outgoing', 'copy'));
