-- The dossier: state, legal clock, history in plain words, checklist of pieces, notes, files received.
CREATE TABLE numero_dossier (
    prefixe  VARCHAR(8) NOT NULL,
    annee    INT        NOT NULL,
    prochain BIGINT     NOT NULL,
    PRIMARY KEY (prefixe, annee)
) ENGINE = InnoDB;

CREATE TABLE dossier (
    id               UUID         NOT NULL PRIMARY KEY,
    numero           VARCHAR(24)  NOT NULL,
    dispositif       VARCHAR(32)  NOT NULL,
    personne_id      UUID         NOT NULL,
    antenne          VARCHAR(32)  NOT NULL,
    canal            VARCHAR(16)  NOT NULL,
    etat             VARCHAR(32)  NOT NULL,
    issue            VARCHAR(32)  NULL,
    etape            VARCHAR(120) NULL,
    urgent           BOOLEAN      NOT NULL DEFAULT FALSE,
    motif_urgence    VARCHAR(500) NULL,
    depose_le        DATE         NOT NULL,
    cible            DATE         NULL,
    limite           DATE         NULL,
    suspendu_depuis  DATE         NULL,
    motif_suspension VARCHAR(120) NULL,
    jours_suspendus  INT          NOT NULL DEFAULT 0,
    prolonge         BOOLEAN      NOT NULL DEFAULT FALSE,
    cree_le          DATETIME(3)  NOT NULL,
    cree_par         VARCHAR(60)  NOT NULL,
    clos_le          DATETIME(3)  NULL,
    version          INT          NOT NULL DEFAULT 0,
    CONSTRAINT uq_dossier_numero UNIQUE (numero),
    CONSTRAINT fk_dossier_personne FOREIGN KEY (personne_id) REFERENCES personne (id),
    CONSTRAINT fk_dossier_antenne FOREIGN KEY (antenne) REFERENCES antenne (code),
    KEY ix_dossier_personne (personne_id, dispositif, etat),
    KEY ix_dossier_antenne (antenne, etat, cree_le)
) ENGINE = InnoDB;

-- One open dossier of a dispositif a person: the row exists while the dossier is open.
CREATE TABLE dossier_ouvert (
    personne_id UUID        NOT NULL,
    dispositif  VARCHAR(32) NOT NULL,
    dossier_id  UUID        NOT NULL,
    PRIMARY KEY (personne_id, dispositif),
    CONSTRAINT uq_dossier_ouvert UNIQUE (dossier_id),
    CONSTRAINT fk_dossier_ouvert FOREIGN KEY (dossier_id) REFERENCES dossier (id)
) ENGINE = InnoDB;

CREATE TABLE dossier_evenement (
    id         UUID          NOT NULL PRIMARY KEY,
    dossier_id UUID          NOT NULL,
    quand      DATETIME(3)   NOT NULL,
    auteur     VARCHAR(60)   NOT NULL,
    auteur_nom VARCHAR(170)  NOT NULL,
    nature     VARCHAR(40)   NOT NULL,
    texte      VARCHAR(2000) NOT NULL,
    KEY ix_dossier_evenement (dossier_id, quand),
    CONSTRAINT fk_dossier_evenement FOREIGN KEY (dossier_id) REFERENCES dossier (id)
) ENGINE = InnoDB;

CREATE TABLE piece_attendue (
    id          UUID          NOT NULL PRIMARY KEY,
    dossier_id  UUID          NOT NULL,
    type        VARCHAR(60)   NOT NULL,
    libelle     VARCHAR(200)  NOT NULL,
    pourquoi    VARCHAR(500)  NOT NULL,
    obligatoire BOOLEAN       NOT NULL,
    rang        INT           NOT NULL,
    etat        VARCHAR(16)   NOT NULL,
    motif       VARCHAR(500)  NULL,
    modifiee_le DATETIME(3)   NOT NULL,
    modifiee_par VARCHAR(60)  NOT NULL,
    version     INT           NOT NULL DEFAULT 0,
    CONSTRAINT uq_piece_attendue UNIQUE (dossier_id, type),
    CONSTRAINT fk_piece_attendue FOREIGN KEY (dossier_id) REFERENCES dossier (id)
) ENGINE = InnoDB;

CREATE TABLE dossier_note (
    id         UUID          NOT NULL PRIMARY KEY,
    dossier_id UUID          NOT NULL,
    quand      DATETIME(3)   NOT NULL,
    auteur     VARCHAR(60)   NOT NULL,
    auteur_nom VARCHAR(170)  NOT NULL,
    texte      VARCHAR(4000) NOT NULL,
    KEY ix_dossier_note (dossier_id, quand),
    CONSTRAINT fk_dossier_note FOREIGN KEY (dossier_id) REFERENCES dossier (id)
) ENGINE = InnoDB;

CREATE TABLE fichier_recu (
    id            UUID         NOT NULL PRIMARY KEY,
    dossier_id    UUID         NOT NULL,
    type_piece    VARCHAR(60)  NOT NULL,
    nom           VARCHAR(255) NOT NULL,
    type_mime     VARCHAR(40)  NOT NULL,
    taille        BIGINT       NOT NULL,
    empreinte     CHAR(64)     NOT NULL,
    emplacement   VARCHAR(80)  NOT NULL,
    cle_chiffree  VARBINARY(200) NOT NULL,
    analyse       VARCHAR(16)  NOT NULL,
    source        VARCHAR(16)  NOT NULL,
    recu_le       DATETIME(3)  NOT NULL,
    recu_par      VARCHAR(60)  NOT NULL,
    version       INT          NOT NULL DEFAULT 0,
    CONSTRAINT uq_fichier_emplacement UNIQUE (emplacement),
    CONSTRAINT fk_fichier_dossier FOREIGN KEY (dossier_id) REFERENCES dossier (id),
    KEY ix_fichier_dossier (dossier_id, recu_le)
) ENGINE = InnoDB;
