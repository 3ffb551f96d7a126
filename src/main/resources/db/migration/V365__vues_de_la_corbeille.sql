-- Every criterion of a filtered counter in one index: a filter does not read the rows to count them.
CREATE INDEX ix_corbeille_compte ON corbeille_tache
    (onglet, antenne, groupe, dispositif, etape, limite, cible, rang, piece_nouvelle, creee_le, assigne);

-- The address of a list under a name. It belongs to its author; shared, it is the antenne's and outlives the account.
CREATE TABLE corbeille_vue (
    id         UUID          NOT NULL PRIMARY KEY,
    auteur     VARCHAR(60)   NOT NULL,
    antenne    VARCHAR(32)   NULL COMMENT 'the antenne that shares it, null for its author alone',
    nom        VARCHAR(60)   NOT NULL,
    parametres VARCHAR(2000) NOT NULL COMMENT 'query of the address, without the page nor the words searched',
    creee_le   DATETIME(3)   NOT NULL,
    version    INT           NOT NULL DEFAULT 0,
    CONSTRAINT uq_corbeille_vue UNIQUE (auteur, nom),
    KEY ix_corbeille_vue_antenne (antenne)
) ENGINE = InnoDB;

-- How an account likes its queue.
CREATE TABLE corbeille_affichage (
    agent  VARCHAR(60) NOT NULL PRIMARY KEY,
    serre  BOOLEAN     NOT NULL,
    taille INT         NOT NULL
) ENGINE = InnoDB;
