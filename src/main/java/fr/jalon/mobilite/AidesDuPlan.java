package fr.jalon.mobilite;

import fr.jalon.commun.Centimes;
import fr.jalon.financement.PartDuPlan;
import fr.jalon.financement.Plans;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.ObjectMapper;

/** The aids of a person as steps of her plan. */
@Component
class AidesDuPlan {

    private final JdbcTemplate jdbc;
    private final AidesMobilite regles;
    private final Plans plans;
    private final ObjectMapper json;

    AidesDuPlan(JdbcTemplate jdbc, AidesMobilite regles, Plans plans, ObjectMapper json) {
        this.jdbc = jdbc;
        this.regles = regles;
        this.plans = plans;
        this.json = json;
    }

    /** The oldest first. */
    List<EtapeDuPlan> de(UUID personneId) {
        return jdbc.query(
                "select d.numero, d.issue, a.nature, a.etat, a.demande, a.accorde, a.resultat,"
                        + " (select coalesce(sum(e.centimes), 0) from aide_mobilite_etape e"
                        + " where e.dossier_id = a.dossier_id) verse"
                        + " from aide_mobilite a join dossier d on d.id = a.dossier_id"
                        + " where d.personne_id = ? order by d.numero",
                (rs, rang) -> lire(rs),
                personneId);
    }

    private EtapeDuPlan lire(ResultSet rs) throws SQLException {
        String ecrite = rs.getString("demande");
        AideDemandee demande = ecrite == null ? null : json.readValue(ecrite, AideDemandee.class);
        return new EtapeDuPlan(
                null,
                regles.nom(rs.getString("nature")),
                demande == null ? null : Centimes.lire("cout", demande.cout()),
                demande == null ? null : financeurs(demande),
                etat(rs),
                rs.getString("resultat"),
                rs.getString("numero"),
                rs.getLong("verse"));
    }

    private String financeurs(AideDemandee demande) {
        return plans.resoudre(Centimes.lire("cout", demande.cout()), demande.plan()).parts().stream()
                .filter(p -> p.montant().estPositif())
                .map(PartDuPlan::libelle)
                .collect(Collectors.joining(", "));
    }

    /** An aid is a success once its last milestone is proven; a dossier that ended before is a step given up. */
    private static EtatEtape etat(ResultSet rs) throws SQLException {
        EtatAide etat = EtatAide.valueOf(rs.getString("etat"));
        if (etat == EtatAide.FINIE) {
            return rs.getLong("verse") == rs.getLong("accorde") ? EtatEtape.REUSSIE : EtatEtape.ABANDONNEE;
        }
        if (etat == EtatAide.REFUSEE || rs.getString("issue") != null) {
            return EtatEtape.ABANDONNEE;
        }
        return etat == EtatAide.ENGAGEE || etat == EtatAide.ACCORDEE ? EtatEtape.EN_COURS : EtatEtape.A_FAIRE;
    }
}
