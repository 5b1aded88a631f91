-- Groups of recipients inside the agency (nhóm nơi nhận), and what became of an issued document at each person that it was delivered to.

CREATE TABLE recipient_group (
    agency TEXT NOT NULL REFERENCES agency (id),
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    position INTEGER NOT NULL DEFAULT 0,
    valid_from TEXT,
    valid_to TEXT,
    version INTEGER NOT NULL DEFAULT 1,
    PRIMARY KEY (agency, id)
);
CREATE UNIQUE INDEX recipient_group_name ON recipient_group (agency, name);

-- `target` is a post, a unit or a person of the agency.
CREATE TABLE recipient_group_member (
    agency TEXT NOT NULL,
    recipient_group TEXT NOT NULL,
    position INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('post', 'unit', 'person')),
    target TEXT NOT NULL,
    valid_from TEXT,
    valid_to TEXT,
    PRIMARY KEY (agency, recipient_group, position),
    FOREIGN KEY (agency, recipient_group) REFERENCES recipient_group (agency, id)
);

-- `through`: the lines of «Nơi nhận» through which it came to him, one a line. `on_paper`: he cannot open it here, so the clerk hands him
-- the paper against a signed slip.
ALTER TABLE outgoing_reader ADD COLUMN through TEXT NOT NULL DEFAULT '';
ALTER TABLE outgoing_reader ADD COLUMN on_paper INTEGER NOT NULL DEFAULT 0 CHECK (on_paper IN (0, 1));
ALTER TABLE outgoing_reader ADD COLUMN handed_on TEXT;
ALTER TABLE outgoing_reader ADD COLUMN handed_to TEXT NOT NULL DEFAULT '';
ALTER TABLE outgoing_reader ADD COLUMN reminded_at BIGINT NOT NULL DEFAULT 0;
CREATE INDEX outgoing_reader_on_paper ON outgoing_reader (agency, outgoing) WHERE on_paper = 1 AND handed_on IS NULL;

-- Who was to read before: through his own name, his unit's, or the agency's.
UPDATE outgoing_reader SET through = COALESCE((SELECT MIN(r.name) FROM recipient r
    WHERE r.agency = outgoing_reader.agency AND r.outgoing = outgoing_reader.outgoing AND (
        (r.kind = 'person' AND r.target = outgoing_reader.person) OR (r.kind = 'agency' AND r.target = r.agency)
        OR (r.kind = 'unit' AND EXISTS (SELECT 1 FROM holding h JOIN post o ON o.agency = h.agency AND o.id = h.post
            WHERE h.agency = r.agency AND h.person = outgoing_reader.person AND o.unit = r.target)))), '');
