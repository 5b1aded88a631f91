-- What a new draft of each kind begins with in an agency: words, recipients, and how its text is set within what Appendix I II.6 of the
-- decree allows. A change is a new version; nothing is overwritten.

CREATE TABLE draft_template (
    agency TEXT NOT NULL,
    kind TEXT NOT NULL,
    version INTEGER NOT NULL CHECK (version >= 1),
    half_points INTEGER NOT NULL CHECK (half_points BETWEEN 26 AND 28),
    line_percent INTEGER NOT NULL CHECK (line_percent BETWEEN 100 AND 150),
    indent_tenths_mm INTEGER NOT NULL CHECK (indent_tenths_mm IN (100, 127)),
    gap_pt INTEGER NOT NULL CHECK (gap_pt BETWEEN 6 AND 12),
    note TEXT NOT NULL DEFAULT '',
    saved_by TEXT NOT NULL,
    saved_at BIGINT NOT NULL,
    PRIMARY KEY (agency, kind, version),
    FOREIGN KEY (agency, kind) REFERENCES kind (agency, code),
    FOREIGN KEY (agency, saved_by) REFERENCES person (agency, id)
);

CREATE TABLE draft_template_paragraph (
    agency TEXT NOT NULL,
    kind TEXT NOT NULL,
    version INTEGER NOT NULL,
    part TEXT NOT NULL CHECK (part IN ('opening', 'closing')),
    position INTEGER NOT NULL,
    style TEXT NOT NULL CHECK (style IN ('paragraph', 'basis', 'heading', 'article', 'bullet')),
    text TEXT NOT NULL,
    PRIMARY KEY (agency, kind, version, part, position),
    FOREIGN KEY (agency, kind, version) REFERENCES draft_template (agency, kind, version)
);

CREATE TABLE draft_template_recipient (
    agency TEXT NOT NULL,
    kind TEXT NOT NULL,
    version INTEGER NOT NULL,
    position INTEGER NOT NULL,
    recipient_kind TEXT NOT NULL CHECK (recipient_kind IN ('agency', 'person', 'unit', 'post', 'group', 'outside')),
    target TEXT,
    name TEXT NOT NULL,
    mark TEXT NOT NULL DEFAULT '',
    addressee INTEGER NOT NULL DEFAULT 0 CHECK (addressee IN (0, 1)),
    PRIMARY KEY (agency, kind, version, position),
    CHECK ((recipient_kind = 'outside') = (target IS NULL)),
    FOREIGN KEY (agency, kind, version) REFERENCES draft_template (agency, kind, version)
);
