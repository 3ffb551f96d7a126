-- Keys that a program chose are compared to the byte: "abc", "ABC" and "âbc" are three keys.
ALTER TABLE idempotence MODIFY cle VARCHAR(200) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL;

-- Failed log-ins by account, by typed name, by address, all in one table that is only written by single statements.
RENAME TABLE tentative_adresse TO tentative;
ALTER TABLE tentative CHANGE adresse cle VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    ADD KEY ix_tentative (derniere);
ALTER TABLE compte DROP COLUMN echecs, DROP COLUMN prochain_essai;

-- Addresses from which an account logged in: there, somebody else's failures do not keep its holder out.
CREATE TABLE adresse_connue (
    compte_id UUID        NOT NULL,
    adresse   VARCHAR(64) NOT NULL,
    derniere  DATETIME(3) NOT NULL,
    PRIMARY KEY (compte_id, adresse),
    CONSTRAINT fk_adresse_connue FOREIGN KEY (compte_id) REFERENCES compte (id) ON DELETE CASCADE
) ENGINE = InnoDB;
