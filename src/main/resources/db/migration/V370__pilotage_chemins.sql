-- The ways of closed dossiers, written with their other figures (docs/decisions/0069). No foreign key, as the other tables of pilotage.
ALTER TABLE pilotage_dossier
    ADD COLUMN variante CHAR(20) NULL COMMENT 'digest of the steps in order, null while open',
    ADD KEY ix_pilotage_dossier_variante (dispositif, variante, clos_jour);

-- The steps behind a digest.
CREATE TABLE pilotage_variante (
    variante   CHAR(20)    NOT NULL PRIMARY KEY,
    dispositif VARCHAR(32) NOT NULL,
    etapes     TEXT        NOT NULL COMMENT 'element ids, one a line, empty when no step was walked'
) ENGINE = InnoDB;

-- Each walk through a step of a closed dossier; suspensions do not cut it.
CREATE TABLE pilotage_passage (
    dossier_id UUID          NOT NULL,
    rang       INT           NOT NULL,
    dispositif VARCHAR(32)   NOT NULL,
    antenne    VARCHAR(32)   NOT NULL,
    clos_jour  DATE          NOT NULL,
    etape      VARCHAR(120)  NOT NULL,
    porteur    VARCHAR(12)   NOT NULL,
    tour       INT           NOT NULL COMMENT '1 for the first walk through this step, 2 for the second',
    jours      DECIMAL(9, 2) NOT NULL COMMENT 'working days of this walk',
    de_etape   VARCHAR(120)  NULL COMMENT 'the step before, null for the first',
    de_porteur VARCHAR(12)   NULL,
    attente    DECIMAL(9, 2) NULL COMMENT 'working days from the end of the step before to the end of this one',
    PRIMARY KEY (dossier_id, rang),
    KEY ix_pilotage_passage (dispositif, clos_jour, antenne)
) ENGINE = InnoDB;

-- Dossiers closed before this: their ways are written at the next turn.
INSERT INTO pilotage_a_refaire (dossier_id, marque, depuis)
SELECT dossier_id, 1, UTC_TIMESTAMP(3) FROM pilotage_dossier WHERE clos_jour IS NOT NULL
ON DUPLICATE KEY UPDATE marque = marque + 1;
