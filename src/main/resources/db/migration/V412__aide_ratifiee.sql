-- What the session of the CAI said of an aid that was decided in urgency, by delegation; null before, and for the others.
ALTER TABLE aide_mobilite
    ADD COLUMN ratification_pv     VARCHAR(60)   NULL,
    ADD COLUMN ratification_seance DATE          NULL,
    ADD COLUMN reserves            VARCHAR(1000) NULL COMMENT 'null when it ratified';
