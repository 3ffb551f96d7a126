-- The newest answer counts: two answers of one instant have an order of their own.
ALTER TABLE mobilite_diagnostic
    ADD COLUMN numero BIGINT NOT NULL AUTO_INCREMENT COMMENT 'order of writing',
    ADD UNIQUE KEY uk_mobilite_diagnostic_numero (numero);
ALTER TABLE diagnostic_levier
    ADD COLUMN numero BIGINT NOT NULL AUTO_INCREMENT COMMENT 'order of writing',
    ADD UNIQUE KEY uk_diagnostic_levier_numero (numero);
