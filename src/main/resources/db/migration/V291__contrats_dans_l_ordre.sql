-- Two contracts written in the same instant: which one is the last is the order in which they were written, never that of their ids.
ALTER TABLE contrat_engagement ADD COLUMN rang BIGINT NOT NULL AUTO_INCREMENT, ADD UNIQUE KEY uk_contrat_rang (rang);
