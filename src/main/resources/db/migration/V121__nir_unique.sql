-- Two counters at the same moment may write the same social security number: the table keeps one.
ALTER TABLE personne
    DROP KEY ix_personne_nir,
    ADD CONSTRAINT uq_personne_nir UNIQUE (nir_empreinte);
