-- The queue's own table, written in the engine's transaction, and what an administrator must look at.
CREATE TABLE corbeille_tache (
    tache_id     VARCHAR(64)   NOT NULL PRIMARY KEY,
    onglet       CHAR(1)       NOT NULL COMMENT 'P to take, M held by somebody, T waits for a third party, F finished',
    dossier_id   UUID          NOT NULL,
    numero       VARCHAR(24)   NOT NULL,
    personne_id  UUID          NOT NULL,
    usager       VARCHAR(1010) NOT NULL,
    antenne      VARCHAR(32)   NOT NULL,
    dispositif   VARCHAR(32)   NOT NULL,
    processus    VARCHAR(80)   NOT NULL,
    etape        VARCHAR(120)  NOT NULL,
    libelle      VARCHAR(200)  NOT NULL,
    groupe       VARCHAR(40)   NOT NULL,
    attente      VARCHAR(20)   NOT NULL,
    assigne      VARCHAR(60)   NULL,
    assigne_nom  VARCHAR(170)  NULL,
    assigne_le   DATETIME(3)   NULL,
    rang         TINYINT       NOT NULL COMMENT '0 urgent, 1 ordinary',
    cible        DATE          NOT NULL,
    limite       DATE          NOT NULL,
    piece_nouvelle BOOLEAN     NOT NULL DEFAULT FALSE,
    creee_le     DATETIME(3)   NOT NULL,
    terminee_le  DATETIME(3)   NULL,
    terminee_par VARCHAR(60)   NULL,
    recherche    VARCHAR(1200) NOT NULL,
    version      INT           NOT NULL DEFAULT 0,
    KEY ix_corbeille_equipe (onglet, antenne, groupe, rang, limite, tache_id),
    KEY ix_corbeille_agent (onglet, assigne, rang, limite, tache_id),
    KEY ix_corbeille_terminees (onglet, antenne, groupe, terminee_le),
    KEY ix_corbeille_dossier (dossier_id, onglet),
    KEY ix_corbeille_personne (personne_id)
) ENGINE = InnoDB;

CREATE TABLE anomalie (
    id         UUID          NOT NULL PRIMARY KEY,
    quand      DATETIME(3)   NOT NULL,
    source     VARCHAR(60)   NOT NULL,
    texte      VARCHAR(1000) NOT NULL,
    close_le   DATETIME(3)   NULL,
    close_par  VARCHAR(60)   NULL,
    KEY ix_anomalie (close_le, quand)
) ENGINE = InnoDB;

-- What a step without a feature of its own keeps of its form (optional processes written without Java).
CREATE TABLE donnees_etape (
    tache_id   VARCHAR(64)  NOT NULL PRIMARY KEY,
    dossier_id UUID         NOT NULL,
    etape      VARCHAR(120) NOT NULL,
    donnees    LONGTEXT     NOT NULL,
    quand      DATETIME(3)  NOT NULL,
    auteur     VARCHAR(60)  NOT NULL,
    KEY ix_donnees_etape (dossier_id, quand)
) ENGINE = InnoDB;

-- What must leave the house: one row for each effect, keyed so that a step tried again sends nothing twice.
CREATE TABLE envoi (
    id          UUID         NOT NULL PRIMARY KEY,
    cle_unique  VARCHAR(200) NOT NULL,
    dossier_id  UUID         NOT NULL,
    destinataire VARCHAR(40) NOT NULL,
    objet       VARCHAR(60)  NOT NULL,
    nom_fichier VARCHAR(200) NOT NULL,
    contenu     LONGTEXT     NOT NULL,
    cree_le     DATETIME(3)  NOT NULL,
    envoye_le   DATETIME(3)  NULL,
    essais      INT          NOT NULL DEFAULT 0,
    erreur      VARCHAR(500) NULL,
    version     INT          NOT NULL DEFAULT 0,
    CONSTRAINT uq_envoi UNIQUE (cle_unique),
    KEY ix_envoi_a_faire (envoye_le, cree_le),
    KEY ix_envoi_dossier (dossier_id)
) ENGINE = InnoDB;
