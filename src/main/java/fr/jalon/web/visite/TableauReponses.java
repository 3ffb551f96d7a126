package fr.jalon.web.visite;

import fr.jalon.accueil.IssueVisite;
import fr.jalon.accueil.LigneReponses;
import fr.jalon.accueil.PremieresReponses;
import fr.jalon.accueil.PremieresReponses.Regroupement;
import fr.jalon.agent.Agent;
import fr.jalon.numerique.ComptesNumeriques;
import fr.jalon.numerique.OrientationNumerique;
import fr.jalon.web.commun.Barres;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Component;

/** The counts as tables, for the screen and for the files. */
@Component
class TableauReponses {

    static final String SANS = "Sans suite";
    static final String TOTAL = "Total";

    private final PremieresReponses reponses;
    private final ComptesNumeriques numerique;

    TableauReponses(PremieresReponses reponses, ComptesNumeriques numerique) {
        this.reponses = reponses;
        this.numerique = numerique;
    }

    /** A row: its name and its numbers in the order of the headings. */
    record Ligne(String libelle, List<Long> nombres, long total) {}

    record Tableau(List<String> titres, List<Ligne> lignes) {

        /** The same numbers drawn. */
        Barres barres(String titre) {
            List<Barres.Serie> series = new ArrayList<>();
            titres.forEach(t -> series.add(new Barres.Serie(t, TEINTES.get(series.size()))));
            return Barres.empilees(
                    titre,
                    series,
                    lignes.stream()
                            .map(l -> new Barres.Nombres(l.libelle(), l.nombres()))
                            .toList());
        }
    }

    private static final List<String> TEINTES = List.of("ok", "info", "attente", "claire", "chaude");

    static List<String> titresIssues() {
        List<String> titres = new ArrayList<>(
                Arrays.stream(IssueVisite.values()).map(IssueVisite::libelle).toList());
        titres.add(SANS);
        return titres;
    }

    static List<String> titresNumeriques() {
        return Arrays.stream(OrientationNumerique.values())
                .map(OrientationNumerique::libelle)
                .toList();
    }

    Tableau visites(FiltreEcran f, Agent lecteur) {
        return new Tableau(titresIssues(), issues(f.par(), f, lecteur));
    }

    Ligne total(FiltreEcran f, Agent lecteur) {
        LigneReponses t = reponses.total(f.filtre(), lecteur);
        return new Ligne(TOTAL, nombres(t), t.total());
    }

    Tableau numeriqueParAntenne(FiltreEcran f, Agent lecteur) {
        return new Tableau(titresNumeriques(), brutes(numerique.parAntenne(f.filtre(), lecteur)));
    }

    Tableau numeriqueParPublic(FiltreEcran f, Agent lecteur) {
        return new Tableau(titresNumeriques(), brutes(numerique.parPublic(f.filtre(), lecteur)));
    }

    /** Every grouping one after the other, for a file: grouping, row, numbers, total. */
    List<List<String>> rangees(FiltreEcran f, Agent lecteur) {
        List<List<String>> rangees = new ArrayList<>();
        for (Regroupement par : Regroupement.values()) {
            issues(par, f, lecteur).forEach(l -> rangees.add(rangee("Visites par " + minuscule(par.libelle()), l, 0)));
        }
        rangees.add(rangee("Visites", total(f, lecteur), 0));
        int decalage = titresIssues().size();
        brutes(numerique.parAntenne(f.filtre(), lecteur))
                .forEach(l -> rangees.add(rangee("Numérique par antenne", l, decalage)));
        brutes(numerique.parPublic(f.filtre(), lecteur))
                .forEach(l -> rangees.add(rangee("Numérique par public", l, decalage)));
        return rangees;
    }

    static List<String> titresDuFichier() {
        List<String> titres = new ArrayList<>(List.of("Compte", "Ligne"));
        titres.addAll(titresIssues());
        titres.addAll(titresNumeriques());
        titres.add(TOTAL);
        return titres;
    }

    /** The numbers of a visit stand in the first columns, those of a diagnosis in the next ones. */
    private static List<String> rangee(String compte, Ligne l, int decalage) {
        List<String> cellules = new ArrayList<>(List.of(compte, l.libelle()));
        int colonnes = titresIssues().size() + titresNumeriques().size();
        for (int i = 0; i < colonnes; i++) {
            int rang = i - decalage;
            cellules.add(
                    rang >= 0 && rang < l.nombres().size()
                            ? l.nombres().get(rang).toString()
                            : "");
        }
        cellules.add(Long.toString(l.total()));
        return cellules;
    }

    private List<Ligne> issues(Regroupement par, FiltreEcran f, Agent lecteur) {
        return reponses.compter(par, f.filtre(), lecteur).stream()
                .map(l -> new Ligne(l.libelle(), nombres(l), l.total()))
                .toList();
    }

    private static List<Long> nombres(LigneReponses l) {
        List<Long> nombres = new ArrayList<>(
                Arrays.stream(IssueVisite.values()).map(l::nombre).toList());
        nombres.add(l.sansIssue());
        return nombres;
    }

    private static List<Ligne> brutes(List<ComptesNumeriques.Ligne> lignes) {
        return lignes.stream()
                .map(l -> new Ligne(
                        l.libelle(),
                        Arrays.stream(OrientationNumerique.values())
                                .map(l::nombre)
                                .toList(),
                        l.total()))
                .toList();
    }

    private static String minuscule(String libelle) {
        return libelle.toLowerCase(java.util.Locale.FRENCH);
    }
}
