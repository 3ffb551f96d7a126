-- Timers of a path that run from the receipt of a letter, never from its writing.
CREATE TABLE delai_reception (
    courrier_id    UUID         NOT NULL,
    element        VARCHAR(120) NOT NULL,
    dossier_id     UUID         NOT NULL,
    variable       VARCHAR(60)  NOT NULL,
    horloge        VARCHAR(60)  NOT NULL,
    jusqu_au_soir  BOOLEAN      NOT NULL,
    etat           VARCHAR(16)  NOT NULL,
    recu_le        DATE         NULL,
    prouvee        BOOLEAN      NOT NULL DEFAULT FALSE,
    echeance       DATE         NULL,
    version        INT          NOT NULL DEFAULT 0,
    PRIMARY KEY (courrier_id, element),
    CONSTRAINT fk_delai_reception_dossier FOREIGN KEY (dossier_id) REFERENCES dossier (id),
    KEY ix_delai_reception_dossier (dossier_id)
) ENGINE = InnoDB;
