-- Two rows of one foyer are told: keyed digests, never the address itself.
ALTER TABLE import_ligne
    ADD COLUMN foyer CHAR(64) NULL,
    ADD COLUMN autre_foyer CHAR(64) NULL,
    ADD KEY ix_import_ligne_foyer (import_id, foyer),
    ADD KEY ix_import_ligne_autre_foyer (import_id, autre_foyer);
