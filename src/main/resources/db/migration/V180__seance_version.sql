-- Counts the writings of a session: each writes its row, so that two of them never pass unseen, on one node or on several.
ALTER TABLE seance ADD COLUMN version INT NOT NULL DEFAULT 0;
