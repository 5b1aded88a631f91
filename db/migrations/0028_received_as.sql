-- What of a document came in (Decree 30/2020 art. 3.9–3.12): it decides how the agency may copy it (art. 25).
ALTER TABLE incoming ADD COLUMN received_as TEXT NOT NULL DEFAULT 'original'
    CHECK (received_as IN ('original', 'full_copy', 'recopied', 'extract'));
