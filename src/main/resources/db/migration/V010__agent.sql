-- Accounts, roles, antennes, personal tokens, sessions, locks shared by the nodes.
CREATE TABLE antenne (
    code        VARCHAR(32)  NOT NULL PRIMARY KEY,
    nom         VARCHAR(120) NOT NULL,
    adresse     VARCHAR(200) NOT NULL,
    code_postal VARCHAR(10)  NOT NULL,
    commune     VARCHAR(80)  NOT NULL,
    telephone   VARCHAR(20)  NOT NULL,
    horaires    VARCHAR(200) NOT NULL,
    version     INT          NOT NULL DEFAULT 0
) ENGINE = InnoDB;

CREATE TABLE compte (
    id              UUID         NOT NULL PRIMARY KEY,
    identifiant     VARCHAR(60)  NOT NULL,
    prenom          VARCHAR(80)  NOT NULL,
    nom             VARCHAR(80)  NOT NULL,
    qualite         VARCHAR(120) NOT NULL,
    antenne         VARCHAR(32)  NULL,
    mot_de_passe    VARCHAR(200) NOT NULL,
    actif           BOOLEAN      NOT NULL DEFAULT TRUE,
    a_changer       BOOLEAN      NOT NULL DEFAULT FALSE,
    echecs          INT          NOT NULL DEFAULT 0,
    prochain_essai  DATETIME(3)  NULL,
    version         INT          NOT NULL DEFAULT 0,
    CONSTRAINT uq_compte_identifiant UNIQUE (identifiant),
    CONSTRAINT fk_compte_antenne FOREIGN KEY (antenne) REFERENCES antenne (code)
) ENGINE = InnoDB;

CREATE TABLE compte_role (
    compte_id UUID        NOT NULL,
    role      VARCHAR(40) NOT NULL,
    PRIMARY KEY (compte_id, role),
    CONSTRAINT fk_compte_role FOREIGN KEY (compte_id) REFERENCES compte (id) ON DELETE CASCADE
) ENGINE = InnoDB;

CREATE TABLE jeton (
    id         UUID         NOT NULL PRIMARY KEY,
    compte_id  UUID         NOT NULL,
    libelle    VARCHAR(80)  NOT NULL,
    empreinte  CHAR(64)     NOT NULL,
    cree_le    DATETIME(3)  NOT NULL,
    revoque_le DATETIME(3)  NULL,
    CONSTRAINT uq_jeton_empreinte UNIQUE (empreinte),
    CONSTRAINT fk_jeton_compte FOREIGN KEY (compte_id) REFERENCES compte (id) ON DELETE CASCADE
) ENGINE = InnoDB;

CREATE TABLE tentative_adresse (
    adresse        VARCHAR(64) NOT NULL PRIMARY KEY,
    echecs         INT         NOT NULL,
    prochain_essai DATETIME(3) NULL,
    derniere       DATETIME(3) NOT NULL
) ENGINE = InnoDB;

CREATE TABLE SPRING_SESSION (
    PRIMARY_ID            CHAR(36)     NOT NULL,
    SESSION_ID            CHAR(36)     NOT NULL,
    CREATION_TIME         BIGINT       NOT NULL,
    LAST_ACCESS_TIME      BIGINT       NOT NULL,
    MAX_INACTIVE_INTERVAL INT          NOT NULL,
    EXPIRY_TIME           BIGINT       NOT NULL,
    PRINCIPAL_NAME        VARCHAR(100) NULL,
    PRIMARY KEY (PRIMARY_ID),
    UNIQUE KEY spring_session_ix1 (SESSION_ID),
    KEY spring_session_ix2 (EXPIRY_TIME),
    KEY spring_session_ix3 (PRINCIPAL_NAME)
) ENGINE = InnoDB;

CREATE TABLE SPRING_SESSION_ATTRIBUTES (
    SESSION_PRIMARY_ID CHAR(36)     NOT NULL,
    ATTRIBUTE_NAME     VARCHAR(200) NOT NULL,
    ATTRIBUTE_BYTES    LONGBLOB     NOT NULL,
    PRIMARY KEY (SESSION_PRIMARY_ID, ATTRIBUTE_NAME),
    CONSTRAINT spring_session_attributes_fk FOREIGN KEY (SESSION_PRIMARY_ID)
        REFERENCES SPRING_SESSION (PRIMARY_ID) ON DELETE CASCADE
) ENGINE = InnoDB;

CREATE TABLE shedlock (
    name       VARCHAR(64)  NOT NULL PRIMARY KEY,
    lock_until DATETIME(3)  NOT NULL,
    locked_at  DATETIME(3)  NOT NULL,
    locked_by  VARCHAR(255) NOT NULL
) ENGINE = InnoDB;
