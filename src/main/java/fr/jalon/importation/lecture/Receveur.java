package fr.jalon.importation.lecture;

import java.util.List;

/** Takes the rows of a table one by one, so that no reader keeps the whole file as objects. */
public interface Receveur {

    /** The first row that is not empty. */
    void entetes(List<String> cellules);

    /**
     * A row that is not empty.
     *
     * @param numero its number in the file, as a spreadsheet shows it: the header is usually 1
     */
    void rangee(int numero, List<String> cellules);
}
