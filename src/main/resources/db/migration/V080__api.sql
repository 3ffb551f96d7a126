-- Answers kept so that a creation repeated with the same key creates nothing twice.
CREATE TABLE idempotence (
    cle       VARCHAR(200) NOT NULL,
    compte    VARCHAR(60)  NOT NULL,
    empreinte CHAR(64)     NOT NULL,
    statut    INT          NULL,
    reponse   LONGTEXT     NULL,
    cree_le   DATETIME(3)  NOT NULL,
    PRIMARY KEY (compte, cle),
    KEY ix_idempotence_date (cree_le)
) ENGINE = InnoDB;
