package fr.jalon.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.agent.Agent;
import fr.jalon.essais.EssaiConfiguration;
import fr.jalon.essais.HorlogeReglable;
import fr.jalon.essais.JalonIT;
import fr.jalon.essais.Monde;
import fr.jalon.moteur.ParcoursFacultatifs;
import fr.jalon.prescription.EspacePartenaire;
import fr.jalon.prescription.FichePartenaire;
import fr.jalon.prescription.MotifRefus;
import fr.jalon.prescription.NouvellePrescription;
import fr.jalon.prescription.OngletPartenaire;
import fr.jalon.prescription.Prescriptions;
import fr.jalon.prescription.Reponse;
import fr.jalon.sanction.Manquements;
import fr.jalon.sanction.parcours.ManquementRsa;
import fr.jalon.seance.ScenesDEquipe;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What an agent writes about a dossier is for the team: the history that the person reads says what happened, in every dispositif. */
@JalonIT
class HistoirePubliqueIT {

    private static final LocalDate DEPART = EssaiConfiguration.DEPART.toLocalDate();
    private static final String INTERNE = "Je doute de sa bonne foi";

    @Autowired
    private Monde monde;

    @Autowired
    private Dossiers dossiers;

    @Autowired
    private Signalements signalements;

    private ScenesDEquipe scenes;
    private Agent ali;

    @BeforeEach
    void preparer() {
        monde.bean(HorlogeReglable.class).regler(EssaiConfiguration.DEPART);
        scenes = new ScenesDEquipe(monde);
        ali = scenes.ali();
        monde.responsable();
    }

    private void verifier(DossierVue dossier, String... dits) {
        assertThat(dossiers.histoirePublique(dossier.id()).toString())
                .as(dossier.numero())
                .doesNotContain(INTERNE)
                .contains(dits);
        assertThat(dossiers.histoirePublique(dossier.id()))
                .extracting(EvenementVue::nature)
                .doesNotContain("NOTE", "TACHE", "INCIDENT");
        assertThat(dossiers.histoire(dossier.id()).toString())
                .as("l'équipe le lit : " + dossier.numero())
                .contains(INTERNE);
    }

    @Test
    void une_demande_de_rsa() {
        DossierVue dossier = monde.demande();
        monde.travailler();
        dossiers.annoter(dossier.id(), INTERNE, monde.instructeur());
        signalements.signaler(dossier.id(), Signalement.URGENCE, INTERNE, monde.instructeur());
        signalements.signaler(dossier.id(), Signalement.DESISTEMENT, INTERNE, monde.instructeur());
        monde.travailler();
        verifier(dossier, "Demande de RSA reçue", "Dossier signalé urgent.", "La personne renonce à sa demande.");
    }

    @Test
    void une_orientation_ou_l_on_s_ecarte_de_la_proposition_et_ou_la_personne_refuse_le_contrat() {
        DossierVue dossier = scenes.contratRefuse(INTERNE);
        verifier(dossier, "La personne n'a pas signé le contrat.", "Diagnostic fait avec la personne.");
        assertThat(dossiers.histoirePublique(dossier.id()).toString())
                .doesNotContain("Choix de la personne.", "Tout va assez bien.");
    }

    @Test
    void une_procedure_pour_manquement() {
        DossierVue dossier =
                monde.bean(Manquements.class).ouvrir(scenes.orientee().id(), ali.identifiant(), ali);
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
                ali);
        Map<String, Object> observations = new HashMap<>(
                Map.of("mode", "ORAL", "date", DEPART.toString(), "observations", "J'étais malade.", "complet", true));
        scenes.achever(dossier, ManquementRsa.RECEVOIR_OBSERVATIONS, observations, ali);
        scenes.achever(
                dossier,
                ManquementRsa.DECIDER_SANCTION,
                Map.of("decision", "DEMANDER_AVIS", "motif", INTERNE),
                monde.responsable());
        signalements.signaler(dossier.id(), Signalement.CONFORMITE, INTERNE, ali);
        monde.travailler();
        verifier(dossier, "La personne a répondu de vive voix", "La personne s'est mise en règle.");
    }

    @Test
    void une_orientation_vers_un_partenaire_qui_refuse() {
        Agent partenaire = monde.partenaire("partenaire.histoire", "APRAS");
        DossierVue dossier = monde.bean(Prescriptions.class)
                .prescrire(
                        new NouvellePrescription(
                                monde.personne().id(),
                                null,
                                Canal.GUICHET,
                                List.of("LOGEMENT"),
                                "Préfère le matin.",
                                "APRAS",
                                true,
                                DEPART.plusMonths(6)),
                        ali);
        monde.travailler();
        EspacePartenaire espace = monde.bean(EspacePartenaire.class);
        FichePartenaire fiche = espace.lister(OngletPartenaire.A_REPONDRE, partenaire).stream()
                .filter(f -> f.numero().equals(dossier.numero()))
                .findFirst()
                .orElseThrow();
        espace.repondre(
                fiche.proposition().id(), new Reponse(false, null, null, MotifRefus.AUTRE, INTERNE), null, partenaire);
        monde.travailler();
        verifier(dossier, "orientation proposée à un partenaire", "a refusé");
    }

    @Test
    void une_conference_familiale() {
        DossierVue dossier =
                monde.bean(ParcoursFacultatifs.class).demarrer(monde.demande().numero(), "CFA", ali);
        monde.travailler();
        signalements.signaler(dossier.id(), Signalement.DESISTEMENT, INTERNE, ali);
        monde.travailler();
        verifier(dossier, "La personne renonce à sa demande.");
    }
}
