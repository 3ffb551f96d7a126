package fr.jalon.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import fr.jalon.agent.Agent;
import fr.jalon.agent.Role;
import fr.jalon.dossier.DossierVue;
import fr.jalon.dossier.Dossiers;
import fr.jalon.dossier.EtatDossier;
import fr.jalon.essais.EssaiDEcran;
import fr.jalon.essais.JalonIT;
import fr.jalon.moteur.Taches;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A responsable d'antenne: validates what engages the antenne, and spreads the work. */
@JalonIT
class ResponsableIT extends EssaiDEcran {

    private EtapesDEssai etapes;

    @BeforeEach
    void preparer() {
        etapes = new EtapesDEssai(monde);
    }

    @Test
    void valide_un_rejet_propose_apres_l_avoir_relu() {
        DossierVue dossier = etapes.rejetPropose();
        try (Visite v = visite(monde.responsable())) {
            v.tenir("accueil-responsable");
            v.page().locator("#a-valider a:has-text('" + nom(dossier) + "')").click();
            v.page().waitForURL("**/taches/**");
            assertThat(v.texte())
                    .contains(
                            "Une condition du RSA n’est pas remplie",
                            "Études à temps plein, sans enfant.",
                            "Défavorable");
            v.bouton("Prendre et commencer");
            v.page().locator(".fjs-container").waitFor();
            v.tenir("tache-valider-rejet");
            v.page()
                    .getByLabel("Oui, transmettre à la CAF avec une proposition de rejet")
                    .check();
            v.page().getByLabel("Motif").fill("Relu, les études sont établies.");
            v.bouton("Terminer l’étape");
            v.page().waitForURL("**/corbeille**");
        }
        monde.travailler();
        assertThat(monde.bean(Dossiers.class).parId(dossier.id()).etat()).isEqualTo(EtatDossier.ATTENTE_CAF);
    }

    @Test
    void reprend_le_travail_d_un_agent_absent_et_le_confie_avec_un_motif() {
        DossierVue dossier = monde.demande();
        monde.travailler();
        Agent absent = monde.agent("instructeur.absent", Role.INSTRUCTEUR, "KLEBER");
        Agent present = monde.agent("instructeur.present", Role.INSTRUCTEUR, "KLEBER");
        String tache = etapes.tache(dossier, "UserTask_VerifierPieces").tacheId();
        monde.bean(Taches.class).prendre(tache, absent);
        try (Visite v = visite(monde.responsable())) {
            assertThat(v.page().locator("#charge").innerText()).contains(absent.nomComplet());
            v.aller("/taches/" + tache);
            assertThat(v.page().locator("#acte").innerText()).contains(absent.nomComplet() + " a pris cette tâche");
            v.presser("text=Confier à quelqu’un");
            v.page().selectOption("#champ-confier-agent", present.identifiant());
            v.bouton("Confier la tâche");
            v.refusAttendu(422).tenir("tache-confier-sans-motif");
            assertThat(v.page().inputValue("#champ-confier-agent")).isEqualTo(present.identifiant());
            v.page().fill("#champ-confier-motif", "Congé jusqu'au 15 juin");
            v.bouton("Confier la tâche");
            v.page().getByText("La tâche est confiée").waitFor();
            v.aller("/dossiers/" + dossier.numero());
            assertThat(v.texte()).contains("confiée à " + present.nomComplet() + " : Congé jusqu'au 15 juin.");
        }
        assertThat(monde.bean(Taches.class).tache(tache, present).assigne()).isEqualTo(present.identifiant());
    }

    @Test
    void suit_un_dossier_qui_attend_la_caf_puis_sa_decision() {
        DossierVue dossier = etapes.aInstruire(monde.demande());
        etapes.achever(dossier, "UserTask_InstruireDemande", java.util.Map.of("proposition", "FAVORABLE", "c2s", true));
        try (Visite v = visite(monde.responsable())) {
            v.aller("/corbeille?onglet=EN_ATTENTE").tenir("corbeille-en-attente");
            v.aller("/taches/"
                    + etapes.tache(dossier, "UserTask_EnregistrerDecisionCaf").tacheId());
            v.page().locator(".fjs-container").waitFor();
            assertThat(v.texte()).contains("Demande de complémentaire santé solidaire à l'Assurance maladie");
            v.page()
                    .getByLabel("Accord", new Page.GetByLabelOptions().setExact(true))
                    .check();
            v.tenir("tache-decision-caf");
            v.bouton("Terminer l’étape");
            assertThat(v.page().getByRole(AriaRole.ALERT).first().innerText()).contains("Date de la décision");
        }
    }

    private String nom(DossierVue dossier) {
        return monde.bean(fr.jalon.usager.Personnes.class)
                .parId(dossier.personneId())
                .nom();
    }
}
