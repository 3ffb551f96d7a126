-- What was left behind by the dossiers that already went to another antenne: letters to sign and to print, questions for a session.
-- A question that is on an agenda leaves it when that session ends; it then waits where its dossier is.
-- The tables were not all made in one collation: codes are compared by their bytes.
UPDATE courrier c JOIN dossier d ON d.id = c.dossier_id
   SET c.antenne = d.antenne, c.version_ligne = c.version_ligne + 1
 WHERE c.etat IN ('A_SIGNER', 'A_IMPRIMER') AND c.antenne IS NOT NULL AND BINARY c.antenne <> BINARY d.antenne;
UPDATE cas_pret c JOIN dossier d ON d.id = c.dossier_id
   SET c.antenne = d.antenne
 WHERE c.ouvert = 1 AND BINARY c.antenne <> BINARY d.antenne;
