package fr.jalon.formation;

import fr.jalon.commun.Horloge;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The individual booklet of the trainings that a person followed with the CCAS, of all her dossiers, the oldest first. */
@Component
public class LivretFormation {

    private final JdbcTemplate jdbc;
    private final FormationsEcrites formations;
    private final SuiviFormation suivi;
    private final ReglesFormation regles;

    LivretFormation(JdbcTemplate jdbc, FormationsEcrites formations, SuiviFormation suivi, ReglesFormation regles) {
        this.jdbc = jdbc;
        this.formations = formations;
        this.suivi = suivi;
        this.regles = regles;
    }

    /** The rows of the letter, of the person of a dossier, in the names of its merge fields. */
    public List<Map<String, String>> rangees(UUID dossierId) {
        return jdbc
                .queryForList(
                        "select f.dossier_id from formation_financee f join dossier d on d.id = f.dossier_id"
                                + " join dossier ici on ici.personne_id = d.personne_id"
                                + " where ici.id = ? and f.etat in ('ENGAGEE', 'FINIE') order by f.decidee_le",
                        UUID.class,
                        dossierId)
                .stream()
                .map(this::rangee)
                .toList();
    }

    private Map<String, String> rangee(UUID id) {
        FormationVue vue = formations.vue(id);
        FormationVisee formation = vue.demande().formation();
        StringJoiner suites = new StringJoiner(" ; ");
        suivi.resultats(id)
                .forEach(r -> suites.add("à " + r.mois() + " mois, "
                        + regles.nom("DEVENIR", r.devenir()).toLowerCase(java.util.Locale.FRENCH)));
        return Map.of(
                "formations.intitule", formation.intitule(),
                "formations.organisme", vue.demande().organisme().nom(),
                "formations.dates",
                        "du " + Horloge.enMots(formation.debut()) + " au " + Horloge.enMots(formation.fin()),
                "formations.heures", suivi.heuresSuivies(id) + " sur " + formation.heures(),
                "formations.suites", suites.toString());
    }
}
