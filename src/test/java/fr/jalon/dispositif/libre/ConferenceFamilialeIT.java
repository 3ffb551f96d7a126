package fr.jalon.dispositif.libre;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.jalon.agent.Agent;
import fr.jalon.agent.Role;
import fr.jalon.commun.Interdit;
import fr.jalon.commun.Introuvable;
import fr.jalon.corbeille.Corbeille;
import fr.jalon.courrier.CourrierVue;
import fr.jalon.courrier.Courriers;
import fr.jalon.dossier.DossierDejaOuvert;
import fr.jalon.dossier.DossierVue;
import fr.jalon.dossier.Dossiers;
import fr.jalon.dossier.Issue;
import fr.jalon.dossier.Signalement;
import fr.jalon.dossier.Signalements;
import fr.jalon.essais.EssaiConfiguration;
import fr.jalon.essais.JalonIT;
import fr.jalon.essais.Monde;
import fr.jalon.moteur.ParcoursFacultatif;
import fr.jalon.moteur.ParcoursFacultatifs;
import fr.jalon.moteur.Taches;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A path made of a model, a table, forms and letters alone, from its start beside a dossier to its ends. */
@JalonIT
class ConferenceFamilialeIT {

    private static final LocalDate DEPART = EssaiConfiguration.DEPART.toLocalDate();

    @Autowired
    private Monde monde;

    @Autowired
    private ParcoursFacultatifs facultatifs;

    @Autowired
    private Dossiers dossiers;

    @Autowired
    private Corbeille corbeille;

    @Autowired
    private Taches taches;

    @Autowired
    private Courriers courriers;

    private Agent ali;

    @BeforeEach
    void preparer() {
        ali = monde.agent(Role.ALI, "KLEBER");
        monde.responsable();
    }

    private DossierVue demarrer() {
        DossierVue dossier = facultatifs.demarrer(monde.demande().numero(), "CFA", ali);
        monde.travailler();
        return dossier;
    }

    private void achever(DossierVue dossier, String etape, Map<String, Object> donnees) {
        String tache = corbeille.duDossier(dossier.id()).stream()
                .filter(t -> t.etape().equals("UserTask_" + etape))
                .findFirst()
                .orElseThrow(() -> new AssertionError("pas de tâche " + etape))
                .tacheId();
        taches.achever(tache, donnees, ali);
        monde.travailler();
    }

    private void poserLaQuestion(DossierVue dossier, String accord) {
        achever(
                dossier,
                "PoserQuestion",
                Map.of(
                        "question", "Comment Zoé peut-elle rester chez elle ?",
                        "coordinateur", "Alix Modèle",
                        "accord", accord,
                        "danger", "NON"));
    }

    @Test
    void la_famille_se_reunit_decide_et_evalue() {
        DossierVue dossier = demarrer();
        assertThat(dossier.numero()).startsWith("CFA-2026-");
        poserLaQuestion(dossier, "OUI");
        achever(
                dossier,
                "PreparerConference",
                Map.of(
                        "famillePrete", "OUI",
                        "heuresPreparation", 32,
                        "dateReunion", DEPART.plusDays(40).toString(),
                        "heureReunion", "14h30",
                        "lieu", "Maison de quartier"));
        assertThat(courriers.parDossier(dossier.id()))
                .singleElement()
                .matches(c -> c.modele().equals("invitation-conference"));
        achever(
                dossier,
                "TenirConference",
                Map.of("rencontre", "TENUE", "plan", "Léo fait les courses.\n\nAna appelle le service d'aide."));
        achever(dossier, "EvaluerConference", Map.of("entendue", "OUI", "utile", "EN_PARTIE"));
        achever(dossier, "EvaluerPlan", Map.of("actionsFaites", "OUI", "suiteFamille", "Zoé vit chez elle."));
        assertThat(dossiers.parId(dossier.id()).issue()).isEqualTo(Issue.MENE_A_TERME);
        assertThat(courriers.parDossier(dossier.id()))
                .extracting(CourrierVue::modele)
                .containsExactlyInAnyOrder("invitation-conference", "plan-conference");
    }

    @Test
    void sans_plein_gre_elle_s_arrete_la() {
        DossierVue dossier = demarrer();
        poserLaQuestion(dossier, "NON");
        assertThat(dossiers.parId(dossier.id()).issue()).isEqualTo(Issue.SANS_SUITE);
        assertThat(courriers.parDossier(dossier.id())).isEmpty();
    }

    @Test
    void un_desistement_la_termine() {
        DossierVue dossier = demarrer();
        monde.bean(Signalements.class).signaler(dossier.id(), Signalement.DESISTEMENT, "La famille renonce.", ali);
        monde.travailler();
        assertThat(dossiers.parId(dossier.id()).issue()).isEqualTo(Issue.DESISTEMENT);
    }

    @Test
    void elle_est_liee_a_son_dossier_et_n_est_pas_ouverte_deux_fois() {
        DossierVue origine = monde.demande();
        DossierVue dossier = facultatifs.demarrer(origine.numero(), "CFA", ali);
        assertThat(facultatifs.lies(origine.id())).extracting(DossierVue::id).containsExactly(dossier.id());
        assertThat(facultatifs.lies(dossier.id())).extracting(DossierVue::id).containsExactly(origine.id());
        assertThat(facultatifs.proposes(dossier)).isEmpty();
        assertThat(facultatifs.proposes(origine))
                .extracting(ParcoursFacultatif::dispositif)
                .contains("CFA");
        assertThatThrownBy(() -> facultatifs.demarrer(origine.numero(), "CFA", ali))
                .isInstanceOf(DossierDejaOuvert.class);
    }

    @Test
    void ni_une_autre_antenne_ni_l_accueil_ni_un_parcours_inconnu() {
        DossierVue origine = monde.demande();
        Agent blosne = monde.agent(Role.ALI, "BLOSNE");
        assertThatThrownBy(() -> facultatifs.demarrer(origine.numero(), "CFA", blosne))
                .isInstanceOf(Introuvable.class);
        Agent accueil = monde.agent(Role.ACCUEIL, "KLEBER");
        assertThatThrownBy(() -> facultatifs.demarrer(origine.numero(), "CFA", accueil))
                .isInstanceOf(Interdit.class);
        assertThatThrownBy(() -> facultatifs.demarrer(origine.numero(), "RSA", ali))
                .isInstanceOf(Introuvable.class);
    }
}
