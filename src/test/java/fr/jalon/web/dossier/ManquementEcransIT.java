package fr.jalon.web.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.agent.Agent;
import fr.jalon.dossier.DossierVue;
import fr.jalon.essais.EssaiConfiguration;
import fr.jalon.essais.HorlogeReglable;
import fr.jalon.essais.JalonIT;
import fr.jalon.essais.Monde;
import fr.jalon.essais.Navigation;
import fr.jalon.sanction.Manquements;
import fr.jalon.sanction.parcours.ManquementRsa;
import fr.jalon.seance.ScenesDEquipe;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the pages of a breach say before it opens, and while the person's time runs again. */
@JalonIT
class ManquementEcransIT {

    private static final LocalDate DEPART = EssaiConfiguration.DEPART.toLocalDate();

    @Autowired
    private Monde monde;

    @Autowired
    private HorlogeReglable reglage;

    private ScenesDEquipe scenes;
    private Agent ali;
    private Navigation navigation;

    @BeforeEach
    void preparer() {
        reglage.regler(EssaiConfiguration.DEPART);
        scenes = new ScenesDEquipe(monde);
        ali = scenes.ali();
        navigation = new Navigation(monde);
        navigation.connecter(ali.identifiant(), Monde.MOT_DE_PASSE);
    }

    @AfterEach
    void remettre() {
        reglage.regler(EssaiConfiguration.DEPART);
    }

    private String page(String chemin) {
        return navigation
                .get(chemin)
                .texte()
                .replaceAll("<[^>]*>", " ")
                .replace("&#39;", "'")
                .replaceAll("[\\p{Z}\\s]+", " ");
    }

    private void constater(DossierVue dossier, int taux) {
        Map<String, Object> constat = new HashMap<>();
        constat.put("nature", "CONTRAT_NON_ETABLI");
        constat.put("dateFaits", DEPART.minusDays(5).toString());
        constat.put("faits", "Vous n'êtes pas venue signer votre contrat.");
        constat.put("foyer", "SEUL");
        constat.put("sanction", "SUSPENSION");
        constat.put("taux", taux);
        constat.put("mois", 1);
        scenes.achever(dossier, ManquementRsa.CONSTATER_MANQUEMENT, constat, ali);
    }

    @Test
    void le_rang_annonce_avant_d_ouvrir_est_celui_de_faits_d_aujourd_hui() {
        assertThat(page("/dossiers/" + scenes.orientee().numero() + "/manquements/nouveau"))
                .contains(": premier manquement, si les faits sont d’aujourd’hui.")
                .contains("Jalon compte de nouveau quand vous donnez la date des faits");
    }

    @Test
    void pendant_que_son_temps_court_de_nouveau_la_page_l_attend_et_garde_ce_qu_elle_a_dit() {
        DossierVue dossier =
                monde.bean(Manquements.class).ouvrir(scenes.orientee().id(), ali.identifiant(), ali);
        monde.travailler();
        constater(dossier, 50);
        monde.poster(dossier.id(), "manquement-observations");
        scenes.achever(
                dossier,
                ManquementRsa.RECEVOIR_OBSERVATIONS,
                Map.of("mode", "ORAL", "date", DEPART.toString(), "observations", "Le bus était en panne."),
                ali);
        assertThat(page("/dossiers/" + dossier.numero())).contains("De vive voix, le", "Le bus était en panne.");
        reglage.regler(DEPART.plusDays(3).atTime(9, 0));
        scenes.achever(
                dossier,
                ManquementRsa.DECIDER_SANCTION,
                Map.of("decision", "INFORMER_DE_NOUVEAU", "motif", "La part annoncée est trop forte."),
                monde.responsable());
        constater(dossier, 30);
        assertThat(page("/dossiers/" + dossier.numero()))
                .contains(
                        "Suspension de 30 % pendant 1 mois",
                        "La lettre n’est pas encore partie : rien ne court",
                        "Le bus était en panne.",
                        "lettre écrite le 4 juin 2026 ; dit avant cette lettre, de vive voix, le 1er juin 2026");
        monde.poster(dossier.id(), "manquement-observations");
        assertThat(page("/dossiers/" + dossier.numero())).contains("Attendues jusqu’au", "Le bus était en panne.");
    }

    @Test
    void sans_reponse_la_page_attend_la_seconde_comme_la_premiere() {
        DossierVue dossier =
                monde.bean(Manquements.class).ouvrir(scenes.orientee().id(), ali.identifiant(), ali);
        monde.travailler();
        constater(dossier, 50);
        monde.poster(dossier.id(), "manquement-observations");
        reglage.regler(DEPART.plusDays(60).atTime(9, 0));
        monde.travailler();
        assertThat(scenes.attend(dossier, ManquementRsa.DECIDER_SANCTION)).isTrue();
        assertThat(observations(dossier))
                .as("son temps est passé, et personne n'a encore décidé")
                .contains("Aucune")
                .doesNotContain("Attendues");
        scenes.achever(
                dossier,
                ManquementRsa.DECIDER_SANCTION,
                Map.of("decision", "INFORMER_DE_NOUVEAU", "motif", "La part annoncée est trop forte."),
                monde.responsable());
        constater(dossier, 30);
        monde.poster(dossier.id(), "manquement-observations");
        assertThat(observations(dossier)).contains("Attendues jusqu’au").doesNotContain("Aucune");
    }

    /** What follows the title of that act. */
    private String observations(DossierVue dossier) {
        String page = page("/dossiers/" + dossier.numero());
        int titre = page.indexOf("Observations de la personne");
        assertThat(titre).isPositive();
        return page.substring(titre, Math.min(page.length(), titre + 160));
    }
}
