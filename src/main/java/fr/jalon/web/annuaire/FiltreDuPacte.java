package fr.jalon.web.annuaire;

import fr.jalon.annuaire.EtatAction;
import fr.jalon.annuaire.FiltreActions;
import fr.jalon.annuaire.Nomenclature;
import fr.jalon.commun.Textes;
import fr.jalon.web.commun.Adresse;
import fr.jalon.web.commun.Vues;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is chosen above the list of actions, as its address holds it. A value that no list knows is left out. */
record FiltreDuPacte(String chemin, Map<String, String> choisi, int page) {

    private static final String INCONNU = "INCONNU";

    static FiltreDuPacte lire(String chemin, Map<String, String> parametres) {
        Map<String, String> choisi = new LinkedHashMap<>();
        for (String nom : List.of("q", "levier", "etat")) {
            String valeur = Textes.ouNull(parametres.get(nom));
            if (valeur != null && connue(nom, valeur)) {
                choisi.put(nom, valeur);
            }
        }
        String page = parametres.getOrDefault("page", "0");
        return new FiltreDuPacte(chemin, choisi, page.matches("\\d{1,5}") ? Integer.parseInt(page) : 0);
    }

    private static boolean connue(String nom, String valeur) {
        return switch (nom) {
            case "levier" -> valeur.matches("[1-6]");
            case "etat" -> valeur.equals(INCONNU) || etat(valeur).isPresent();
            default -> true;
        };
    }

    private static Optional<EtatAction> etat(String valeur) {
        return Arrays.stream(EtatAction.values())
                .filter(e -> e.name().equals(valeur))
                .findFirst();
    }

    FiltreActions filtre() {
        return new FiltreActions(
                choisi.get("q"),
                choisi.containsKey("levier") ? Integer.valueOf(choisi.get("levier")) : null,
                etat(choisi.get("etat")).orElse(null),
                INCONNU.equals(choisi.get("etat")));
    }

    Adresse adresse() {
        return new Adresse(chemin, choisi);
    }

    static List<Vues.Choix> etats() {
        List<Vues.Choix> etats = new ArrayList<>();
        etats.add(new Vues.Choix(INCONNU, "À confirmer", null));
        etats.addAll(etatsConnus());
        return etats;
    }

    static List<Vues.Choix> etatsConnus() {
        return Arrays.stream(EtatAction.values())
                .map(e -> new Vues.Choix(e.name(), e.libelle(), null))
                .toList();
    }

    /** The removable chips, in the order of the fields. */
    List<Vues.Filtre> jetons(Nomenclature n) {
        List<Vues.Filtre> jetons = new ArrayList<>();
        choisi.forEach((nom, valeur) -> jetons.add(new Vues.Filtre(
                libelle(nom), mots(nom, valeur, n), adresse().sans(nom).href())));
        return jetons;
    }

    private static String libelle(String nom) {
        return switch (nom) {
            case "q" -> "Mots";
            case "levier" -> "Levier";
            default -> "État";
        };
    }

    private static String mots(String nom, String valeur, Nomenclature n) {
        return switch (nom) {
            case "levier" -> n.leviers().get(Integer.parseInt(valeur) - 1).court();
            case "etat" -> etat(valeur).map(EtatAction::libelle).orElse("à confirmer");
            default -> valeur;
        };
    }
}
