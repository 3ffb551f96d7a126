package fr.jalon.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.jalon.agent.Agent;
import fr.jalon.agent.Role;
import fr.jalon.commun.Conflit;
import fr.jalon.commun.Horloge;
import fr.jalon.courrier.CourrierVue;
import fr.jalon.courrier.Courriers;
import fr.jalon.courrier.EtatCourrier;
import fr.jalon.courrier.ImagesCourrier;
import fr.jalon.courrier.ImpressionVue;
import fr.jalon.courrier.Impressions;
import fr.jalon.courrier.LotVue;
import fr.jalon.dossier.DossierVue;
import fr.jalon.essais.ClientApi;
import fr.jalon.essais.ClientApi.Reponse;
import fr.jalon.essais.EssaiConfiguration;
import fr.jalon.essais.HorlogeReglable;
import fr.jalon.essais.JalonIT;
import fr.jalon.essais.Monde;
import fr.jalon.essais.Navigation;
import fr.jalon.orientation.parcours.OrientationRsa;
import fr.jalon.seance.ScenesDEquipe;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The acts on a letter over HTTP: who may not, in which antenne, in which state; each refusal says why and changes nothing. */
@JalonIT
class LettresParHttpIT {

    private static final LocalDate DEPART = EssaiConfiguration.DEPART.toLocalDate();
    private static final List<String> ACTES =
            List.of("signature", "envoi", "remise", "reception", "retour", "annulation");

    @Autowired
    private Monde monde;

    @Autowired
    private Courriers courriers;

    private ScenesDEquipe scenes;
    private Agent responsable;

    @BeforeEach
    void preparer() {
        monde.bean(HorlogeReglable.class).regler(EssaiConfiguration.DEPART);
        scenes = new ScenesDEquipe(monde);
        scenes.ali();
        responsable = monde.responsable();
    }

    /** A letter that decides, and waits for its signature. */
    private CourrierVue aSigner() {
        DossierVue dossier = scenes.orientee();
        assertThat(scenes.attend(dossier, OrientationRsa.TENIR_PREMIER_RENDEZ_VOUS))
                .isTrue();
        return courriers.parDossier(dossier.id()).stream()
                .filter(c -> c.modele().equals("notification-orientation"))
                .findFirst()
                .orElseThrow();
    }

    /** A letter that informs, and may be printed at once. */
    private CourrierVue aImprimer() {
        DossierVue dossier = monde.demande();
        monde.travailler();
        return courriers.parDossier(dossier.id()).get(0);
    }

    private Reponse faire(Agent agent, UUID lettre, String acte, String corps) {
        return ClientApi.anonyme(monde)
                .comme(agent)
                .post("/api/v1/courriers/" + lettre + "/" + acte, "signature".equals(acte) ? null : corps);
    }

    private static String corps() {
        return "{\"jour\": \"" + DEPART
                + "\", \"mode\": \"LETTRE_SIMPLE\", \"preuve\": \"Signature\", \"motif\": \"NPAI\"}";
    }

    private EtatCourrier etat(CourrierVue c) {
        return courriers.courrier(c.id()).orElseThrow().etat();
    }

    @Test
    void une_autre_antenne_n_en_connait_aucune_et_rien_ne_change() {
        CourrierVue lettre = aSigner();
        Agent ailleurs = monde.agent(Role.RESPONSABLE_ANTENNE, "BLOSNE");
        for (String acte : ACTES) {
            Reponse r = faire(ailleurs, lettre.id(), acte, corps());
            assertThat(r.statut()).as(acte).isEqualTo(404);
            assertThat(r.texte()).as(acte).doesNotContain(lettre.numero());
        }
        assertThat(etat(lettre)).isEqualTo(EtatCourrier.A_SIGNER);
    }

    @Test
    void qui_n_a_pas_le_role_est_refuse() {
        CourrierVue lettre = aSigner();
        for (Agent intrus : List.of(
                monde.agent(Role.ALI, "KLEBER"),
                monde.agent(Role.INSTRUCTEUR, "KLEBER"),
                monde.agent(Role.ACCUEIL, "KLEBER"))) {
            assertThat(faire(intrus, lettre.id(), "signature", null).statut())
                    .as(intrus.identifiant())
                    .isEqualTo(403);
        }
        for (Agent intrus : List.of(
                monde.agent("pilote.lettres", Role.PILOTE, null),
                monde.agent("manager.lettres", Role.MANAGER, null),
                monde.agent("dpo.lettres", Role.DPO, null),
                monde.partenaire("partenaire.lettres", "APRAS"))) {
            for (String acte : ACTES) {
                assertThat(faire(intrus, lettre.id(), acte, corps()).statut())
                        .as(intrus.identifiant() + " " + acte)
                        .isEqualTo(403);
            }
        }
        for (String acte : ACTES) {
            assertThat(ClientApi.anonyme(monde)
                            .post("/api/v1/courriers/" + lettre.id() + "/" + acte, corps())
                            .statut())
                    .as(acte)
                    .isEqualTo(401);
        }
        assertThat(etat(lettre)).isEqualTo(EtatCourrier.A_SIGNER);
    }

