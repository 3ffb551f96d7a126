-- What somebody chose for a commitment at the closing of its year; without a row, the usual choice of the settings.
CREATE TABLE budget_cloture_choix (
    numero VARCHAR(30)  NOT NULL PRIMARY KEY,
    choix  VARCHAR(12)  NOT NULL COMMENT 'REPORTER or LIBERER',
    par    VARCHAR(100) NOT NULL,
    le     DATETIME(6)  NOT NULL,
    CONSTRAINT fk_budget_cloture_choix FOREIGN KEY (numero) REFERENCES budget_engagement (numero)
) ENGINE = InnoDB;
