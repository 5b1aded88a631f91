-- Drafts whose day may pass before they go out: the list of what is overdue walks these alone.
CREATE INDEX outgoing_open ON outgoing (agency, sort_at, id)
    WHERE due_on IS NOT NULL AND state IN ('draft', 'reviewing', 'returned', 'submitted', 'approved', 'numbered');
