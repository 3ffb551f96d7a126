-- The version of the facts of a dossier, and the version that each result was made from (docs/decisions/0028).
ALTER TABLE dossier ADD COLUMN version_faits INT NOT NULL DEFAULT 1;

CREATE TABLE dossier_faits (
    dossier_id UUID         NOT NULL,
    version    INT          NOT NULL,
    quand      DATETIME(3)  NOT NULL,
    auteur     VARCHAR(60)  NOT NULL,
    auteur_nom VARCHAR(170) NOT NULL,
    quoi       VARCHAR(500) NOT NULL,
    PRIMARY KEY (dossier_id, version),
    CONSTRAINT fk_dossier_faits FOREIGN KEY (dossier_id) REFERENCES dossier (id)
) ENGINE = InnoDB;

CREATE TABLE dossier_resultat (
    dossier_id    UUID        NOT NULL,
    resultat      VARCHAR(40) NOT NULL,
    version_faits INT         NOT NULL,
    PRIMARY KEY (dossier_id, resultat),
    CONSTRAINT fk_dossier_resultat FOREIGN KEY (dossier_id) REFERENCES dossier (id)
) ENGINE = InnoDB;
