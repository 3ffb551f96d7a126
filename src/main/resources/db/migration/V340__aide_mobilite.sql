-- Aids to mobility: one row a dossier, what was paid of it step by step. See docs/decisions/0058.
CREATE TABLE aide_mobilite (
    dossier_id        UUID          NOT NULL PRIMARY KEY,
    etat              VARCHAR(12)   NOT NULL COMMENT 'DEMANDEE, INSTRUITE, ACCORDEE, REFUSEE, ENGAGEE, FINIE',
    nature            VARCHAR(40)   NOT NULL,
    besoin            VARCHAR(1000) NOT NULL,
    organisme         VARCHAR(120)  NULL,
    siret             CHAR(14)      NULL,
    date_devis        DATE          NULL,
    cout_second_devis BIGINT        NULL COMMENT 'cents',
    demande           LONGTEXT      NULL COMMENT 'JSON: cost, plan, facts',
    proposition       LONGTEXT      NULL COMMENT 'JSON: what the rules proposed',
    instruite_par     VARCHAR(100)  NULL,
    instruite_le      DATETIME(6)   NULL,
    decision          VARCHAR(12)   NULL COMMENT 'ACCORD, REFUS, A_COMPLETER',
    accorde           BIGINT        NULL COMMENT 'cents',
    motif             VARCHAR(1000) NULL,
    complement        VARCHAR(500)  NULL,
    decidee_par       VARCHAR(100)  NULL,
    decidee_le        DATETIME(6)   NULL,
    proces_verbal     VARCHAR(60)   NULL,
    seance            DATE          NULL,
    reservation       UUID          NULL,
    engagement        VARCHAR(30)   NULL,
    resultat          VARCHAR(500)  NULL,
    version           INT           NOT NULL,
    CONSTRAINT fk_aide_mobilite_dossier FOREIGN KEY (dossier_id) REFERENCES dossier (id),
    CONSTRAINT ck_aide_mobilite_accord CHECK (accorde IS NULL OR accorde > 0)
) ENGINE = InnoDB;

-- A step is paid once.
CREATE TABLE aide_mobilite_etape (
    dossier_id UUID         NOT NULL,
    etape      VARCHAR(40)  NOT NULL,
    centimes   BIGINT       NOT NULL,
    preuve     VARCHAR(200) NOT NULL,
    service    BIGINT       NOT NULL COMMENT 'certified service of the budget',
    notee_par  VARCHAR(100) NOT NULL,
    notee_le   DATETIME(6)  NOT NULL,
    PRIMARY KEY (dossier_id, etape),
    CONSTRAINT fk_aide_mobilite_etape FOREIGN KEY (dossier_id) REFERENCES aide_mobilite (dossier_id),
    CONSTRAINT ck_aide_mobilite_etape CHECK (centimes > 0)
) ENGINE = InnoDB;
