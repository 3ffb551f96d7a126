-- What a row would give, in codes, so that a whole file is summed up before anything is written.
ALTER TABLE import_ligne ADD COLUMN reperes VARCHAR(500) NULL CHECK (reperes IS NULL OR JSON_VALID(reperes));
