-- A sanction begins when its letter is received, never before: later than decided when the letter came late.
ALTER TABLE manquement ADD COLUMN debut_effectif DATE NULL;
