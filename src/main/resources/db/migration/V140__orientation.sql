-- What is known of a person to find a path, what the tables proposed, what the professional decided (CASF L262-29, D262-65-2).
CREATE TABLE demande_orientation (
    dossier_id      UUID         NOT NULL PRIMARY KEY,
    origine_id      UUID         NULL,
    connue_le       DATE         NOT NULL,
    situation       LONGTEXT     NULL CHECK (JSON_VALID(situation)),
    proposition     LONGTEXT     NULL CHECK (JSON_VALID(proposition)),
    parcours        VARCHAR(30)  NULL,
    organisme       VARCHAR(60)  NULL,
    referent        VARCHAR(80)  NULL,
    ecart           BOOLEAN      NOT NULL DEFAULT FALSE,
    motif           VARCHAR(2000) NULL,
    confirmee_par   VARCHAR(80)  NULL,
    confirmee_le    DATETIME(3)  NULL,
    rendez_vous     DATETIME(3)  NULL,
    lieu            VARCHAR(200) NULL,
    absences        INT          NOT NULL DEFAULT 0,
    rencontree_le   DATE         NULL,
    sortie          VARCHAR(30)  NULL,
    motif_sortie    VARCHAR(2000) NULL,
    version         INT          NOT NULL DEFAULT 0,
    CONSTRAINT fk_demande_orientation_dossier FOREIGN KEY (dossier_id) REFERENCES dossier (id)
) ENGINE = InnoDB;

-- The orientations of a person: half-open periods that never overlap, which the database itself refuses.
-- decidee_le is the day of the decision: an orientation never starts after it.
CREATE TABLE orientation (
    id              UUID         NOT NULL PRIMARY KEY,
    personne_id     UUID         NOT NULL,
    dossier_id      UUID         NULL,
    parcours        VARCHAR(30)  NOT NULL,
    organisme       VARCHAR(60)  NOT NULL,
    referent        VARCHAR(80)  NULL,
    debut           DATE         NOT NULL,
    fin             DATE         NOT NULL,
    decidee_le      DATE         NOT NULL,
    auteur          VARCHAR(80)  NOT NULL,
    motif           VARCHAR(2000) NULL,
    passation       VARCHAR(4000) NULL,
    lecture_jusqu_au DATE        NULL,
    PERIOD FOR validite (debut, fin),
    CONSTRAINT uk_orientation_periode UNIQUE (personne_id, validite WITHOUT OVERLAPS),
    CONSTRAINT ck_orientation_sept_jours CHECK (DATEDIFF(fin, debut) >= 7),
    CONSTRAINT ck_orientation_passee CHECK (debut <= decidee_le),
    CONSTRAINT fk_orientation_personne FOREIGN KEY (personne_id) REFERENCES personne (id),
    KEY ix_orientation_referent (referent, fin),
    KEY ix_orientation_organisme (organisme, fin)
) ENGINE = InnoDB;

-- Contrat d'engagement (CASF L262-35, L262-36; C. trav. L5411-6): one line per version that was signed or proposed.
CREATE TABLE contrat_engagement (
    id              UUID         NOT NULL PRIMARY KEY,
    dossier_id      UUID         NOT NULL,
    debut           DATE         NOT NULL,
    fin             DATE         NOT NULL,
    heures          DECIMAL(4,1) NOT NULL,
    exemption       VARCHAR(40)  NULL,
    motif_exemption VARCHAR(1000) NULL,
    objectifs       LONGTEXT     NOT NULL CHECK (JSON_VALID(objectifs)),
    signe_le        DATE         NULL,
    auteur          VARCHAR(80)  NOT NULL,
    cree_le         DATETIME(3)  NOT NULL,
    CONSTRAINT ck_contrat_periode CHECK (fin > debut),
    CONSTRAINT fk_contrat_dossier FOREIGN KEY (dossier_id) REFERENCES dossier (id),
    KEY ix_contrat_dossier (dossier_id, cree_le)
) ENGINE = InnoDB;
