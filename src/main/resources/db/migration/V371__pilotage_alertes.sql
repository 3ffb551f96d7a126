-- Alerts that a threshold of pilotage/alertes.csv raised: one row for each alert and place, whatever its history, so that none is told twice.
CREATE TABLE pilotage_alerte (
    code     VARCHAR(40)    NOT NULL,
    antenne  VARCHAR(32)    NOT NULL COMMENT '* for the whole house',
    vue_le   DATETIME(3)    NOT NULL COMMENT 'since when the threshold is passed',
    levee_le DATETIME(3)    NULL COMMENT 'when it was told, null while it must still last',
    close_le DATETIME(3)    NULL COMMENT 'when it ended, null while it lasts',
    valeur   DECIMAL(12, 2) NOT NULL COMMENT 'per cent or dossiers, when it was last measured',
    dossiers BIGINT         NOT NULL COMMENT 'dossiers counted then',
    PRIMARY KEY (code, antenne)
) ENGINE = InnoDB;

-- What happened in some days, beside the weekly figures: "CAF fermée du 3 au 12".
CREATE TABLE pilotage_annotation (
    id          UUID         NOT NULL PRIMARY KEY,
    du          DATE         NOT NULL,
    au          DATE         NOT NULL,
    antenne     VARCHAR(32)  NULL COMMENT 'null for all',
    texte       VARCHAR(200) NOT NULL,
    auteur      VARCHAR(80)  NOT NULL,
    cree_le     DATETIME(3)  NOT NULL,
    retiree_le  DATETIME(3)  NULL,
    retiree_par VARCHAR(80)  NULL,
    KEY ix_pilotage_annotation (retiree_le, du, au)
) ENGINE = InnoDB;
