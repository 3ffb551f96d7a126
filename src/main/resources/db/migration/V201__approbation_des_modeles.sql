-- What goes to persons is approved by a second person: a draft by code, submitted, approved or given back (docs/decisions/0023).
ALTER TABLE modele_courrier ADD COLUMN approuve_par VARCHAR(120) NULL;

CREATE TABLE modele_brouillon (
    id           UUID          NOT NULL PRIMARY KEY,
    code         VARCHAR(60)   CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    version_base INT           NOT NULL,
    nature       VARCHAR(30)   NOT NULL,
    titre        VARCHAR(200)  NOT NULL,
    objet        VARCHAR(500)  NOT NULL,
    corps        MEDIUMTEXT    NOT NULL,
    etat         VARCHAR(20)   NOT NULL,
    auteur       VARCHAR(60)   NOT NULL,
    modifie_le   DATETIME(6)   NOT NULL,
    refuse_par   VARCHAR(60)   NULL,
    motif_refus  VARCHAR(500)  NULL,
    version      INT           NOT NULL DEFAULT 0,
    CONSTRAINT modele_brouillon_code UNIQUE (code)
) ENGINE = InnoDB;
