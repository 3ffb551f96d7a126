-- Sessions of an instance (équipe pluridisciplinaire, later the CAI): cases that are ready, members, agenda, recusals, opinions.
CREATE TABLE seance (
    id            UUID         NOT NULL PRIMARY KEY,
    numero        VARCHAR(60)  NOT NULL,
    instance      VARCHAR(40)  NOT NULL,
    antenne       VARCHAR(32)  NOT NULL,
    debut         DATETIME(3)  NOT NULL,
    lieu          VARCHAR(200) NOT NULL,
    anonyme       BOOLEAN      NOT NULL DEFAULT FALSE,
    etat          VARCHAR(20)  NOT NULL,
    creee_par     VARCHAR(60)  NOT NULL,
    creee_le      DATETIME(3)  NOT NULL,
    close_par     VARCHAR(60)  NULL,
    close_le      DATETIME(3)  NULL,
    proces_verbal UUID         NULL,
    CONSTRAINT uq_seance_numero UNIQUE (numero),
    CONSTRAINT fk_seance_antenne FOREIGN KEY (antenne) REFERENCES antenne (code),
    KEY ix_seance_antenne (antenne, debut)
) ENGINE = InnoDB;

-- A seat: a titular member, or the substitute of one. Nobody sits twice in the same session.
CREATE TABLE seance_membre (
    id           UUID         NOT NULL PRIMARY KEY,
    seance_id    UUID         NOT NULL,
    identifiant  VARCHAR(60)  NULL,
    nom          VARCHAR(170) NOT NULL,
    cle_nom      VARCHAR(170) NOT NULL,
    qualite      VARCHAR(40)  NOT NULL,
    adresse      VARCHAR(400) NULL,
    suppleant_de UUID         NULL,
    presence     VARCHAR(16)  NOT NULL,
    convocation  UUID         NULL,
    CONSTRAINT uq_seance_membre_compte UNIQUE (seance_id, identifiant),
    CONSTRAINT uq_seance_membre_nom UNIQUE (seance_id, cle_nom),
    CONSTRAINT uq_seance_membre_suppleant UNIQUE (suppleant_de),
    CONSTRAINT fk_seance_membre_seance FOREIGN KEY (seance_id) REFERENCES seance (id),
    CONSTRAINT fk_seance_membre_titulaire FOREIGN KEY (suppleant_de) REFERENCES seance_membre (id),
    KEY ix_seance_membre_identifiant (identifiant)
) ENGINE = InnoDB;

-- What a feature has made ready for an instance. ouvert is 1 until it is answered or withdrawn, then null: one open case a question.
CREATE TABLE cas_pret (
    id         UUID        NOT NULL PRIMARY KEY,
    instance   VARCHAR(40) NOT NULL,
    question   VARCHAR(40) NOT NULL,
    antenne    VARCHAR(32) NOT NULL,
    dossier_id UUID        NOT NULL,
    numero     VARCHAR(24) NOT NULL,
    pret_le    DATETIME(3) NOT NULL,
    seance_id  UUID        NULL,
    ouvert     TINYINT     NULL,
    CONSTRAINT uq_cas_pret UNIQUE (dossier_id, question, ouvert),
    CONSTRAINT fk_cas_pret_seance FOREIGN KEY (seance_id) REFERENCES seance (id),
    KEY ix_cas_pret_attente (instance, antenne, ouvert, seance_id)
) ENGINE = InnoDB;

CREATE TABLE seance_point (
    id          UUID          NOT NULL PRIMARY KEY,
    seance_id   UUID          NOT NULL,
    cas_id      UUID          NOT NULL,
    rang        INT           NOT NULL,
    avis        VARCHAR(40)   NULL,
    motif       VARCHAR(2000) NULL,
    pour        INT           NULL,
    contre      INT           NULL,
    abstentions INT           NULL,
    sieges      INT           NULL,
    presents    INT           NULL,
    necessaires INT           NULL,
    rendu_par   VARCHAR(60)   NULL,
    rendu_le    DATETIME(3)   NULL,
    version     INT           NOT NULL DEFAULT 0,
    CONSTRAINT uq_seance_point UNIQUE (seance_id, cas_id),
    CONSTRAINT fk_seance_point_seance FOREIGN KEY (seance_id) REFERENCES seance (id),
    CONSTRAINT fk_seance_point_cas FOREIGN KEY (cas_id) REFERENCES cas_pret (id)
) ENGINE = InnoDB;

CREATE TABLE seance_deport (
    point_id    UUID         NOT NULL,
    membre_id   UUID         NOT NULL,
    motif       VARCHAR(500) NOT NULL,
    declare_par VARCHAR(60)  NOT NULL,
    declare_le  DATETIME(3)  NOT NULL,
    PRIMARY KEY (point_id, membre_id),
    CONSTRAINT fk_seance_deport_point FOREIGN KEY (point_id) REFERENCES seance_point (id) ON DELETE CASCADE,
    CONSTRAINT fk_seance_deport_membre FOREIGN KEY (membre_id) REFERENCES seance_membre (id)
) ENGINE = InnoDB;
