-- Keys that a program chose are compared to the byte: "abc", "ABC" and "âbc" are three keys.
ALTER TABLE idempotence MODIFY cle VARCHAR(200) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL;
