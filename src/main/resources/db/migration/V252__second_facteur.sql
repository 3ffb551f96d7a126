-- Second factor (RFC 6238): a secret encrypted with the master key, recovery codes and remembered devices by their digest.
CREATE TABLE second_facteur (
    compte_id      UUID           NOT NULL PRIMARY KEY,
    secret_chiffre VARBINARY(200) NOT NULL,
    prepare_le     DATETIME(3)    NOT NULL,
    actif_le       DATETIME(3)    NULL COMMENT 'null until a first code proved that the secret was read',
    dernier_pas    BIGINT         NOT NULL DEFAULT 0 COMMENT 'a code serves once',
    CONSTRAINT fk_second_facteur FOREIGN KEY (compte_id) REFERENCES compte (id) ON DELETE CASCADE
) ENGINE = InnoDB;

CREATE TABLE code_secours (
    id         UUID        NOT NULL PRIMARY KEY,
    compte_id  UUID        NOT NULL,
    empreinte  CHAR(64)    NOT NULL,
    utilise_le DATETIME(3) NULL,
    CONSTRAINT uq_code_secours UNIQUE (compte_id, empreinte),
    CONSTRAINT fk_code_secours FOREIGN KEY (compte_id) REFERENCES compte (id) ON DELETE CASCADE
) ENGINE = InnoDB;

CREATE TABLE appareil_connu (
    id        UUID         NOT NULL PRIMARY KEY,
    compte_id UUID         NOT NULL,
    empreinte CHAR(64)     NOT NULL,
    libelle   VARCHAR(120) NOT NULL,
    connu_le  DATETIME(3)  NOT NULL,
    expire_le DATETIME(3)  NOT NULL,
    CONSTRAINT uq_appareil_connu UNIQUE (empreinte),
    KEY ix_appareil_connu (compte_id, expire_le),
    CONSTRAINT fk_appareil_connu FOREIGN KEY (compte_id) REFERENCES compte (id) ON DELETE CASCADE
) ENGINE = InnoDB;

-- Tokens made before are of the whole API and have no end: their page asks to replace them.
ALTER TABLE jeton
    ADD COLUMN portee VARCHAR(20) NOT NULL DEFAULT 'API',
    ADD COLUMN expire_le DATETIME(3) NULL,
    ADD COLUMN servi_le DATETIME(3) NULL;
