-- Why another partner, or none: for the team, not in the history that the person reads.
ALTER TABLE prescription ADD COLUMN motif_suite VARCHAR(500) NULL;
