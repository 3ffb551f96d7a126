-- The front desk: a visit, with or without a name, its reasons, what it led to, and what was changed afterwards.
CREATE TABLE visite (
    id               UUID          NOT NULL PRIMARY KEY COMMENT 'made by the page: a second sending finds the first',
    numero           BIGINT        NOT NULL AUTO_INCREMENT,
    antenne          VARCHAR(32)   NOT NULL,
    agent            VARCHAR(60)   NOT NULL,
    jour             DATE          NOT NULL COMMENT 'day in Paris, for the counts',
    commencee_le     DATETIME(3)   NOT NULL,
    enregistree_le   DATETIME(3)   NOT NULL,
    personne_id      UUID          NULL COMMENT 'null: without a name, or kept long enough',
    public_vise      VARCHAR(40)   NULL,
    issue            VARCHAR(20)   NULL COMMENT 'null: nothing is settled yet',
    reponse          VARCHAR(500)  NULL,
    organisme        VARCHAR(60)   NULL,
    lieu             VARCHAR(200)  NULL,
    rendez_vous      DATETIME(3)   NULL,
    rendez_vous_lieu VARCHAR(200)  NULL,
    dossier_id       UUID          NULL,
    annulee_le       DATETIME(3)   NULL,
    effacee_le       DATETIME(3)   NULL COMMENT 'its time of keeping is over: no name, no words, no receipt',
    version          INT           NOT NULL DEFAULT 0,
    CONSTRAINT uq_visite_numero UNIQUE (numero),
    CONSTRAINT fk_visite_antenne FOREIGN KEY (antenne) REFERENCES antenne (code),
    CONSTRAINT fk_visite_personne FOREIGN KEY (personne_id) REFERENCES personne (id),
    KEY ix_visite_compte (jour, antenne, issue, public_vise, annulee_le),
    KEY ix_visite_antenne (antenne, jour, commencee_le),
    KEY ix_visite_personne (personne_id, jour),
    KEY ix_visite_garde (effacee_le, jour)
) ENGINE = InnoDB;

CREATE TABLE visite_motif (
    visite_id UUID        NOT NULL,
    code      VARCHAR(40) NOT NULL,
    PRIMARY KEY (visite_id, code),
    KEY ix_visite_motif (code, visite_id),
    CONSTRAINT fk_visite_motif FOREIGN KEY (visite_id) REFERENCES visite (id)
) ENGINE = InnoDB;

-- What was corrected, undone or completed after the visit was first written.
CREATE TABLE visite_trace (
    id        UUID          NOT NULL PRIMARY KEY,
    visite_id UUID          NOT NULL,
    quand     DATETIME(3)   NOT NULL,
    auteur    VARCHAR(60)   NOT NULL,
    texte     VARCHAR(1000) NOT NULL COMMENT 'which fields, never what they held',
    KEY ix_visite_trace (visite_id, quand),
    CONSTRAINT fk_visite_trace FOREIGN KEY (visite_id) REFERENCES visite (id)
) ENGINE = InnoDB;
