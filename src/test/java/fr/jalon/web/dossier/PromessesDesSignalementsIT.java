package fr.jalon.web.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.agent.Agent;
import fr.jalon.courrier.CourrierVue;
import fr.jalon.courrier.Courriers;
import fr.jalon.courrier.EtatCourrier;
import fr.jalon.courrier.Signatures;
import fr.jalon.courrier.UsageCourrier.Destinataire;
import fr.jalon.courrier.UsagesCourrier;
import fr.jalon.dispositif.Envois;
import fr.jalon.dossier.Canal;
import fr.jalon.dossier.DossierVue;
import fr.jalon.dossier.Dossiers;
import fr.jalon.dossier.EtatDossier;
import fr.jalon.dossier.Signalement;
import fr.jalon.dossier.Signalements;
import fr.jalon.essais.EssaiConfiguration;
import fr.jalon.essais.HorlogeReglable;
import fr.jalon.essais.JalonIT;
import fr.jalon.essais.Monde;
import fr.jalon.moteur.ParcoursFacultatifs;
import fr.jalon.prescription.NouvellePrescription;
import fr.jalon.prescription.Prescriptions;
import fr.jalon.sanction.Manquements;
import fr.jalon.sanction.parcours.ManquementRsa;
import fr.jalon.seance.ScenesDEquipe;
import fr.jalon.usager.Personnes;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the page says a signal will do is what the path does: every dispositif, every signal, every state of a breach. */
@JalonIT
class PromessesDesSignalementsIT {

    private static final LocalDate DEPART = EssaiConfiguration.DEPART.toLocalDate();
    private static final String AUCUN = "Aucun courrier ne part";

    @Autowired
    private Monde monde;

    @Autowired
    private AnnonceSignalements annonces;

    @Autowired
    private Dossiers dossiers;

    @Autowired
    private Courriers courriers;

    @Autowired
    private UsagesCourrier usages;

    @Autowired
    private Envois envois;

    private ScenesDEquipe scenes;
    private Agent ali;

    @BeforeEach
    void preparer() {
        monde.bean(HorlogeReglable.class).regler(EssaiConfiguration.DEPART);
        scenes = new ScenesDEquipe(monde);
        ali = scenes.ali();
        monde.responsable();
    }

    /** How to open a dossier in each state where a signal does something else. */
    private Map<String, Supplier<DossierVue>> etats() {
        Map<String, Supplier<DossierVue>> etats = new LinkedHashMap<>();
        etats.put("RSA", () -> monde.demande());
        etats.put("ORI", scenes::orientee);
        etats.put("PAR", this::prescrite);
        etats.put("CFA", this::conference);
        etats.put("MAN signalé", this::manquement);
        etats.put("MAN informé", this::informe);
        etats.put("MAN informé, lettre partie", this::prevenu);
        etats.put("MAN décidé sans signature", this::decide);
        etats.put("MAN signé, pas parti", this::signeSansEnvoi);
        etats.put("MAN notifié", this::notifie);
        return etats;
    }

    private static Stream<Signalement> de(DossierVue dossier) {
        return Arrays.stream(Signalement.values())
                .filter(s -> s.depuisLeDossier() && s.convientA(dossier.dispositif()));
    }

    @Test
    void ce_que_la_page_promet_est_ce_que_le_parcours_fait() {
        etats().forEach((etat, ouvrir) -> de(ouvrir.get()).forEach(s -> verifier(etat, ouvrir.get(), s)));
    }

    private void verifier(String etat, DossierVue dossier, Signalement s) {
        monde.travailler();
        String promesse = annonces.de(dossier, s);
        int lettresAvant = lettresALaPersonne(dossier).size();
        int cafAvant = envoisALaCaf(dossier);
        boolean decisionAvant = decisionEnAttente(dossier);
        monde.bean(Signalements.class).signaler(dossier.id(), s, "Fait.", ali);
        monde.travailler();

        String ou = etat + ", " + s + " : " + promesse;
        assertThat(lettresALaPersonne(dossier).size() > lettresAvant).as(ou).isEqualTo(!promesse.contains(AUCUN));
        assertThat(promesse.contains(AUCUN) || promesse.contains("Un courrier"))
                .as("la promesse parle du courrier : " + ou)
                .isTrue();
        assertThat(envoisALaCaf(dossier) > cafAvant).as(ou).isEqualTo(promesse.contains("La CAF"));
        assertThat(decisionAvant).as(ou).isEqualTo(promesse.contains("qui n’est pas partie, est annulée"));
        assertThat(decisionEnAttente(dossier)).as(ou).isFalse();
        assertThat(dossiers.parId(dossier.id()).etat() == EtatDossier.CLOS)
                .as(ou)
                .isEqualTo(s != Signalement.URGENCE);
    }

