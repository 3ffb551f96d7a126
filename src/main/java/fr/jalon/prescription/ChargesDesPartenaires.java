package fr.jalon.prescription;

import fr.jalon.annuaire.Annuaire;
import fr.jalon.annuaire.FiltreOffres;
import fr.jalon.annuaire.OffreVue;
import fr.jalon.commun.Horloge;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How many referrals each partner has, in figures only. */
@Service
@Transactional(readOnly = true)
public class ChargesDesPartenaires {

    private final JdbcTemplate jdbc;
    private final Annuaire annuaire;
    private final Horloge horloge;

    ChargesDesPartenaires(JdbcTemplate jdbc, Annuaire annuaire, Horloge horloge) {
        this.jdbc = jdbc;
        this.annuaire = annuaire;
        this.horloge = horloge;
    }

    /**
     * Referrals of one partner.
     *
     * @param aRepondre without an answer yet
     * @param enCours accepted and not over
     * @param enRetard answered after the reminder, never answered, or still not answered past it
     */
    public record Charge(int aRepondre, int enCours, int enRetard) {

        public static final Charge AUCUNE = new Charge(0, 0, 0);
    }

    /** By code of the organisation; those without any referral are left out. */
    public Map<String, Charge> toutes() {
        Map<String, Charge> charges = new HashMap<>();
        jdbc.query(
                "select organisme, sum(etat = 'PROPOSEE'), sum(etat in ('ACCEPTEE', 'RENCONTREE')),"
                        + " sum(etat = 'SANS_REPONSE' or coalesce(date(repondue_le), if(etat = 'PROPOSEE', ?, null)) > relance_le)"
                        + " from proposition_partenaire group by organisme",
                rs -> {
                    charges.put(rs.getString(1), new Charge(rs.getInt(2), rs.getInt(3), rs.getInt(4)));
                },
                horloge.aujourdhui());
        return charges;
    }

    /** The offers under way of one partner, with their places. */
    public List<OffreVue> offres(String organisme) {
        return organisme == null
                ? List.of()
                : annuaire.chercher(FiltreOffres.deLOrganisme(organisme), 0, 200)
                        .elements();
    }
}
