-- A member of a foyer whose birth is known in part, as for the person: what is not known is never a first of January.
ALTER TABLE foyer_membre
    ADD COLUMN naissance_precision VARCHAR(5) NOT NULL DEFAULT 'JOUR'
        COMMENT 'JOUR, MOIS or ANNEE: what is known of date_naissance, which holds the first day that it may be';
