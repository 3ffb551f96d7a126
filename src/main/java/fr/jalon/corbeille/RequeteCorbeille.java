package fr.jalon.corbeille;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The SQL of a tab. One sub-query per (antenne, group), each a range of the index read in order, then the best of them: a
 * single query with two lists would sort the whole stock.
 */
final class RequeteCorbeille {

    private final FiltreCorbeille filtre;
    private final List<String> antennes;
    private final List<String> groupes;
    private final String agent;
    private final String conditions;
    private final List<Object> valeurs = new ArrayList<>();

    RequeteCorbeille(
            FiltreCorbeille filtre,
            List<String> antennes,
            Set<String> groupes,
            String agent,
            LocalDate aujourdhui,
            String recherche) {
        this.filtre = filtre;
        this.antennes = antennes;
        this.groupes = List.copyOf(groupes);
        this.agent = agent;
        this.conditions = conditions(aujourdhui, recherche);
    }

    private String conditions(LocalDate aujourdhui, String recherche) {
        StringBuilder sql = new StringBuilder();
        if (filtre.dispositif() != null) {
            sql.append(" and dispositif = ?");
            valeurs.add(filtre.dispositif());
        }
        if (!filtre.etapes().isEmpty()) {
            sql.append(" and etape in (")
                    .append(filtre.etapes().stream().map(e -> "?").collect(Collectors.joining(", ")))
                    .append(")");
            valeurs.addAll(filtre.etapes());
        }
        if (filtre.retard()) {
            sql.append(" and limite < ?");
            valeurs.add(aujourdhui);
        }
        if (filtre.urgent()) {
            sql.append(" and rang = 0");
        }
        if (!recherche.isEmpty()) {
            for (String mot : recherche.split(" ")) {
                sql.append(" and recherche like ?");
                valeurs.add("%" + mot + "%");
            }
        }
        return sql.toString();
    }

    /** Nothing can match: the reader sees no antenne or has no queue. */
    boolean vide() {
        return filtre.onglet() == Onglet.A_MOI ? antennes.isEmpty() : antennes.isEmpty() || groupes.isEmpty();
    }

    /** The whole tab of a team: its counter is kept, not counted. */
    boolean sansFiltre() {
        return valeurs.isEmpty() && conditions.isEmpty() && filtre.onglet() != Onglet.A_MOI;
    }

    String onglet() {
        return filtre.onglet().code();
    }

    List<String> antennes() {
        return antennes;
    }

    List<String> groupes() {
        return groupes;
    }

    String page(int page, int taille) {
        int fin = Math.addExact(Math.multiplyExact(page, taille), taille);
        String ordre = filtre.onglet() == Onglet.TERMINEES && filtre.tri() == FiltreCorbeille.Tri.ECHEANCE
                ? "terminee_le desc, tache_id"
                : filtre.tri().sql();
        return plages().stream()
                        .map(plage -> "(select " + LigneSql.COLONNES + " from corbeille_tache where " + plage
                                + conditions + " order by " + ordre + " limit " + fin + ")")
                        .collect(Collectors.joining(" union all "))
                + " order by " + ordre + " limit " + taille + " offset " + (page * taille);
    }

    String compte() {
        return plages().stream()
                .map(plage -> "(select count(*) from corbeille_tache where " + plage + conditions + ")")
                .collect(Collectors.joining(" + ", "select ", ""));
    }

    private List<String> plages() {
        if (filtre.onglet() == Onglet.A_MOI) {
            return List.of("onglet = 'M' and assigne = ?");
        }
        List<String> plages = new ArrayList<>();
        for (int i = 0; i < antennes.size() * groupes.size(); i++) {
            plages.add("onglet = '" + filtre.onglet().code() + "' and antenne = ? and groupe = ?");
        }
        return plages;
    }

    /** Values for either query, in order. */
    List<Object> parametres() {
        List<Object> parametres = new ArrayList<>();
        if (filtre.onglet() == Onglet.A_MOI) {
            parametres.add(agent);
            parametres.addAll(valeurs);
            return parametres;
        }
        for (String antenne : antennes) {
            for (String groupe : groupes) {
                parametres.add(antenne);
                parametres.add(groupe);
                parametres.addAll(valeurs);
            }
        }
        return parametres;
    }
}
