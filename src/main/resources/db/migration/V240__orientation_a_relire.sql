-- What the claim said that an orientation rests on, and why its situation is to be read again with the person (null: it stands).
ALTER TABLE demande_orientation
    ADD COLUMN connu     LONGTEXT     NULL CHECK (JSON_VALID(connu)),
    ADD COLUMN a_relire  VARCHAR(500) NULL;
