package fr.jalon.temps;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.agent.Agent;
import fr.jalon.agent.Role;
import fr.jalon.corbeille.Corbeille;
import fr.jalon.dossier.DossierVue;
import fr.jalon.dossier.Dossiers;
import fr.jalon.dossier.Signalement;
import fr.jalon.dossier.Signalements;
import fr.jalon.essais.ClientApi;
import fr.jalon.essais.EssaiConfiguration;
import fr.jalon.essais.HorlogeReglable;
import fr.jalon.essais.JalonIT;
import fr.jalon.essais.Monde;
import fr.jalon.moteur.Taches;
import fr.jalon.temps.TempsDesDossiers.Vie;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** The time of a dossier from its opening to its end, recorded as it passes and made again from its facts. */
@JalonIT
class TempsIT {

    @Autowired
    private Monde monde;

    @Autowired
    private HorlogeReglable horloge;

    @Autowired
    private TempsDesDossiers temps;

    @Autowired
    private TransactionTemplate transaction;

    @BeforeEach
    @AfterEach
    void remettre() {
        horloge.regler(EssaiConfiguration.DEPART);
    }

    private List<Segment> segments(DossierVue dossier) {
        return temps.segments(dossier.id());
    }

    private DossierVue relu(DossierVue dossier) {
        return monde.bean(Dossiers.class).parId(dossier.id(), Agent.JALON);
    }

    /** The pieces are asked for, on the second day. */
    private DossierVue enAttenteDePieces() {
        DossierVue dossier = monde.demande();
        monde.travailler();
        horloge.avancer(Duration.ofDays(1));
        String tache =
                monde.bean(Corbeille.class).duDossier(dossier.id()).get(0).tacheId();
        monde.bean(Taches.class).achever(tache, Map.of("resultat", "INCOMPLET"), monde.instructeur());
        monde.travailler();
        return dossier;
    }

    private void seTiennent(DossierVue dossier) {
        DossierVue fin = relu(dossier);
        List<Segment> tous = segments(dossier);
        assertThat(tous.get(0).debut()).isEqualTo(fin.creeLe());
        for (int i = 1; i < tous.size(); i++) {
            assertThat(tous.get(i).debut()).isEqualTo(tous.get(i - 1).fin());
        }
        assertThat(tous.get(tous.size() - 1).fin()).isEqualTo(fin.closLe());
        transaction.executeWithoutResult(t -> temps.reconstruire(
                new Vie(fin.id(), fin.creeLe(), fin.closLe(), fin.horloge().suspendue())));
        assertThat(segments(dossier)).as("refaits depuis les faits").isEqualTo(tous);
    }

    @Test
    void le_temps_est_au_service_puis_a_la_personne_et_finit_avec_le_dossier() {
        DossierVue dossier = enAttenteDePieces();
        assertThat(segments(dossier))
                .extracting(Segment::etape, Segment::porteur, Segment::suspendu)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("UserTask_VerifierPieces", Porteur.SERVICE, false),
                        org.assertj.core.groups.Tuple.tuple("UserTask_RecevoirPieces", Porteur.PERSONNE, true));
        horloge.avancer(Duration.ofDays(3));
        monde.bean(Signalements.class)
                .signaler(dossier.id(), Signalement.DESISTEMENT, "Elle l'a dit au guichet.", monde.instructeur());
        monde.travailler();
        assertThat(relu(dossier).clos()).isTrue();
        seTiennent(dossier);
    }

    @Test
    void l_interface_publique_donne_des_segments_qui_se_suivent_au_mot_pres_et_une_autre_antenne_n_en_sait_rien() {
        DossierVue dossier = enAttenteDePieces();
        horloge.avancer(Duration.ofDays(2));
        String adresse = "/api/v1/dossiers/" + dossier.numero() + "/temps";
        JsonNode vie =
                ClientApi.anonyme(monde).comme(monde.instructeur()).get(adresse).json();
        List<String> debuts = new ArrayList<>();
        List<String> fins = new ArrayList<>();
        vie.path("segments").forEach(s -> {
            debuts.add(s.path("debut").asString());
            fins.add(s.path("fin").asString());
        });
        assertThat(debuts.get(0)).isEqualTo(vie.path("ouvertLe").asString());
        assertThat(debuts.subList(1, debuts.size())).isEqualTo(fins.subList(0, fins.size() - 1));
        assertThat(vie.path("segments").path(0).path("minutesOuvrees").asLong())
                .as("une journée d'ouverture, de 9 h à 9 h le lendemain")
                .isEqualTo(390);
        assertThat(vie.path("segments").path(1).path("responsable").asString()).isEqualTo("PERSONNE");
        assertThat(vie.path("segments").path(1).path("fin").isNull()).isTrue();
        Agent ailleurs = monde.agent(Role.INSTRUCTEUR, "BLOSNE");
        assertThat(ClientApi.anonyme(monde).comme(ailleurs).get(adresse).statut())
                .isEqualTo(404);
    }

    @Test
    void deux_changements_du_meme_instant_ne_laissent_pas_de_segment_sans_duree() {
        DossierVue dossier = enAttenteDePieces();
        List<Segment> avant = segments(dossier);
        DossierVue la = relu(dossier);
        Instant instant = avant.get(1).debut().plusSeconds(60);
        Vie courante = new Vie(la.id(), la.creeLe(), null, false);
        transaction.executeWithoutResult(t -> temps.constater(courante, instant));
        assertThat(segments(dossier)).hasSize(3);
        transaction.executeWithoutResult(t -> temps.constater(new Vie(la.id(), la.creeLe(), null, true), instant));
        assertThat(segments(dossier)).isEqualTo(avant);
        transaction.executeWithoutResult(t -> temps.constater(courante, instant));
        transaction.executeWithoutResult(t -> temps.constater(new Vie(la.id(), la.creeLe(), null, true), instant));
        assertThat(segments(dossier)).isEqualTo(avant);
        transaction.executeWithoutResult(t -> temps.constater(courante, instant));
        transaction.executeWithoutResult(t -> temps.constater(new Vie(la.id(), la.creeLe(), instant, false), instant));
        assertThat(segments(dossier)).hasSize(2);
        assertThat(segments(dossier).get(1).fin()).isEqualTo(instant);
        transaction.executeWithoutResult(t -> temps.constater(courante, instant.plusSeconds(30)));
        assertThat(segments(dossier).get(2))
                .isEqualTo(new Segment(null, Porteur.SERVICE, true, instant, instant.plusSeconds(30)));
        assertThat(segments(dossier).get(3).fin()).isNull();
    }

    @Test
    void un_dossier_d_avant_la_mesure_a_ses_segments_au_premier_passage() {
        DossierVue dossier = enAttenteDePieces();
        List<Segment> tous = segments(dossier);
        transaction.executeWithoutResult(t -> monde.bean(org.springframework.jdbc.core.JdbcTemplate.class)
                .update("delete from temps_segment where dossier_id = ?", dossier.id()));
        assertThat(segments(dossier)).isEmpty();
        transaction.executeWithoutResult(t -> assertThat(temps.sansSegment(10)).contains(dossier.id()));
        DossierVue la = relu(dossier);
        transaction.executeWithoutResult(t -> temps.reconstruire(
                new Vie(la.id(), la.creeLe(), la.closLe(), la.horloge().suspendue())));
        assertThat(segments(dossier)).isEqualTo(tous);
    }
}
