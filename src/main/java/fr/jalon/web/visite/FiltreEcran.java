package fr.jalon.web.visite;

import fr.jalon.accueil.FiltreReponses;
import fr.jalon.accueil.IssueVisite;
import fr.jalon.accueil.PremieresReponses;
import fr.jalon.accueil.PremieresReponses.Regroupement;
import fr.jalon.commun.Textes;
import fr.jalon.web.commun.Adresse;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the address of the counts asks for; what cannot be is left out, and told. */
record FiltreEcran(Map<String, String> choisi, Regroupement par, FiltreReponses filtre, Map<String, String> erreurs) {

    static final String CHEMIN = "/premieres-reponses";

    /** A period of the screen. */
    enum Periode {
        MOIS("Ce mois"),
        MOIS_PRECEDENT("Le mois dernier"),
        TRIMESTRE("Ce trimestre"),
        ANNEE("Cette année"),
        DATES("Entre deux dates");

        private final String libelle;

        Periode(String libelle) {
            this.libelle = libelle;
        }

        String libelle() {
            return libelle;
        }
    }

    static FiltreEcran lire(Map<String, String> parametres, LocalDate aujourdhui) {
        Map<String, String> choisi = new LinkedHashMap<>();
        for (String nom : List.of("periode", "du", "au", "antenne", "motif", "public", "issue", "par")) {
            String valeur = Textes.ouNull(parametres.get(nom));
            if (valeur != null) {
                choisi.put(nom, valeur);
            }
        }
        Map<String, String> erreurs = new LinkedHashMap<>();
        Periode periode = choix(Periode.values(), choisi.get("periode"), Periode.MOIS);
        LocalDate mois = aujourdhui.withDayOfMonth(1);
        LocalDate du = switch (periode) {
            case MOIS -> mois;
            case MOIS_PRECEDENT -> mois.minusMonths(1);
            case TRIMESTRE -> PremieresReponses.debutDeTrimestre(aujourdhui);
            case ANNEE -> aujourdhui.withDayOfYear(1);
            case DATES -> jour("du", choisi, mois, erreurs);
        };
        LocalDate au = switch (periode) {
            case MOIS_PRECEDENT -> mois.minusDays(1);
            case DATES -> jour("au", choisi, aujourdhui, erreurs);
            default -> aujourdhui;
        };
        if (au.isBefore(du)) {
            erreurs.put("au", "Le dernier jour vient avant le premier : corrigez les dates.");
            du = au;
        }
        choisi.put("periode", periode.name());
        String issue = choisi.get("issue");
        boolean connue = PremieresReponses.SANS_ISSUE.equals(issue)
                || Arrays.stream(IssueVisite.values()).anyMatch(i -> i.name().equals(issue));
        return new FiltreEcran(
                choisi,
                choix(Regroupement.values(), choisi.get("par"), Regroupement.ANTENNE),
                new FiltreReponses(
                        du,
                        au,
                        choisi.get("antenne"),
                        choisi.get("motif"),
                        choisi.get("public"),
                        connue ? issue : null),
                erreurs);
    }

    Adresse adresse() {
        return new Adresse(CHEMIN, choisi);
    }

    Adresse export(String sorte) {
        return new Adresse(CHEMIN + "/export/" + sorte, choisi);
    }

    private static LocalDate jour(
            String nom, Map<String, String> choisi, LocalDate defaut, Map<String, String> erreurs) {
        String texte = choisi.get(nom);
        try {
            if (texte != null) {
                return LocalDate.parse(texte);
            }
        } catch (DateTimeParseException illisible) {
            erreurs.put(nom, "Indiquez une date, par exemple 2026-06-01.");
            return defaut;
        }
        return defaut;
    }

    private static <E extends Enum<E>> E choix(E[] valeurs, String code, E defaut) {
        return Arrays.stream(valeurs)
                .filter(v -> v.name().equals(code))
                .findFirst()
                .orElse(defaut);
    }
}
