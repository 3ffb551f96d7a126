-- A session that always has a way out: postponed and withdrawn items, real hours, why it was called off; the capacity of an account.
ALTER TABLE seance
    ADD COLUMN ouverte_le       DATETIME(3)  NULL,
    ADD COLUMN motif_delai      VARCHAR(500) NULL,
    ADD COLUMN motif_annulation VARCHAR(500) NULL;

ALTER TABLE seance_point
    ADD COLUMN etat         VARCHAR(16)  NOT NULL DEFAULT 'ATTENDU',
    ADD COLUMN motif_report VARCHAR(500) NULL,
    ADD COLUMN vers         UUID         NULL;
UPDATE seance_point SET etat = 'RENDU' WHERE avis IS NOT NULL;
-- An opinion of before the quorum was kept reads with none rather than failing.
UPDATE seance_point SET sieges = 0, presents = 0, necessaires = 0 WHERE avis IS NOT NULL AND sieges IS NULL;

CREATE TABLE seance_mouvement (
    id        UUID        NOT NULL PRIMARY KEY,
    seance_id UUID        NOT NULL,
    membre_id UUID        NOT NULL,
    sens      VARCHAR(16) NOT NULL,
    quand     DATETIME(3) NOT NULL,
    CONSTRAINT fk_seance_mouvement_seance FOREIGN KEY (seance_id) REFERENCES seance (id),
    CONSTRAINT fk_seance_mouvement_membre FOREIGN KEY (membre_id) REFERENCES seance_membre (id)
) ENGINE = InnoDB;

-- Who sits at every session of an instance in an antenne; proposed for each new one.
CREATE TABLE seance_permanent (
    id           UUID         NOT NULL PRIMARY KEY,
    instance     VARCHAR(40)  NOT NULL,
    antenne      VARCHAR(32)  NOT NULL,
    identifiant  VARCHAR(60)  NULL,
    nom          VARCHAR(170) NOT NULL,
    qualite      VARCHAR(40)  NOT NULL,
    adresse      VARCHAR(400) NULL,
    suppleant_de UUID         NULL,
    CONSTRAINT fk_seance_permanent_antenne FOREIGN KEY (antenne) REFERENCES antenne (code),
    CONSTRAINT fk_seance_permanent_titulaire FOREIGN KEY (suppleant_de) REFERENCES seance_permanent (id),
    KEY ix_seance_permanent (instance, antenne)
) ENGINE = InnoDB;

-- In which capacity an account may sit (row of composition-instances); null for an account that declares none.
ALTER TABLE compte ADD COLUMN qualite_seance VARCHAR(40) NULL;
