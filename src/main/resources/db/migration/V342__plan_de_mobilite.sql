-- What a person can use and knows, to move, answer by answer. One plan a person: her own steps, beside her aids.
CREATE TABLE mobilite_diagnostic (
    id          UUID         NOT NULL PRIMARY KEY,
    personne_id UUID         NOT NULL,
    moyen       VARCHAR(30)  NOT NULL COMMENT 'row of moyens-mobilite',
    reponse     VARCHAR(12)  NOT NULL COMMENT 'OUI, NON, NON_DEMANDE; the newest counts',
    note_par    VARCHAR(100) NOT NULL,
    note_le     DATETIME(6)  NOT NULL,
    KEY ix_mobilite_diagnostic (personne_id, note_le),
    CONSTRAINT fk_mobilite_diagnostic FOREIGN KEY (personne_id) REFERENCES personne (id)
) ENGINE = InnoDB;

CREATE TABLE mobilite_etape_du_plan (
    id          UUID         NOT NULL PRIMARY KEY,
    personne_id UUID         NOT NULL,
    sorte       VARCHAR(30)  NOT NULL COMMENT 'row of etapes-plan-mobilite',
    cout        BIGINT       NULL COMMENT 'cents; null when not known',
    financeur   VARCHAR(80)  NULL,
    etat        VARCHAR(12)  NOT NULL COMMENT 'A_FAIRE, EN_COURS, REUSSIE, ABANDONNEE',
    resultat    VARCHAR(300) NULL,
    note_par    VARCHAR(100) NOT NULL,
    note_le     DATETIME(6)  NOT NULL,
    version     INT          NOT NULL,
    KEY ix_mobilite_etape_du_plan (personne_id, note_le),
    CONSTRAINT fk_mobilite_etape_du_plan FOREIGN KEY (personne_id) REFERENCES personne (id)
) ENGINE = InnoDB;
