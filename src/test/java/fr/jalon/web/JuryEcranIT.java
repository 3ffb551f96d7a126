package fr.jalon.web;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.agent.Agent;
import fr.jalon.dossier.DossierVue;
import fr.jalon.essais.EssaiConfiguration;
import fr.jalon.essais.EssaiDEcran;
import fr.jalon.essais.HorlogeReglable;
import fr.jalon.essais.JalonIT;
import fr.jalon.jury.ScenesDuJury;
import fr.jalon.mobilite.DemandesMobilite;
import fr.jalon.mobilite.EtatAide;
import fr.jalon.navigateur.Navigateur;
import fr.jalon.seance.SeanceVue;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The CAI on the screens: members who prepare, declare a tie and vote, a chair and a secretary who hold the sitting, to the signature. */
@JalonIT
class JuryEcranIT extends EssaiDEcran {

    private static final int TABLETTE = 820;

    @Autowired
    private HorlogeReglable reglage;

    private ScenesDuJury scenes;

    @BeforeEach
    void preparer() {
        reglage.regler(EssaiConfiguration.DEPART);
        scenes = new ScenesDuJury(monde);
    }

    @AfterEach
    void remettre() {
        reglage.regler(EssaiConfiguration.DEPART);
    }

    private Visite tablette(Agent agent) {
        return new Visite(navigateur, port, TABLETTE, agent);
    }

    @Test
    void du_dossier_lu_au_proces_verbal_signe() {
        DossierVue accorde = scenes.demande("1100");
        DossierVue refuse = scenes.demande("1150");
        SeanceVue seance = scenes.convoquee(accorde, refuse);
        String ici = "/jury/" + seance.id();
        prepare(ici);
        declareEtSort(ici);
        donneSonPouvoir(seance, ici);
        try (Visite v = visite(scenes.jure(3))) {
            v.aller(ici + "/conduite");
            assertThat(v.texte()).contains("Seule la personne qui préside");
            v.ecran().plaintesEtOubli();
        }
        SeanceVue ouverte = scenes.ouverte(seance, "jure7");
        vote(ouverte, ici);
        try (Visite v = visite(scenes.secretaire())) {
            v.aller("/seances/" + seance.id() + "/tenue");
            v.tenir("jury-presences");
            v.bouton("Clore la séance");
            v.page().getByText("La séance est close").waitFor();
        }
        signe(ici);
        monde.travailler();
        suites(ici);
        DemandesMobilite demandes = monde.bean(DemandesMobilite.class);
        assertThat(demandes.aide(accorde.id()).etat()).isEqualTo(EtatAide.ENGAGEE);
        assertThat(demandes.aide(accorde.id()).decision().montant()).isEqualTo(70_000L);
        assertThat(demandes.aide(refuse.id()).decision().motif()).contains("employeur");
    }

    /** An allocataire, on a tablet, then on a narrow screen: the same pages and rights as the others. */
    private void prepare(String ici) {
        try (Visite v = tablette(scenes.jure(4))) {
            v.aller("/mes-seances");
            v.presser("a.cible-ligne[href='" + ici + "']");
            assertThat(v.texte()).contains("Dossier n° 1", "Avis à préparer").doesNotContain("Inventée");
            v.tenir("jury-seance").illustrer("jury-seance");
            v.presser("a:has-text('Dossier n° 1')");
            assertThat(v.texte())
                    .contains("Ce qui est demandé", "CCAS", "Auto-école inventée")
                    .doesNotContain("Inventée ", "MOB-");
            v.bouton("Sceller mon avis");
            v.refusAttendu(422);
            assertThat(v.texte()).contains("donnez une note");
            for (String critere : new String[] {"BESOIN", "PROJET", "COUT", "PLAN"}) {
                v.page().check("#champ-note-" + critere + "-4");
            }
            v.page().check("#champ-recommandation-POUR");
            v.page().fill("#champ-commentaire", "Le projet est clair.");
            v.bouton("Sceller mon avis");
            v.page().getByText("Votre avis est scellé. Personne").waitFor();
            assertThat(v.page().isChecked("#champ-note-PROJET-4")).isTrue();
            v.page().fill("#champ-note", "Demander le second devis.");
            v.bouton("Garder ma note");
            v.page().getByText("Votre note est gardée").waitFor();
            assertThat(v.page().inputValue("#champ-note")).isEqualTo("Demander le second devis.");
            v.tenir("jury-dossier").illustrer("jury-dossier");
            v.presser("a:has-text('Lire en français simple')");
            assertThat(v.texte()).contains("Une personne demande une aide", "Votre voix compte autant");
            v.tenir("jury-fiche-simple").illustrer("jury-fiche-simple");
        }
        try (Visite v = new Visite(navigateur, port, Navigateur.ETROIT, scenes.jure(5))) {
            v.aller(ici).tenir("etroit-jury-seance");
            v.presser("a:has-text('Dossier n° 2')");
            v.tenir("etroit-jury-dossier");
        }
    }

