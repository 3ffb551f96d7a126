-- A draft table run on what was already decided. The kept evaluations of a table are read in the order in which they were written.
ALTER TABLE evaluation_dossier ADD KEY ix_evaluation_cle (cle, id);

CREATE TABLE rejeu (
    id          UUID          NOT NULL PRIMARY KEY,
    lot_id      UUID          NOT NULL,
    cle         VARCHAR(80)   NOT NULL,
    version     INT           NOT NULL,
    etat        VARCHAR(20)   NOT NULL,
    -- evaluations of these days only; null for all
    du          DATE          NULL,
    au          DATE          NULL,
    total       INT           NOT NULL,
    rejouees    INT           NOT NULL DEFAULT 0,
    changees    INT           NOT NULL DEFAULT 0,
    -- the draft or the living table could not answer these facts
    impossibles INT           NOT NULL DEFAULT 0,
    -- sum of the amounts that come out, null when none does
    somme_avant DECIMAL(18, 2) NULL,
    somme_apres DECIMAL(18, 2) NULL,
    -- last evaluation done, and the last to do
    fait_id     BIGINT        NOT NULL DEFAULT 0,
    jusqu_a_id  BIGINT        NOT NULL,
    demande_par VARCHAR(100)  NOT NULL,
    demande_le  DATETIME(3)   NOT NULL,
    fini_le     DATETIME(3)   NULL,
    CONSTRAINT fk_rejeu_lot FOREIGN KEY (lot_id) REFERENCES modele_lot (id),
    KEY ix_rejeu_lot (lot_id, cle, demande_le),
    KEY ix_rejeu_etat (etat, demande_le)
) ENGINE = InnoDB;

-- What changes into what, by which rule: no dossier is named here.
CREATE TABLE rejeu_changement (
    rejeu_id  UUID          NOT NULL,
    empreinte CHAR(64)      NOT NULL,
    avant     VARCHAR(1000) NOT NULL,
    apres     VARCHAR(1000) NOT NULL,
    regle     VARCHAR(1000) NOT NULL,
    nombre    INT           NOT NULL,
    PRIMARY KEY (rejeu_id, empreinte),
    CONSTRAINT fk_rejeu_changement FOREIGN KEY (rejeu_id) REFERENCES rejeu (id) ON DELETE CASCADE
) ENGINE = InnoDB;

-- Dossiers that the draft would have answered otherwise; how, is not written. They go with the dossier.
CREATE TABLE rejeu_dossier (
    rejeu_id   UUID NOT NULL,
    dossier_id UUID NOT NULL,
    nombre     INT  NOT NULL,
    PRIMARY KEY (rejeu_id, dossier_id),
    CONSTRAINT fk_rejeu_dossier FOREIGN KEY (rejeu_id) REFERENCES rejeu (id) ON DELETE CASCADE,
    CONSTRAINT fk_rejeu_dossier_dossier FOREIGN KEY (dossier_id) REFERENCES dossier (id) ON DELETE CASCADE
) ENGINE = InnoDB;

-- Why a draft was published although it changes many past answers.
ALTER TABLE modele_lot ADD COLUMN motif_rejeu VARCHAR(500) NULL;
