-- The day on which the accountant paid what a milestone or a step certified; null before. See docs/decisions/0059.
ALTER TABLE formation_jalon ADD COLUMN paye_le DATE NULL, ADD KEY ix_formation_jalon_service (service);
ALTER TABLE aide_mobilite_etape ADD COLUMN paye_le DATE NULL, ADD KEY ix_aide_mobilite_etape_service (service);
