-- What a référent and a person found on one lever of the pact, each time they looked at it. Nothing is changed afterwards:
-- two dates are compared. No answer and no note when the person does not wish to speak of it.
CREATE TABLE diagnostic_levier (
    id              UUID         NOT NULL PRIMARY KEY,
    personne_id     UUID         NOT NULL,
    dossier_id      UUID         NOT NULL,
    levier          INT          NOT NULL,
    reponses        LONGTEXT     NOT NULL CHECK (JSON_VALID(reponses)),
    moyenne         DECIMAL(3,2) NULL,
    niveau          LONGTEXT     NOT NULL CHECK (JSON_VALID(niveau)),
    prioritaire     BOOLEAN      NOT NULL,
    etabli_le       DATE         NOT NULL,
    auteur          VARCHAR(80)  NOT NULL,
    cree_le         DATETIME(6)  NOT NULL,
    CONSTRAINT ck_diagnostic_levier CHECK (levier BETWEEN 1 AND 6),
    CONSTRAINT fk_diagnostic_levier_personne FOREIGN KEY (personne_id) REFERENCES personne (id),
    CONSTRAINT fk_diagnostic_levier_dossier FOREIGN KEY (dossier_id) REFERENCES dossier (id),
    KEY ix_diagnostic_personne (personne_id, levier, etabli_le)
) ENGINE = InnoDB;

-- A contract is written, then signed by both or not: signe_le is the later of the two days.
ALTER TABLE contrat_engagement
    ADD COLUMN signe_personne_le DATE NULL,
    ADD COLUMN signe_referent_le DATE NULL,
    ADD COLUMN signataire VARCHAR(80) NULL,
    ADD COLUMN refuse_le DATE NULL,
    ADD COLUMN motif_refus VARCHAR(1000) NULL;
UPDATE contrat_engagement SET signe_personne_le = signe_le, signe_referent_le = signe_le, signataire = auteur;

-- The next review and why it is due then (CASF L262-31); the first meeting stays known when a later orientation asks for another.
ALTER TABLE demande_orientation
    ADD COLUMN bilan_le DATE NULL,
    ADD COLUMN bilan_raison VARCHAR(500) NULL,
    ADD COLUMN premiere_confirmation_le DATE NULL,
    ADD COLUMN premiere_rencontre_le DATE NULL,
    ADD KEY ix_demande_orientation_connue (connue_le);
UPDATE demande_orientation
   SET premiere_confirmation_le = DATE(CONVERT_TZ(confirmee_le, '+00:00', '+01:00')), premiere_rencontre_le = rencontree_le;
