package fr.jalon.web;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.agent.Agent;
import fr.jalon.agent.Role;
import fr.jalon.atelier.Atelier;
import fr.jalon.atelier.EtatModele;
import fr.jalon.atelier.FichierModele;
import fr.jalon.essais.EssaiDEcran;
import fr.jalon.essais.JalonIT;
import fr.jalon.essais.ModelesDuDepot;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The process owner's screens: what waits, what a draft changes, its publication by another, a return to what was before. */
@JalonIT
class AtelierIT extends EssaiDEcran {

    private static FichierModele change(String nom, String avant, String apres) throws IOException {
        String texte = Files.readString(ModelesDuDepot.fichier(nom));
        assertThat(texte).contains(avant);
        return new FichierModele(nom, texte.replace(avant, apres).getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void un_pilote_lit_ce_qui_change_et_publie_ce_qu_un_autre_a_ecrit() throws IOException {
        Agent pilote1 = monde.agent("pilote1", Role.PILOTE, null);
        Agent pilote2 = monde.agent("pilote2", Role.PILOTE, null);
        Atelier atelier = monde.bean(Atelier.class);
        atelier.deposer(
                "Une question plus simple",
                "Camunda Modeler",
                List.of(
                        change("conference-familiale.bpmn", "Préparer la rencontre", "Préparer la réunion"),
                        change("poser-question.form", "La question de la famille", "La question posée"),
                        change("conference-possible.dmn", "<text>\"POSSIBLE\"</text>", "<text>\"A_PROTEGER\"</text>")),
                pilote1);
        try (Visite v = visite(pilote1)) {
            v.aller("/modeles").tenir("modeles");
            v.page().getByText("Une question plus simple").click();
            v.page().getByText("Une autre personne doit le publier").waitFor();
            assertThat(v.page()
                            .locator("button", new com.microsoft.playwright.Page.LocatorOptions().setHasText("Publier"))
                            .count())
                    .isZero();
        }
        try (Visite v = visite(pilote2)) {
            v.aller("/modeles/conference-familiale/versions/1").tenir("modele-brouillon");
            v.illustrer("modele-brouillon", "main");
            assertThat(v.page().locator("main").innerText())
                    .contains("Préparer la réunion", "La question posée", "A_PROTEGER");
            v.page().locator("#champ-le").fill("2001-01-01");
            v.page().locator("#champ-motif").fill("Décision du comité de suivi.");
            v.bouton("Publier");
            v.refusAttendu(422);
            assertThat(v.page().inputValue("#champ-motif")).isEqualTo("Décision du comité de suivi.");
            v.page().locator("#champ-le").fill("");
            v.bouton("Publier");
            v.page().getByText("Le modèle est en service").waitFor();
            v.tenir("modeles-publies");
            v.aller("/modeles/poser-question/versions/0").tenir("modele-livre");
            v.bouton("Revenir à cette version");
            v.page().getByText("Un brouillon reprend cette version").waitFor();
            v.aller("/modeles/poser-question/versions/2");
            v.bouton("Retirer");
            v.page().getByText("Le brouillon est retiré").waitFor();
        }
        assertThat(atelier.versions("poser-question", pilote1))
                .extracting(m -> m.etat())
                .containsExactly(EtatModele.RETIRE, EtatModele.PUBLIE, EtatModele.ANCIEN);
    }
}
