-- One byte a character: the scan of a search is several times quicker. Letters outside ASCII are written by their code (FormeDeRecherche).
ALTER TABLE organisme
    MODIFY recherche VARCHAR(3000) CHARACTER SET ascii COLLATE ascii_bin NOT NULL;
ALTER TABLE offre
    MODIFY recherche VARCHAR(8000) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    MODIFY titre_recherche VARCHAR(600) CHARACTER SET ascii COLLATE ascii_bin NOT NULL;
