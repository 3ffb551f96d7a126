-- Two cards of one person made one: asked, agreed by each antenne that holds a dossier, done, and undone while nothing rests on it.
CREATE TABLE fusion (
    id               UUID          NOT NULL PRIMARY KEY,
    gardee_id        UUID          NOT NULL,
    absorbee_id      UUID          NOT NULL,
    absorbee_nom     VARCHAR(1100) NOT NULL,
    etat             VARCHAR(12)   NOT NULL COMMENT 'DEMANDEE, FAITE, DEFAITE, REFUSEE',
    choix            LONGTEXT      NOT NULL CHECK (JSON_VALID(choix)),
    demandee_le      DATETIME(3)   NOT NULL,
    demandee_par     VARCHAR(60)   NOT NULL,
    faite_le         DATETIME(3)   NULL,
    faite_par        VARCHAR(60)   NULL,
    version_apres    INT           NULL COMMENT 'version of the kept card just after: another one says that somebody wrote on it',
    defaisable_jusqu DATE          NULL,
    close_le         DATETIME(3)   NULL,
    close_par        VARCHAR(60)   NULL,
    motif            VARCHAR(500)  NULL,
    avant            LONGTEXT      NULL COMMENT 'both cards as they were; null once nothing can be undone any more',
    version          INT           NOT NULL DEFAULT 0,
    KEY ix_fusion_etat (etat, faite_le),
    KEY ix_fusion_gardee (gardee_id, etat)
) ENGINE = InnoDB;

-- The antennes that must agree.
CREATE TABLE fusion_accord (
    fusion_id UUID        NOT NULL,
    antenne   VARCHAR(32) NOT NULL,
    donne_le  DATETIME(3) NULL,
    donne_par VARCHAR(60) NULL,
    PRIMARY KEY (fusion_id, antenne),
    CONSTRAINT fk_fusion_accord FOREIGN KEY (fusion_id) REFERENCES fusion (id),
    CONSTRAINT fk_fusion_accord_antenne FOREIGN KEY (antenne) REFERENCES antenne (code),
    KEY ix_fusion_accord (antenne, donne_le)
) ENGINE = InnoDB;

-- One demand at a time for a card: the row exists while it waits.
CREATE TABLE fusion_en_attente (
    fiche_id  UUID NOT NULL PRIMARY KEY,
    fusion_id UUID NOT NULL,
    CONSTRAINT fk_fusion_en_attente FOREIGN KEY (fusion_id) REFERENCES fusion (id)
) ENGINE = InnoDB;

-- The rows that were moved, that were there already, or that gave way: what an undo moves back, and how a new act is seen.
CREATE TABLE fusion_rangee (
    fusion_id UUID         NOT NULL,
    nom_table VARCHAR(64)  NOT NULL,
    cle       VARCHAR(190) NOT NULL,
    sorte     VARCHAR(10)  NOT NULL COMMENT 'DEPLACEE, PRESENTE, EFFACEE',
    contenu   LONGTEXT     NULL COMMENT 'of a row that gave way',
    PRIMARY KEY (fusion_id, nom_table, sorte, cle),
    CONSTRAINT fk_fusion_rangee FOREIGN KEY (fusion_id) REFERENCES fusion (id)
) ENGINE = InnoDB;

-- Where a card that was merged went: every other address of the person leads there.
CREATE TABLE personne_fusionnee (
    absorbee_id UUID NOT NULL PRIMARY KEY,
    gardee_id   UUID NOT NULL,
    fusion_id   UUID NOT NULL,
    CONSTRAINT fk_personne_fusionnee FOREIGN KEY (fusion_id) REFERENCES fusion (id),
    KEY ix_personne_fusionnee (gardee_id)
) ENGINE = InnoDB;
