-- The letters of a session come from every antenne and leave in one batch.
ALTER TABLE lot_courrier
    MODIFY COLUMN antenne VARCHAR(40) NULL,
    ADD COLUMN seance VARCHAR(60) NULL COMMENT 'number of the session, null for the batch of an antenne';

-- The minutes as somebody signed them elsewhere: the very bytes that were sent, and a signature after them. Encrypted.
CREATE TABLE jury_pv_signe (
    seance_id         UUID        NOT NULL PRIMARY KEY,
    chiffre           MEDIUMBLOB  NOT NULL,
    empreinte         CHAR(64)    NOT NULL,
    empreinte_envoyee CHAR(64)    NOT NULL,
    depose_par        VARCHAR(60) NOT NULL,
    depose_le         DATETIME(3) NOT NULL,
    CONSTRAINT fk_jury_pv_signe_seance FOREIGN KEY (seance_id) REFERENCES seance (id)
) ENGINE = InnoDB;
