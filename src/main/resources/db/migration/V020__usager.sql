-- Persons, foyers, consents and the history of their changes.
CREATE TABLE personne (
    id              UUID         NOT NULL PRIMARY KEY,
    civilite        VARCHAR(10)  NOT NULL,
    nom             VARCHAR(500) NOT NULL,
    prenoms         VARCHAR(500) NOT NULL,
    date_naissance  DATE         NOT NULL,
    adresse         VARCHAR(500) NOT NULL,
    quartier        VARCHAR(10)  NULL,
    antenne         VARCHAR(32)  NOT NULL,
    telephone       VARCHAR(30)  NULL,
    courriel        VARCHAR(200) NULL,
    langue          VARCHAR(10)  NOT NULL,
    nir_chiffre     VARBINARY(200) NULL,
    nir_empreinte   CHAR(64)     NULL,
    nir_fin         VARCHAR(5)   NULL,
    decedee_le      DATE         NULL,
    recherche       VARCHAR(1100) NOT NULL,
    nom_recherche   VARCHAR(500) NOT NULL,
    phonetique      VARCHAR(120) NOT NULL,
    creee_le        DATETIME(3)  NOT NULL,
    version         INT          NOT NULL DEFAULT 0,
    CONSTRAINT fk_personne_antenne FOREIGN KEY (antenne) REFERENCES antenne (code),
    KEY ix_personne_nom (nom_recherche(64)),
    KEY ix_personne_naissance (date_naissance),
    KEY ix_personne_phonetique (phonetique(60), date_naissance),
    KEY ix_personne_nir (nir_empreinte),
    FULLTEXT KEY ft_personne (recherche)
) ENGINE = InnoDB;

CREATE TABLE personne_changement (
    id          UUID         NOT NULL PRIMARY KEY,
    personne_id UUID         NOT NULL,
    quand       DATETIME(3)  NOT NULL,
    auteur      VARCHAR(60)  NOT NULL,
    champ       VARCHAR(40)  NOT NULL,
    avant       VARCHAR(1000) NULL,
    apres       VARCHAR(1000) NULL,
    KEY ix_personne_changement (personne_id, quand),
    CONSTRAINT fk_personne_changement FOREIGN KEY (personne_id) REFERENCES personne (id)
) ENGINE = InnoDB;

CREATE TABLE foyer_membre (
    id             UUID         NOT NULL PRIMARY KEY,
    personne_id    UUID         NOT NULL COMMENT 'the person who claims for the foyer',
    lien           VARCHAR(20)  NOT NULL,
    nom            VARCHAR(500) NOT NULL,
    prenoms        VARCHAR(500) NOT NULL,
    date_naissance DATE         NOT NULL,
    depuis         DATE         NOT NULL,
    jusque         DATE         NULL,
    KEY ix_foyer_membre (personne_id),
    CONSTRAINT fk_foyer_membre FOREIGN KEY (personne_id) REFERENCES personne (id)
) ENGINE = InnoDB;

CREATE TABLE consentement (
    id           UUID         NOT NULL PRIMARY KEY,
    personne_id  UUID         NOT NULL,
    objet        VARCHAR(500) NOT NULL,
    destinataire VARCHAR(200) NOT NULL,
    finalite     VARCHAR(500) NOT NULL,
    donne_le     DATETIME(3)  NOT NULL,
    jusqu_au     DATE         NULL,
    retire_le    DATETIME(3)  NULL,
    recueilli_par VARCHAR(60) NOT NULL,
    KEY ix_consentement (personne_id),
    CONSTRAINT fk_consentement FOREIGN KEY (personne_id) REFERENCES personne (id)
) ENGINE = InnoDB;
