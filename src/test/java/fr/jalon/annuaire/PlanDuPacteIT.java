package fr.jalon.annuaire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.jalon.agent.Agent;
import fr.jalon.agent.Role;
import fr.jalon.commun.Conflit;
import fr.jalon.commun.ErreurChamp;
import fr.jalon.commun.Horloge;
import fr.jalon.commun.Interdit;
import fr.jalon.commun.Introuvable;
import fr.jalon.commun.SaisieInvalide;
import fr.jalon.dossier.Canal;
import fr.jalon.essais.JalonIT;
import fr.jalon.essais.Monde;
import fr.jalon.prescription.NouvellePrescription;
import fr.jalon.prescription.Prescriptions;
import fr.jalon.usager.PersonneVue;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** The plan of the pact beside the offers: what is known of each action, who may say it, and a base from before it. */
@JalonIT
class PlanDuPacteIT {

    private static final String HACKATHON = "L5-LEVIER-04";
    private static final String ETUDE = "L5-RESEAU-01";
    private static final String REPERTOIRE = "L5-EQUIPEMENT-09";
    private static final String VELO = "L6-ALTERNATIVES-01";

    @Autowired
    private PlanDuPacte plan;

    @Autowired
    private Annuaire annuaire;

    @Autowired
    private GestionAnnuaire gestion;

    @Autowired
    private ChargementDeLAnnuaire chargement;

    @Autowired
    private TableauDuPacte tableau;

    @Autowired
    private Prescriptions prescriptions;

    @Autowired
    private Monde monde;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private Horloge horloge;

    private Agent responsable;

    @BeforeEach
    void agents() {
        responsable = monde.agent(Role.RESPONSABLE_DISPOSITIFS, "KLEBER");
    }

    @Test
    void le_plan_a_les_167_actions_du_pacte_et_54_menent_a_une_offre() {
        List<ActionVue> toutes = tableau.rangees().stream()
                .map(r -> plan.action(r.get(0)))
                .filter(a -> a.code().matches("L[1-6]-[A-Z-]+-\\d{2}"))
                .toList();
        assertThat(toutes).hasSize(167);
        assertThat(toutes).filteredOn(a -> !a.offres().isEmpty()).hasSizeBetween(50, 60);
        assertThat(toutes)
                .filteredOn(a -> a.version() == 0)
                .allMatch(a -> a.fiche().etat() == null
                        && a.fiche().pilote() == null
                        && a.fiche().echeance() == null);
    }

    @Test
    void une_action_se_suit_et_chaque_changement_reste() {
        ActionVue avant = plan.action("L1-FORMATION-06");
        FicheAction f = avant.fiche();
        ActionVue apres = plan.modifier(
                avant.code(),
                new FicheAction(
                        f.titre(),
                        f.objectif(),
                        f.objectifOperationnel(),
                        "Région Bretagne",
                        f.partenaires(),
                        f.origine(),
                        f.page(),
                        LocalDate.of(2026, 12, 31),
                        EtatAction.REALISEE,
                        "Livret distribué dans les six antennes",
                        "À mi-parcours, le livret est écrit.",
                        null),
                avant.version(),
                responsable);

        assertThat(apres.fiche().etat()).isEqualTo(EtatAction.REALISEE);
        assertThat(plan.historique(avant.id()))
                .extracting(ChangementAnnuaire::champ)
                .contains("pilote", "echeance", "etat", "preuve", "bilanMiParcours", "creation");
        assertThatThrownBy(() -> plan.modifier(avant.code(), f, avant.version(), responsable))
                .isInstanceOf(Conflit.class)
                .hasMessageContaining("modifiée entre-temps");
        assertThat(plan.chercher(new FiltreActions("livret", 1, EtatAction.REALISEE, false), 0, 20)
                        .elements())
                .extracting(ActionVue::code)
                .contains(avant.code());
    }

    @Test
    void une_action_refuse_ce_qu_elle_ne_peut_pas_garder_champ_par_champ() {
        FicheAction faux = new FicheAction(
                " ",
                "RIEN",
                null,
                "p".repeat(201),
                null,
                null,
                "page bien trop longue pour le pacte",
                LocalDate.of(3, 1, 1),
                null,
                null,
                null,
                null);
        assertThatThrownBy(() -> plan.creer(null, faux, responsable))
                .isInstanceOfSatisfying(
                        SaisieInvalide.class,
                        e -> assertThat(e.erreurs())
                                .extracting(ErreurChamp::champ)
                                .contains("titre", "objectif", "pilote", "page", "echeance"));
        assertThatThrownBy(() -> plan.action("RIEN")).isInstanceOf(Introuvable.class);
        assertThatThrownBy(() -> plan.chercher(FiltreActions.de(null, 7), 0, 20))
                .isInstanceOf(SaisieInvalide.class);
    }

    @ParameterizedTest
    @EnumSource(value = Role.class, mode = EnumSource.Mode.EXCLUDE, names = "RESPONSABLE_DISPOSITIFS")
    void les_autres_roles_lisent_le_plan_sans_l_ecrire(Role role) {
        Agent agent = monde.agent(role, "KLEBER");
        ActionVue action = plan.action(HACKATHON);
        assertThatThrownBy(() -> plan.modifier(action.code(), action.fiche(), action.version(), agent))
                .isInstanceOf(Interdit.class);
        assertThatThrownBy(() -> plan.creer(null, action.fiche(), agent)).isInstanceOf(Interdit.class);
    }

