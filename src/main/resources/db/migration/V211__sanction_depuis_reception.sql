-- The adversarial time runs from the receipt of the letter; what follows a total suppression; reasons that only agents read.
ALTER TABLE manquement
    ADD COLUMN motif_interne    VARCHAR(2000) NULL,
    ADD COLUMN radiation        BOOLEAN       NULL,
    ADD COLUMN retour_suite     VARCHAR(20)   NULL,
    ADD COLUMN fin_suite        VARCHAR(20)   NULL,
    ADD COLUMN fin_suite_motif  VARCHAR(1000) NULL,
    ADD COLUMN fin_suite_par    VARCHAR(60)   NULL,
    ADD COLUMN fin_suite_le     DATETIME(3)   NULL;
