-- Digital diagnosis: the answers of a day, what the table said of them, and the place that was given.
CREATE TABLE diagnostic_numerique (
    id          UUID         NOT NULL PRIMARY KEY,
    numero      BIGINT       NOT NULL AUTO_INCREMENT,
    personne_id UUID         NULL COMMENT 'null: without a name, or kept long enough',
    visite_id   UUID         NULL,
    antenne     VARCHAR(32)  NOT NULL,
    quartier    VARCHAR(10)  NULL,
    public_vise VARCHAR(40)  NULL,
    agent       VARCHAR(60)  NOT NULL,
    jour        DATE         NOT NULL COMMENT 'day in Paris, for the counts',
    etabli_le   DATETIME(3)  NOT NULL,
    reponses    LONGTEXT     NOT NULL CHECK (JSON_VALID(reponses)),
    orientation VARCHAR(20)  NOT NULL,
    raisons     LONGTEXT     NOT NULL CHECK (JSON_VALID(raisons)),
    table_version INT        NOT NULL,
    CONSTRAINT uq_diagnostic_numerique UNIQUE (numero),
    CONSTRAINT fk_diagnostic_personne FOREIGN KEY (personne_id) REFERENCES personne (id),
    CONSTRAINT fk_diagnostic_visite FOREIGN KEY (visite_id) REFERENCES visite (id),
    CONSTRAINT fk_diagnostic_antenne FOREIGN KEY (antenne) REFERENCES antenne (code),
    KEY ix_diagnostic_personne (personne_id, etabli_le),
    KEY ix_diagnostic_compte (jour, antenne, orientation, public_vise)
) ENGINE = InnoDB;
