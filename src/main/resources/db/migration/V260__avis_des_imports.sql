-- What the reader of a file had to say: hidden rows and sheets, doubtful accents, titles lower down.
ALTER TABLE import_fichier ADD COLUMN avis VARCHAR(4000) NULL COMMENT 'one French sentence a line';
