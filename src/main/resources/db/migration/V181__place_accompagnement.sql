-- Where the place of an orientation is counted in the directory: the offer, and whether the person still waits for a place there.
-- Null: nobody counts the places of that organisation.
ALTER TABLE orientation
    ADD COLUMN offre_id   UUID    NULL,
    ADD COLUMN en_attente BOOLEAN NOT NULL DEFAULT FALSE,
    ADD KEY ix_orientation_attente (offre_id, en_attente, fin);
