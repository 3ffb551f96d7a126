-- Directory of the insertion offer: organisations, their places and posts, their offers, and the history of every change.
CREATE TABLE organisme (
    id           UUID          NOT NULL PRIMARY KEY,
    code         VARCHAR(60)   NOT NULL,
    nom          VARCHAR(200)  NOT NULL,
    nature       VARCHAR(40)   NOT NULL,
    presentation VARCHAR(1000) NULL,
    site         VARCHAR(200)  NULL,
    source       VARCHAR(200)  NULL,
    confirme_le  DATE          NOT NULL,
    recherche    VARCHAR(3000) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    version      INT           NOT NULL DEFAULT 0,
    CONSTRAINT uq_organisme_code UNIQUE (code),
    KEY ix_organisme_nature (nature)
) ENGINE = InnoDB;

CREATE TABLE organisme_lieu (
    organisme_id UUID         NOT NULL,
    rang         INT          NOT NULL,
    nom          VARCHAR(200) NOT NULL,
    adresse      VARCHAR(200) NULL,
    code_postal  VARCHAR(10)  NULL,
    commune      VARCHAR(80)  NULL,
    quartier     VARCHAR(10)  NULL,
    horaires     VARCHAR(300) NULL,
    telephone    VARCHAR(30)  NULL,
    PRIMARY KEY (organisme_id, rang),
    CONSTRAINT fk_organisme_lieu FOREIGN KEY (organisme_id) REFERENCES organisme (id)
) ENGINE = InnoDB;

CREATE TABLE organisme_poste (
    organisme_id UUID         NOT NULL,
    rang         INT          NOT NULL,
    fonction     VARCHAR(120) NOT NULL COMMENT 'a function, never the name of a person',
    telephone    VARCHAR(30)  NULL,
    courriel     VARCHAR(200) NULL,
    PRIMARY KEY (organisme_id, rang),
    CONSTRAINT fk_organisme_poste FOREIGN KEY (organisme_id) REFERENCES organisme (id)
) ENGINE = InnoDB;

CREATE TABLE organisme_quartier (
    organisme_id UUID        NOT NULL,
    quartier     VARCHAR(10) NOT NULL COMMENT 'none: the whole town',
    PRIMARY KEY (organisme_id, quartier),
    CONSTRAINT fk_organisme_quartier FOREIGN KEY (organisme_id) REFERENCES organisme (id)
) ENGINE = InnoDB;

CREATE TABLE organisme_langue (
    organisme_id UUID        NOT NULL,
    langue       VARCHAR(10) NOT NULL COMMENT 'ISO 639-1; none: French',
    PRIMARY KEY (organisme_id, langue),
    CONSTRAINT fk_organisme_langue FOREIGN KEY (organisme_id) REFERENCES organisme (id)
) ENGINE = InnoDB;

CREATE TABLE offre (
    id                       UUID          NOT NULL PRIMARY KEY,
    code                     VARCHAR(60)   NOT NULL,
    titre                    VARCHAR(500)  NOT NULL,
    description              VARCHAR(3000) NULL,
    objectif                 VARCHAR(40)   NOT NULL,
    objectif_operationnel    VARCHAR(500)  NULL,
    levier                   TINYINT       NOT NULL,
    conditions               VARCHAR(1000) NULL,
    places_total             INT           NULL COMMENT 'null: places are not followed',
    places_prises            INT           NOT NULL DEFAULT 0,
    places_attente           INT           NOT NULL DEFAULT 0,
    delai_premier_rendez_vous INT          NULL COMMENT 'days',
    cout                     VARCHAR(200)  NULL,
    debut                    DATE          NULL,
    fin                      DATE          NULL,
    source                   VARCHAR(500)  NULL,
    confirmee_le             DATE          NOT NULL,
    recherche                VARCHAR(8000) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    titre_recherche          VARCHAR(600)  CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    version                  INT           NOT NULL DEFAULT 0,
    CONSTRAINT uq_offre_code UNIQUE (code),
    CONSTRAINT ck_offre_levier CHECK (levier BETWEEN 1 AND 6),
    CONSTRAINT ck_offre_places CHECK (places_prises >= 0 AND places_attente >= 0 AND (places_total IS NULL OR places_total >= 0)),
    CONSTRAINT ck_offre_dates CHECK (debut IS NULL OR fin IS NULL OR fin >= debut),
    KEY ix_offre_levier (levier, objectif, code)
) ENGINE = InnoDB;

CREATE TABLE offre_organisme (
    offre_id     UUID NOT NULL,
    rang         INT  NOT NULL,
    organisme_id UUID NOT NULL,
    PRIMARY KEY (offre_id, rang),
    KEY ix_offre_organisme (organisme_id, offre_id),
    CONSTRAINT fk_offre_organisme_offre FOREIGN KEY (offre_id) REFERENCES offre (id),
    CONSTRAINT fk_offre_organisme FOREIGN KEY (organisme_id) REFERENCES organisme (id)
) ENGINE = InnoDB;

CREATE TABLE offre_public (
    offre_id UUID        NOT NULL,
    code     VARCHAR(40) NOT NULL,
    PRIMARY KEY (offre_id, code),
    CONSTRAINT fk_offre_public FOREIGN KEY (offre_id) REFERENCES offre (id)
) ENGINE = InnoDB;

CREATE TABLE offre_quartier (
    offre_id UUID        NOT NULL,
    quartier VARCHAR(10) NOT NULL COMMENT 'none: the whole town',
    PRIMARY KEY (offre_id, quartier),
    CONSTRAINT fk_offre_quartier FOREIGN KEY (offre_id) REFERENCES offre (id)
) ENGINE = InnoDB;

CREATE TABLE offre_langue (
    offre_id UUID        NOT NULL,
    langue   VARCHAR(10) NOT NULL COMMENT 'ISO 639-1; none: French',
    PRIMARY KEY (offre_id, langue),
    CONSTRAINT fk_offre_langue FOREIGN KEY (offre_id) REFERENCES offre (id)
) ENGINE = InnoDB;

CREATE TABLE annuaire_changement (
    id       UUID          NOT NULL PRIMARY KEY,
    sujet_id UUID          NOT NULL COMMENT 'an organisation or an offer',
    quand    DATETIME(3)   NOT NULL,
    auteur   VARCHAR(60)   NOT NULL,
    champ    VARCHAR(40)   NOT NULL,
    avant    VARCHAR(4000) NULL,
    apres    VARCHAR(4000) NULL,
    KEY ix_annuaire_changement (sujet_id, quand)
) ENGINE = InnoDB;

-- Reference rows already put in: each once, so that what was edited since is never written over.
CREATE TABLE annuaire_reference (
    code       VARCHAR(80) NOT NULL PRIMARY KEY,
    chargee_le DATETIME(3) NOT NULL
) ENGINE = InnoDB;
