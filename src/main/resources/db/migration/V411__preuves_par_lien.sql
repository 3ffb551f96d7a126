-- A link by which the body that is paid brings the proof of a step, once; only the digest of its secret is kept. The row then holds what it brought.
CREATE TABLE lien_preuve (
    id         UUID         NOT NULL PRIMARY KEY,
    dossier_id UUID         NOT NULL,
    empreinte  CHAR(64)     NOT NULL,
    cree_le    DATETIME(3)  NOT NULL,
    cree_par   VARCHAR(100) NOT NULL,
    expire_le  DATETIME(3)  NOT NULL,
    revoque_le DATETIME(3)  NULL,
    utilise_le DATETIME(3)  NULL COMMENT 'when the proof came',
    etape      VARCHAR(40)  NULL,
    heures     INT          NULL COMMENT 'since the beginning, where hours count',
    preuve     VARCHAR(200) NULL COMMENT 'reference of the certificate or of the invoice',
    retenu_le  DATETIME(3)  NULL COMMENT 'when the service was certified on it',
    CONSTRAINT uq_lien_preuve UNIQUE (empreinte),
    CONSTRAINT fk_lien_preuve_dossier FOREIGN KEY (dossier_id) REFERENCES dossier (id),
    KEY ix_lien_preuve_dossier (dossier_id)
) ENGINE = InnoDB;

-- The delay of a payment runs from the proof: when it came by a link, else when it was noted.
ALTER TABLE formation_jalon ADD COLUMN preuve_le DATETIME(6) NULL;
ALTER TABLE aide_mobilite_etape ADD COLUMN preuve_le DATETIME(6) NULL;
