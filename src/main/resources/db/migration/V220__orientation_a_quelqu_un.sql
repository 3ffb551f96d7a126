-- Who decided (the CCAS, or France Travail after six weeks: CASF L262-29, D262-65-2), when the six weeks passed, and who the
-- partner named as référent.
ALTER TABLE demande_orientation
    ADD COLUMN referent_partenaire VARCHAR(160) NULL,
    ADD COLUMN decidee_par         VARCHAR(20)  NULL,
    ADD COLUMN decidee_le          DATE         NULL,
    ADD COLUMN six_semaines_le     DATE         NULL;
UPDATE demande_orientation SET decidee_par = 'CCAS' WHERE confirmee_le IS NOT NULL;

-- What a box left empty said is not an answer: it was never asked.
UPDATE demande_orientation SET situation = JSON_REMOVE(situation, '$.parentIsole')
 WHERE JSON_EXTRACT(situation, '$.parentIsole') = 'false';
UPDATE demande_orientation SET situation = JSON_REMOVE(situation, '$.volontairePlie')
 WHERE JSON_EXTRACT(situation, '$.volontairePlie') = 'false';
UPDATE demande_orientation SET situation = JSON_SET(situation, '$.parentIsole', 'OUI')
 WHERE JSON_EXTRACT(situation, '$.parentIsole') = 'true';
UPDATE demande_orientation SET situation = JSON_SET(situation, '$.volontairePlie', 'OUI')
 WHERE JSON_EXTRACT(situation, '$.volontairePlie') = 'true';

ALTER TABLE orientation
    ADD COLUMN referent_partenaire VARCHAR(160) NULL,
    ADD COLUMN declaree_passee     BOOLEAN      NOT NULL DEFAULT FALSE;

-- An orientation taken back before it took effect leaves the periods of the person, and stays readable here.
CREATE TABLE orientation_annulee (
    id          UUID          NOT NULL PRIMARY KEY,
    personne_id UUID          NOT NULL,
    dossier_id  UUID          NULL,
    parcours    VARCHAR(30)   NOT NULL,
    organisme   VARCHAR(60)   NOT NULL,
    referent    VARCHAR(80)   NULL,
    debut       DATE          NOT NULL,
    decidee_le  DATE          NOT NULL,
    auteur      VARCHAR(80)   NOT NULL,
    annulee_le  DATETIME(3)   NOT NULL,
    annulee_par VARCHAR(80)   NOT NULL,
    motif       VARCHAR(500)  NOT NULL,
    CONSTRAINT fk_orientation_annulee_personne FOREIGN KEY (personne_id) REFERENCES personne (id),
    KEY ix_orientation_annulee_personne (personne_id, annulee_le)
) ENGINE = InnoDB;

-- The appointments that the référents of the CCAS give, in the time of Paris: two never overlap for the same agent, which the
-- database itself refuses. Those of before are not checked against one another: an overlapping one keeps only its dossier.
CREATE TABLE rendez_vous_agent (
    dossier_id UUID        NOT NULL PRIMARY KEY,
    agent      VARCHAR(80) NOT NULL,
    debut      DATETIME    NOT NULL,
    fin        DATETIME    NOT NULL,
    PERIOD FOR duree (debut, fin),
    CONSTRAINT uk_rendez_vous_agent UNIQUE (agent, duree WITHOUT OVERLAPS),
    CONSTRAINT fk_rendez_vous_dossier FOREIGN KEY (dossier_id) REFERENCES dossier (id)
) ENGINE = InnoDB;

-- A contract noted as signed has its signed copy among the pieces, or says why not.
ALTER TABLE contrat_engagement ADD COLUMN sans_copie VARCHAR(500) NULL;

-- A follow-up that rests on the law (CASF L262-29) informs the partner: no agreement is asked, so none can be taken back.
ALTER TABLE proposition_partenaire
    MODIFY consentement_id UUID NULL,
    ADD COLUMN base VARCHAR(10) NOT NULL DEFAULT 'ACCORD',
    ADD CONSTRAINT ck_proposition_base CHECK (base = 'LOI' OR consentement_id IS NOT NULL);
