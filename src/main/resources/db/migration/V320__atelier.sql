-- The process owner's workshop: files deposited together are a draft lot of their author; another account publishes it.
CREATE TABLE modele_lot (
    id          UUID         NOT NULL PRIMARY KEY,
    nom         VARCHAR(200) NOT NULL,
    source      VARCHAR(200) NOT NULL,
    etat        VARCHAR(20)  NOT NULL,
    auteur      VARCHAR(100) NOT NULL,
    depose_le   DATETIME(3)  NOT NULL,
    approbateur VARCHAR(100) NULL,
    motif       VARCHAR(500) NULL,
    publie_le   DATETIME(3)  NULL,
    -- day from which an approved lot counts, read by the hourly publication
    effet_le    DATE         NULL,
    -- why a planned publication did not happen
    empechement VARCHAR(2000) NULL,
    ligne       INT          NOT NULL DEFAULT 0,
    KEY ix_modele_lot_etat (etat, effet_le)
) ENGINE = InnoDB;

-- Each version of each file, never changed once written.
CREATE TABLE modele_version (
    id       UUID         NOT NULL PRIMARY KEY,
    lot_id   UUID         NOT NULL,
    cle      VARCHAR(128) NOT NULL,
    type     VARCHAR(10)  NOT NULL,
    version  INT          NOT NULL,
    fichier  VARCHAR(140) NOT NULL,
    contenu  LONGBLOB     NOT NULL,
    sens     CHAR(64)     NOT NULL,
    -- living version when it was deposited; 0: what the application brings, -1: none
    base     INT          NOT NULL,
    CONSTRAINT fk_modele_version_lot FOREIGN KEY (lot_id) REFERENCES modele_lot (id),
    CONSTRAINT modele_version_cle UNIQUE (cle, version),
    KEY ix_modele_version_lot (lot_id)
) ENGINE = InnoDB;

-- The living version of each published file: it stands before what the application brings.
CREATE TABLE modele_vivant (
    fichier    VARCHAR(140) NOT NULL PRIMARY KEY,
    version_id UUID         NOT NULL,
    publie_le  DATETIME(3)  NOT NULL,
    CONSTRAINT fk_modele_vivant_version FOREIGN KEY (version_id) REFERENCES modele_version (id)
) ENGINE = InnoDB;
