package fr.jalon.courrier;

import fr.jalon.commun.Montant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVRecord;
import org.springframework.stereotype.Component;

/**
 * Examples to try a template on a plainly invented person: those of the catalogue, for the fields that the step of this letter can
 * fill, and those of {@code courriers/exemples.csv} for this letter alone, so that the preview looks like that letter.
 */
@Component
class ValeursExemples {

    private final CatalogueChamps catalogue;
    private final Map<String, Map<String, List<String>>> propres = new LinkedHashMap<>();

    ValeursExemples(CatalogueChamps catalogue) {
        this.catalogue = catalogue;
        for (CSVRecord ligne : TablesCourrier.lire("courriers/exemples.csv")) {
            propres.computeIfAbsent(ligne.get("code"), c -> new LinkedHashMap<>())
                    .computeIfAbsent(ligne.get("champ"), c -> new ArrayList<>())
                    .add(ligne.get("valeur"));
        }
    }

    /** Fields that have an example of their own, by letter; a test compares them with the uses. */
    Map<String, Map<String, List<String>>> propres() {
        return propres;
    }

    ValeursCourrier pour(UsageCourrier usage) {
        Map<String, List<String>> propresAuCourrier = propres.getOrDefault(usage.code(), Map.of());
        ValeursCourrier valeurs = new ValeursCourrier();
        catalogue.tous().stream()
                .filter(champ -> champ.fixe() || usage.champs().contains(champ.code()))
                .filter(champ -> catalogue.listeDe(champ).isEmpty())
                .forEach(champ -> ajouter(valeurs, champ, propresAuCourrier));
        return valeurs;
    }

    private void ajouter(ValeursCourrier valeurs, ChampFusion champ, Map<String, List<String>> propresAuCourrier) {
        String exemple = propresAuCourrier
                .getOrDefault(champ.code(), List.of(champ.exemple()))
                .get(0);
        if (champ.type() == TypeChamp.LISTE) {
            liste(valeurs, champ, propresAuCourrier);
            return;
        }
        if (exemple.isBlank()) {
            // An example left empty: this letter is shown without the field.
            return;
        }
        switch (champ.type()) {
            case NOM, TEXTE -> valeurs.texte(champ.code(), exemple);
            case LIGNES -> valeurs.lignes(champ.code(), Arrays.asList(exemple.split("\\|")));
            case DATE -> valeurs.date(champ.code(), LocalDate.parse(exemple));
            case MONTANT -> valeurs.montant(champ.code(), Montant.de(exemple));
            case LISTE -> throw new IllegalStateException(champ.code());
        }
    }

    /** As many rows as the field that has the most examples of its own; one when none has. */
    private void liste(ValeursCourrier valeurs, ChampFusion liste, Map<String, List<String>> propresAuCourrier) {
        if (propresAuCourrier.getOrDefault(liste.code(), List.of("oui")).get(0).isBlank()) {
            return;
        }
        List<ChampFusion> champs = catalogue.tous().stream()
                .filter(c -> c.appartientA(liste.code()))
                .toList();
        int nombre = champs.stream()
                .mapToInt(
                        c -> propresAuCourrier.getOrDefault(c.code(), List.of()).size())
                .max()
                .orElse(0);
        List<Map<String, String>> rangees = new ArrayList<>();
        for (int i = 0; i < Math.max(1, nombre); i++) {
            Map<String, String> rangee = new LinkedHashMap<>();
            for (ChampFusion c : champs) {
                List<String> siens = propresAuCourrier.getOrDefault(c.code(), List.of());
                rangee.put(c.code(), i < siens.size() ? siens.get(i) : nombre > 0 ? "" : c.exemple());
            }
            rangees.add(rangee);
        }
        valeurs.liste(liste.code(), rangees);
    }
}
