-- Audit: entries written in the business transaction, then chained by a single sealer.
CREATE TABLE journal_entree (
    id        UUID          NOT NULL PRIMARY KEY,
    chaine    VARCHAR(32)   NOT NULL,
    seq       BIGINT        NULL,
    quand     DATETIME(3)   NOT NULL,
    qui       VARCHAR(60)   NOT NULL,
    nature    VARCHAR(40)   NOT NULL,
    objet     VARCHAR(80)   NOT NULL,
    texte     VARCHAR(2000) NOT NULL,
    precedent CHAR(64)      NULL,
    empreinte CHAR(64)      NULL,
    CONSTRAINT uq_journal_seq UNIQUE (chaine, seq),
    KEY ix_journal_a_sceller (seq, quand),
    KEY ix_journal_objet (objet, quand),
    KEY ix_journal_qui (qui, quand),
    KEY ix_journal_quand (quand)
) ENGINE = InnoDB;

CREATE TABLE journal_tete (
    chaine    VARCHAR(32) NOT NULL PRIMARY KEY,
    seq       BIGINT      NOT NULL,
    empreinte CHAR(64)    NOT NULL
) ENGINE = InnoDB;
