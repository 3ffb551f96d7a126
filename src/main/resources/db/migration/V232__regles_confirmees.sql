-- A row of a table whose source is not sure, confirmed by somebody named. The digest is that of the row: a row that changes must be confirmed again.
CREATE TABLE regle_confirmee (
    cle           VARCHAR(100)  NOT NULL,
    regle         VARCHAR(120)  CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    empreinte     CHAR(64)      NOT NULL,
    source        VARCHAR(1000) NOT NULL,
    confirmee_par VARCHAR(60)   NOT NULL,
    confirmee_nom VARCHAR(170)  NOT NULL,
    confirmee_le  DATETIME(3)   NOT NULL,
    PRIMARY KEY (cle, regle)
) ENGINE = InnoDB;
