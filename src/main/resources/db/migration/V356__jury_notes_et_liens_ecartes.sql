-- The rule that a vote was opened with is the one that counts it, whatever is published meanwhile; null for votes of before.
ALTER TABLE jury_scrutin
    ADD COLUMN majorite        VARCHAR(16) NULL,
    ADD COLUMN partage         VARCHAR(16) NULL,
    ADD COLUMN tours           INT         NULL,
    ADD COLUMN secret_possible BOOLEAN     NULL;

-- What a member writes for itself on an item, encrypted; gone once the minutes are signed.
CREATE TABLE jury_note (
    point_id  UUID        NOT NULL,
    membre_id UUID        NOT NULL,
    chiffre   BLOB        NOT NULL,
    ecrite_le DATETIME(3) NOT NULL,
    PRIMARY KEY (point_id, membre_id),
    CONSTRAINT fk_jury_note_point FOREIGN KEY (point_id) REFERENCES seance_point (id)
) ENGINE = InnoDB;

-- A tie that Jalon showed to a member, and why the member stays.
CREATE TABLE jury_lien_ecarte (
    point_id  UUID         NOT NULL,
    membre_id UUID         NOT NULL,
    raison    VARCHAR(300) NOT NULL,
    ecarte_le DATETIME(3)  NOT NULL,
    PRIMARY KEY (point_id, membre_id),
    CONSTRAINT fk_jury_lien_ecarte_point FOREIGN KEY (point_id) REFERENCES seance_point (id)
) ENGINE = InnoDB;
