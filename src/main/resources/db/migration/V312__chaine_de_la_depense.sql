-- The chain of a public body on the ledger: commitment, certified service, payment order, title of receipt. See docs/decisions/0054.
CREATE TABLE budget_engagement (
    numero         VARCHAR(30)  NOT NULL PRIMARY KEY,
    reservation_id UUID         NULL COMMENT 'null for what was carried over',
    enveloppe_id   VARCHAR(60)  NOT NULL,
    source         VARCHAR(200) NOT NULL COMMENT 'dossier, item of a session',
    a_qui          VARCHAR(12)  NULL COMMENT 'ORGANISME or PERSONNE; null when the aid does not say who is paid',
    siret          CHAR(14)     NULL,
    iban_empreinte CHAR(64)     NULL COMMENT 'keyed digest',
    decide_par     VARCHAR(100) NOT NULL,
    etat           VARCHAR(12)  NOT NULL COMMENT 'OUVERT, SOLDE, REPORTE',
    reporte_de     VARCHAR(30)  NULL COMMENT 'the commitment of the year before',
    cree_le        DATETIME(6)  NOT NULL,
    UNIQUE KEY uq_budget_engagement_reservation (reservation_id),
    UNIQUE KEY uq_budget_engagement_report (reporte_de),
    KEY ix_budget_engagement (enveloppe_id, etat, numero)
) ENGINE = InnoDB;

-- What each funder bears of a commitment, each figure including the next.
CREATE TABLE budget_engagement_part (
    numero    VARCHAR(30) NOT NULL,
    financeur VARCHAR(40) NOT NULL,
    engage    BIGINT      NOT NULL,
    liquide   BIGINT      NOT NULL DEFAULT 0,
    mandate   BIGINT      NOT NULL DEFAULT 0,
    paye      BIGINT      NOT NULL DEFAULT 0,
    PRIMARY KEY (numero, financeur),
    CONSTRAINT fk_budget_engagement_part FOREIGN KEY (numero) REFERENCES budget_engagement (numero),
    CONSTRAINT ck_budget_engagement_part CHECK (engage >= liquide AND liquide >= mandate AND mandate >= paye AND paye >= 0)
) ENGINE = InnoDB;

INSERT INTO budget_engagement (numero, reservation_id, enveloppe_id, source, decide_par, etat, cree_le)
SELECT r.numero, r.id, r.enveloppe_id, o.source, o.auteur, 'OUVERT', o.enregistree_le
FROM budget_reservation r JOIN budget_operation o ON o.cle = CONCAT('engagement:', r.id)
WHERE r.numero IS NOT NULL;

INSERT INTO budget_engagement_part (numero, financeur, engage)
SELECT r.numero, l.financeur, SUM(l.centimes)
FROM budget_reservation r
    JOIN budget_operation o ON o.cle = CONCAT('engagement:', r.id)
    JOIN budget_ligne l ON l.operation_id = o.id AND l.compte = 'ENGAGE'
WHERE r.numero IS NOT NULL
GROUP BY r.numero, l.financeur;

CREATE TABLE budget_service (
    id           BIGINT       NOT NULL AUTO_INCREMENT PRIMARY KEY,
    engagement   VARCHAR(30)  NOT NULL,
    centimes     BIGINT       NOT NULL,
    preuve       VARCHAR(12)  NOT NULL COMMENT 'PIECE or TEXTE',
    reference    VARCHAR(500) NOT NULL COMMENT 'of the piece, or the text',
    certifie_par VARCHAR(100) NOT NULL,
    certifie_le  DATETIME(6)  NOT NULL,
    etat         VARCHAR(12)  NOT NULL COMMENT 'CERTIFIE, ORDONNE, RETIRE',
    ordres       INT          NOT NULL DEFAULT 0 COMMENT 'orders made for it, rejected ones included',
    KEY ix_budget_service_engagement (engagement, id),
    KEY ix_budget_service_etat (etat, id),
    CONSTRAINT ck_budget_service CHECK (centimes > 0),
    CONSTRAINT fk_budget_service FOREIGN KEY (engagement) REFERENCES budget_engagement (numero)
) ENGINE = InnoDB;

