package fr.jalon.web.visite;

import fr.jalon.accueil.IssueVisite;
import fr.jalon.accueil.LigneReponses;
import fr.jalon.accueil.PremieresReponses;
import fr.jalon.accueil.PremieresReponses.Regroupement;
import fr.jalon.agent.Agent;
import fr.jalon.numerique.ComptesNumeriques;
import fr.jalon.numerique.OrientationNumerique;
import fr.jalon.web.commun.Barres;
import fr.jalon.web.commun.SecretStatistique;
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
    private final SecretStatistique secret;

    TableauReponses(PremieresReponses reponses, ComptesNumeriques numerique, SecretStatistique secret) {
        this.reponses = reponses;
        this.numerique = numerique;
        this.secret = secret;
    }

    /** A row: its name and its numbers in the order of the headings, null where the secret of statistics hides them. */
    record Ligne(String libelle, List<Long> nombres, Long total) {}

    /** @param total null when the rows are not to be added */
    record Tableau(List<String> titres, List<Ligne> lignes, Ligne total) {

        /** The same numbers drawn. */
        Barres barres(String titre) {
            List<Barres.Serie> series = new ArrayList<>();
            titres.forEach(t -> series.add(new Barres.Serie(t, TEINTES.get(series.size()))));
            return Barres.empilees(
                    titre,
                    series,
                    lignes.stream()
                            .map(l -> new Barres.Nombres(
                                    l.libelle(),
                                    l.nombres().stream()
                                            .map(n -> n == null ? (Number) Barres.CACHE : n)
                                            .toList()))
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

    /** The visits by one grouping, and all of them last. */
    Tableau visites(FiltreEcran f, Agent lecteur) {
        return visites(f.par(), f, lecteur);
    }

    Tableau numeriqueParAntenne(FiltreEcran f, Agent lecteur) {
        return new Tableau(titresNumeriques(), brutes(numerique.parAntenne(f.filtre(), lecteur), lecteur), null);
    }

    Tableau numeriqueParPublic(FiltreEcran f, Agent lecteur) {
        return new Tableau(titresNumeriques(), brutes(numerique.parPublic(f.filtre(), lecteur), lecteur), null);
    }

    /** Why some numbers are hidden from a reader, null when none is. */
    String legende(Agent lecteur) {
        return secret.concerne(lecteur) ? secret.legende() : null;
    }

    /** Every grouping one after the other, for a file: grouping, row, numbers, total. */
    List<List<String>> rangees(FiltreEcran f, Agent lecteur) {
        List<List<String>> rangees = new ArrayList<>();
        Ligne total = null;
        for (Regroupement par : Regroupement.values()) {
            Tableau t = visites(par, f, lecteur);
            t.lignes().forEach(l -> rangees.add(rangee("Visites par " + minuscule(par.libelle()), l, 0)));
            total = total == null ? t.total() : commun(total, t.total());
        }
        rangees.add(rangee("Visites", total, 0));
        int decalage = titresIssues().size();
        numeriqueParAntenne(f, lecteur)
                .lignes()
                .forEach(l -> rangees.add(rangee("Numérique par antenne", l, decalage)));
        numeriqueParPublic(f, lecteur).lignes().forEach(l -> rangees.add(rangee("Numérique par public", l, decalage)));
        return rangees;
    }

    /** A number hidden beside one grouping stays hidden beside the others. */
    private static Ligne commun(Ligne a, Ligne b) {
        List<Long> nombres = new ArrayList<>();
        for (int i = 0; i < a.nombres().size(); i++) {
            nombres.add(a.nombres().get(i) == null ? null : b.nombres().get(i));
        }
        return new Ligne(a.libelle(), nombres, a.total() == null ? null : b.total());
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
                    rang >= 0 && rang < l.nombres().size() ? enMots(l.nombres().get(rang)) : "");
        }
        cellules.add(enMots(l.total()));
        return cellules;
    }

    private static String enMots(Long nombre) {
        return nombre == null ? SecretStatistique.MASQUE : nombre.toString();
    }

    private Tableau visites(Regroupement par, FiltreEcran f, Agent lecteur) {
        List<Ligne> lignes = new ArrayList<>(reponses.compter(par, f.filtre(), lecteur).stream()
                .map(l -> new Ligne(l.libelle(), nombres(l), l.total()))
                .toList());
        LigneReponses total = reponses.total(f.filtre(), lecteur);
        lignes.add(new Ligne(TOTAL, nombres(total), total.total()));
        List<Ligne> vues = masquer(lignes, lecteur);
        int dernier = vues.size() - 1;
        return new Tableau(titresIssues(), vues.subList(0, dernier), vues.get(dernier));
    }

    private List<Ligne> masquer(List<Ligne> lignes, Agent lecteur) {
        if (!secret.concerne(lecteur)) {
            return lignes;
        }
        List<List<Long>> vus = secret.masquer(lignes.stream()
                .map(l -> {
                    List<Long> tous = new ArrayList<>(l.nombres());
                    tous.add(l.total());
                    return tous;
                })
                .toList());
        List<Ligne> vues = new ArrayList<>();
        for (int i = 0; i < lignes.size(); i++) {
            List<Long> tous = vus.get(i);
            int dernier = tous.size() - 1;
            vues.add(new Ligne(lignes.get(i).libelle(), tous.subList(0, dernier), tous.get(dernier)));
        }
        return vues;
    }

    private static List<Long> nombres(LigneReponses l) {
        List<Long> nombres = new ArrayList<>(
                Arrays.stream(IssueVisite.values()).map(l::nombre).toList());
        nombres.add(l.sansIssue());
        return nombres;
    }

    private List<Ligne> brutes(List<ComptesNumeriques.Ligne> lignes, Agent lecteur) {
        return masquer(
                lignes.stream()
                        .map(l -> new Ligne(
                                l.libelle(),
                                Arrays.stream(OrientationNumerique.values())
                                        .map(l::nombre)
                                        .toList(),
                                l.total()))
                        .toList(),
                lecteur);
    }

    private static String minuscule(String libelle) {
        return libelle.toLowerCase(java.util.Locale.FRENCH);
    }
}
