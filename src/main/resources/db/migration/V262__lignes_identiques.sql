-- A row that says word for word what an earlier one of its file says: told without being looked at again.
ALTER TABLE import_ligne ADD COLUMN identique_a INT NULL COMMENT 'number of that row';
