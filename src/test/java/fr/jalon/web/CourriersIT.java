package fr.jalon.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.jalon.agent.Agent;
import fr.jalon.agent.Role;
import fr.jalon.commun.Conflit;
import fr.jalon.commun.Horloge;
import fr.jalon.courrier.CodesCourrier;
import fr.jalon.courrier.CourrierVue;
import fr.jalon.courrier.Courriers;
import fr.jalon.courrier.EtatCourrier;
import fr.jalon.courrier.Impressions;
import fr.jalon.courrier.ModeRemise;
import fr.jalon.courrier.SuiviCourriers;
import fr.jalon.dispositif.LettresDossier;
import fr.jalon.dossier.DossierVue;
import fr.jalon.dossier.Dossiers;
import fr.jalon.essais.JalonIT;
import fr.jalon.essais.Monde;
import fr.jalon.navigateur.Navigateur;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The life of letters on screen: signed from the basket, printed twice in a batch, sent, one received, one returned. */
@JalonIT
class CourriersIT {

    private static Navigateur navigateur;

    @LocalServerPort
    private int port;

    @Autowired
    private Monde monde;

    @Autowired
    private Courriers courriers;

    @BeforeAll
    static void lancer() {
        navigateur = new Navigateur();
    }

    @AfterAll
    static void fermer() {
        navigateur.close();
    }

    private Visite visite(Agent agent) {
        return new Visite(navigateur, port, Navigateur.LARGE, agent);
    }

    @Test
    void un_responsable_signe_et_un_agent_imprime_envoie_et_note_la_suite() {
        monde.deleguer();
        List<CourrierVue> decisions = troisDecisions();
        try (Visite v = visite(monde.responsable())) {
            v.menu("Courriers à signer").tenir("courriers-a-signer").illustrer("courriers-a-signer");
            assertThat(v.texte()).contains("Lisez chaque courrier");
            for (CourrierVue c : decisions) {
                v.page().check("#c-" + c.id());
            }
            v.bouton("Signer les courriers cochés");
            v.page().getByText("3 courriers signés").waitFor();
            v.tenir("courriers-signes");
        }
        assertThat(decisions)
                .allSatisfy(
                        c -> assertThat(courriers.courrier(c.id()).orElseThrow().etat())
                                .isEqualTo(EtatCourrier.A_IMPRIMER));
        Agent accueil = monde.agent(Role.ACCUEIL, "KLEBER");
        try (Visite v = visite(accueil)) {
            v.menu("Courriers à imprimer").tenir("courriers-a-imprimer").illustrer("courriers-a-imprimer");
            v.presser(".acte button:has-text('Préparer')");
            v.page().waitForURL("**/courriers/lots/**");
            v.tenir("courriers-lot-neuf");
            String lot = v.page().url();
            assertThat(imprimer(v)).isEqualTo(imprimer(v)).isGreaterThan(10_000);
            v.aller(lot.substring(lot.indexOf("/courriers/")));
            assertThat(v.page().locator("#acte").innerText())
                    .contains("Réimprimé (mêmes courriers)", "Réimprimer le lot");
            v.tenir("courriers-lot").illustrer("courriers-lot");
            v.bouton("Noter l’envoi des courriers cochés");
            v.page().getByText("notés envoyés").waitFor();
            v.tenir("courriers-lot-envoye");

            recevoir(v, decisions.get(0));
            retourner(v, decisions.get(1));
        }
        assertThat(monde.bean(Impressions.class).nombre(accueil)).isZero();
    }

    private static int imprimer(Visite v) {
        return ((Number) v.page().evaluate("""
                async () => {
                  const f = document.querySelector('form[data-relire]');
                  const r = await fetch(f.action, { method: 'POST', body: new URLSearchParams(new FormData(f)) });
                  return (await r.arrayBuffer()).byteLength;
                }""")).intValue();
    }

    private void recevoir(Visite v, CourrierVue c) {
        v.aller("/courriers/" + c.id()).tenir("courrier-envoye");
        v.page().fill("#champ-reception-jour", jour().toString());
        v.bouton("Noter la réception");
        v.refusAttendu(422).tenir("courrier-reception-sans-preuve");
        v.page().fill("#champ-reception-preuve", "avis de réception signé");
        v.bouton("Noter la réception");
        v.page().getByText("La réception est notée").waitFor();
        assertThat(v.page().locator("#acte").innerText()).contains("avis de réception signé");
    }

