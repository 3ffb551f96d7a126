-- The day on which a result was made: a birthday or a delay that ran out since puts it out of date (docs/decisions/0028). The other is the
-- last day on which the review looked at it.
ALTER TABLE dossier_resultat ADD COLUMN vrai_le DATE NULL, ADD COLUMN verifie_le DATE NULL;

-- What was made before: from the facts of its version, else from those of the claim. Of a claim of RSA no day is known on which its
-- conditions were found: they are taken as they stand, and a proposal that waits is not sent back by the upgrade.
UPDATE dossier_resultat r
  JOIN dossier d ON d.id = r.dossier_id
  LEFT JOIN dossier_faits f ON f.dossier_id = r.dossier_id AND f.version = r.version_faits
   SET r.vrai_le = CASE d.dispositif WHEN 'RSA' THEN UTC_DATE() ELSE COALESCE(DATE(f.quand), d.depose_le) END;
-- A decision was made on the day of its confirmation.
UPDATE dossier_resultat r
  JOIN demande_orientation o ON o.dossier_id = r.dossier_id
   SET r.vrai_le = DATE(CONVERT_TZ(o.confirmee_le, '+00:00', '+01:00'))
 WHERE r.resultat = 'ORIENTATION' AND o.confirmee_le IS NOT NULL;

ALTER TABLE dossier_resultat MODIFY COLUMN vrai_le DATE NOT NULL;
