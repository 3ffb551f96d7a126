package fr.jalon.web.annuaire;

import fr.jalon.annuaire.FiltreOffres;
import fr.jalon.annuaire.Nomenclature;
import fr.jalon.commun.Langues;
import fr.jalon.commun.Textes;
import fr.jalon.web.commun.Adresse;
import fr.jalon.web.commun.Vues;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is chosen above a list of the directory, as its address holds it: nothing of it is about a person. A value that no list
 * knows is left out, as if it had not been chosen.
 */
record FiltreEcran(String chemin, Map<String, String> choisi, int page) {

    static final String OUI = "oui";
    private static final List<String> NOMS =
            List.of("q", "levier", "quartier", "langue", "public", "nature", "places", "confirmer", "tout");

    static FiltreEcran lire(String chemin, Map<String, String> parametres, Nomenclature n) {
        Map<String, String> choisi = new LinkedHashMap<>();
        for (String nom : NOMS) {
            String valeur = Textes.ouNull(parametres.get(nom));
            if (valeur != null && connue(nom, valeur, n)) {
                choisi.put(nom, valeur);
            }
        }
        String page = parametres.getOrDefault("page", "0");
        return new FiltreEcran(chemin, choisi, page.matches("\\d{1,5}") ? Integer.parseInt(page) : 0);
    }

    private static boolean connue(String nom, String valeur, Nomenclature n) {
        return switch (nom) {
            case "levier" -> valeur.matches("[1-6]");
            case "quartier" -> n.quartier(valeur).isPresent();
            case "langue" -> Langues.existe(valeur);
            case "public" -> n.publicVise(valeur).isPresent();
            case "nature" -> n.nature(valeur).isPresent();
            case "places", "confirmer", "tout" -> valeur.equals(OUI);
            default -> true;
        };
    }

    FiltreOffres filtre(Boolean pourPersonnes) {
        return new FiltreOffres(
                choisi.get("q"),
                choisi.containsKey("levier") ? Integer.valueOf(choisi.get("levier")) : null,
                choisi.get("quartier"),
                choisi.get("langue"),
                choisi.containsKey("places") ? true : null,
                choisi.get("public"),
                choisi.containsKey("confirmer") ? true : null,
                pourPersonnes,
                null,
                choisi.get("nature"));
    }

    Adresse adresse() {
        return new Adresse(chemin, choisi);
    }

    boolean a(String nom) {
        return choisi.containsKey(nom);
    }

    /** The removable chips, in the order of the fields. */
    List<Vues.Filtre> jetons(Nomenclature n) {
        List<Vues.Filtre> jetons = new ArrayList<>();
        choisi.forEach((nom, valeur) -> {
            if (!nom.equals("tout")) {
                jetons.add(new Vues.Filtre(
                        libelle(nom), mots(nom, valeur, n), adresse().sans(nom).href()));
            }
        });
        return jetons;
    }

    private static String libelle(String nom) {
        return switch (nom) {
            case "q" -> "Mots";
            case "levier" -> "Levier";
            case "quartier" -> "Quartier";
            case "langue" -> "Langue";
            case "public" -> "Public";
            case "nature" -> "Organisme";
            case "places" -> "Places";
            default -> "Relecture";
        };
    }

    private static String mots(String nom, String valeur, Nomenclature n) {
        return switch (nom) {
            case "levier" -> n.leviers().get(Integer.parseInt(valeur) - 1).court();
            case "quartier" -> n.quartier(valeur).orElseThrow().libelle();
            case "langue" -> Langues.nomSeul(valeur);
            case "public" -> n.publicVise(valeur).orElseThrow().libelle();
            case "nature" -> n.nature(valeur).orElseThrow().libelle();
            case "places" -> "libres";
            case "confirmer" -> "à confirmer";
            default -> valeur;
        };
    }
}
