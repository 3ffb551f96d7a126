package fr.jalon.rsa;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.dossier.FaitsDuDossier;
import fr.jalon.dossier.RevueDesResultats;
import fr.jalon.essais.EssaiConfiguration;
import fr.jalon.essais.HorlogeReglable;
import fr.jalon.essais.JalonIT;
import fr.jalon.essais.Monde;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
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

    @Autowired
    private HorlogeReglable horloge;

    @AfterEach
    void remettre() {
        horloge.regler(EssaiConfiguration.DEPART);
    }

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
        assertThat(faits.perime(dossier, DemandesRsa.ELIGIBILITE)).isTrue();

        miseAJour.mettreAJour();

        assertThat(demandes.aMettreAJour()).doesNotContain(dossier);
        assertThat(faits.perime(dossier, DemandesRsa.ELIGIBILITE)).isFalse();
        assertThat(demandes.demande(dossier).eligible()).isNull();
    }

    /** Two months to claim the other rights (CASF, R262-46): the last day is the person's, the next one is not. */
    @Test
    void un_delai_qui_finit_change_les_conditions_le_jour_meme() {
        ObjectNode situation = (ObjectNode) monde.situation();
        ((ObjectNode) situation.path("adultes").path(0)).put("droitsPrioritairesDemandes", false);
        UUID dossier = monde.demande(situation).id();
        demandes.verifierEligibilite(dossier);
        demandes.estimer(dossier);
        assertThat(demandes.demande(dossier).eligible()).isTrue();

        horloge.regler(EssaiConfiguration.DEPART.plusMonths(2));
        assertThat(demandes.demande(dossier).eligible()).as("le dernier jour").isTrue();
        horloge.regler(EssaiConfiguration.DEPART.plusMonths(2).plusDays(1));
        assertThat(demandes.demande(dossier).eligible()).isFalse();
        assertThat(demandes.demande(dossier).conditions())
                .anyMatch(c -> c.manque() && c.motif().equals("SUBSIDIARITE_NON_FAITE"));
        assertThat(faits.perime(dossier, DemandesRsa.ELIGIBILITE)).isTrue();

        monde.bean(RevueDesResultats.class).revoir();
        assertThat(faits.perime(dossier, DemandesRsa.ELIGIBILITE)).isFalse();
        assertThat(jdbc.queryForObject("select eligible from demande_rsa where dossier_id = ?", Boolean.class, dossier))
                .isFalse();
    }
}
