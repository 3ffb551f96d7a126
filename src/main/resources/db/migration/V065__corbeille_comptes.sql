-- How many rows each tab holds, by antenne and group: a base and the movements since, which are only ever inserted, so that
-- two transactions never wait for one another; see docs/decisions/0014.
CREATE TABLE corbeille_compte (
    antenne VARCHAR(32) NOT NULL,
    groupe  VARCHAR(40) NOT NULL,
    onglet  CHAR(1)     NOT NULL,
    nombre  BIGINT      NOT NULL,
    PRIMARY KEY (antenne, groupe, onglet)
) ENGINE = InnoDB;

CREATE TABLE corbeille_mouvement (
    id      BIGINT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
    antenne VARCHAR(32) NOT NULL,
    groupe  VARCHAR(40) NOT NULL,
    onglet  CHAR(1)     NOT NULL,
    nombre  INT         NOT NULL,
    KEY ix_corbeille_mouvement (antenne, groupe, onglet, nombre)
) ENGINE = InnoDB;
