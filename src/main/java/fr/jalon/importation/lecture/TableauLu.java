package fr.jalon.importation.lecture;

import java.util.List;

/**
 * How a file was read.
 *
 * @param description French words that say what was recognised, for example "CSV, UTF-8, point-virgule"
 * @param avis French sentences about what a reader would not see by itself: hidden rows and sheets, doubtful accents
 */
public record TableauLu(String description, List<String> avis) {

    public TableauLu {
        avis = List.copyOf(avis);
    }
}
