-- Each evaluation of a table for a dossier: what was known, which version answered, which rules fired, what they gave. The facts and the
-- answer are encrypted (contenu), bound to the dossier; which table answered when is not.
CREATE TABLE evaluation_dossier (
    id         BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    dossier_id UUID         NOT NULL,
    cle        VARCHAR(80)  NOT NULL,
    version    INT          NOT NULL,
    quand      DATETIME(3)  NOT NULL,
    contenu    MEDIUMBLOB   NOT NULL,
    CONSTRAINT fk_evaluation_dossier FOREIGN KEY (dossier_id) REFERENCES dossier (id),
    KEY ix_evaluation_dossier (dossier_id, id)
) ENGINE = InnoDB;
