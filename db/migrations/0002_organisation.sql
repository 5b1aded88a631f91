-- Agencies, their people, posts and rights; accounts and sessions of the installation.

CREATE TABLE agency (
    id TEXT NOT NULL PRIMARY KEY,
    parent TEXT REFERENCES agency (id),
    name TEXT NOT NULL,
    short_name TEXT NOT NULL,
    code TEXT NOT NULL DEFAULT '',
    code_2016 TEXT NOT NULL DEFAULT '',
    place TEXT NOT NULL DEFAULT '',
    address TEXT NOT NULL DEFAULT '',
    phone TEXT NOT NULL DEFAULT '',
    email TEXT NOT NULL DEFAULT '',
    hosted INTEGER NOT NULL DEFAULT 0 CHECK (hosted IN (0, 1)),
    valid_from TEXT,
    valid_to TEXT
);
CREATE UNIQUE INDEX agency_code ON agency (code) WHERE code <> '';

CREATE TABLE unit (
    agency TEXT NOT NULL REFERENCES agency (id),
    id TEXT NOT NULL,
    parent TEXT,
    name TEXT NOT NULL,
    abbreviation TEXT NOT NULL DEFAULT '',
    position INTEGER NOT NULL DEFAULT 0,
    valid_from TEXT,
    valid_to TEXT,
    PRIMARY KEY (agency, id),
    FOREIGN KEY (agency, parent) REFERENCES unit (agency, id)
);

CREATE TABLE body (
    agency TEXT NOT NULL REFERENCES agency (id),
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    parent_line TEXT NOT NULL DEFAULT '',
    heading_lines TEXT NOT NULL,
    symbol TEXT NOT NULL,
    party INTEGER NOT NULL DEFAULT 0 CHECK (party IN (0, 1)),
    position INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (agency, id)
);

CREATE TABLE post (
    agency TEXT NOT NULL REFERENCES agency (id),
    id TEXT NOT NULL,
    unit TEXT,
    body TEXT,
    name TEXT NOT NULL,
    authority TEXT NOT NULL DEFAULT 'none' CHECK (authority IN ('none', 'tm', 'kt', 'tl', 'tuq', 'q', 'own')),
    signing_lines TEXT NOT NULL DEFAULT '',
    heads_agency INTEGER NOT NULL DEFAULT 0 CHECK (heads_agency IN (0, 1)),
    heads_unit INTEGER NOT NULL DEFAULT 0 CHECK (heads_unit IN (0, 1)),
    position INTEGER NOT NULL DEFAULT 0,
    valid_from TEXT,
    valid_to TEXT,
    PRIMARY KEY (agency, id),
    FOREIGN KEY (agency, unit) REFERENCES unit (agency, id),
    FOREIGN KEY (agency, body) REFERENCES body (agency, id)
);

CREATE TABLE person (
    agency TEXT NOT NULL REFERENCES agency (id),
    id TEXT NOT NULL,
    full_name TEXT NOT NULL CHECK (full_name <> ''),
    sort_key TEXT NOT NULL,
    email TEXT NOT NULL DEFAULT '',
    phone TEXT NOT NULL DEFAULT '',
    born_on TEXT,
    active INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1)),
    version INTEGER NOT NULL DEFAULT 1,
    PRIMARY KEY (agency, id)
);
CREATE INDEX person_by_name ON person (agency, sort_key, id);

CREATE TABLE holding (
    agency TEXT NOT NULL,
    id TEXT NOT NULL,
    person TEXT NOT NULL,
    post TEXT NOT NULL,
    main INTEGER NOT NULL DEFAULT 0 CHECK (main IN (0, 1)),
    valid_from TEXT,
    valid_to TEXT,
    PRIMARY KEY (agency, id),
    FOREIGN KEY (agency, person) REFERENCES person (agency, id),
    FOREIGN KEY (agency, post) REFERENCES post (agency, id)
);
CREATE INDEX holding_of_person ON holding (agency, person);
CREATE INDEX holding_of_post ON holding (agency, post);

CREATE TABLE mandate (
    agency TEXT NOT NULL,
    id TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('delegation', 'tuq')),
    from_person TEXT NOT NULL,
    to_person TEXT NOT NULL,
    body TEXT,
    signing_lines TEXT NOT NULL DEFAULT '',
    scope TEXT NOT NULL DEFAULT '',
    document TEXT NOT NULL DEFAULT '',
    valid_from TEXT NOT NULL,
    valid_to TEXT NOT NULL,
    PRIMARY KEY (agency, id),
    CHECK (valid_from <= valid_to),
    CHECK (from_person <> to_person),
    CHECK (kind <> 'tuq' OR body IS NOT NULL),
    FOREIGN KEY (agency, from_person) REFERENCES person (agency, id),
    FOREIGN KEY (agency, to_person) REFERENCES person (agency, id),
    FOREIGN KEY (agency, body) REFERENCES body (agency, id)
);

CREATE TABLE role (
    agency TEXT NOT NULL REFERENCES agency (id),
    id TEXT NOT NULL,
    code TEXT NOT NULL,
    name TEXT NOT NULL,
    PRIMARY KEY (agency, id),
    UNIQUE (agency, code)
);

CREATE TABLE role_permission (
    agency TEXT NOT NULL,
    role TEXT NOT NULL,
    permission TEXT NOT NULL,
    PRIMARY KEY (agency, role, permission),
    FOREIGN KEY (agency, role) REFERENCES role (agency, id)
);

CREATE TABLE person_role (
    agency TEXT NOT NULL,
    person TEXT NOT NULL,
    role TEXT NOT NULL,
    PRIMARY KEY (agency, person, role),
    FOREIGN KEY (agency, person) REFERENCES person (agency, id),
    FOREIGN KEY (agency, role) REFERENCES role (agency, id)
);

-- An account is found by its name before its agency is known.
CREATE TABLE account (
    username TEXT NOT NULL PRIMARY KEY,
    agency TEXT NOT NULL,
    person TEXT NOT NULL,
    password_hash TEXT NOT NULL,
    failures INTEGER NOT NULL DEFAULT 0,
    blocked_until BIGINT NOT NULL DEFAULT 0,
    disabled INTEGER NOT NULL DEFAULT 0 CHECK (disabled IN (0, 1)),
    created_at BIGINT NOT NULL,
    FOREIGN KEY (agency, person) REFERENCES person (agency, id)
);
CREATE UNIQUE INDEX account_of_person ON account (agency, person);

CREATE TABLE session (
    id TEXT NOT NULL PRIMARY KEY,
    token_digest TEXT NOT NULL UNIQUE,
    username TEXT NOT NULL REFERENCES account (username),
    agency TEXT NOT NULL,
    person TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    seen_at BIGINT NOT NULL,
    address TEXT NOT NULL DEFAULT '',
    browser TEXT NOT NULL DEFAULT ''
);
CREATE INDEX session_of_person ON session (agency, person);

-- The answer of a request that carried an Idempotency-Key; kept for 72 hours.
CREATE TABLE answer (
    agency TEXT NOT NULL,
    person TEXT NOT NULL,
    idempotency_key TEXT NOT NULL,
    request_digest TEXT NOT NULL,
    body TEXT NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (agency, person, idempotency_key)
);
CREATE INDEX answer_by_age ON answer (at);
