-- Credit held back for a subject (a dossier that a session decided) until it is committed, or given back.
CREATE TABLE budget_retenue (
    sujet       UUID        NOT NULL PRIMARY KEY,
    reservation UUID        NOT NULL,
    CONSTRAINT fk_budget_retenue_reservation FOREIGN KEY (reservation) REFERENCES budget_reservation (id)
) ENGINE = InnoDB;
