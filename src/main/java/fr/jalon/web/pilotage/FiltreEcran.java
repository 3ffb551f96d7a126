package fr.jalon.web.pilotage;

import fr.jalon.commun.Textes;
import fr.jalon.pilotage.Filtre;
import fr.jalon.web.commun.Adresse;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the address of the page asks for; what cannot be is left out, and told. */
record FiltreEcran(Map<String, String> choisi, Filtre filtre, Map<String, String> erreurs) {

    static final String CHEMIN = "/pilotage";

    private static final int SEMAINES_PAR_DEFAUT = 12;

    static FiltreEcran lire(Map<String, String> parametres, LocalDate aujourdhui) {
        Map<String, String> choisi = new LinkedHashMap<>();
        for (String nom : List.of("du", "au", "dispositif", "antenne")) {
            String valeur = Textes.ouNull(parametres.get(nom));
            if (valeur != null) {
                choisi.put(nom, valeur);
            }
        }
        Map<String, String> erreurs = new LinkedHashMap<>();
        LocalDate au = jour("au", choisi, aujourdhui, erreurs);
        LocalDate du = jour("du", choisi, au.minusWeeks(SEMAINES_PAR_DEFAUT), erreurs);
        if (au.isBefore(du)) {
            erreurs.put("au", "Le dernier jour vient avant le premier : corrigez les dates.");
            du = au;
        } else if (du.isBefore(au.minusYears(Filtre.ANNEES_AU_PLUS))) {
            erreurs.put("du", "Demandez " + Filtre.ANNEES_AU_PLUS + " années au plus.");
            du = au.minusYears(Filtre.ANNEES_AU_PLUS);
        }
        return new FiltreEcran(choisi, new Filtre(choisi.get("dispositif"), choisi.get("antenne"), du, au), erreurs);
    }

    Adresse export(String sorte) {
        return new Adresse(CHEMIN + "/export/" + sorte, choisi);
    }

    private static LocalDate jour(
            String nom, Map<String, String> choisi, LocalDate defaut, Map<String, String> erreurs) {
        String texte = choisi.get(nom);
        if (texte == null) {
            return defaut;
        }
        try {
            LocalDate jour = LocalDate.parse(texte);
            if (jour.getYear() >= 1900 && jour.getYear() <= 2200) {
                return jour;
            }
        } catch (DateTimeParseException illisible) {
            erreurs.put(nom, "Indiquez une date, par exemple 2026-06-01.");
            return defaut;
        }
        erreurs.put(nom, "Indiquez une date, par exemple 2026-06-01.");
        return defaut;
    }
}
