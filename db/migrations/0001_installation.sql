-- What the installation itself keeps, whatever its agencies do.

CREATE TABLE setting (
    name TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
);

-- Work that waits to be done. A job that is done has no row.
CREATE TABLE job (
    id TEXT NOT NULL PRIMARY KEY,
    agency TEXT,                                -- NULL: of the installation
    kind TEXT NOT NULL,
    payload TEXT NOT NULL,                      -- JSON
    state TEXT NOT NULL CHECK (state IN ('waiting', 'running', 'failed')),
    run_at BIGINT NOT NULL,                     -- due from then on; of a running one, when its lease ends
    attempts INTEGER NOT NULL DEFAULT 0 CHECK (attempts >= 0),
    last_error TEXT NOT NULL DEFAULT '',
    created_at BIGINT NOT NULL
);
CREATE INDEX job_due ON job (run_at, id) WHERE state <> 'failed';
CREATE INDEX job_failed ON job (created_at, id) WHERE state = 'failed';
