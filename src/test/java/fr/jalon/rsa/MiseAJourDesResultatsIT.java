package fr.jalon.rsa;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.courrier.CourrierVue;
import fr.jalon.courrier.Courriers;
import fr.jalon.dossier.DossierVue;
import fr.jalon.dossier.FaitsDuDossier;
import fr.jalon.dossier.PieceVue;
import fr.jalon.dossier.Pieces;
import fr.jalon.dossier.RevueDesResultats;
import fr.jalon.essais.EssaiConfiguration;
import fr.jalon.essais.HorlogeReglable;
import fr.jalon.essais.JalonIT;
import fr.jalon.essais.Monde;
import fr.jalon.web.EtapesDEssai;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.node.ArrayNode;
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
        UUID dossier = monde.demande(sansLesAutresDroits()).id();
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

    private ObjectNode sansLesAutresDroits() {
        ObjectNode situation = (ObjectNode) monde.situation();
        ((ObjectNode) situation.path("adultes").path(0)).put("droitsPrioritairesDemandes", false);
        return situation;
    }

    private void passerLesDeuxMois() {
        horloge.regler(EssaiConfiguration.DEPART.plusMonths(2).plusDays(1));
        monde.bean(RevueDesResultats.class).revoir();
        monde.travailler();
    }

    /** Nobody declared anything new: the rejection is proposed again, and the person is asked for nothing. */
    @Test
    void un_delai_passe_fait_proposer_de_nouveau_et_ne_redemande_aucune_piece() {
        EtapesDEssai etapes = new EtapesDEssai(monde);
        DossierVue dossier = etapes.aInstruire(monde.demande(sansLesAutresDroits()));
        etapes.achever(
                dossier,
                "UserTask_InstruireDemande",
                Map.of("proposition", "DEFAVORABLE", "motifs", List.of("ETUDES"), "motif", "Son certificat le dit."));
        assertThat(etapes.tache(dossier, "UserTask_ValiderRejet")).isNotNull();
        List<PieceVue> pieces = monde.bean(Pieces.class).liste(dossier.id());

        passerLesDeuxMois();

        assertThat(etapes.tache(dossier, "UserTask_InstruireDemande")).isNotNull();
        assertThat(monde.bean(Pieces.class).liste(dossier.id())).isEqualTo(pieces);
        assertThat(monde.bean(Courriers.class).parDossier(dossier.id()))
                .extracting(CourrierVue::modele)
                .doesNotContain("demande-pieces");
        assertThat(monde.bean(PropositionsRsa.class).peremption(dossier.id())).contains("Un délai de la loi est passé");
    }

    /** What left for the CAF is read as it was found: the months that pass while it decides move nothing. */
    @Test
    void une_demande_partie_se_lit_comme_elle_a_ete_trouvee() {
        ObjectNode couple = sansLesAutresDroits();
        couple.put("isole", false);
        ObjectNode conjoint = (ObjectNode) monde.situation().path("adultes").path(0);
        ((ArrayNode) couple.path("adultes")).add(conjoint);
        EtapesDEssai etapes = new EtapesDEssai(monde);
        DossierVue dossier = etapes.aInstruire(monde.demande(couple));
        assertThat(demandes.lectureDuFoyer(dossier.id()).duConjoint()).isFalse();
        DossierVue restee = etapes.aInstruire(monde.demande(couple));
        etapes.achever(dossier, "UserTask_InstruireDemande", Map.of("proposition", "FAVORABLE"));

        passerLesDeuxMois();

        assertThat(demandes.lectureDuFoyer(restee.id()).duConjoint())
                .as("encore ici")
                .isTrue();
        assertThat(demandes.lectureDuFoyer(dossier.id()).duConjoint())
                .as("partie")
                .isFalse();
        assertThat(demandes.demande(dossier.id()).eligible()).isTrue();
    }
}
