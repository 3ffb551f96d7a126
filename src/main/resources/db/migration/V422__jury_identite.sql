-- What a member says of itself, so that the chair is told of a tie with a person: birth date and address, encrypted.
CREATE TABLE jury_identite (
    identifiant VARCHAR(60) NOT NULL PRIMARY KEY,
    chiffre     BLOB        NOT NULL,
    ecrite_le   DATETIME(3) NOT NULL
) ENGINE = InnoDB;
