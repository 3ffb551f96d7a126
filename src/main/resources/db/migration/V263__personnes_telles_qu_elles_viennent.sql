-- Persons as they really come: two names, a birth known in part, several telephones, another country, no address.
ALTER TABLE personne
    ADD COLUMN nom_naissance VARCHAR(500) NULL,
    ADD COLUMN naissance_precision VARCHAR(5) NOT NULL DEFAULT 'JOUR'
        COMMENT 'JOUR, MOIS or ANNEE: what is known of date_naissance, which holds the first day that it may be',
    ADD COLUMN autres_telephones VARCHAR(200) NULL,
    ADD COLUMN pays VARCHAR(2) NULL COMMENT 'of the address, null for France',
    ADD COLUMN domiciliation VARCHAR(500) NULL
        COMMENT 'ANTENNE, A_DEMANDER, or the approved body and its address; null with an address of one''s own',
    ADD COLUMN version_cles INT NOT NULL DEFAULT 0
        COMMENT 'folding under which recherche and personne_cle were written; older ones are written again at start',
    MODIFY COLUMN recherche VARCHAR(3000) NOT NULL,
    MODIFY COLUMN telephone VARCHAR(200) NULL,
    ADD KEY ix_personne_version_cles (version_cles);

-- Telephones and e-mails in their comparable form: found, and shared by two persons.
CREATE TABLE personne_cle (
    personne_id UUID         NOT NULL,
    cle         VARCHAR(190) NOT NULL COMMENT 't + telephone, m + e-mail',
    PRIMARY KEY (personne_id, cle),
    KEY ix_personne_cle (cle),
    CONSTRAINT fk_personne_cle FOREIGN KEY (personne_id) REFERENCES personne (id) ON DELETE CASCADE
) ENGINE = InnoDB;
