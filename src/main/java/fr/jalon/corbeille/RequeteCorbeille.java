package fr.jalon.corbeille;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The SQL of a tab. One sub-query per (antenne, group), each a range of the index read in order, then the best of them: a
 * single query with two lists would sort the whole stock. A count reads the same ranges of an index that holds every criterion.
 */
final class RequeteCorbeille {

    /** The ranges that a reader sees. */
    record Vision(List<String> antennes, List<String> groupes, String agent) {}

    /** A statement and its values, in order. */
    record Ordonnee(String sql, List<Object> valeurs) {}

    private final FiltreCorbeille filtre;
    private final Vision vision;
    private final ConditionsCorbeille conditions;

    RequeteCorbeille(FiltreCorbeille filtre, Vision vision, ConditionsCorbeille conditions) {
        this.filtre = filtre;
        this.vision = vision;
        this.conditions = conditions;
    }

    /** Nothing can match: the reader sees no antenne, has no queue, or asks of finished work what only open work bears. */
    boolean vide() {
        return vision.antennes().isEmpty()
                || (filtre.onglet() != Onglet.A_MOI && vision.groupes().isEmpty())
                || conditions.impossibles(filtre.onglet());
    }

    /** The whole tab of a team: its counter is kept, not counted. */
    boolean sansFiltre() {
        return conditions.aucune();
    }

    Vision vision() {
        return vision;
    }

    Ordonnee page(int page, int taille) {
        int fin = Math.addExact(Math.multiplyExact(page, taille), taille);
        String ordre = ordre();
        List<Object> valeurs = new ArrayList<>();
        List<String> plages = new ArrayList<>();
        if (filtre.onglet() == Onglet.A_MOI) {
            plages.add("onglet = 'M' and assigne = ?");
            valeurs.add(vision.agent());
            valeurs.addAll(conditions.valeurs());
        } else {
            for (String antenne : vision.antennes()) {
                for (String groupe : vision.groupes()) {
                    plages.add(plage(antenne, groupe, valeurs));
                }
            }
        }
        String sql = plages.stream()
                        .map(plage -> "(select " + LigneSql.COLONNES + " from corbeille_tache where " + plage
                                + conditions.sql() + " order by " + ordre + " limit " + fin + ")")
                        .collect(Collectors.joining(" union all "))
                + " order by " + ordre + " limit " + taille + " offset " + (page * taille);
        return new Ordonnee(sql, valeurs);
    }

    private String plage(String antenne, String groupe, List<Object> valeurs) {
        valeurs.add(antenne);
        valeurs.add(groupe);
        String plage = "onglet = '" + filtre.onglet().code() + "' and antenne = ? and groupe = ?";
        if (filtre.onglet() == Onglet.CHEZ_COLLEGUES) {
            valeurs.add(vision.agent());
            plage += " and assigne <> ?";
        }
        valeurs.addAll(conditions.valeurs());
        return plage;
    }

    private String ordre() {
        boolean duJour = filtre.ordres().equals(List.of(Ordre.ECHEANCE));
        String ordre = filtre.onglet() == Onglet.TERMINEES && duJour
                ? "terminee_le desc"
                : filtre.ordres().stream().map(Ordre::sql).collect(Collectors.joining(", "));
        return ordre + ", tache_id";
    }

    /** How many rows. */
    Ordonnee compte() {
        List<Object> valeurs = new ArrayList<>();
        String sql;
        if (filtre.onglet() == Onglet.A_MOI) {
            sql = "onglet = 'M' and assigne = ?";
            valeurs.add(vision.agent());
        } else {
            sql = "onglet = '" + filtre.onglet().code() + "' and antenne in (" + points(vision.antennes())
                    + ") and groupe in (" + points(vision.groupes()) + ")";
            valeurs.addAll(vision.antennes());
            valeurs.addAll(vision.groupes());
            if (filtre.onglet() == Onglet.CHEZ_COLLEGUES) {
                sql += " and assigne <> ?";
                valeurs.add(vision.agent());
            }
        }
        valeurs.addAll(conditions.valeurs());
        return new Ordonnee("select count(*) from corbeille_tache where " + sql + conditions.sql(), valeurs);
    }

    static String points(List<?> valeurs) {
        return String.join(", ", Collections.nCopies(valeurs.size(), "?"));
    }
}
