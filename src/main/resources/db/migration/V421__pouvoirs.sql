-- A titular who will not be there gives its proxy for one session. A holder carries one at most.
ALTER TABLE seance_membre
    ADD COLUMN pouvoir_a     UUID         NULL COMMENT 'seat that votes for this one',
    ADD COLUMN pouvoir_ecrit VARCHAR(500) NULL COMMENT 'which writing gives it',
    ADD COLUMN pouvoir_par   VARCHAR(60)  NULL,
    ADD COLUMN pouvoir_le    DATETIME(3)  NULL,
    ADD CONSTRAINT uq_seance_membre_pouvoir UNIQUE (seance_id, pouvoir_a);

-- Who cast the ballot of a seat by proxy; null for its own hand.
ALTER TABLE jury_emargement ADD COLUMN mandataire UUID NULL;
