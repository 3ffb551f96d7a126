-- Imports: the file, its rows and what became of each, and the keys that keep anything from being written twice.
CREATE TABLE import_fichier (
    id          UUID          NOT NULL PRIMARY KEY,
    type        VARCHAR(40)   NOT NULL,
    nom         VARCHAR(255)  NOT NULL,
    empreinte   CHAR(64)      NOT NULL COMMENT 'SHA-256 of the bytes',
    description VARCHAR(200)  NOT NULL COMMENT 'how the file was read, in French',
    ignorees    VARCHAR(2000) NULL COMMENT 'headers that no column knows',
    antenne     VARCHAR(32)   NOT NULL,
    auteur      VARCHAR(60)   NOT NULL,
    auteur_nom  VARCHAR(170)  NOT NULL,
    ecrit_par   VARCHAR(60)   NULL COMMENT 'who asked to write; null while it is a preview',
    etat        VARCHAR(16)   NOT NULL,
    lignes      INT           NOT NULL,
    incident    VARCHAR(500)  NULL,
    cree_le     DATETIME(3)   NOT NULL,
    fini_le     DATETIME(3)   NULL,
    version     INT           NOT NULL DEFAULT 0,
    CONSTRAINT fk_import_antenne FOREIGN KEY (antenne) REFERENCES antenne (code),
    KEY ix_import_liste (antenne, cree_le),
    KEY ix_import_travail (etat, cree_le)
) ENGINE = InnoDB;

CREATE TABLE import_ligne (
    id             UUID           NOT NULL PRIMARY KEY,
    import_id      UUID           NOT NULL,
    numero         INT            NOT NULL,
    valeurs        LONGBLOB       NULL COMMENT 'cells as read, JSON encrypted; erased once kept long enough',
    sujet          CHAR(64)       NULL,
    autre_sujet    CHAR(64)       NULL,
    statut         VARCHAR(20)    NULL COMMENT 'null until the row is examined',
    messages       LONGTEXT       NULL,
    ecrite_le      DATETIME(3)    NULL,
    dossier_id     UUID           NULL,
    dossier_numero VARCHAR(24)    NULL,
    antenne        VARCHAR(32)    NULL COMMENT 'antenne that received the dossier',
    resultat       VARCHAR(500)   NULL,
    version        INT            NOT NULL DEFAULT 0,
    CONSTRAINT uq_import_ligne UNIQUE (import_id, numero),
    CONSTRAINT fk_import_ligne FOREIGN KEY (import_id) REFERENCES import_fichier (id) ON DELETE CASCADE,
    KEY ix_import_ligne_statut (import_id, statut, ecrite_le, numero),
    KEY ix_import_ligne_sujet (import_id, sujet),
    KEY ix_import_ligne_autre_sujet (import_id, autre_sujet)
) ENGINE = InnoDB;

CREATE TABLE import_cle (
    type           VARCHAR(40) NOT NULL,
    cle            CHAR(64)    NOT NULL COMMENT 'keyed digest of a content, or of a file and a row',
    ligne_id       UUID        NOT NULL,
    dossier_id     UUID        NULL,
    dossier_numero VARCHAR(24) NULL,
    antenne        VARCHAR(32) NULL,
    ecrite_le      DATETIME(3) NOT NULL,
    PRIMARY KEY (type, cle)
) ENGINE = InnoDB;
