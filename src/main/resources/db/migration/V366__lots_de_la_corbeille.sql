-- An act on many tasks: kept before anything is done, carried out row by row, each outcome written in the transaction of its row.
CREATE TABLE corbeille_lot (
    id           UUID         NOT NULL PRIMARY KEY,
    auteur       VARCHAR(60)  NOT NULL,
    geste        VARCHAR(12)  NOT NULL COMMENT 'PRENDRE, CONFIER, REMETTRE or ANNULER',
    destinataire VARCHAR(60)  NULL,
    motif        VARCHAR(500) NULL,
    annule       UUID         NULL COMMENT 'the lot that this one takes back',
    lignes       INT          NOT NULL,
    demandees    INT          NOT NULL COMMENT 'rows that the list held when more than the bound were asked for',
    cree_le      DATETIME(3)  NOT NULL,
    termine_le   DATETIME(3)  NULL,
    CONSTRAINT uq_corbeille_lot_annule UNIQUE (annule),
    KEY ix_corbeille_lot_ouvert (termine_le, cree_le),
    KEY ix_corbeille_lot_auteur (auteur, cree_le)
) ENGINE = InnoDB;

CREATE TABLE corbeille_lot_ligne (
    lot_id   UUID         NOT NULL,
    rang     INT          NOT NULL,
    tache_id VARCHAR(64)  NOT NULL,
    numero   VARCHAR(24)  NOT NULL,
    libelle  VARCHAR(200) NOT NULL,
    avant    VARCHAR(60)  NULL COMMENT 'who held the task when the row was carried out',
    apres    VARCHAR(60)  NULL COMMENT 'who held it then; of a lot that takes back, who must still hold it',
    etat     CHAR(1)      NOT NULL DEFAULT 'A' COMMENT 'A waits, F done, R refused',
    raison   VARCHAR(500) NULL,
    faite_le DATETIME(3)  NULL,
    PRIMARY KEY (lot_id, rang),
    KEY ix_corbeille_lot_ligne_etat (lot_id, etat, rang),
    CONSTRAINT uq_corbeille_lot_tache UNIQUE (lot_id, tache_id),
    CONSTRAINT fk_corbeille_lot_ligne FOREIGN KEY (lot_id) REFERENCES corbeille_lot (id) ON DELETE CASCADE
) ENGINE = InnoDB;
