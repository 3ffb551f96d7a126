package fr.jalon.numerique;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.jalon.accueil.FiltreReponses;
import fr.jalon.accueil.NouvelleVisite;
import fr.jalon.accueil.VisiteVue;
import fr.jalon.accueil.Visites;
import fr.jalon.agent.Agent;
import fr.jalon.agent.Role;
import fr.jalon.annuaire.FicheOffre;
import fr.jalon.annuaire.FicheOrganisme;
import fr.jalon.annuaire.GestionAnnuaire;
import fr.jalon.annuaire.Lieu;
import fr.jalon.annuaire.OrganismeVue;
import fr.jalon.annuaire.Places;
import fr.jalon.commun.Introuvable;
import fr.jalon.commun.SaisieInvalide;
import fr.jalon.courrier.CourrierVue;
import fr.jalon.courrier.Courriers;
import fr.jalon.courrier.ImagesCourrier;
import fr.jalon.essais.EssaiConfiguration;
import fr.jalon.essais.HorlogeReglable;
import fr.jalon.essais.JalonIT;
import fr.jalon.essais.Monde;
import fr.jalon.usager.PersonneVue;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Digital diagnoses on a real database, with the real table and the real directory. */
@JalonIT
class NumeriqueIT {

    private static final LocalDate JOUR = EssaiConfiguration.DEPART.toLocalDate();
    private static final Map<String, Object> DEMARCHE = Map.of(
            "equipement",
            "TELEPHONE",
            "connexion",
            "MOBILE",
            "aisance",
            "USAGES",
            "souhait",
            "APPRENDRE",
            "demarche",
            true);
    private static final Map<String, Object> INITIATION = Map.of(
            "equipement",
            "TELEPHONE",
            "connexion",
            "MOBILE",
            "aisance",
            "USAGES",
            "souhait",
            "APPRENDRE",
            "demarche",
            false);

    @Autowired
    private Monde monde;

    @Autowired
    private DiagnosticsNumeriques diagnostics;

    @Autowired
    private LieuxNumeriques lieux;

    @Autowired
    private HorlogeReglable horloge;

    private Agent accueil;

    @BeforeEach
    void preparer() {
        monde.instructeur();
        accueil = monde.agent(Role.ACCUEIL, "KLEBER");
    }

    @AfterEach
    void remettreLHeure() {
        horloge.regler(EssaiConfiguration.DEPART);
    }

    @Test
    void le_diagnostic_dit_l_orientation_chaque_raison_et_sa_source() {
        PersonneVue personne = monde.personne();
        DiagnosticVue d = diagnostics.pourPersonne(personne.id(), DEMARCHE, accueil);
        assertThat(d.numero()).matches("N-2026-\\d{6}");
        assertThat(d.orientation()).isEqualTo(OrientationNumerique.DEMARCHE);
        assertThat(d.raisons())
                .extracting(RaisonNumerique::regle)
                .containsExactly("Rule_DemarcheQuiAttend", "Rule_ApprendreLesDemarches");
        assertThat(d.raisons().get(0).source()).contains("HCTS, annexe 3");
        assertThat(d.raisons().get(1).source()).contains("Pacte rennais d'insertion", "levier 5");
        assertThat(d.quartier()).isEqualTo("Q1");
        assertThat(d.versionTable()).isPositive();
        assertThat(monde.bean(JdbcTemplate.class)
                        .queryForObject(
                                "select count(*) from journal_entree where nature = 'NUMERIQUE' and objet = ?",
                                Long.class,
                                personne.id().toString()))
                .isEqualTo(1);
    }

    @Test
    void les_memes_reponses_du_jour_ne_font_qu_un_diagnostic_d_autres_s_y_ajoutent_et_se_comparent() {
        PersonneVue personne = monde.personne();
        DiagnosticVue premier = diagnostics.pourPersonne(personne.id(), DEMARCHE, accueil);
        assertThat(diagnostics.pourPersonne(personne.id(), DEMARCHE, accueil).id())
                .isEqualTo(premier.id());
        horloge.avancer(Duration.ofDays(60));
        DiagnosticVue second = diagnostics.pourPersonne(personne.id(), DEMARCHE, accueil);
        DiagnosticVue troisieme = diagnostics.pourPersonne(personne.id(), INITIATION, accueil);
        assertThat(diagnostics.dePersonne(personne.id(), accueil))
                .extracting(DiagnosticVue::id)
                .containsExactly(troisieme.id(), second.id(), premier.id());
        assertThat(troisieme.orientation()).isEqualTo(OrientationNumerique.INITIATION);
        assertThat(troisieme.reponses()).isEqualTo(INITIATION);
    }

