-- Facts without a dossier behind them: a past that was poured in, closed, that no screen opens (docs/decisions/0070).
ALTER TABLE pilotage_dossier
    ADD COLUMN archive BOOLEAN NOT NULL DEFAULT FALSE COMMENT 'true: figures alone, there is no dossier to open';