    private void declareEtSort(String ici) {
        try (Visite v = visite(scenes.jure(6))) {
            v.menu("Mes liens d’intérêt");
            v.bouton("Déclarer ce lien");
            v.refusAttendu(422).tenir("jury-liens-faute");
            v.page().check("input[name='nature'][value='EMPLOI']");
            v.page().fill("#champ-organisme", "École d’essai");
            v.page().fill("#champ-siret", ScenesDuJury.SIRET);
            v.bouton("Déclarer ce lien");
            v.page().getByText("Le lien est déclaré").waitFor();
            v.bouton("Ma liste est complète");
            v.tenir("jury-liens").illustrer("jury-liens");
            v.aller(ici);
            assertThat(v.texte()).contains("Un lien est à vérifier");
            v.presser("a:has-text('Dossier n° 1')");
            assertThat(v.texte()).contains("a déclaré un lien avec");
            v.page().getByText("Ce lien ne compte pas : je dis pourquoi").click();
            v.bouton("Écrire ma réponse");
            v.refusAttendu(422).tenir("jury-lien-sans-raison");
            v.page().fill("#champ-raisonLien", "Je n’y travaille plus.");
            v.bouton("Écrire ma réponse");
            v.page().getByText("Votre réponse est notée").waitFor();
            v.tenir("jury-lien-ecarte");
            String dossier = v.page().url();
            v.page().getByText("Je me déporte").click();
            v.page().fill("#champ-motifDeport", "j’y ai travaillé");
            v.bouton("Me déporter");
            assertThat(v.texte()).contains("Vous êtes sorti de ces dossiers");
            assertThat(v.page().locator("a:has-text('Dossier n° 1')").count()).isZero();
            v.aller(dossier.replaceFirst("^https?://[^/]+", ""));
            assertThat(v.texte()).contains("vous en êtes sorti");
            v.ecran().plaintesEtOubli();
        }
    }

    private void donneSonPouvoir(SeanceVue seance, String ici) {
        try (Visite v = tablette(scenes.jure(7))) {
            v.aller(ici);
            v.presser("a:has-text('Donnez votre pouvoir')");
            v.bouton("Donner mon pouvoir");
            v.refusAttendu(422).tenir("jury-pouvoirs-faute");
            v.page()
                    .selectOption(
                            "#champ-mandataire",
                            seance.membre("jure3").orElseThrow().id().toString());
            v.bouton("Donner mon pouvoir");
            v.page().getByText("Le pouvoir est noté").waitFor();
            v.tenir("jury-pouvoirs").illustrer("jury-pouvoirs");
        }
        try (Visite v = visite(scenes.secretaire())) {
            v.aller(ici + "/pouvoirs");
            assertThat(v.texte()).contains("Noter un pouvoir reçu", "donne pouvoir à");
            v.tenir("jury-pouvoirs-secretariat");
        }
    }

