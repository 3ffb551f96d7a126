-- Funding of training: one row a dossier, its milestones paid on proof of attendance, what became of the person. See docs/decisions/0059.
CREATE TABLE formation_financee (
    dossier_id    UUID          NOT NULL PRIMARY KEY,
    etat          VARCHAR(12)   NOT NULL COMMENT 'DEMANDEE, AVISEE, AJOURNEE, ACCORDEE, REFUSEE, ENGAGEE, FINIE',
    demande       LONGTEXT      NOT NULL COMMENT 'JSON: training, body, plan, facts',
    proposition   LONGTEXT      NOT NULL COMMENT 'JSON: what the rules said',
    montee_par    VARCHAR(100)  NOT NULL,
    avis          VARCHAR(12)   NULL COMMENT 'FAVORABLE, RESERVE, DEFAVORABLE',
    avis_motif    VARCHAR(1000) NULL,
    avis_par      VARCHAR(100)  NULL,
    avis_le       DATETIME(6)   NULL,
    decision      VARCHAR(12)   NULL COMMENT 'ACCORD, AJOURNEMENT, REFUS',
    accorde       BIGINT        NULL COMMENT 'cents',
    motif         VARCHAR(1000) NULL,
    question      VARCHAR(1000) NULL,
    decidee_par   VARCHAR(100)  NULL,
    decidee_le    DATETIME(6)   NULL,
    proces_verbal VARCHAR(60)   NULL,
    seance        DATE          NULL,
    cai_informee  VARCHAR(60)   NULL COMMENT 'minutes that told the CAI of an urgent decision',
    reservation   UUID          NULL,
    engagement    VARCHAR(30)   NULL,
    arret         VARCHAR(20)   NULL COMMENT 'row of mots-formation; never anything of health',
    version       INT           NOT NULL,
    CONSTRAINT fk_formation_financee_dossier FOREIGN KEY (dossier_id) REFERENCES dossier (id),
    CONSTRAINT ck_formation_financee_accord CHECK (accorde IS NULL OR accorde > 0)
) ENGINE = InnoDB;

-- A milestone is paid once; hours are counted since the beginning.
CREATE TABLE formation_jalon (
    dossier_id UUID         NOT NULL,
    jalon      VARCHAR(20)  NOT NULL,
    centimes   BIGINT       NOT NULL,
    heures     INT          NOT NULL,
    preuve     VARCHAR(500) NOT NULL,
    service    BIGINT       NULL COMMENT 'certified service of the budget; none when nothing is due',
    notee_par  VARCHAR(100) NOT NULL,
    notee_le   DATETIME(6)  NOT NULL,
    PRIMARY KEY (dossier_id, jalon),
    CONSTRAINT fk_formation_jalon FOREIGN KEY (dossier_id) REFERENCES formation_financee (dossier_id),
    CONSTRAINT ck_formation_jalon CHECK (centimes >= 0 AND heures >= 0)
) ENGINE = InnoDB;

CREATE TABLE formation_resultat (
    dossier_id UUID         NOT NULL,
    mois       INT          NOT NULL,
    devenir    VARCHAR(20)  NOT NULL,
    note_par   VARCHAR(100) NOT NULL,
    note_le    DATETIME(6)  NOT NULL,
    PRIMARY KEY (dossier_id, mois),
    CONSTRAINT fk_formation_resultat FOREIGN KEY (dossier_id) REFERENCES formation_financee (dossier_id)
) ENGINE = InnoDB;
