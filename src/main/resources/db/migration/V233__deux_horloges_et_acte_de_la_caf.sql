-- Two clocks a dossier: the internal target, and the legal date that the pieces asked for alone suspend (CRPA, L114-5).
ALTER TABLE dossier
    ADD COLUMN saisi_le               DATE NULL COMMENT 'first authority seized, when another one was (CRPA, L114-3)',
    ADD COLUMN jours_ouvres_suspendus INT  NOT NULL DEFAULT 0,
    ADD COLUMN limite_suspendue_depuis DATE NULL,
    ADD COLUMN limite_suspendue_jusqu DATE NULL,
    ADD COLUMN jours_limite_suspendue INT  NOT NULL DEFAULT 0;

UPDATE dossier SET jours_ouvres_suspendus = FLOOR(jours_suspendus * 5 / 7), jours_limite_suspendue = jours_suspendus;
UPDATE dossier SET limite_suspendue_depuis = suspendu_depuis WHERE suspendu_depuis IS NOT NULL;

-- The CAF's reasons are codes of the table motifs-caf, its act has a reference; motif_caf keeps the words beside.
ALTER TABLE demande_rsa
    ADD COLUMN motifs_proposition     VARCHAR(300) NULL,
    ADD COLUMN reference_decision_caf VARCHAR(60)  NULL,
    ADD COLUMN motifs_caf             VARCHAR(300) NULL;

UPDATE demande_rsa SET motifs_caf = 'AUTRE' WHERE decision_caf = 'REJET';
UPDATE demande_rsa SET motifs_proposition = 'AUTRE' WHERE proposition = 'DEFAVORABLE';

-- A box that was not ticked was not a no: it becomes "not asked".
UPDATE demande_rsa SET situation =
    REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(REPLACE(situation,
        '"droitsPrioritairesDemandes":false', '"droitsPrioritairesDemandes":null'),
        '"etudiant":false', '"etudiant":null'),
        '"stagiaireFormation":false', '"stagiaireFormation":null'),
        '"enConge":false', '"enConge":null'),
        '"enceinte":false', '"enceinte":null'),
        '"isolementRecent":false', '"isolementRecent":null'),
        '"participeAuxFrais":false', '"participeAuxFrais":null');

-- What was found from them is found again when the application starts: the results of the open claims are out of date.
INSERT INTO dossier_resultat (dossier_id, resultat, version_faits)
    SELECT d.id, r.resultat, 1
      FROM dossier d
      JOIN demande_rsa c ON c.dossier_id = d.id
      JOIN (SELECT 'ELIGIBILITE' AS resultat UNION ALL SELECT 'ESTIMATION') r
     WHERE d.etat <> 'CLOS' AND c.eligibilite IS NOT NULL AND c.transmise_le IS NULL;
UPDATE dossier SET version_faits = 2
     WHERE id IN (SELECT dossier_id FROM dossier_resultat) AND dispositif = 'RSA';
