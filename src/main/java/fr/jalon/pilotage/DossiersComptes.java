package fr.jalon.pilotage;

import fr.jalon.agent.Agent;
import fr.jalon.commun.Horloge;
import fr.jalon.commun.Page;
import fr.jalon.temps.Porteur;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The dossiers behind a number of the stock, for whom they are open. */
@Service
@Transactional(readOnly = true)
public class DossiersComptes {

    private final JdbcTemplate jdbc;
    private final Ages ages;
    private final Horloge horloge;

    DossiersComptes(JdbcTemplate jdbc, Ages ages, Horloge horloge) {
        this.jdbc = jdbc;
        this.ages = ages;
        this.horloge = horloge;
    }

    /**
     * Which of the stock; null does not filter.
     *
     * @param etape element id, empty between two steps
     * @param age code of a class of age
     */
    public record Choix(
            String dispositif, String etape, String antenne, Situation situation, String age, Porteur porteur) {}

    /** A dossier of the stock, without its person. */
    public record Ligne(
            String numero,
            String dispositif,
            String etape,
            String antenne,
            Porteur porteur,
            LocalDate ouvertLe,
            LocalDate limite,
            Situation situation) {}

    /**
     * Oldest first.
     *
     * @throws fr.jalon.commun.Interdit to who reads figures alone
     */
    public Page<Ligne> lister(Choix choix, int page, int taille, Agent agent) {
        Page.verifier(page, taille);
        LocalDate jour = horloge.aujourdhui();
        List<Object> valeurs = new ArrayList<>();
        String ou = " where clos_jour is null"
                + Sql.egal("antenne", Lecteur.listes(agent).antenne(choix.antenne()), valeurs)
                + Sql.egal("dispositif", choix.dispositif(), valeurs)
                + Sql.egal("etape", choix.etape(), valeurs)
                + Sql.egal(
                        "porteur",
                        choix.porteur() == null ? null : choix.porteur().name(),
                        valeurs)
                + dAge(choix.age(), jour, valeurs)
                + dans(choix.situation(), jour, valeurs);
        Long total = jdbc.queryForObject("select count(*) from pilotage_dossier" + ou, Long.class, valeurs.toArray());
        List<Ligne> lignes = jdbc.query(
                "select numero, dispositif, etape, antenne, porteur, ouvert_jour, limite, cible, suspendu"
                        + " from pilotage_dossier" + ou + " order by ouvert_jour, numero limit " + taille + " offset "
                        + (long) page * taille,
                (rs, n) -> new Ligne(
                        rs.getString("numero"),
                        rs.getString("dispositif"),
                        rs.getString("etape"),
                        rs.getString("antenne"),
                        Porteur.valueOf(rs.getString("porteur")),
                        rs.getObject("ouvert_jour", LocalDate.class),
                        rs.getObject("limite", LocalDate.class),
                        Situation.de(
                                rs.getBoolean("suspendu"),
                                rs.getObject("cible", LocalDate.class),
                                rs.getObject("limite", LocalDate.class),
                                jour)),
                valeurs.toArray());
        return new Page<>(lignes, page, taille, total == null ? 0 : total);
    }

    private String dAge(String code, LocalDate jour, List<Object> valeurs) {
        if (code == null) {
            return "";
        }
        long depuis = 0;
        for (Ages.Classe c : ages.toutes()) {
            if (c.code().equals(code)) {
                valeurs.addAll(List.of(jour, depuis, jour, c.sous()));
                return " and datediff(?, ouvert_jour) >= ? and datediff(?, ouvert_jour) < ?";
            }
            depuis = c.sous();
        }
        return " and 1 = 0";
    }

    private static String dans(Situation situation, LocalDate jour, List<Object> valeurs) {
        if (situation == null) {
            return "";
        }
        String retard = " and " + Situation.RETARD_SQL;
        String bientot = " and " + Situation.BIENTOT_SQL;
        return switch (situation) {
            case SUSPENDU -> " and suspendu";
            case RETARD -> avec(retard, valeurs, jour);
            case BIENTOT -> avec(bientot, valeurs, jour, jour);
            case A_L_HEURE ->
                avec(
                        " and not suspendu and not " + Situation.RETARD_SQL + " and not " + Situation.BIENTOT_SQL,
                        valeurs,
                        jour,
                        jour,
                        jour);
        };
    }

    private static String avec(String condition, List<Object> valeurs, LocalDate... jours) {
        valeurs.addAll(List.of(jours));
        return condition;
    }
}
