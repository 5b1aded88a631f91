-- Quick phrases of an agency, place by place; a place without a list has the page's own.
CREATE TABLE phrase_list (
    agency TEXT NOT NULL REFERENCES agency (id),
    place TEXT NOT NULL CHECK (place IN ('proposal', 'instruction', 'progress', 'comment')),
    version INTEGER NOT NULL CHECK (version >= 1),
    PRIMARY KEY (agency, place)
);

CREATE TABLE phrase (
    agency TEXT NOT NULL,
    place TEXT NOT NULL,
    position INTEGER NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (agency, place, position),
    FOREIGN KEY (agency, place) REFERENCES phrase_list (agency, place)
);

-- Which of the decree's kinds the agency issues, and which checks a draft of it goes through before it lies before its signer.
ALTER TABLE kind ADD COLUMN used INTEGER NOT NULL DEFAULT 1 CHECK (used IN (0, 1));
ALTER TABLE kind ADD COLUMN content_check TEXT NOT NULL DEFAULT 'optional' CHECK (content_check IN ('optional', 'required', 'none'));
ALTER TABLE kind ADD COLUMN format_check TEXT NOT NULL DEFAULT 'optional' CHECK (format_check IN ('optional', 'required', 'none'));
ALTER TABLE kind ADD COLUMN version INTEGER NOT NULL DEFAULT 1;
