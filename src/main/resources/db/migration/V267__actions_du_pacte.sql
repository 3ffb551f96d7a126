-- The plan beside the offers: each action of the pact, with what becomes of it. A null is not known yet, never a no.
CREATE TABLE action_du_pacte (
    id                    UUID          NOT NULL PRIMARY KEY,
    code                  VARCHAR(60)   NOT NULL,
    objectif              VARCHAR(40)   NOT NULL,
    levier                TINYINT       NOT NULL,
    objectif_operationnel VARCHAR(500)  NULL,
    titre                 VARCHAR(500)  NOT NULL,
    pilote                VARCHAR(200)  NULL COMMENT 'an organisation or a function, never the name of a person',
    partenaires           VARCHAR(500)  NULL,
    origine               VARCHAR(200)  NULL COMMENT 'who proposed it',
    page                  VARCHAR(20)   NULL,
    echeance              DATE          NULL,
    etat                  VARCHAR(20)   NULL,
    preuve                VARCHAR(1000) NULL,
    bilan_mi_parcours     VARCHAR(3000) NULL,
    bilan_final           VARCHAR(3000) NULL,
    recherche             VARCHAR(8000) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    version               INT           NOT NULL DEFAULT 0,
    CONSTRAINT uq_action_du_pacte UNIQUE (code),
    CONSTRAINT ck_action_du_pacte_levier CHECK (levier BETWEEN 1 AND 6),
    KEY ix_action_du_pacte (levier, objectif, code)
) ENGINE = InnoDB;

-- An offer knows the action that it comes from. A closed one keeps the referrals that it has and takes no new one.
ALTER TABLE offre
    ADD COLUMN action_id UUID NULL,
    ADD COLUMN fermee_le DATE NULL COMMENT 'closed to new referrals since that day',
    ADD CONSTRAINT fk_offre_action FOREIGN KEY (action_id) REFERENCES action_du_pacte (id),
    ADD KEY ix_offre_action (action_id);
