package fr.jalon.sanction.parcours;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.courrier.CourrierVue;
import fr.jalon.courrier.Courriers;
import fr.jalon.courrier.ModeRemise;
import fr.jalon.courrier.ReceptionCourrier;
import fr.jalon.courrier.SuiviCourriers;
import fr.jalon.dispositif.DelaisDepuisReception;
import fr.jalon.dispositif.DelaisDepuisReception.Delai;
import fr.jalon.dispositif.DelaisDepuisReception.Etat;
import fr.jalon.dispositif.DelaisDepuisReception.Minuterie;
import fr.jalon.dossier.DossierVue;
import fr.jalon.essais.EssaiConfiguration;
import fr.jalon.essais.HorlogeReglable;
import fr.jalon.essais.JalonIT;
import fr.jalon.essais.Monde;
import fr.jalon.sanction.Manquements;
import fr.jalon.seance.ScenesDEquipe;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What runs against a person runs from the receipt of its letter, proved or presumed; never from the writing, nor after it came back. */
@JalonIT
class DelaisDepuisReceptionIT {

    private static final LocalDate DEPART = EssaiConfiguration.DEPART.toLocalDate();

    @Autowired
    private Monde monde;

    @Autowired
    private DelaisDepuisReception delais;

    @Autowired
    private Courriers courriers;

    @Autowired
    private SuiviCourriers suivi;

    @Autowired
    private ReceptionCourrier presomption;

    @Autowired
    private HorlogeReglable horloge;

    private ScenesDEquipe scenes;
    private DossierVue dossier;
    private CourrierVue lettre;

    @BeforeEach
    void ecrire() {
        horloge.regler(EssaiConfiguration.DEPART);
        scenes = new ScenesDEquipe(monde);
        monde.responsable();
        dossier = monde.bean(Manquements.class)
                .ouvrir(scenes.orientee().id(), scenes.ali().identifiant(), scenes.ali());
        monde.travailler();
        scenes.achever(
                dossier,
                ManquementRsa.CONSTATER_MANQUEMENT,
                Map.of(
                        "nature", "CONTRAT_NON_ETABLI",
                        "dateFaits", DEPART.minusDays(5).toString(),
                        "faits", "Vous n'êtes pas venue signer votre contrat.",
                        "foyer", "SEUL",
                        "sanction", "SUSPENSION",
                        "taux", 30,
                        "mois", 1),
                scenes.ali());
        lettre = courriers.parDossier(dossier.id()).get(0);
    }

    @AfterEach
    void remettre() {
        horloge.regler(EssaiConfiguration.DEPART);
    }

    private Delai delai() {
        return delais.delai(lettre.id(), ManquementRsa.DELAI_OBSERVATIONS).orElseThrow();
    }

    private void jour(int apres) {
        horloge.regler(DEPART.plusDays(apres).atTime(9, 0));
        monde.travailler();
    }

    @Test
    void une_lettre_ecrite_ne_fait_rien_courir_meme_apres_des_mois() {
        assertThat(delai()).isEqualTo(new Delai(ManquementRsa.DELAI_OBSERVATIONS, Etat.EN_ATTENTE, null, false, null));
        jour(400);
        assertThat(scenes.attend(dossier, ManquementRsa.RECEVOIR_OBSERVATIONS)).isTrue();
    }

    @Test
    void une_lettre_envoyee_court_de_sa_reception_presumee_par_la_table() {
        suivi.envoyer(lettre.id(), DEPART, ModeRemise.RECOMMANDE, monde.responsable());
        LocalDate presumee = presomption.presumee(DEPART, ModeRemise.RECOMMANDE);
        assertThat(delai().etat()).isEqualTo(Etat.COURT);
        assertThat(delai().recuLe()).isEqualTo(presumee).isAfter(DEPART);
        assertThat(delai().prouvee()).isFalse();
        assertThat(delai().echeance()).isEqualTo(presumee.plusDays(30));
    }

    @Test
    void une_preuve_l_emporte_sur_la_presomption_et_le_delai_se_deplace() {
        suivi.envoyer(lettre.id(), DEPART, ModeRemise.RECOMMANDE, monde.responsable());
        jour(20);
        suivi.recevoir(lettre.id(), DEPART.plusDays(20), "Avis de réception", monde.responsable());
        assertThat(delai())
                .isEqualTo(new Delai(
                        ManquementRsa.DELAI_OBSERVATIONS, Etat.COURT, DEPART.plusDays(20), true, DEPART.plusDays(50)));
        horloge.regler(DEPART.plusDays(50).atTime(23, 0));
        monde.travailler();
        assertThat(scenes.attend(dossier, ManquementRsa.RECEVOIR_OBSERVATIONS))
                .as("le dernier jour est à la personne")
                .isTrue();
        jour(51);
        assertThat(scenes.attend(dossier, ManquementRsa.RECEVOIR_OBSERVATIONS)).isFalse();
    }

    @Test
    void une_lettre_revenue_arrete_ce_qui_courait() {
        suivi.envoyer(lettre.id(), DEPART, ModeRemise.LETTRE_SIMPLE, monde.responsable());
        jour(5);
        suivi.retourner(lettre.id(), DEPART.plusDays(5), "NPAI", monde.responsable());
        monde.travailler();
        assertThat(delai()).isEqualTo(new Delai(ManquementRsa.DELAI_OBSERVATIONS, Etat.ARRETE, null, false, null));
        jour(300);
        assertThat(scenes.attend(dossier, ManquementRsa.RETROUVER_PERSONNE)).isTrue();
    }

    @Test
    void poser_de_nouveau_apres_l_envoi_garde_l_echeance() {
        suivi.envoyer(lettre.id(), DEPART, ModeRemise.LETTRE_SIMPLE, monde.responsable());
        Delai avant = delai();
        delais.poser(
                lettre,
                List.of(new Minuterie(
                        ManquementRsa.DELAI_OBSERVATIONS,
                        ManquementRsa.DATE_FIN_OBSERVATIONS,
                        ManquementRsa.HORLOGE_OBSERVATIONS,
                        true)));
        assertThat(delai()).isEqualTo(avant);
        assertThat(delais.dernier(dossier.id(), ManquementRsa.DELAI_OBSERVATIONS))
                .hasValue(avant);
    }
}