    private void retourner(Visite v, CourrierVue c) {
        v.aller("/courriers/" + c.id());
        v.presser("summary:has-text('Il est revenu')");
        v.page().selectOption("#champ-retour-motif", "NPAI");
        v.bouton("Noter le retour");
        v.page().getByText("Le retour est noté").waitFor();
        v.tenir("courrier-revenu").illustrer("courrier-revenu");
        DossierVue dossier = monde.bean(Dossiers.class).parId(c.dossierId());
        v.aller("/usagers/" + dossier.personneId());
        assertThat(v.texte()).contains("Adresse à vérifier").contains(c.numero());
        v.tenir("personne-adresse-fausse");
        v.aller("/dossiers/" + dossier.numero());
        assertThat(v.texte()).contains("Adresse à vérifier", "revenu le", "n'habite pas");
    }

    @Test
    void une_decision_d_une_autre_antenne_ou_non_signee_ne_part_pas() {
        monde.deleguer();
        CourrierVue c = troisDecisions().get(0);
        assertThatThrownBy(() -> monde.bean(SuiviCourriers.class)
                        .envoyer(c.id(), jour(), ModeRemise.LETTRE_SIMPLE, monde.instructeur()))
                .isInstanceOf(Conflit.class)
                .hasMessageContaining("L212-1");
        try (Visite v = visite(monde.agent("responsable.autre", Role.RESPONSABLE_ANTENNE, "BLOSNE"))) {
            v.aller("/courriers/a-signer");
            assertThat(v.texte())
                    .doesNotContain(monde.bean(Dossiers.class)
                            .parId(c.dossierId(), monde.responsable())
                            .numero());
        }
        assertThat(courriers.courrier(c.id()).orElseThrow().etat()).isEqualTo(EtatCourrier.A_SIGNER);
    }

    @Test
    void l_administrateur_tient_les_delegations() {
        try (Visite v = visite(monde.agent("admin.essai", Role.ADMIN, null))) {
            v.menu("Délégations").tenir("delegations-liste");
            v.presser("a:has-text('Ajouter une délégation')");
            v.bouton("Enregistrer la délégation");
            v.refusAttendu(422).tenir("delegation-fautes");
            v.page().selectOption("#champ-acte", "SANCTION");
            v.page().selectOption("#champ-role", "RESPONSABLE_DISPOSITIFS");
            v.page().fill("#champ-arrete", "INVENTÉ-2026-77");
            v.page().fill("#champ-arreteDu", jour().minusDays(3).toString());
            v.page().fill("#champ-du", jour().toString());
            v.bouton("Enregistrer la délégation");
            v.page().getByText("La délégation est enregistrée").waitFor();
            assertThat(v.texte()).contains("INVENTÉ-2026-77");
            v.tenir("delegations").illustrer("delegations");
            v.presser("tr:has-text('INVENTÉ-2026-77') button");
            v.page().getByText("Ce qui est signé le reste").waitFor();
        }
    }

    @Test
    void un_pilote_ecrit_un_autre_approuve() {
        Agent premier = monde.agent("pilote.un", Role.PILOTE, null);
        try (Visite v = visite(premier)) {
            v.aller("/modeles-de-courrier/sortie-accompagnement/modification");
            String corps = v.page().inputValue("#champ-corps");
            v.page().fill("#champ-corps", corps + "\n{{rdv.date}}\n");
            v.bouton("Soumettre à une autre personne");
            v.refusAttendu(422).tenir("modele-champ-impossible");
            v.page().fill("#champ-corps", corps + "\nUne phrase de plus.\n");
            v.bouton("Soumettre à une autre personne");
            v.page().getByText("Le brouillon est soumis").waitFor();
            assertThat(v.page().locator("#acte").innerText()).doesNotContain("Approuver et mettre en service");
            v.tenir("modele-brouillon-auteur");
        }
        try (Visite v = visite(monde.agent("pilote.deux", Role.PILOTE, null))) {
            v.menu("Modèles de courrier").tenir("modeles-liste");
            v.presser("#brouillons a");
            assertThat(v.texte()).contains("Une phrase de plus.");
            v.tenir("modele-brouillon").illustrer("modele-brouillon");
            v.bouton("Approuver et mettre en service");
            v.page().getByText("est en service").waitFor();
            v.tenir("modele-approuve");
        }
    }

    private List<CourrierVue> troisDecisions() {
        List<CourrierVue> ecrites = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            DossierVue dossier = monde.demande();
            monde.travailler();
            ecrites.add(monde.bean(LettresDossier.class)
                    .ecrire(
                            "essai-courrier:" + dossier.id(),
                            new LettresDossier.Lettre(
                                    CodesCourrier.SANCTION_LEVEE,
                                    dossier.id(),
                                    "accompagnement",
                                    null,
                                    valeurs -> valeurs.texte("sanction.nature", "suspension")
                                            .texte("sanction.article", "CASF, article R262-68")
                                            .date("sanction.debut", jour().minusDays(20))
                                            .date("decision.date", jour().minusDays(40))
                                            .date("sanction.enRegleLe", jour().minusDays(1)))));
        }
        return ecrites;
    }

    private LocalDate jour() {
        return monde.bean(Horloge.class).aujourdhui();
    }
}
