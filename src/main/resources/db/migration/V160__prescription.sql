-- A partner's account acts for one organisation of the directory, and for it alone.
ALTER TABLE compte ADD COLUMN organisme VARCHAR(60) NULL;

-- A referral to partners: what the person asks for, who prescribed it (domain, 3.1). One dossier, one proposal at a time.
CREATE TABLE prescription (
    dossier_id    UUID          NOT NULL PRIMARY KEY,
    origine_id    UUID          NULL,
    besoins       LONGTEXT      NOT NULL CHECK (JSON_VALID(besoins)),
    message       VARCHAR(1000) NULL,
    prescripteur  VARCHAR(60)   NOT NULL,
    constat       VARCHAR(1000) NULL,
    avis_demande  BOOLEAN       NOT NULL DEFAULT FALSE,
    avis_rendu    BOOLEAN       NOT NULL DEFAULT FALSE,
    version       INT           NOT NULL DEFAULT 0,
    CONSTRAINT fk_prescription_dossier FOREIGN KEY (dossier_id) REFERENCES dossier (id)
) ENGINE = InnoDB;

-- One try with one partner. "ouverte" is 1 while it lasts and null after: the same partner cannot be asked twice at once.
CREATE TABLE proposition_partenaire (
    id               UUID          NOT NULL PRIMARY KEY,
    dossier_id       UUID          NOT NULL,
    personne_id      UUID          NOT NULL,
    rang             INT           NOT NULL,
    organisme        VARCHAR(60)   NOT NULL,
    offre_id         UUID          NULL,
    consentement_id  UUID          NOT NULL,
    donnees          LONGTEXT      NOT NULL CHECK (JSON_VALID(donnees)),
    etat             VARCHAR(20)   NOT NULL,
    ouverte          TINYINT       NULL,
    place_tenue      BOOLEAN       NOT NULL DEFAULT FALSE,
    proposee_le      DATETIME(3)   NOT NULL,
    relance_le       DATE          NULL,
    attendue_le      DATE          NULL,
    repondue_le      DATETIME(3)   NULL,
    repondue_par     VARCHAR(60)   NULL,
    motif_refus      VARCHAR(30)   NULL,
    precision_refus  VARCHAR(500)  NULL,
    rendez_vous      DATETIME(3)   NULL,
    lieu             VARCHAR(200)  NULL,
    reports          INT           NOT NULL DEFAULT 0,
    rencontree_le    DATE          NULL,
    resultat         VARCHAR(30)   NULL,
    precision_resultat VARCHAR(500) NULL,
    finie_le         DATETIME(3)   NULL,
    premiere_lecture DATETIME(3)   NULL,
    derniere_lecture DATETIME(3)   NULL,
    version          INT           NOT NULL DEFAULT 0,
    CONSTRAINT uq_proposition_rang UNIQUE (dossier_id, rang),
    CONSTRAINT uq_proposition_ouverte UNIQUE (personne_id, organisme, ouverte),
    CONSTRAINT fk_proposition_prescription FOREIGN KEY (dossier_id) REFERENCES prescription (dossier_id),
    CONSTRAINT fk_proposition_consentement FOREIGN KEY (consentement_id) REFERENCES consentement (id),
    KEY ix_proposition_organisme (organisme, ouverte, proposee_le),
    KEY ix_proposition_consentement (consentement_id)
) ENGINE = InnoDB;

-- A link that answers once, for a partner without an account. Only the digest of its secret is kept.
CREATE TABLE lien_reponse (
    id             UUID        NOT NULL PRIMARY KEY,
    proposition_id UUID        NOT NULL,
    empreinte      CHAR(64)    NOT NULL,
    cree_le        DATETIME(3) NOT NULL,
    cree_par       VARCHAR(60) NOT NULL,
    expire_le      DATETIME(3) NOT NULL,
    utilise_le     DATETIME(3) NULL,
    revoque_le     DATETIME(3) NULL,
    CONSTRAINT uq_lien_reponse UNIQUE (empreinte),
    CONSTRAINT fk_lien_proposition FOREIGN KEY (proposition_id) REFERENCES proposition_partenaire (id),
    KEY ix_lien_proposition (proposition_id)
) ENGINE = InnoDB;

-- The two answers of a person, without anything that leads back to it: neither dossier, nor day.
CREATE TABLE avis_partenaire (
    id        UUID        NOT NULL PRIMARY KEY,
    organisme VARCHAR(60) NOT NULL,
    mois      DATE        NOT NULL,
    accueil   TINYINT     NOT NULL CHECK (accueil BETWEEN 1 AND 4),
    utilite   TINYINT     NOT NULL CHECK (utilite BETWEEN 1 AND 4),
    KEY ix_avis_organisme (organisme, mois)
) ENGINE = InnoDB;
