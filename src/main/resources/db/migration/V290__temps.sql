-- The time of a dossier: its steps and suspensions as they were (facts), and the segments that follow from them.
-- No foreign key: a step of the engine may be written before its dossier, in the same transaction.
CREATE TABLE temps_etape (
    tache_id   VARCHAR(64)  NOT NULL PRIMARY KEY,
    dossier_id UUID         NOT NULL,
    etape      VARCHAR(120) NOT NULL,
    attente    VARCHAR(20)  NOT NULL COMMENT 'who had to act by the model, empty for the service',
    ouverte_le DATETIME(3)  NOT NULL,
    fermee_le  DATETIME(3)  NULL,
    KEY ix_temps_etape (dossier_id, fermee_le)
) ENGINE = InnoDB;

CREATE TABLE temps_suspension (
    dossier_id UUID        NOT NULL,
    depuis     DATETIME(3) NOT NULL,
    jusqua     DATETIME(3) NULL,
    PRIMARY KEY (dossier_id, depuis)
) ENGINE = InnoDB;

CREATE TABLE temps_segment (
    dossier_id UUID         NOT NULL,
    rang       INT          NOT NULL,
    etape      VARCHAR(120) NULL COMMENT 'null between two steps',
    porteur    VARCHAR(12)  NOT NULL,
    suspendu   BOOLEAN      NOT NULL,
    debut      DATETIME(3)  NOT NULL,
    fin        DATETIME(3)  NULL,
    PRIMARY KEY (dossier_id, rang),
    KEY ix_temps_segment_ouvert (fin, dossier_id)
) ENGINE = InnoDB;

-- What the queue remembers of the dossiers that run or ran; their segments are made from it at the first start.
INSERT INTO temps_etape (tache_id, dossier_id, etape, attente, ouverte_le, fermee_le)
SELECT tache_id, dossier_id, etape, attente, creee_le, terminee_le FROM corbeille_tache;
