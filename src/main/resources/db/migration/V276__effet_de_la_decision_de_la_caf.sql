-- First day of the right as the CAF wrote it: nothing is said of it where nobody noted it.
ALTER TABLE demande_rsa ADD COLUMN effet_caf_le DATE NULL;