    @Test
    void un_deces_ne_fait_ecrire_a_personne_et_la_caf_qui_applique_une_sanction_est_prevenue() {
        etats().forEach((etat, ouvrir) -> {
            DossierVue dossier = ouvrir.get();
            monde.travailler();
            int avant = lettresALaPersonne(dossier).size();
            monde.bean(Personnes.class).declarerDeces(dossier.personneId(), DEPART, ali);
            monde.travailler();
            assertThat(lettresALaPersonne(dossier)).as(etat).hasSize(avant);
            assertThat(dossiers.parId(dossier.id()).clos()).as(etat).isTrue();
            assertThat(envois.duDossier(dossier.id()).stream()
                            .anyMatch(e -> e.objet().equals("FIN_SUIVI_SANCTION")))
                    .as(etat)
                    .isEqualTo(etat.equals("MAN notifié"));
            assertThat(decisionEnAttente(dossier)).as(etat).isFalse();
        });
    }

    private List<CourrierVue> lettresALaPersonne(DossierVue dossier) {
        return courriers.parDossier(dossier.id()).stream()
                .filter(c -> usages.de(c.modele()).destinataire() == Destinataire.PERSONNE)
                .toList();
    }

    private boolean decisionEnAttente(DossierVue dossier) {
        return courriers.parDossier(dossier.id()).stream()
                .anyMatch(c ->
                        c.modele().equals("sanction-decidee") && !c.etat().parti() && c.etat() != EtatCourrier.ANNULE);
    }

    private int envoisALaCaf(DossierVue dossier) {
        return (int) envois.duDossier(dossier.id()).stream()
                .filter(e -> e.destinataire().equals("CAF"))
                .count();
    }

    private DossierVue prescrite() {
        return monde.bean(Prescriptions.class)
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
    }

    private DossierVue conference() {
        return monde.bean(ParcoursFacultatifs.class).demarrer(scenes.orientee().numero(), "CFA", ali);
    }

    private DossierVue manquement() {
        DossierVue dossier =
                monde.bean(Manquements.class).ouvrir(scenes.orientee().id(), ali.identifiant(), ali);
        monde.travailler();
        return dossier;
    }

    private DossierVue informe() {
        DossierVue dossier = manquement();
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
                        "mois", 2),
                ali);
        return dossier;
    }

    private DossierVue decide() {
        DossierVue dossier = prevenu();
        Map<String, Object> observations = new HashMap<>(
                Map.of("mode", "ORAL", "date", DEPART.toString(), "observations", "J'étais malade.", "complet", true));
        scenes.achever(dossier, ManquementRsa.RECEVOIR_OBSERVATIONS, observations, ali);
        scenes.achever(
                dossier,
                ManquementRsa.DECIDER_SANCTION,
                Map.of(
                        "decision",
                        "SANCTIONNER",
                        "sanction",
                        "SUSPENSION",
                        "taux",
                        30,
                        "mois",
                        2,
                        "debut",
                        DEPART.plusDays(10).toString(),
                        "motif",
                        "Aucun certificat n'a été donné."),
                monde.responsable());
        return dossier;
    }

    private DossierVue prevenu() {
        DossierVue dossier = informe();
        monde.poster(dossier.id(), "manquement-observations");
        return dossier;
    }

    private DossierVue signeSansEnvoi() {
        DossierVue dossier = decide();
        monde.deleguer();
        courriers.parDossier(dossier.id()).stream()
                .filter(c -> c.etat() == EtatCourrier.A_SIGNER)
                .forEach(c -> monde.bean(Signatures.class).signer(c.id(), monde.responsable()));
        return dossier;
    }

    private DossierVue notifie() {
        DossierVue dossier = decide();
        monde.poster(dossier.id(), "sanction-decidee");
        return dossier;
    }
}
