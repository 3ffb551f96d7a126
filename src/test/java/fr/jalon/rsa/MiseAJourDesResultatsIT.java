package fr.jalon.rsa;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.dossier.FaitsDuDossier;
import fr.jalon.essais.JalonIT;
import fr.jalon.essais.Monde;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.node.ObjectNode;

/** A declaration that a new version of Jalon reads otherwise: what was found from it is found again, by itself. */
@JalonIT
class MiseAJourDesResultatsIT {

    @Autowired
    private Monde monde;

    @Autowired
    private DemandesRsa demandes;

    @Autowired
    private FaitsDuDossier faits;

    @Autowired
    private MiseAJourDesResultats miseAJour;

    @Autowired
    private JdbcTemplate jdbc;

    @Test
    void un_non_que_personne_n_avait_dit_redevient_a_demander() {
        ObjectNode situation = (ObjectNode) monde.situation();
        ((ObjectNode) situation.path("adultes").path(0)).put("enConge", false);
        UUID dossier = monde.demande(situation).id();
        demandes.verifierEligibilite(dossier);
        demandes.estimer(dossier);
        assertThat(demandes.demande(dossier).eligible()).isTrue();
        jdbc.update(
                "update demande_rsa set situation = replace(situation, '\"enConge\":false', '\"enConge\":null') where dossier_id = ?",
                dossier);
        jdbc.update("update dossier set version_faits = version_faits + 1 where id = ?", dossier);
        assertThat(demandes.aMettreAJour()).contains(dossier);
        assertThat(faits.aJour(dossier, DemandesRsa.ELIGIBILITE)).isFalse();

        miseAJour.mettreAJour();

        assertThat(demandes.aMettreAJour()).doesNotContain(dossier);
        assertThat(faits.aJour(dossier, DemandesRsa.ELIGIBILITE)).isTrue();
        assertThat(demandes.demande(dossier).eligible()).isNull();
    }
}