    /** An offer that somebody wrote comes from a row of the pact as much as those that were loaded with it. */
    @Test
    void une_offre_se_lie_a_son_action_et_s_en_delie() {
        FicheOffre fiche = annuaire.offreSiExiste(VELO).orElseThrow().fiche();
        OffreVue offre = gestion.creerOffre(null, fiche, Places.NON_SUIVIES, responsable);
        assertThat(offre.action()).isNull();

        plan.lier(offre.id(), ETUDE, responsable);
        assertThat(plan.action(ETUDE).offres())
                .extracting(ActionVue.OffreLiee::id)
                .contains(offre.id());
        assertThat(annuaire.historique(offre.id()))
                .anySatisfy(c -> assertThat(c.champ()).isEqualTo("actionDuPacte"));
        assertThatThrownBy(() -> plan.lier(offre.id(), "N-EXISTE-PAS", responsable))
                .isInstanceOf(SaisieInvalide.class);
        assertThatThrownBy(() -> plan.lier(offre.id(), VELO, monde.responsable()))
                .isInstanceOf(Interdit.class);
        plan.lier(offre.id(), null, responsable);
        assertThat(plan.action(ETUDE).offres())
                .extracting(ActionVue.OffreLiee::id)
                .doesNotContain(offre.id());

        jdbc.update("delete from offre_organisme where offre_id = ?", offre.id());
        jdbc.update("delete from offre_public where offre_id = ?", offre.id());
        jdbc.update("delete from offre where id = ?", offre.id());
    }

    @Test
    void une_base_d_avant_le_plan_garde_les_orientations_en_cours_et_ce_que_quelqu_un_a_ecrit() {
        ancienne(HACKATHON, "APRAS");
        OffreVue orientee = ancienne(ETUDE, "APRAS");
        OffreVue ecrite = ancienne(REPERTOIRE, "APRAS");
        OffreVue velo = ancienne(VELO, "PRISME");
        prescrire(orientee);
        gestion.confirmerOffre(ecrite.id(), responsable);

        assertThat(chargement.charger()).isPositive();

        assertThat(annuaire.offreSiExiste(HACKATHON)).isEmpty();
        assertThat(plan.historique(plan.action(HACKATHON).id()))
                .anySatisfy(c -> assertThat(c.champ()).isEqualTo("retrait"));
        assertThat(annuaire.offre(orientee.id()).fermeeLe()).isNotNull();
        assertThat(annuaire.offre(orientee.id()).action())
                .isEqualTo(plan.action(ETUDE).id());
        assertThat(annuaire.offre(ecrite.id()).fermeeLe()).isNull();
        assertThat(annuaire.offre(ecrite.id()).action())
                .isEqualTo(plan.action(REPERTOIRE).id());
        assertThat(annuaire.offre(velo.id()).titre()).isEqualTo("Apprendre à faire du vélo avec Prisme");
        assertThat(annuaire.offre(velo.id()).confirmeeLe()).isEqualTo(velo.confirmeeLe());
        assertThat(annuaire.offre(velo.id()).action())
                .isEqualTo(plan.action(VELO).id());
        jdbc.update("delete from offre_organisme where offre_id = ?", ecrite.id());
        jdbc.update("delete from offre_public where offre_id = ?", ecrite.id());
        jdbc.update("delete from offre where id = ?", ecrite.id());
    }

    /** The row of the pact as it was loaded when every row was an offer. */
    private OffreVue ancienne(String code, String organisme) {
        ActionVue action = plan.action(code);
        Optional<OffreVue> deja = annuaire.offreSiExiste(code);
        deja.ifPresent(o -> {
            jdbc.update("delete from offre_organisme where offre_id = ?", o.id());
            jdbc.update("delete from offre_public where offre_id = ?", o.id());
            jdbc.update("delete from offre where id = ?", o.id());
        });
        jdbc.update("delete from action_du_pacte where code = ?", code);
        jdbc.update("delete from annuaire_reference where code = ?", "action " + code);
        jdbc.update("insert ignore into annuaire_reference (code, chargee_le) values (?, now())", "offre " + code);
        FicheAction f = action.fiche();
        return gestion.inscrire(
                code,
                new FicheOffre(
                        f.titre(),
                        null,
                        f.objectif(),
                        f.objectifOperationnel(),
                        List.of(organisme),
                        List.of("HABITANTS"),
                        null,
                        List.of(),
                        List.of(),
                        null,
                        null,
                        null,
                        null),
                Places.NON_SUIVIES,
                "Pacte rennais d'insertion 2017-2021, p. " + f.page(),
                LocalDate.of(2017, 6, 1),
                Agent.JALON);
    }

    private UUID prescrire(OffreVue offre) {
        PersonneVue personne = monde.personne();
        return prescriptions
                .prescrire(
                        new NouvellePrescription(
                                personne.id(),
                                null,
                                Canal.GUICHET,
                                List.of("LIEN_SOCIAL"),
                                null,
                                "APRAS/" + offre.code(),
                                true,
                                horloge.aujourdhui().plusMonths(3)),
                        monde.agent(Role.ALI, "KLEBER"))
                .id();
    }
}