-- Whose account it is: one holder an account.
CREATE TABLE budget_compte_paye (
    iban_empreinte CHAR(64)    NOT NULL PRIMARY KEY COMMENT 'keyed digest',
    a_qui          VARCHAR(12) NOT NULL,
    siren          CHAR(9)     NULL,
    cree_le        DATETIME(6) NOT NULL
) ENGINE = InnoDB;

CREATE TABLE budget_bordereau (
    numero   VARCHAR(30)  NOT NULL PRIMARY KEY,
    exercice INT          NOT NULL,
    ordres   INT          NOT NULL,
    centimes BIGINT       NOT NULL,
    fait_par VARCHAR(100) NOT NULL,
    fait_le  DATETIME(6)  NOT NULL
) ENGINE = InnoDB;

CREATE TABLE budget_ordre (
    numero       VARCHAR(30)     NOT NULL PRIMARY KEY,
    service_id   BIGINT          NOT NULL,
    engagement   VARCHAR(30)     NOT NULL,
    enveloppe_id VARCHAR(60)     NOT NULL,
    exercice     INT             NOT NULL,
    centimes     BIGINT          NOT NULL,
    a_qui        VARCHAR(12)     NOT NULL,
    nom          VARCHAR(140)    NOT NULL,
    siret        CHAR(14)        NULL,
    iban         VARBINARY(200)  NOT NULL COMMENT 'encrypted, its context is the number of the order',
    chapitre     VARCHAR(10)     NOT NULL,
    nature       VARCHAR(10)     NOT NULL,
    fonction     VARCHAR(10)     NOT NULL,
    pieces       VARCHAR(1000)   NOT NULL COMMENT 'code = reference, one a line',
    etat         VARCHAR(12)     NOT NULL COMMENT 'ORDONNE, TRANSMIS, ACCEPTE, REJETE, PAYE',
    bordereau    VARCHAR(30)     NULL,
    motif        VARCHAR(500)    NULL COMMENT 'why the accountant rejected it',
    ordonne_par  VARCHAR(100)    NOT NULL,
    ordonne_le   DATETIME(6)     NOT NULL,
    paye_le      DATE            NULL,
    restitue     BIGINT          NOT NULL DEFAULT 0 COMMENT 'asked back by titles that stand, in cents',
    KEY ix_budget_ordre_etat (etat, ordonne_le),
    KEY ix_budget_ordre_bordereau (bordereau, numero),
    KEY ix_budget_ordre_engagement (engagement),
    CONSTRAINT ck_budget_ordre CHECK (centimes > 0 AND restitue >= 0 AND restitue <= centimes),
    CONSTRAINT fk_budget_ordre_service FOREIGN KEY (service_id) REFERENCES budget_service (id),
    CONSTRAINT fk_budget_ordre_bordereau FOREIGN KEY (bordereau) REFERENCES budget_bordereau (numero)
) ENGINE = InnoDB;

CREATE TABLE budget_titre (
    numero      VARCHAR(30)  NOT NULL PRIMARY KEY,
    ordre       VARCHAR(30)  NOT NULL,
    centimes    BIGINT       NOT NULL,
    motif       VARCHAR(500) NOT NULL,
    etat        VARCHAR(12)  NOT NULL COMMENT 'EMIS, ENCAISSE, ANNULE',
    emis_par    VARCHAR(100) NOT NULL,
    emis_le     DATETIME(6)  NOT NULL,
    encaisse_le DATE         NULL,
    KEY ix_budget_titre_ordre (ordre),
    KEY ix_budget_titre_etat (etat, numero),
    CONSTRAINT ck_budget_titre CHECK (centimes > 0),
    CONSTRAINT fk_budget_titre FOREIGN KEY (ordre) REFERENCES budget_ordre (numero)
) ENGINE = InnoDB;

ALTER TABLE budget_enveloppe ADD COLUMN clos_le DATETIME(6) NULL COMMENT 'closing of the year';
