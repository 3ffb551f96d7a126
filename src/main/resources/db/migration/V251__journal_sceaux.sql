-- Keyed digests of the audit (the key lies outside the database): one written with the entry, one that chains the entries;
-- and what the database knows of the heads kept outside.
ALTER TABLE journal_entree
    ADD COLUMN sceau_ecriture CHAR(64) NULL COMMENT 'HMAC of the entry, written in the transaction of what it tells',
    ADD COLUMN sceau CHAR(64) NULL COMMENT 'HMAC of the previous seal and of the digest';

ALTER TABLE journal_tete ADD COLUMN sceau CHAR(64) NULL;

CREATE TABLE journal_scelle (
    numero    BIGINT      NOT NULL PRIMARY KEY,
    quand     DATETIME(3) NOT NULL,
    empreinte CHAR(64)    NOT NULL
) ENGINE = InnoDB;