    @Test
    void une_visite_sans_nom_a_son_diagnostic_pres_de_son_antenne() {
        VisiteVue visite = visite();
        DiagnosticVue d = diagnostics.pourVisite(visite.id(), INITIATION, accueil);
        assertThat(d.personneId()).isNull();
        assertThat(d.visiteId()).isEqualTo(visite.id());
        assertThat(d.publicVise()).isEqualTo("HABITANT");
        assertThat(d.quartier()).isIn("Q1", "Q2");
        Agent ailleurs = monde.agent(Role.ACCUEIL, "BLOSNE");
        assertThatThrownBy(() -> diagnostics.pourVisite(visite.id(), INITIATION, ailleurs))
                .isInstanceOf(Introuvable.class);
        assertThatThrownBy(() -> diagnostics.diagnostic(d.id(), ailleurs)).isInstanceOf(Introuvable.class);
    }

    private VisiteVue visite() {
        return monde.bean(Visites.class)
                .enregistrer(
                        new NouvelleVisite(
                                UUID.randomUUID(),
                                null,
                                null,
                                List.of("NUMERIQUE"),
                                "HABITANT",
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null),
                        accueil)
                .visite();
    }

    private void lieu(String organisme, String lieu, String quartier, String horaires, String objectif) {
        Agent pilote = monde.agent("pilote.numerique", Role.PILOTE, null);
        GestionAnnuaire gestion = monde.bean(GestionAnnuaire.class);
        OrganismeVue o = gestion.creerOrganisme(
                null,
                new FicheOrganisme(
                        organisme,
                        "RESSOURCE_NUMERIQUE",
                        null,
                        null,
                        List.of(),
                        List.of(),
                        List.of(new Lieu(lieu, "5 rue Fictive", "35000", "Rennes", quartier, horaires, null)),
                        List.of()),
                pilote);
        gestion.creerOffre(
                null,
                new FicheOffre(
                        "Ateliers de " + organisme,
                        null,
                        objectif,
                        null,
                        List.of(o.code()),
                        List.of("NUMERIQUE"),
                        null,
                        List.of(),
                        List.of(),
                        null,
                        null,
                        null,
                        null),
                new Places(null, 0, 0),
                pilote);
    }

    @Test
    void le_lieu_propose_sert_l_objectif_le_plus_proche_d_abord_avec_ses_horaires() {
        lieu("Clic Inventé", "A Atelier du Mirage", "Q1", "le mardi, de 14 h à 17 h", "L5-MEDIATION");
        lieu("Souris Fictive", "A Atelier sans horaires", "Q1", null, "L5-MEDIATION");
        lieu("Écran Imaginaire", "A Atelier lointain", "Q10", "tous les jours", "L5-MEDIATION");
        lieu("Autre Objet", "A Lieu d'autre chose", "Q1", "tous les jours", "L3-LIEN");
        DiagnosticVue d = diagnostics.pourPersonne(monde.personne().id(), INITIATION, accueil);
        List<LieuNumerique> proches = lieux.pour(d, 10);
        assertThat(proches).extracting(l -> l.lieu().nom()).startsWith("A Atelier du Mirage");
        assertThat(proches).extracting(l -> l.lieu().nom()).doesNotContain("A Lieu d'autre chose");
        assertThat(proches.get(0).proximite()).isZero();
        assertThat(rang(proches, "A Atelier sans horaires")).isGreaterThan(0);
        assertThat(rang(proches, "A Atelier lointain")).isGreaterThan(rang(proches, "A Atelier sans horaires"));
        assertThat(lieux.pour(d, 2)).hasSize(2);
        assertThat(proches).as("l'antenne n'apprend pas").allMatch(l -> l.organisme() != null);
        DiagnosticVue aide = diagnostics.pourPersonne(monde.personne().id(), DEMARCHE, accueil);
        LieuNumerique antenne = lieux.pour(aide, 1).get(0);
        assertThat(antenne.organisme()).as("l'antenne aide à la démarche").isNull();
        assertThat(antenne.lieu().nom()).isEqualTo("Espace KLEBER");
        assertThat(antenne.lieu().horaires()).contains("de 9 h à 17 h");

        CourrierVue fiche = monde.bean(FichesNumeriques.class).fiche(d.id(), accueil);
        String texte = monde.bean(ImagesCourrier.class)
                .texte(monde.bean(Courriers.class).octets(fiche.id()))
                .replaceAll("[\\s\\u00a0\\u202f\\u2009]+", " ");
        assertThat(texte)
                .contains(
                        d.numero(),
                        "Vous apprenez",
                        "A Atelier du Mirage, 5 rue Fictive, 35000 Rennes",
                        "le mardi, de 14 h à 17 h",
                        "vous voulez apprendre à y faire vos démarches")
                .doesNotContain("Quelqu’un fait vos démarches avec vous");
        assertThat(monde.bean(FichesNumeriques.class).fiche(d.id(), accueil).id())
                .isEqualTo(fiche.id());
    }

