-- The entries of a dossier are read for the proof of a session.
CREATE INDEX ix_budget_operation_source ON budget_operation (source);