    private void vote(SeanceVue seance, String ici) {
        String p1 = seance.points().get(0).id().toString();
        String p2 = seance.points().get(1).id().toString();
        try (Visite chair = visite(scenes.jure(1))) {
            chair.aller(ici);
            chair.presser("a:has-text('Conduire la séance')");
            assertThat(chair.texte()).contains("Reste à accorder", "Préside");
            chair.tenir("jury-conduite");
            chair.page()
                    .locator("#point-" + p1 + " button:has-text('Ouvrir le vote')")
                    .click();
            chair.page().getByText("Le vote est ouvert").waitFor();
            for (int n : new int[] {2, 4}) {
                try (Visite v = tablette(scenes.jure(n))) {
                    v.aller(ici + "/points/" + p1);
                    assertThat(v.texte()).contains("Les avis préparés", "Le projet est clair");
                    v.tenir("jury-vote");
                    v.bouton("Pour");
                    v.page().getByText("Votre vote est enregistré").waitFor();
                    v.tenir("jury-vote-fait").illustrer("jury-vote");
                }
            }
            try (Visite v = tablette(scenes.jure(3))) {
                v.aller(ici + "/points/" + p1);
                assertThat(v.texte()).contains("La voix de", "dont vous portez le pouvoir");
                v.tenir("jury-vote-pouvoir");
            }
            chair.page()
                    .locator("#point-" + p1)
                    .getByText(Pattern.compile("2 ont voté sur"))
                    .waitFor();
            chair.tenir("jury-vote-ouvert").illustrer("jury-conduite");
            chair.page().getByText("Noter un vote à main levée").click();
            String trois = seance.membre(scenes.jure(3).identifiant())
                    .orElseThrow()
                    .id()
                    .toString();
            chair.page().check("#voix-" + trois + "-CONTRE");
            chair.bouton("Noter ces voix");
            chair.page().getByText("Les voix sont notées").waitFor();
            chair.bouton("Fermer le vote");
            chair.page().getByText("2 pour, 1 contre").waitFor();
            chair.page().fill("input[name='montantDecide-" + p1 + "']", "700");
            chair.page().check("input[name='decision-" + p1 + "'][value='ACCORD_PARTIEL']");
            chair.bouton("Écrire la décision");
            chair.refusAttendu(422).tenir("jury-decision-sans-motif");
            assertThat(chair.texte()).contains("se motive");
            chair.page().fill("textarea[name='motif-" + p1 + "']", "Une part reste à la personne.");
            chair.bouton("Écrire la décision");
            chair.page().getByText("La décision est écrite").waitFor();

            chair.page()
                    .locator("#point-" + p2 + " button:has-text('Ouvrir le vote')")
                    .click();
            chair.page().getByText("Noter un vote à main levée").click();
            for (int n = 1; n <= 5; n++) {
                String membre = seance.membre("jure" + n).orElseThrow().id().toString();
                chair.page().check("#voix-" + membre + "-CONTRE");
            }
            chair.bouton("Noter ces voix");
            chair.bouton("Fermer le vote");
            chair.page().fill("textarea[name='motif-" + p2 + "']", "Votre employeur paie déjà cette formation.");
            chair.bouton("Écrire la décision");
            chair.page().getByText("La décision est écrite").waitFor();
            chair.tenir("jury-tout-decide");
        }
    }

    private void suites(String ici) {
        try (Visite v = visite(scenes.secretaire())) {
            v.aller(ici + "/conduite");
            v.presser("a:has-text('Courriers et signature')");
            assertThat(v.texte()).contains("Les courriers des décisions", "À signer");
            assertThat(v.page()
                            .locator("button:has-text('Signer les 2 courriers')")
                            .count())
                    .isEqualTo(1);
            v.tenir("jury-suites").illustrer("jury-suites");
            v.bouton("Garder le fichier signé");
            v.refusAttendu(422).tenir("jury-suites-faute");
        }
        try (Visite v = visite(scenes.jure(1))) {
            v.aller(ici + "/suites");
            assertThat(v.texte()).contains("Une signature avec un autre outil").doesNotContain("À signer");
            v.tenir("jury-suites-presidence");
        }
        try (Visite v = visite(scenes.jure(3))) {
            v.aller(ici + "/suites");
            assertThat(v.texte()).contains("Seule la personne qui préside");
            v.ecran().plaintesEtOubli();
        }
    }

    private void signe(String ici) {
        try (Visite v = tablette(scenes.jure(5))) {
            v.aller(ici);
            v.page().fill("#champ-remarque", "Le second dossier a été lu trop vite.");
            v.bouton("Ajouter ma remarque");
            v.page().getByText("Votre remarque sera imprimée").waitFor();
            v.tenir("jury-remarque");
        }
        try (Visite v = visite(scenes.secretaire())) {
            v.aller(ici + "/conduite");
            assertThat(v.page().locator("body").innerText()).contains("le signe avec son compte");
            assertThat(v.page().locator("button:has-text('Signer')").count()).isZero();
        }
        try (Visite v = visite(scenes.jure(1))) {
            v.aller(ici + "/conduite").tenir("jury-a-signer");
            v.bouton("Signer le procès-verbal");
            v.page().getByText("2 décisions parties sur 2").waitFor();
            v.tenir("jury-signee").illustrer("jury-signee");
        }
        try (Visite v = tablette(scenes.jure(5))) {
            v.aller("/mes-seances").tenir("jury-mes-attestations");
            assertThat(v.page().locator("a:has-text('Attestation de 2026')").getAttribute("href"))
                    .isEqualTo("/mes-seances/attestations/2026");
        }
        try (Visite v = visite(scenes.secretaire())) {
            v.menu("Décisions des commissions");
            assertThat(v.texte()).contains("Aides à la mobilité", "caché");
            v.tenir("jury-decisions-publiees");
        }
    }
}