    @Test
    void sans_delegation_personne_ne_signe_et_une_decision_non_signee_ne_part_pas() {
        CourrierVue lettre = aSigner();
        Agent sansDelegation = monde.agent("dispositifs.lettres", Role.RESPONSABLE_DISPOSITIFS, null);
        monde.deleguer();
        Reponse refus = faire(sansDelegation, lettre.id(), "signature", null);
        assertThat(refus.statut()).isEqualTo(403);
        for (String acte : List.of("envoi", "remise")) {
            Reponse r = faire(responsable, lettre.id(), acte, corps());
            assertThat(r.statut()).as(acte).isEqualTo(409);
            assertThat(r.texte()).as(acte).contains("n'est pas signé", "L212-1");
        }
        for (String acte : List.of("reception", "retour")) {
            assertThat(faire(responsable, lettre.id(), acte, corps()).statut())
                    .as(acte)
                    .isEqualTo(409);
        }
        assertThat(etat(lettre)).isEqualTo(EtatCourrier.A_SIGNER);
    }

    @Test
    void chaque_etat_refuse_ce_qui_ne_lui_va_pas() {
        monde.deleguer();
        CourrierVue lettre = aSigner();
        assertThat(faire(responsable, lettre.id(), "signature", null).statut()).isEqualTo(200);
        assertThat(faire(responsable, lettre.id(), "signature", null).statut())
                .as("signée deux fois")
                .isEqualTo(409);
        Reponse annulee = faire(responsable, lettre.id(), "annulation", "{\"motif\": \"Erreur\"}");
        assertThat(annulee.statut()).as("annulée une fois signée").isEqualTo(409);
        assertThat(annulee.texte()).contains("annule et le remplace");
        assertThat(faire(responsable, lettre.id(), "envoi", "{\"jour\": \"2026-06-01\"}")
                        .statut())
                .as("sans mode")
                .isEqualTo(422);
        assertThat(faire(responsable, lettre.id(), "envoi", corps().replace("2026-06-01", "2027-06-01"))
                        .statut())
                .as("un jour à venir")
                .isEqualTo(422);
        assertThat(faire(responsable, lettre.id(), "envoi", corps()).statut()).isEqualTo(200);
        assertThat(faire(responsable, lettre.id(), "envoi", corps()).statut())
                .as("partie deux fois")
                .isEqualTo(409);
        assertThat(faire(responsable, lettre.id(), "retour", corps().replace("NPAI", "PERDU"))
                        .statut())
                .as("raison inconnue")
                .isEqualTo(422);
        assertThat(faire(responsable, lettre.id(), "retour", corps()).statut()).isEqualTo(200);
        assertThat(faire(responsable, UUID.randomUUID(), "envoi", corps()).statut())
                .isEqualTo(404);
    }

    @Test
    void un_lot_imprime_deux_fois_donne_les_memes_courriers_et_se_dit_reimprime() {
        CourrierVue lettre = aImprimer();
        Impressions impressions = monde.bean(Impressions.class);
        Agent accueil = monde.agent(Role.ACCUEIL, "KLEBER");
        LotVue lot = impressions.preparer("KLEBER", accueil);
        Navigation navigation = new Navigation(monde);
        navigation.connecter(accueil.identifiant(), Monde.MOT_DE_PASSE);
        String premiere = texte(navigation.post("/courriers/lots/" + lot.id() + "/impression", Map.of()));
        String seconde = texte(navigation.post("/courriers/lots/" + lot.id() + "/impression", Map.of()));
        assertThat(premiere).contains(lettre.numero());
        assertThat(seconde).isEqualTo(premiere);
        assertThat(impressions.impressions(lot.id()))
                .extracting(ImpressionVue::rang)
                .containsExactly(1, 2);
        assertThat(navigation.get("/courriers/lots/" + lot.id()).texte())
                .contains("Imprimé", "Réimprimé (mêmes courriers)");
        assertThat(etat(lettre)).isEqualTo(EtatCourrier.IMPRIME);
    }

