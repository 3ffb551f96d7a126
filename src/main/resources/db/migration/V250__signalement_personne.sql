-- What a desk is told about a person whom another antenne follows: a death to prove, an agreement withdrawn, a quartier of
-- another antenne. The antenne that follows the person answers.
CREATE TABLE signalement_personne (
    id            UUID         NOT NULL PRIMARY KEY,
    personne_id   UUID         NOT NULL,
    nature        VARCHAR(16)  NOT NULL,
    etat          VARCHAR(16)  NOT NULL,
    cle_ouverte   VARCHAR(60)  NULL COMMENT 'null once it is over: one death, one move a person at a time',
    signale_le    DATETIME(3)  NOT NULL,
    signale_par   VARCHAR(60)  NOT NULL,
    antenne_guichet VARCHAR(32)  NULL COMMENT 'antenne of the desk that was told',
    jour          DATE         NULL,
    valeur        VARCHAR(500) NULL,
    preuve        VARCHAR(40)  NULL,
    reference     VARCHAR(200) NULL,
    confirme_le   DATETIME(3)  NULL,
    confirme_par  VARCHAR(60)  NULL,
    effet_le      DATE         NULL COMMENT 'the day on which the dossiers end; taken back until then',
    clos_le       DATETIME(3)  NULL,
    clos_par      VARCHAR(60)  NULL,
    motif         VARCHAR(500) NULL,
    version       INT          NOT NULL DEFAULT 0,
    CONSTRAINT uq_signalement_ouvert UNIQUE (personne_id, cle_ouverte),
    CONSTRAINT fk_signalement_personne FOREIGN KEY (personne_id) REFERENCES personne (id),
    KEY ix_signalement_etat (etat, signale_le)
) ENGINE = InnoDB;

-- Dossiers that wait for a death to be proved or taken back: nothing moves, nothing leaves, nothing ends.
CREATE TABLE dossier_retenu (
    dossier_id     UUID        NOT NULL PRIMARY KEY,
    signalement_id UUID        NOT NULL,
    depuis         DATETIME(3) NOT NULL,
    CONSTRAINT fk_retenu_dossier FOREIGN KEY (dossier_id) REFERENCES dossier (id),
    CONSTRAINT fk_retenu_signalement FOREIGN KEY (signalement_id) REFERENCES signalement_personne (id)
) ENGINE = InnoDB;
