package fr.jalon.atelier.controle;

import fr.jalon.atelier.Periode;
import fr.jalon.atelier.TableDatee;
import fr.jalon.atelier.TableDatee.Rangee;
import fr.jalon.commun.Horloge;
import java.time.LocalDate;
import java.util.List;

/** Where one row answers at a time: no day without a value between two periods, no day with two. */
final class ControleDesPeriodes {

    private final Rapport rapport;

    ControleDesPeriodes(Rapport rapport) {
        this.rapport = rapport;
    }

    void controler(Noeud table) {
        LectureDesPeriodes.lire(table)
                .filter(TableDatee::unique)
                .ifPresent(t -> t.series().forEach(serie -> controler(table, serie)));
    }

    private void controler(Noeud table, List<Rangee> serie) {
        Rangee derniere = serie.get(0);
        for (Rangee suivante : serie.subList(1, serie.size())) {
            comparer(table, derniere, suivante);
            derniere = finit(derniere.periode(), suivante.periode()) ? suivante : derniere;
        }
    }

    /** Whether the second ends after the first. */
    private static boolean finit(Periode un, Periode autre) {
        return un.avant() != null && (autre.avant() == null || autre.avant().isAfter(un.avant()));
    }

    private void comparer(Noeud table, Rangee avant, Rangee apres) {
        LocalDate fin = avant.periode().avant();
        LocalDate debut = apres.periode().du();
        if (fin != null && debut != null && fin.isBefore(debut)) {
            dire(table, apres, Regle.JOURS_SANS_VALEUR, new Periode(fin, debut));
        } else if (fin == null || debut == null || fin.isAfter(debut)) {
            dire(
                    table,
                    apres,
                    Regle.JOURS_A_DEUX_VALEURS,
                    new Periode(debut, premier(fin, apres.periode().avant())));
        }
    }

    private static LocalDate premier(LocalDate un, LocalDate autre) {
        if (un == null || autre == null) {
            return un == null ? autre : un;
        }
        return un.isBefore(autre) ? un : autre;
    }

    private void dire(Noeud table, Rangee rangee, Regle regle, Periode jours) {
        Noeud ou = table.enfants("dmn:rule")
                .filter(r -> rangee.id().equals(r.id()))
                .findFirst()
                .orElse(table);
        rapport.dire(regle, ou, enMots(jours), String.join(", ", rangee.conditions()));
    }

    /** "du 1er mai 2026 au 31 mai 2026" */
    static String enMots(Periode jours) {
        String du = jours.du() == null ? "" : "du " + Horloge.enMots(jours.du());
        String au = jours.avant() == null ? "" : Horloge.enMots(jours.avant().minusDays(1));
        if (du.isEmpty()) {
            return au.isEmpty() ? "tous les jours" : "jusqu’au " + au;
        }
        if (au.isEmpty()) {
            return "à partir " + du;
        }
        return jours.du().plusDays(1).equals(jours.avant()) ? "le " + au : du + " au " + au;
    }
}