    /** Its appointment was yesterday: it stays out of the batch, says why on the page, and is cancelled even signed. */
    @Test
    void un_courrier_dont_le_rendez_vous_est_passe_reste_hors_du_lot_le_dit_et_s_annule() {
        CourrierVue convocation = aSigner();
        monde.signer(convocation.dossierId());
        CourrierVue autre = aImprimer();
        assertThat(courriers.courrier(convocation.id()).orElseThrow().partAvant())
                .as("le jour du rendez-vous")
                .isAfter(DEPART);
        monde.bean(HorlogeReglable.class)
                .regler(courriers
                        .courrier(convocation.id())
                        .orElseThrow()
                        .partAvant()
                        .plusDays(1)
                        .atTime(9, 0));
        Agent accueil = monde.agent(Role.ACCUEIL, "KLEBER");
        Navigation navigation = new Navigation(monde);
        navigation.connecter(accueil.identifiant(), Monde.MOT_DE_PASSE);
        assertThat(navigation
                        .get("/courriers/a-imprimer")
                        .texte()
                        .replace('\u00a0', ' ')
                        .replace('\u202f', ' '))
                .contains("Ne part plus : le rendez-vous du", "Donnez une autre date, ou annulez ce courrier.");
        Impressions impressions = monde.bean(Impressions.class);
        LotVue lot = impressions.preparer("KLEBER", accueil);
        assertThat(impressions.lettres(lot.id()))
                .extracting(CourrierVue::numero)
                .contains(autre.numero())
                .doesNotContain(convocation.numero());
        assertThatThrownBy(() -> impressions.preparer("KLEBER", accueil))
                .isInstanceOf(Conflit.class)
                .hasMessageContaining("est passé : il ne part plus");
        String aujourdhui = monde.bean(Horloge.class).aujourdhui().toString();
        Reponse envoi =
                faire(monde.responsable(), convocation.id(), "envoi", corps().replace(DEPART.toString(), aujourdhui));
        assertThat(envoi.statut()).isEqualTo(409);
        assertThat(envoi.texte()).contains("ne part plus", "annulez-le");
        assertThat(faire(monde.responsable(), convocation.id(), "annulation", corps())
                        .statut())
                .isEqualTo(200);
        assertThat(etat(convocation)).isEqualTo(EtatCourrier.ANNULE);
    }

    private String texte(Reponse pdf) {
        assertThat(pdf.statut()).isEqualTo(200);
        return monde.bean(ImagesCourrier.class).texte(pdf.octets());
    }

    @Test
    void un_envoi_par_lot_dit_ce_qui_est_note_et_ce_qui_ne_l_est_pas() {
        Agent accueil = monde.agent(Role.ACCUEIL, "KLEBER");
        CourrierVue ancien = aImprimer();
        monde.bean(HorlogeReglable.class).regler(EssaiConfiguration.DEPART.plusDays(2));
        CourrierVue recent = aImprimer();
        Impressions impressions = monde.bean(Impressions.class);
        UUID lot = impressions.preparer("KLEBER", accueil).id();
        impressions.imprimer(lot, accueil);
        Navigation navigation = new Navigation(monde);
        navigation.connecter(accueil.identifiant(), Monde.MOT_DE_PASSE);
        String page = "/courriers/lots/" + lot;

        Reponse partage = navigation.post(
                page + "/envoi", Map.of("courrier", recent.id() + "," + ancien.id(), "jour", DEPART.toString()));

        assertThat(partage.statut()).isEqualTo(302);
        assertThat(etat(ancien)).isEqualTo(EtatCourrier.ENVOYE);
        assertThat(etat(recent)).isEqualTo(EtatCourrier.IMPRIME);
        assertThat(navigation.get(page).texte())
                .contains(
                        "1 courrier noté envoyé le 1er juin 2026",
                        "Le courrier " + recent.numero() + " a été écrit le");

        Reponse rien =
                navigation.post(page + "/envoi", Map.of("courrier", recent.id().toString(), "jour", DEPART.toString()));

        assertThat(rien.statut()).isEqualTo(422);
        assertThat(rien.texte()).contains("Le courrier " + recent.numero() + " a été écrit le");
        assertThat(etat(recent)).isEqualTo(EtatCourrier.IMPRIME);
    }
}
