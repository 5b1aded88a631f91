-- Deadlines that move with the calendar, known issuers, what the clerks' desk holds together, instructions entered for a leader,
-- extensions of a deadline.

-- due_on is the day as it was given; due_by the working day on which it is met (a day of rest moves to the next working day). A term
-- of due_days working days counts from due_from and is worked out again when the calendar changes.
ALTER TABLE incoming ADD COLUMN due_by TEXT;
ALTER TABLE incoming ADD COLUMN due_days INTEGER NOT NULL DEFAULT 0;
ALTER TABLE incoming ADD COLUMN due_from TEXT;
UPDATE incoming SET due_by = due_on;

-- An issuer is compared by its whole name: «UBND xã» is «ủy ban nhân dân xã».
UPDATE incoming SET issuer_fold =
    TRIM(REPLACE(REPLACE(' ' || issuer_fold || ' ', ' ubnd ', ' uy ban nhan dan '), ' hdnd ', ' hoi dong nhan dan '));

CREATE TABLE issuer (
    agency TEXT NOT NULL REFERENCES agency (id),
    fold TEXT NOT NULL,
    name TEXT NOT NULL,
    issuer_agency TEXT,
    PRIMARY KEY (agency, fold)
);
INSERT INTO issuer (agency, fold, name, issuer_agency)
SELECT agency, issuer_fold, MAX(issuer), MAX(issuer_agency) FROM incoming WHERE issuer_fold <> '' GROUP BY agency, issuer_fold;
CREATE INDEX incoming_issuer_agency ON incoming (agency, issuer_agency, origin_fold) WHERE issuer_agency IS NOT NULL;

-- What waits to be received waits for whoever may receive it, not for those who could on the day it came.
INSERT INTO work_item (agency, holder, record, action, kind, urgency, title, from_whom, symbol, since, due_on)
SELECT agency, 'register_incoming', record, action, MIN(kind), MIN(urgency), MIN(title), MIN(from_whom), MIN(symbol), MIN(since), MIN(due_on)
  FROM work_item WHERE action = 'receive' GROUP BY agency, record, action;
DELETE FROM work_item WHERE action = 'receive' AND holder <> 'register_incoming';

-- Who works with nobody has nothing left to do once the document is closed.
DELETE FROM work_item WHERE action = 'cooperate' AND EXISTS
    (SELECT 1 FROM incoming i WHERE i.agency = work_item.agency AND i.id = work_item.record AND i.state = 'done');
UPDATE assignment SET state = 'done' WHERE part = 'cooperate' AND state IN ('waiting', 'accepted') AND EXISTS
    (SELECT 1 FROM incoming i WHERE i.agency = assignment.agency AND i.id = assignment.record AND i.state = 'done');

-- An instruction written with a pen, typed by the clerk («nhập thay»): the note is the leader's, entered_by the clerk.
ALTER TABLE note ADD COLUMN entered_by TEXT;

CREATE TABLE extension (
    agency TEXT NOT NULL,
    id TEXT NOT NULL,
    record TEXT NOT NULL,
    asked_by TEXT NOT NULL,
    asked_at BIGINT NOT NULL,
    due_on TEXT NOT NULL,
    wanted_on TEXT NOT NULL,
    reason TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('waiting', 'given', 'refused', 'dropped')),
    decided_by TEXT,
    decided_at BIGINT NOT NULL DEFAULT 0,
    PRIMARY KEY (agency, id),
    FOREIGN KEY (agency, record) REFERENCES incoming (agency, id),
    FOREIGN KEY (agency, asked_by) REFERENCES person (agency, id)
);
CREATE UNIQUE INDEX extension_waiting ON extension (agency, record) WHERE state = 'waiting';