    private static int rang(List<LieuNumerique> lieux, String nom) {
        return lieux.stream().map(l -> l.lieu().nom()).toList().indexOf(nom);
    }

    @Test
    void la_personne_choisit_parmi_ce_que_la_table_a_dit_et_tout_suit_son_choix() {
        DiagnosticVue d = diagnostics.pourPersonne(monde.personne().id(), DEMARCHE, accueil);
        assertThat(d.possibles()).containsExactly(OrientationNumerique.DEMARCHE, OrientationNumerique.INITIATION);
        CourrierVue avant = monde.bean(FichesNumeriques.class).fiche(d.id(), accueil);
        DiagnosticVue choisi = diagnostics.choisir(d.id(), "INITIATION", accueil);
        assertThat(choisi.retenue()).isEqualTo(OrientationNumerique.INITIATION);
        assertThat(choisi.orientation()).as("la proposition reste").isEqualTo(OrientationNumerique.DEMARCHE);
        assertThat(lieux.pour(choisi, 10)).allMatch(l -> l.organisme() != null);
        CourrierVue apres = monde.bean(FichesNumeriques.class).fiche(d.id(), accueil);
        assertThat(apres.remplace()).isEqualTo(avant.id());
        assertThatThrownBy(() -> diagnostics.choisir(d.id(), "ASSISTANCE", accueil))
                .isInstanceOf(SaisieInvalide.class);
        Agent ailleurs = monde.agent(Role.ACCUEIL, "BLOSNE");
        assertThatThrownBy(() -> diagnostics.choisir(d.id(), "INITIATION", ailleurs))
                .isInstanceOf(Introuvable.class);
    }

    @Test
    void les_orientations_sont_comptees_par_antenne_et_par_public() {
        Agent cleunay = monde.agent(Role.ACCUEIL, "AIME_CESAIRE");
        PersonneVue personne = monde.personne();
        horloge.regler(EssaiConfiguration.DEPART.plusDays(3));
        diagnostics.pourPersonne(personne.id(), DEMARCHE, cleunay);
        diagnostics.pourPersonne(personne.id(), INITIATION, cleunay);
        ComptesNumeriques comptes = monde.bean(ComptesNumeriques.class);
        Agent manager = monde.agent("manager.numerique", Role.MANAGER, null);
        FiltreReponses f = new FiltreReponses(JOUR.plusDays(3), JOUR.plusDays(3), "AIME_CESAIRE", null, null, null);
        List<ComptesNumeriques.Ligne> parAntenne = comptes.parAntenne(f, manager);
        assertThat(parAntenne).hasSize(1);
        assertThat(parAntenne.get(0).total()).isEqualTo(2);
        assertThat(parAntenne.get(0).nombre(OrientationNumerique.DEMARCHE)).isEqualTo(1);
        assertThat(parAntenne.get(0).nombre(OrientationNumerique.INITIATION)).isEqualTo(1);
        assertThat(parAntenne.get(0).nombre(OrientationNumerique.ASSISTANCE)).isZero();
        assertThat(comptes.parPublic(f, manager))
                .extracting(l -> l.libelle() + " " + l.total())
                .containsExactly("Non précisé 2");
        assertThat(comptes.parAntenne(f, monde.agent(Role.RESPONSABLE_ANTENNE, "KLEBER")))
                .isEmpty();
    }

    @Test
    void apres_treize_mois_le_diagnostic_compte_encore_mais_ne_dit_plus_de_qui() {
        PersonneVue personne = monde.personne();
        DiagnosticVue d = diagnostics.pourPersonne(personne.id(), DEMARCHE, accueil);
        monde.bean(FichesNumeriques.class).fiche(d.id(), accueil);
        horloge.regler(EssaiConfiguration.DEPART.plusMonths(13).plusDays(1));
        monde.bean(PurgeDesDiagnostics.class).purger();
        assertThat(diagnostics.dePersonne(personne.id(), accueil)).isEmpty();
        assertThat(diagnostics.diagnostic(d.id(), accueil).personneId()).isNull();
        assertThat(monde.bean(Courriers.class).parDossier(d.id())).isEmpty();
    }
}
