-- The jury of an instance that decides by ballots: votes, prepared opinions, ties declared by members, and the register of each session.
ALTER TABLE seance
    ADD COLUMN signee_par     VARCHAR(170) NULL,
    ADD COLUMN signee_qualite VARCHAR(170) NULL,
    ADD COLUMN signee_le      DATETIME(3)  NULL;

-- What an item grants, in cents; null when it grants nothing.
ALTER TABLE seance_point ADD COLUMN montant BIGINT NULL;

-- A vote on an item. ouvert is 1 while it is open, then null: one open vote in a session.
CREATE TABLE jury_scrutin (
    id          UUID          NOT NULL PRIMARY KEY,
    seance_id   UUID          NOT NULL,
    point_id    UUID          NOT NULL,
    tour        INT           NOT NULL,
    secret      BOOLEAN       NOT NULL,
    montant     BIGINT        NULL,
    ouvert      TINYINT       NULL,
    ouvert_par  VARCHAR(60)   NOT NULL,
    ouvert_le   DATETIME(3)   NOT NULL,
    ferme_le    DATETIME(3)   NULL,
    resultat    VARCHAR(16)   NULL,
    pour        INT           NULL,
    contre      INT           NULL,
    abstentions INT           NULL,
    CONSTRAINT uq_jury_scrutin_tour UNIQUE (point_id, tour),
    CONSTRAINT uq_jury_scrutin_ouvert UNIQUE (seance_id, ouvert),
    CONSTRAINT fk_jury_scrutin_seance FOREIGN KEY (seance_id) REFERENCES seance (id),
    CONSTRAINT ck_jury_scrutin_montant CHECK (montant IS NULL OR montant > 0)
) ENGINE = InnoDB;

-- Who has voted. For a secret vote nothing here, not even a time, leads to a ballot.
CREATE TABLE jury_emargement (
    scrutin_id  UUID        NOT NULL,
    membre_id   UUID        NOT NULL,
    recepisse   CHAR(16)    NOT NULL,
    main_levee  BOOLEAN     NOT NULL,
    PRIMARY KEY (scrutin_id, membre_id),
    CONSTRAINT uq_jury_emargement_recepisse UNIQUE (recepisse),
    CONSTRAINT fk_jury_emargement_scrutin FOREIGN KEY (scrutin_id) REFERENCES jury_scrutin (id)
) ENGINE = InnoDB;

-- The ballots. membre_id is null for a secret vote; ids are random, so their order says nothing.
CREATE TABLE jury_bulletin (
    id         UUID        NOT NULL PRIMARY KEY,
    scrutin_id UUID        NOT NULL,
    membre_id  UUID        NULL,
    sens       VARCHAR(12) NOT NULL,
    sel        CHAR(32)    NULL,
    CONSTRAINT uq_jury_bulletin_membre UNIQUE (scrutin_id, membre_id),
    CONSTRAINT fk_jury_bulletin_scrutin FOREIGN KEY (scrutin_id) REFERENCES jury_scrutin (id)
) ENGINE = InnoDB;

-- The key of an item's prepared opinions, wrapped by the master key.
CREATE TABLE jury_cle (
    point_id UUID           NOT NULL PRIMARY KEY,
    cle      VARBINARY(255) NOT NULL
) ENGINE = InnoDB;

-- A prepared opinion, encrypted until its item opens.
CREATE TABLE jury_avis (
    point_id  UUID        NOT NULL,
    membre_id UUID        NOT NULL,
    scelle    BLOB        NOT NULL,
    empreinte CHAR(64)    NOT NULL,
    depose_le DATETIME(3) NOT NULL,
    PRIMARY KEY (point_id, membre_id)
) ENGINE = InnoDB;

-- What a member is tied to: a mandate, a job, a near person's job. fin_le is set when it ends; nothing is removed.
CREATE TABLE jury_interet (
    id          UUID         NOT NULL PRIMARY KEY,
    identifiant VARCHAR(60)  NOT NULL,
    nature      VARCHAR(16)  NOT NULL,
    organisme   VARCHAR(200) NOT NULL,
    cle_nom     VARCHAR(200) NOT NULL,
    siret       CHAR(14)     NULL,
    declare_le  DATETIME(3)  NOT NULL,
    fin_le      DATETIME(3)  NULL,
    KEY ix_jury_interet (identifiant)
) ENGINE = InnoDB;

-- The yearly declaration of a member, made even when there is nothing to declare.
CREATE TABLE jury_declaration (
    identifiant VARCHAR(60) NOT NULL,
    annee       INT         NOT NULL,
    faite_le    DATETIME(3) NOT NULL,
    PRIMARY KEY (identifiant, annee)
) ENGINE = InnoDB;

-- The register of a session: each act holds the digest of the one before. Never changed, never removed.
CREATE TABLE jury_acte (
    seance_id UUID        NOT NULL,
    rang      INT         NOT NULL,
    contenu   MEDIUMTEXT  NOT NULL,
    empreinte CHAR(64)    NOT NULL,
    PRIMARY KEY (seance_id, rang),
    CONSTRAINT fk_jury_acte_seance FOREIGN KEY (seance_id) REFERENCES seance (id)
) ENGINE = InnoDB;
CREATE TRIGGER tr_jury_acte_maj BEFORE UPDATE ON jury_acte FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'jury_acte is append-only';
CREATE TRIGGER tr_jury_acte_sup BEFORE DELETE ON jury_acte FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'jury_acte is append-only';

-- A remark of a member on the minutes, before they are signed.
CREATE TABLE jury_remarque (
    id          UUID          NOT NULL PRIMARY KEY,
    seance_id   UUID          NOT NULL,
    membre_id   UUID          NOT NULL,
    texte       VARCHAR(1000) NOT NULL,
    ecrite_le   DATETIME(3)   NOT NULL,
    CONSTRAINT fk_jury_remarque_seance FOREIGN KEY (seance_id) REFERENCES seance (id)
) ENGINE = InnoDB;

-- What became of the decision of an item once the minutes were signed: sent, or why not.
CREATE TABLE jury_envoi (
    point_id  UUID          NOT NULL PRIMARY KEY,
    envoye_le DATETIME(3)   NULL,
    echec     VARCHAR(1000) NULL
) ENGINE = InnoDB;
