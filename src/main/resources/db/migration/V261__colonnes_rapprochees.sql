-- Titles of files matched by hand once, for an antenne and a kind of import.
CREATE TABLE import_correspondance (
    type       VARCHAR(40)  NOT NULL,
    antenne    VARCHAR(32)  NOT NULL COMMENT 'empty for the kinds that belong to no antenne',
    forme      VARCHAR(200) NOT NULL COLLATE utf8mb4_bin COMMENT 'title without accents, case, blanks nor punctuation',
    titre      VARCHAR(200) NOT NULL COMMENT 'as it was written',
    colonne    VARCHAR(60)  NOT NULL COMMENT 'empty when it is not to be read',
    auteur     VARCHAR(60)  NOT NULL,
    auteur_nom VARCHAR(170) NOT NULL,
    note_le    DATETIME(3)  NOT NULL,
    version    INT          NOT NULL DEFAULT 0,
    PRIMARY KEY (type, antenne, forme)
) ENGINE = InnoDB;

-- A file whose titles nobody knows yet waits here, encrypted, for somebody to say what they are.
CREATE TABLE import_attente (
    id         UUID         NOT NULL PRIMARY KEY,
    type       VARCHAR(40)  NOT NULL,
    antenne    VARCHAR(32)  NULL,
    auteur     VARCHAR(60)  NOT NULL,
    nom        VARCHAR(255) NOT NULL,
    octets     LONGBLOB     NOT NULL COMMENT 'the file, compressed and encrypted',
    titres     LONGBLOB     NOT NULL COMMENT 'titles and first rows, JSON encrypted',
    cree_le    DATETIME(3)  NOT NULL,
    KEY ix_import_attente_age (cree_le)
) ENGINE = InnoDB;
