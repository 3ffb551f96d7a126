-- A merge that concerns several antennes is undone by all of them: each says so, with its reason.
CREATE TABLE fusion_retour (
    fusion_id  UUID         NOT NULL,
    antenne    VARCHAR(32)  NOT NULL,
    demande_le DATETIME(3)  NOT NULL,
    demande_par VARCHAR(60) NOT NULL,
    motif      VARCHAR(500) NOT NULL,
    PRIMARY KEY (fusion_id, antenne),
    CONSTRAINT fk_fusion_retour FOREIGN KEY (fusion_id) REFERENCES fusion (id),
    CONSTRAINT fk_fusion_retour_antenne FOREIGN KEY (antenne) REFERENCES antenne (code)
) ENGINE = InnoDB;

-- The story of a dossier is counted without what the merges themselves write there.
UPDATE fusion_rangee r
    JOIN fusion f ON f.id = r.fusion_id
SET r.contenu = (SELECT COUNT(*) FROM dossier_evenement e
                 WHERE e.dossier_id = r.cle AND e.nature <> 'FUSION' AND e.quand <= f.faite_le)
WHERE r.nom_table = 'dossier_evenement' AND r.sorte = 'PRESENTE' AND f.faite_le IS NOT NULL;

-- The cards that were merged or given back kept the telephones and e-mails of one another as keys: they are indexed again at start.
UPDATE personne SET version_cles = 0
WHERE id IN (SELECT gardee_id FROM fusion) OR id IN (SELECT absorbee_id FROM fusion);
