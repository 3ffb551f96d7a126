-- The ledger of the envelopes: append-only double entry, amounts in cents. See docs/decisions/0046.
CREATE TABLE budget_enveloppe (
    id       VARCHAR(60)  NOT NULL PRIMARY KEY COMMENT 'also a component of an account name: letters, digits, dashes',
    libelle  VARCHAR(200) NOT NULL,
    exercice INT          NOT NULL,
    cree_le  DATETIME(6)  NOT NULL,
    KEY ix_budget_enveloppe (exercice, id)
) ENGINE = InnoDB;

CREATE TABLE budget_part (
    enveloppe_id VARCHAR(60)  NOT NULL,
    financeur    VARCHAR(40)  NOT NULL COMMENT 'code, a component of an account name',
    nom          VARCHAR(120) NOT NULL,
    points       INT          NOT NULL COMMENT 'share in hundredths of a percent',
    rang         INT          NOT NULL,
    PRIMARY KEY (enveloppe_id, financeur),
    CONSTRAINT fk_budget_part FOREIGN KEY (enveloppe_id) REFERENCES budget_enveloppe (id)
) ENGINE = InnoDB;

-- Present balances: a row for each funder, and * for the whole, whose conditional write is the refusal.
CREATE TABLE budget_solde (
    enveloppe_id VARCHAR(60) NOT NULL,
    financeur    VARCHAR(40) NOT NULL,
    vote         BIGINT      NOT NULL DEFAULT 0,
    reserve      BIGINT      NOT NULL DEFAULT 0,
    engage       BIGINT      NOT NULL DEFAULT 0,
    liquide      BIGINT      NOT NULL DEFAULT 0,
    mandate      BIGINT      NOT NULL DEFAULT 0,
    paye         BIGINT      NOT NULL DEFAULT 0,
    libre        BIGINT      NOT NULL DEFAULT 0,
    operations   BIGINT      NOT NULL DEFAULT 0,
    PRIMARY KEY (enveloppe_id, financeur),
    CONSTRAINT ck_budget_solde_libre CHECK (libre >= 0 AND libre = vote - reserve - engage),
    CONSTRAINT ck_budget_solde_phases CHECK (reserve >= 0 AND engage >= liquide AND liquide >= mandate
        AND mandate >= paye AND paye >= 0)
) ENGINE = InnoDB;

CREATE TABLE budget_operation (
    id             BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    nature         VARCHAR(20)  NOT NULL,
    cle            VARCHAR(200) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL COMMENT 'idempotency key',
    source         VARCHAR(200) NOT NULL COMMENT 'dossier, item of a session, order',
    auteur         VARCHAR(100) NOT NULL,
    valeur         DATE         NOT NULL,
    enregistree_le DATETIME(6)  NOT NULL,
    contrepasse    BIGINT       NULL COMMENT 'the operation that this one reverses',
    UNIQUE KEY uq_budget_operation_cle (cle),
    UNIQUE KEY uq_budget_operation_contrepasse (contrepasse),
    KEY ix_budget_operation_valeur (valeur, id)
) ENGINE = InnoDB;

CREATE TABLE budget_ligne (
    operation_id   BIGINT      NOT NULL,
    rang           INT         NOT NULL,
    enveloppe_id   VARCHAR(60) NOT NULL,
    financeur      VARCHAR(40) NOT NULL,
    compte         VARCHAR(12) NOT NULL,
    centimes       BIGINT      NOT NULL,
    valeur         DATE        NOT NULL,
    enregistree_le DATETIME(6) NOT NULL,
    PRIMARY KEY (operation_id, rang),
    KEY ix_budget_ligne_connue (enveloppe_id, enregistree_le, valeur, compte, centimes),
    CONSTRAINT fk_budget_ligne FOREIGN KEY (operation_id) REFERENCES budget_operation (id)
) ENGINE = InnoDB;

-- Sums of the lines by value day and recording day (UTC): a balance at a past date reads days, not entries.
CREATE TABLE budget_jour (
    enveloppe_id VARCHAR(60) NOT NULL,
    valeur       DATE        NOT NULL,
    saisi_le     DATE        NOT NULL,
    vote         BIGINT      NOT NULL,
    reserve      BIGINT      NOT NULL,
    engage       BIGINT      NOT NULL,
    liquide      BIGINT      NOT NULL,
    mandate      BIGINT      NOT NULL,
    paye         BIGINT      NOT NULL,
    libre        BIGINT      NOT NULL,
    PRIMARY KEY (enveloppe_id, valeur, saisi_le)
) ENGINE = InnoDB;

CREATE TABLE budget_reservation (
    id           UUID        NOT NULL PRIMARY KEY,
    enveloppe_id VARCHAR(60) NOT NULL,
    centimes     BIGINT      NOT NULL,
    dossier      VARCHAR(40) NULL,
    etat         VARCHAR(12) NOT NULL,
    engage       BIGINT      NULL,
    numero       VARCHAR(30) NULL COMMENT 'number of the commitment',
    expire_le    DATETIME(3) NOT NULL,
    cree_le      DATETIME(3) NOT NULL,
    UNIQUE KEY uq_budget_reservation_numero (numero),
    KEY ix_budget_reservation_expire (etat, expire_le)
) ENGINE = InnoDB;

CREATE TABLE budget_numero (
    serie    VARCHAR(20) NOT NULL,
    exercice INT         NOT NULL,
    dernier  BIGINT      NOT NULL,
    PRIMARY KEY (serie, exercice)
) ENGINE = InnoDB;
