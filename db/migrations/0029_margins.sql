-- The margins that an agency chose for a kind's drafts, within the decree's (Appendix I I.2).
ALTER TABLE draft_template ADD COLUMN top_mm INTEGER NOT NULL DEFAULT 20 CHECK (top_mm BETWEEN 20 AND 25);
ALTER TABLE draft_template ADD COLUMN bottom_mm INTEGER NOT NULL DEFAULT 20 CHECK (bottom_mm BETWEEN 20 AND 25);
ALTER TABLE draft_template ADD COLUMN left_mm INTEGER NOT NULL DEFAULT 30 CHECK (left_mm BETWEEN 30 AND 35);
ALTER TABLE draft_template ADD COLUMN right_mm INTEGER NOT NULL DEFAULT 15 CHECK (right_mm BETWEEN 15 AND 20);
