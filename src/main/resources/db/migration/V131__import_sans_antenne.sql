-- What everybody shares (the directory) is imported for no antenne: such an import belongs to those who may use its kind.
ALTER TABLE import_fichier MODIFY antenne VARCHAR(32) NULL;
