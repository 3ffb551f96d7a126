-- A letter lives: to sign, to print, printed, sent, received or returned, cancelled (docs/decisions/0022).
ALTER TABLE courrier
    ADD COLUMN etat            VARCHAR(20)  NULL,
    ADD COLUMN acte            VARCHAR(40)  NULL,
    ADD COLUMN antenne         VARCHAR(40)  NULL,
    ADD COLUMN remise          VARCHAR(20)  NULL,
    ADD COLUMN valeurs         LONGTEXT     NULL,
    ADD COLUMN signe_le        DATETIME(6)  NULL,
    ADD COLUMN signataire      VARCHAR(60)  NULL,
    ADD COLUMN signataire_nom  VARCHAR(320) NULL,
    ADD COLUMN arrete          VARCHAR(200) NULL,
    ADD COLUMN imprime_le      DATETIME(6)  NULL,
    ADD COLUMN lot             UUID         NULL,
    ADD COLUMN rang_lot        INT          NULL,
    ADD COLUMN mode            VARCHAR(20)  NULL,
    ADD COLUMN recu_le         DATE         NULL,
    ADD COLUMN preuve          VARCHAR(300) NULL,
    ADD COLUMN retourne_le     DATE         NULL,
    ADD COLUMN motif_retour    VARCHAR(40)  NULL,
    ADD COLUMN annule_le       DATETIME(6)  NULL,
    ADD COLUMN annule_par      VARCHAR(60)  NULL,
    ADD COLUMN motif_annulation VARCHAR(300) NULL;

-- The day on which it left, in Paris: the hour was never known, nor used.
UPDATE courrier SET envoye_le = CONVERT_TZ(envoye_le, '+00:00', '+02:00') WHERE envoye_le IS NOT NULL;
ALTER TABLE courrier MODIFY COLUMN envoye_le DATE NULL;

-- Letters of the former version. Nobody noted their printing nor their sending: a letter of an open dossier written in the last
-- thirty days may still have to leave and goes to the batch; of any older one it is known only that it was written, which is said
-- ("suivi non connu"). None of them is called signed, sent or received.
UPDATE courrier c LEFT JOIN dossier d ON d.id = c.dossier_id SET c.antenne = d.antenne;
UPDATE courrier SET etat = 'ENVOYE' WHERE envoye_le IS NOT NULL;
UPDATE courrier c JOIN dossier d ON d.id = c.dossier_id
   SET c.etat = 'A_IMPRIMER'
 WHERE c.etat IS NULL AND d.etat <> 'CLOS' AND c.cree_le >= UTC_TIMESTAMP() - INTERVAL 30 DAY
   AND NOT EXISTS (SELECT 1 FROM (SELECT remplace FROM courrier WHERE remplace IS NOT NULL) r WHERE r.remplace = c.id);
UPDATE courrier SET etat = 'IMPRIME', remise = 'AUCUNE' WHERE etat IS NULL;
UPDATE courrier SET remise = 'LETTRE_SIMPLE' WHERE remise IS NULL;

ALTER TABLE courrier
    MODIFY COLUMN etat VARCHAR(20) NOT NULL,
    MODIFY COLUMN remise VARCHAR(20) NOT NULL;
CREATE INDEX courrier_a_faire ON courrier (etat, antenne, remise);
CREATE INDEX courrier_lot ON courrier (lot, rang_lot);

-- Who may sign what, and by which order (CRPA, art. L212-1). A row is ended, never erased: the letters signed under it name it.
CREATE TABLE delegation_signature (
    id         UUID         NOT NULL PRIMARY KEY,
    acte       VARCHAR(40)  NOT NULL,
    role       VARCHAR(40)  NULL,
    compte     VARCHAR(60)  NULL,
    antenne    VARCHAR(40)  NULL,
    du         DATE         NOT NULL,
    au         DATE         NULL,
    arrete     VARCHAR(60)  NOT NULL,
    arrete_du  DATE         NOT NULL,
    cree_le    DATETIME(6)  NOT NULL,
    cree_par   VARCHAR(60)  NOT NULL,
    finie_par  VARCHAR(60)  NULL,
    version    INT          NOT NULL DEFAULT 0,
    CONSTRAINT delegation_une_qualite CHECK ((role IS NULL) <> (compte IS NULL))
) ENGINE = InnoDB;
CREATE INDEX delegation_acte ON delegation_signature (acte, du);

-- A batch is printed as often as needed: always the same letters, in the same order.
CREATE TABLE lot_courrier (
    id          UUID         NOT NULL PRIMARY KEY,
    antenne     VARCHAR(40)  NOT NULL,
    nombre      INT          NOT NULL,
    cree_le     DATETIME(6)  NOT NULL,
    cree_par    VARCHAR(60)  NOT NULL,
    impressions INT          NOT NULL DEFAULT 0,
    version     INT          NOT NULL DEFAULT 0
) ENGINE = InnoDB;
CREATE INDEX lot_courrier_antenne ON lot_courrier (antenne, cree_le);

CREATE TABLE impression_lot (
    lot   UUID        NOT NULL,
    rang  INT         NOT NULL,
    quand DATETIME(6) NOT NULL,
    qui   VARCHAR(60) NOT NULL,
    PRIMARY KEY (lot, rang),
    CONSTRAINT fk_impression_lot FOREIGN KEY (lot) REFERENCES lot_courrier (id)
) ENGINE = InnoDB;

-- An address from which a letter came back. It counts as long as it is the one on the person's card.
CREATE TABLE adresse_fausse (
    personne_id UUID         NOT NULL PRIMARY KEY,
    adresse     TEXT         NOT NULL,
    depuis      DATE         NOT NULL,
    courrier    VARCHAR(20)  NOT NULL,
    version     INT          NOT NULL DEFAULT 0
) ENGINE = InnoDB;
