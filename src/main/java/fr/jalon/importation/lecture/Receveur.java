package fr.jalon.importation.lecture;

import java.util.List;

/** Takes the rows of a table one by one, so that no reader keeps the whole file as objects. */
public interface Receveur {

    /**
     * A row that is not empty, the titles among them: where they stand is not the reader's business.
     *
     * @param numero its number in the file, as a spreadsheet shows it
     */
    void rangee(int numero, List<String> cellules);
}
