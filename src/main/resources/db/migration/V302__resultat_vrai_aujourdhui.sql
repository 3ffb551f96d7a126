-- A node of the former version, which does not know this column, still writes results while the new one starts.
ALTER TABLE dossier_resultat MODIFY COLUMN vrai_le DATE NOT NULL DEFAULT (UTC_DATE());
