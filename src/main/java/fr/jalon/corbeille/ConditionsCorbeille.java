package fr.jalon.corbeille;

import static fr.jalon.corbeille.RequeteCorbeille.points;

import fr.jalon.commun.Horloge;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/** The criteria of a list as SQL, the same for its rows and for its counters. */
final class ConditionsCorbeille {

    private final CriteresCorbeille criteres;
    private final StringBuilder sql = new StringBuilder();
    private final List<Object> valeurs = new ArrayList<>();

    /**
     * @param antenneDite whether an antenne was asked for, which one's own tab must then be held to as well
     * @param recherche normal form of the words, empty for none
     */
    ConditionsCorbeille(CriteresCorbeille criteres, LocalDate aujourdhui, String recherche, List<String> antenneDite) {
        this.criteres = criteres;
        parmi("dispositif", criteres.dispositifs());
        parmi("antenne", antenneDite);
        parmi("assigne", criteres.detenteurs());
        etapes();
        echeances(aujourdhui);
        signes();
        arrivee(aujourdhui);
        mots(recherche);
    }

    String sql() {
        return sql.toString();
    }

    List<Object> valeurs() {
        return valeurs;
    }

    boolean aucune() {
        return sql.isEmpty();
    }

    /** What is finished is neither late nor on time. */
    boolean impossibles(Onglet onglet) {
        return onglet == Onglet.TERMINEES && !criteres.echeances().isEmpty();
    }

    private void parmi(String colonne, List<String> codes) {
        if (!codes.isEmpty()) {
            sql.append(" and ")
                    .append(colonne)
                    .append(" in (")
                    .append(points(codes))
                    .append(")");
            valeurs.addAll(codes);
        }
    }

    private void etapes() {
        List<String> conditions = new ArrayList<>();
        for (String etape : criteres.etapes()) {
            int coupe = etape.indexOf(':');
            conditions.add(coupe < 0 ? "etape = ?" : "(dispositif = ? and etape = ?)");
            if (coupe >= 0) {
                valeurs.add(etape.substring(0, coupe));
            }
            valeurs.add(etape.substring(coupe + 1));
        }
        ou(conditions);
    }

    private void echeances(LocalDate aujourdhui) {
        List<String> conditions = new ArrayList<>();
        for (EtatEcheance etat : EtatEcheance.values()) {
            if (criteres.echeances().contains(etat)) {
                conditions.add("(" + etat.sql() + ")");
                valeurs.addAll(Collections.nCopies(etat.jours(), aujourdhui));
            }
        }
        ou(conditions);
    }

    private void signes() {
        ou(criteres.signes().stream().sorted().map(Signe::sql).toList());
    }

    private void arrivee(LocalDate aujourdhui) {
        LocalDate avant = criteres.arrivee().avant(aujourdhui);
        if (criteres.arrivee().du() != null) {
            sql.append(" and creee_le >= ?");
            valeurs.add(minuit(criteres.arrivee().du()));
        }
        if (avant != null) {
            sql.append(" and creee_le < ?");
            valeurs.add(minuit(avant));
        }
    }

    private static Timestamp minuit(LocalDate jour) {
        return Timestamp.from(jour.atStartOfDay(Horloge.PARIS).toInstant());
    }

    private void mots(String recherche) {
        for (String mot : recherche.isEmpty() ? new String[0] : recherche.split(" ")) {
            sql.append(" and recherche like ?");
            valeurs.add("%" + mot + "%");
        }
    }

    private void ou(List<String> conditions) {
        if (!conditions.isEmpty()) {
            sql.append(conditions.stream().collect(Collectors.joining(" or ", " and (", ")")));
        }
    }
}
