-- The opinion that a session gave after two absences: it fills the step, which stays open to a hand-written one.
ALTER TABLE demande_orientation
    ADD COLUMN avis_equipe VARCHAR(40) NULL,
    ADD COLUMN avis_equipe_motif VARCHAR(2000) NULL,
    ADD COLUMN avis_equipe_le DATE NULL;
