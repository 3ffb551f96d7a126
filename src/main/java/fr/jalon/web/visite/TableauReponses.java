package fr.jalon.web.visite;

import fr.jalon.accueil.IssueVisite;
import fr.jalon.accueil.LigneReponses;
import fr.jalon.accueil.PremieresReponses;
import fr.jalon.accueil.PremieresReponses.Regroupement;
import fr.jalon.agent.Agent;
import fr.jalon.numerique.ComptesNumeriques;
import fr.jalon.numerique.OrientationNumerique;
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

    /** A row: its name, its numbers in the order of the headings, and where each bar starts and how long it is, in hundredths of the longest. */
    record Ligne(String libelle, List<Long> nombres, long total, List<Barre> barres) {}

    record Barre(String etat, double debut, double largeur) {}

    record Tableau(List<String> titres, List<Ligne> lignes) {}

    private static final List<String> ETATS_ISSUES = List.of("ok", "info", "attente", "accent", "attention");
    private static final List<String> ETATS_NUMERIQUE = List.of("ok", "info", "attente", "accent");

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
        return tableau(titresIssues(), issues(f.par(), f, lecteur), ETATS_ISSUES);
    }

    Ligne total(FiltreEcran f, Agent lecteur) {
        LigneReponses t = reponses.total(f.filtre(), lecteur);
        return new Ligne(TOTAL, nombres(t), t.total(), List.of());
    }

    Tableau numeriqueParAntenne(FiltreEcran f, Agent lecteur) {
        return tableau(titresNumeriques(), brutes(numerique.parAntenne(f.filtre(), lecteur)), ETATS_NUMERIQUE);
    }

    Tableau numeriqueParPublic(FiltreEcran f, Agent lecteur) {
        return tableau(titresNumeriques(), brutes(numerique.parPublic(f.filtre(), lecteur)), ETATS_NUMERIQUE);
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
                .map(l -> new Ligne(l.libelle(), nombres(l), l.total(), List.of()))
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
                        l.total(),
                        List.of()))
                .toList();
    }

    private static Tableau tableau(List<String> titres, List<Ligne> brutes, List<String> etats) {
        long plusLong = brutes.stream().mapToLong(Ligne::total).max().orElse(1);
        return new Tableau(
                titres,
                brutes.stream()
                        .map(l -> new Ligne(l.libelle(), l.nombres(), l.total(), barres(l, plusLong, etats)))
                        .toList());
    }

    private static List<Barre> barres(Ligne l, long plusLong, List<String> etats) {
        List<Barre> barres = new ArrayList<>();
        long avant = 0;
        for (int i = 0; i < l.nombres().size(); i++) {
            long nombre = l.nombres().get(i);
            if (nombre > 0) {
                barres.add(new Barre(etats.get(i), centiemes(avant, plusLong), centiemes(nombre, plusLong)));
            }
            avant += nombre;
        }
        return barres;
    }

    private static double centiemes(long nombre, long sur) {
        return Math.round(10_000.0 * nombre / sur) / 100.0;
    }

    private static String minuscule(String libelle) {
        return libelle.toLowerCase(java.util.Locale.FRENCH);
    }
}
