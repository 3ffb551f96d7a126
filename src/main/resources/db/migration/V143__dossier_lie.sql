-- A dossier started beside another one, for the same person.
CREATE TABLE dossier_lie (
    dossier_id UUID NOT NULL PRIMARY KEY,
    origine_id UUID NOT NULL,
    CONSTRAINT fk_dossier_lie FOREIGN KEY (dossier_id) REFERENCES dossier (id),
    CONSTRAINT fk_dossier_lie_origine FOREIGN KEY (origine_id) REFERENCES dossier (id),
    KEY ix_dossier_lie_origine (origine_id)
) ENGINE = InnoDB;
