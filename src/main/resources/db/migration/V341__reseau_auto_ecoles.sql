-- The solidarity network of driving schools: what each member commits to. Amounts in cents.
CREATE TABLE auto_ecole_solidaire (
    id              UUID         NOT NULL PRIMARY KEY,
    nom             VARCHAR(120) NOT NULL,
    siret           CHAR(14)     NOT NULL,
    commune         VARCHAR(80)  NOT NULL,
    prix_heure      BIGINT       NOT NULL,
    forfait         BIGINT       NOT NULL COMMENT 'package of the hours below',
    heures_forfait  INT          NOT NULL,
    heures_usuelles INT          NOT NULL COMMENT 'hours that a learner usually takes',
    referent        VARCHAR(120) NOT NULL COMMENT 'who answers the CCAS',
    reussite        INT          NULL COMMENT 'first-time success, percent; null when not told',
    places          INT          NULL COMMENT 'learners that it can take now; null when not told',
    delai_paiement  INT          NOT NULL COMMENT 'days in which the CCAS promised to pay after a proof',
    membre          BOOLEAN      NOT NULL,
    version         INT          NOT NULL,
    CONSTRAINT uq_auto_ecole_siret UNIQUE (siret),
    CONSTRAINT ck_auto_ecole_prix CHECK (prix_heure > 0 AND forfait > 0 AND heures_forfait > 0 AND heures_usuelles > 0)
) ENGINE = InnoDB;

-- The quotes: the school of the network, the hours, the other quote, why the person chose.
ALTER TABLE aide_mobilite
    ADD COLUMN auto_ecole       UUID         NULL AFTER siret,
    ADD COLUMN heures_devis     INT          NULL AFTER date_devis,
    ADD COLUMN second_organisme VARCHAR(120) NULL AFTER cout_second_devis,
    ADD COLUMN raison_du_choix  VARCHAR(500) NULL AFTER second_organisme,
    ADD CONSTRAINT fk_aide_mobilite_auto_ecole FOREIGN KEY (auto_ecole) REFERENCES auto_ecole_solidaire (id);
