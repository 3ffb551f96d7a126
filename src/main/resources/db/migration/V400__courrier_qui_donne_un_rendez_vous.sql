-- The last day on which a letter may leave as it is: the day of the appointment that it gives. Letters of before keep none.
ALTER TABLE courrier ADD COLUMN part_avant DATE NULL;
