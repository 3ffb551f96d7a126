package fr.jalon.pilotage;

import fr.jalon.agent.Agent;
import fr.jalon.commun.Page;
import fr.jalon.temps.Porteur;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The closed dossiers behind a way, a loop or a hand-over, for whom they are open. */
@Service
@Transactional(readOnly = true)
public class DossiersDesChemins {

    private static final String PASSAGE =
            " and exists (select 1 from pilotage_passage p where p.dossier_id = d.dossier_id";

    private final JdbcTemplate jdbc;

    DossiersDesChemins(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Which of them; one of the others narrows the dispositif and the months of the filter. */
    public sealed interface Choix {}

    /** Those that took a way. */
    public record ParVariante(String code) implements Choix {}

    /** Those that walked a step again. */
    public record ParBoucle(String etape) implements Choix {}

    /** Those that were handed over so. */
    public record ParRelais(String deEtape, Porteur de, String versEtape, Porteur vers) implements Choix {}

    /** Those that walked a step. */
    public record ParEtape(String etape) implements Choix {}

    /**
     * A closed dossier, without its person.
     *
     * @param jours working days from end to end
     * @param archive true when only its figures are here: there is no dossier to open
     */
    public record Ligne(
            String numero, String antenne, LocalDate ouvertLe, LocalDate closLe, double jours, boolean archive) {}

    /**
     * The longest first.
     *
     * @throws fr.jalon.commun.Interdit to who reads figures alone
     */
    public Page<Ligne> lister(Choix choix, Filtre filtre, int page, int taille, Agent agent) {
        Page.verifier(page, taille);
        List<Object> valeurs =
                new ArrayList<>(List.of(filtre.dispositif(), Chemins.debut(filtre), Chemins.fin(filtre)));
        String ou = " from pilotage_dossier d where dispositif = ? and clos_jour between ? and ?"
                + Sql.egal("antenne", Lecteur.listes(agent).antenne(filtre.antenne()), valeurs)
                + condition(choix, valeurs);
        Long total = jdbc.queryForObject("select count(*)" + ou, Long.class, valeurs.toArray());
        List<Ligne> lignes = jdbc.query(
                "select numero, antenne, ouvert_jour, clos_jour, jours, archive" + ou
                        + " order by jours desc, numero limit " + taille + " offset " + (long) page * taille,
                (rs, n) -> new Ligne(
                        rs.getString(1),
                        rs.getString(2),
                        rs.getObject(3, LocalDate.class),
                        rs.getObject(4, LocalDate.class),
                        rs.getDouble(5),
                        rs.getBoolean(6)),
                valeurs.toArray());
        return new Page<>(lignes, page, taille, total == null ? 0 : total);
    }

    private static String condition(Choix choix, List<Object> valeurs) {
        if (choix instanceof ParVariante v) {
            return Sql.egal("variante", v.code(), valeurs);
        }
        if (choix instanceof ParBoucle b) {
            return PASSAGE + Sql.egal("p.etape", b.etape(), valeurs) + " and p.tour > 1)";
        }
        if (choix instanceof ParRelais r) {
            return PASSAGE + Sql.egal("p.de_etape", r.deEtape(), valeurs)
                    + Sql.egal("p.de_porteur", r.de().name(), valeurs)
                    + Sql.egal("p.etape", r.versEtape(), valeurs)
                    + Sql.egal("p.porteur", r.vers().name(), valeurs)
                    + ")";
        }
        return PASSAGE + Sql.egal("p.etape", ((ParEtape) choix).etape(), valeurs) + ")";
    }
}
