-- What an agent wrote beside an event: read by the team, never in the history that the person reads.
ALTER TABLE dossier_evenement ADD COLUMN interne VARCHAR(2000) NULL;
