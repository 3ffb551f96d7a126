-- Append-only is held by the database too: what is written is corrected by another operation, never changed. AFTER the update, because
-- MariaDB 11.4.5 refuses any INSERT ... SELECT on a table that has a BEFORE UPDATE trigger ("cannot be null"), seen here.
CREATE TRIGGER tr_budget_operation_maj AFTER UPDATE ON budget_operation FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'budget_operation is append-only';
CREATE TRIGGER tr_budget_operation_sup BEFORE DELETE ON budget_operation FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'budget_operation is append-only';
CREATE TRIGGER tr_budget_ligne_maj AFTER UPDATE ON budget_ligne FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'budget_ligne is append-only';
CREATE TRIGGER tr_budget_ligne_sup BEFORE DELETE ON budget_ligne FOR EACH ROW
    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'budget_ligne is append-only';

-- The lines behind a number of an envelope, the last ones first.
CREATE INDEX ix_budget_ligne_compte ON budget_ligne (enveloppe_id, compte, operation_id, centimes);
