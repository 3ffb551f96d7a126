-- Figures of the managers: read models made from the facts of the other modules, written again at will (docs/decisions/0050).
-- No foreign key: a dossier is projected after its transaction, and its antenne is the one of the instant.
CREATE TABLE pilotage_dossier (
    dossier_id UUID          NOT NULL PRIMARY KEY,
    numero     VARCHAR(24)   NOT NULL,
    dispositif VARCHAR(32)   NOT NULL,
    antenne    VARCHAR(32)   NOT NULL,
    ouvert_jour DATE         NOT NULL,
    clos_jour  DATE          NULL,
    issue      VARCHAR(32)   NULL,
    cible      DATE          NULL,
    limite     DATE          NULL,
    suspendu   BOOLEAN       NOT NULL,
    etape      VARCHAR(120)  NOT NULL COMMENT 'empty between two steps',
    porteur    VARCHAR(12)   NOT NULL,
    depuis     DATETIME(3)   NOT NULL COMMENT 'since when the present segment lasts',
    jours      DECIMAL(9, 2) NULL COMMENT 'working days of the whole life, null while open',
    KEY ix_pilotage_dossier_clos (clos_jour, dispositif, antenne),
    KEY ix_pilotage_dossier_ouvert (ouvert_jour, dispositif, antenne)
) ENGINE = InnoDB;

-- Closed segments; what they lasted is computed once, by the hours of the antenne then in force.
CREATE TABLE pilotage_segment (
    dossier_id UUID          NOT NULL,
    rang       INT           NOT NULL,
    dispositif VARCHAR(32)   NOT NULL,
    antenne    VARCHAR(32)   NOT NULL,
    etape      VARCHAR(120)  NOT NULL COMMENT 'empty between two steps',
    porteur    VARCHAR(12)   NOT NULL,
    suspendu   BOOLEAN       NOT NULL,
    debut      DATETIME(3)   NOT NULL,
    fin        DATETIME(3)   NOT NULL,
    fin_jour   DATE          NOT NULL COMMENT 'day of Paris',
    minutes    BIGINT        NOT NULL COMMENT 'minutes of opening',
    jours      DECIMAL(9, 2) NOT NULL COMMENT 'working days: each open day is one, shared by its opening time',
    PRIMARY KEY (dossier_id, rang),
    KEY ix_pilotage_segment (fin_jour, dispositif, antenne, etape, porteur, jours)
) ENGINE = InnoDB;

-- A dossier before an indicator: when it had to be done, when it was.
CREATE TABLE pilotage_mesure (
    indicateur VARCHAR(60)   NOT NULL,
    dossier_id UUID          NOT NULL,
    numero     VARCHAR(24)   NOT NULL,
    antenne    VARCHAR(32)   NOT NULL,
    echeance   DATE          NOT NULL,
    fait_le    DATE          NULL,
    exclu      VARCHAR(40)   NULL COMMENT 'why it does not count, null when it does',
    PRIMARY KEY (indicateur, dossier_id),
    KEY ix_pilotage_mesure (indicateur, echeance, antenne, fait_le),
    KEY ix_pilotage_mesure_dossier (dossier_id)
) ENGINE = InnoDB;

-- The stock of each day, kept.
CREATE TABLE pilotage_stock (
    jour       DATE          NOT NULL,
    dispositif VARCHAR(32)   NOT NULL,
    etape      VARCHAR(120)  NOT NULL,
    porteur    VARCHAR(12)   NOT NULL,
    antenne    VARCHAR(32)   NOT NULL,
    age        VARCHAR(20)   NOT NULL COMMENT 'class of pilotage/ages.csv',
    nombre     INT           NOT NULL,
    en_retard  INT           NOT NULL,
    bientot    INT           NOT NULL,
    suspendus  INT           NOT NULL,
    PRIMARY KEY (jour, dispositif, etape, porteur, antenne, age)
) ENGINE = InnoDB;

-- Dossiers to project again; the mark grows with each change, so that one that comes meanwhile is never lost.
CREATE TABLE pilotage_a_refaire (
    dossier_id UUID        NOT NULL PRIMARY KEY,
    marque     INT         NOT NULL,
    depuis     DATETIME(3) NOT NULL
) ENGINE = InnoDB;

-- Words of the steps, as the models call them.
CREATE TABLE pilotage_etape (
    etape   VARCHAR(120) NOT NULL PRIMARY KEY,
    libelle VARCHAR(200) NOT NULL
) ENGINE = InnoDB;

-- One row: to which instant the figures are true, and by which definitions.
CREATE TABLE pilotage_etat (
    id         TINYINT      NOT NULL PRIMARY KEY,
    vrai_le    DATETIME(3)  NULL,
    definitions VARCHAR(64) NULL COMMENT 'digest of the definitions of the indicators',
    verifie_le DATETIME(3)  NULL
) ENGINE = InnoDB;

INSERT INTO pilotage_etat (id) VALUES (1);

INSERT INTO pilotage_etape (etape, libelle)
SELECT etape, MAX(libelle) FROM corbeille_tache GROUP BY etape;

INSERT INTO pilotage_a_refaire (dossier_id, marque, depuis)
SELECT id, 1, UTC_TIMESTAMP(3) FROM dossier;
