package fr.jalon.prescription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.jalon.agent.Agent;
import fr.jalon.agent.Comptes;
import fr.jalon.agent.NouveauCompte;
import fr.jalon.agent.Role;
import fr.jalon.agent.TropDEssais;
import fr.jalon.annuaire.Annuaire;
import fr.jalon.annuaire.FiltreOffres;
import fr.jalon.annuaire.OffreVue;
import fr.jalon.annuaire.Places;
import fr.jalon.commun.Conflit;
import fr.jalon.commun.ErreurChamp;
import fr.jalon.commun.Horloge;
import fr.jalon.commun.Interdit;
import fr.jalon.commun.Introuvable;
import fr.jalon.commun.SaisieInvalide;
import fr.jalon.corbeille.Corbeille;
import fr.jalon.courrier.CourrierVue;
import fr.jalon.courrier.Courriers;
import fr.jalon.courrier.EtatCourrier;
import fr.jalon.courrier.ImagesCourrier;
import fr.jalon.dispositif.Envois;
import fr.jalon.dossier.Canal;
import fr.jalon.dossier.DossierVue;
import fr.jalon.dossier.Dossiers;
import fr.jalon.dossier.EtatDossier;
import fr.jalon.dossier.Issue;
import fr.jalon.dossier.Signalement;
import fr.jalon.dossier.Signalements;
import fr.jalon.essais.EssaiConfiguration;
import fr.jalon.essais.HorlogeReglable;
import fr.jalon.essais.JalonIT;
import fr.jalon.essais.Monde;
import fr.jalon.moteur.Taches;
import fr.jalon.orientation.NouvelleOrientation;
import fr.jalon.orientation.Orientations;
import fr.jalon.orientation.Parcours;
import fr.jalon.prescription.parcours.LettreAvecLien;
import fr.jalon.prescription.parcours.OrientationPartenaire;
import fr.jalon.usager.ConsentementVue;
import fr.jalon.usager.Consentements;
import fr.jalon.usager.NouveauConsentement;
import fr.jalon.usager.PersonneVue;
import fr.jalon.usager.Personnes;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** The path of a referral on the real engine and a real MariaDB: every end, every refusal, places, agreement, links, opinions. */
@JalonIT
class PrescriptionIT {

    private static final LocalDate DEPART = EssaiConfiguration.DEPART.toLocalDate();
    private static final String ASSOCIATION = "APRAS";

    @Autowired
    private Monde monde;

    @Autowired
    private Prescriptions prescriptions;

    @Autowired
    private EspacePartenaire espace;

    @Autowired
    private LiensDeReponse liens;

    @Autowired
    private LettreAvecLien lettreAvecLien;

    @Autowired
    private AvisPartenaires avis;

    @Autowired
    private ChargesDesPartenaires charges;

    @Autowired
    private FinDesPartages fin;

    @Autowired
    private Consentements consentements;

    @Autowired
    private Annuaire annuaire;

    @Autowired
    private Corbeille corbeille;

    @Autowired
    private Taches taches;

    @Autowired
    private Dossiers dossiers;

    @Autowired
    private Courriers courriers;

    @Autowired
    private HorlogeReglable reglage;

    @Autowired
    private JdbcTemplate jdbc;

    private Agent ali;
    private Agent partenaire;

    @BeforeEach
    void preparer() {
        reglage.regler(EssaiConfiguration.DEPART);
        ali = monde.agent(Role.ALI, "KLEBER");
        monde.responsable();
        partenaire = monde.partenaire("partenaire.apras", ASSOCIATION);
    }

    @AfterEach
    void remettre() {
        reglage.regler(EssaiConfiguration.DEPART);
    }

    private NouvellePrescription demande(PersonneVue personne, String destinataire, String... besoins) {
        return new NouvellePrescription(
                personne.id(),
                null,
                Canal.GUICHET,
                List.of(besoins),
                "Préfère le matin.",
                destinataire,
                true,
                DEPART.plusMonths(6));
    }

    private DossierVue prescrire(PersonneVue personne, String destinataire, String... besoins) {
        DossierVue dossier = prescriptions.prescrire(demande(personne, destinataire, besoins), ali);
        monde.travailler();
        return dossier;
    }

    private DossierVue prescrire() {
        return prescrire(monde.personne(), ASSOCIATION, "LIEN_SOCIAL");
    }

    private UUID proposition(DossierVue dossier) {
        return prescriptions.derniere(dossier.id()).id();
    }

    private static Instant dans(int jours) {
        return Horloge.instantAParis(DEPART.plusDays(jours).atTime(9, 30));
    }

    private static Reponse oui() {
        return new Reponse(true, dans(7), "1 rue de l'Exemple, Rennes", null, null);
    }

    private static Reponse non() {
        return new Reponse(false, null, null, MotifRefus.SANS_PLACE, "Le groupe est plein.");
    }

    private void repondre(DossierVue dossier, Reponse reponse) {
        espace.repondre(proposition(dossier), reponse, partenaire);
        monde.travailler();
    }

    private void achever(DossierVue dossier, String etape, Map<String, Object> donnees) {
        achever(dossier, etape, donnees, ali);
    }

    private void achever(DossierVue dossier, String etape, Map<String, Object> donnees, Agent agent) {
        String tache = corbeille.duDossier(dossier.id()).stream()
                .filter(t -> t.etape().equals(etape))
                .findFirst()
                .orElseThrow(() -> new AssertionError("pas de tâche " + etape))
                .tacheId();
        taches.achever(tache, donnees, agent);
        monde.travailler();
    }

    private List<String> etapes(DossierVue dossier) {
        return corbeille.duDossier(dossier.id()).stream().map(t -> t.etape()).toList();
    }

    private List<String> lettres(DossierVue dossier) {
        return courriers.parDossier(dossier.id()).stream()
                .map(CourrierVue::modele)
                .toList();
    }

    private Issue issue(DossierVue dossier) {
        return dossiers.parId(dossier.id()).issue();
    }

    private OffreVue offreAvecPlaces(int total) {
        OffreVue offre = annuaire.chercher(
                        new FiltreOffres(null, null, null, null, null, null, null, true, ASSOCIATION, null), 0, 50)
                .elements()
                .get(0);
        jdbc.update("update offre set places_total = ?, places_prises = 0 where id = ?", total, offre.id());
        return offre;
    }

    private Places places(OffreVue offre) {
        return annuaire.offre(offre.id()).places();
    }

    private static List<String> champs(SaisieInvalide refus) {
        return refus.erreurs().stream().map(ErreurChamp::champ).toList();
    }

    private static String texte(byte[] pdf) throws java.io.IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }

    // ---- the path

    @Test
    void va_de_l_accord_a_l_avis_avec_ses_courriers_et_son_partenaire() {
        DossierVue dossier = prescrire();
        assertThat(dossier.numero()).startsWith("PAR-2026-");
        assertThat(dossiers.parId(dossier.id()).etat()).isEqualTo(EtatDossier.ATTENTE_PARTENAIRE);
        assertThat(espace.lister(OngletPartenaire.A_REPONDRE, partenaire))
                .extracting(FichePartenaire::numero)
                .contains(dossier.numero());
        repondre(dossier, oui());
        assertThat(etapes(dossier)).containsExactly(OrientationPartenaire.NOTER_PREMIER_RENDEZ_VOUS);
        reglage.regler(DEPART.plusDays(8).atTime(9, 0));
        espace.noterRencontre(proposition(dossier), new Rencontre(Rencontre.Issue.TENU, null, null), partenaire);
        monde.travailler();
        espace.noterResultat(proposition(dossier), ResultatOrientation.SUIVIE, "Atelier du mardi.", partenaire);
        monde.travailler();
        assertThat(etapes(dossier)).containsExactly(OrientationPartenaire.RECUEILLIR_EVALUATION);
        assertThat(dossiers.parId(dossier.id()).etat()).isEqualTo(EtatDossier.ATTENTE_PERSONNE);
        achever(
                dossier,
                OrientationPartenaire.RECUEILLIR_EVALUATION,
                Map.of("souhait", "OUI", "accueil", "4", "utilite", "3"));
        assertThat(issue(dossier)).isEqualTo(Issue.ORIENTATION_TERMINEE);
        assertThat(prescriptions.prescription(dossier.id()).avisRendu()).isTrue();
        assertThat(lettres(dossier))
                .containsExactlyInAnyOrder(
                        "proposition-partenaire", "information-partage", "rendez-vous-partenaire", "avis-orientation");
        assertThat(espace.lister(OngletPartenaire.TERMINEES, partenaire))
                .filteredOn(f -> f.numero().equals(dossier.numero()))
                .singleElement()
                .satisfies(f -> assertThat(f.donnees()).isEmpty());
    }

    @Test
    void se_termine_sans_avis_apres_le_delai() {
        DossierVue dossier = prescrire();
        repondre(dossier, oui());
        reglage.regler(DEPART.plusDays(8).atTime(9, 0));
        achever(dossier, OrientationPartenaire.NOTER_PREMIER_RENDEZ_VOUS, Map.of("resultat", "TENU"));
        achever(dossier, OrientationPartenaire.NOTER_RESULTAT, Map.of("resultat", "ABOUTIE"));
        reglage.regler(DEPART.plusDays(45).atTime(9, 0));
        monde.travailler();
        assertThat(issue(dossier)).isEqualTo(Issue.ORIENTATION_TERMINEE);
        assertThat(prescriptions.prescription(dossier.id()).avisRendu()).isFalse();
    }

    @Test
    void relance_le_partenaire_puis_rend_la_main_a_l_antenne() {
        DossierVue dossier = prescrire();
        PropositionVue p = prescriptions.derniere(dossier.id());
        reglage.regler(p.relanceLe().atTime(9, 0));
        monde.travailler();
        assertThat(lettres(dossier)).contains("relance-partenaire");
        assertThat(etapes(dossier)).containsExactly(OrientationPartenaire.ENREGISTRER_REPONSE);
        reglage.regler(p.attendueLe().plusDays(1).atTime(9, 0));
        monde.travailler();
        assertThat(etapes(dossier)).containsExactly(OrientationPartenaire.CHOISIR_SUITE);
        assertThat(prescriptions.derniere(dossier.id()).etat()).isEqualTo(EtatProposition.SANS_REPONSE);
        assertThatThrownBy(() -> espace.repondre(p.id(), oui(), partenaire)).isInstanceOf(Introuvable.class);
        assertThat(charges.toutes().get(ASSOCIATION).enRetard()).isPositive();
        achever(dossier, OrientationPartenaire.CHOISIR_SUITE, Map.of("suite", "ARRETER", "motif", "Elle préfère."));
        assertThat(issue(dossier)).isEqualTo(Issue.SANS_PARTENAIRE);
        assertThat(lettres(dossier)).contains("orientation-sans-suite");
    }

    @Test
    void une_situation_complexe_va_au_referent_acces_aux_droits_et_une_simple_au_referent() {
        DossierVue simple = prescrire();
        repondre(simple, non());
        assertThat(etapes(simple)).containsExactly(OrientationPartenaire.CHOISIR_SUITE);
        DossierVue vitale = prescrire(monde.personne(), ASSOCIATION, "LOGEMENT");
        repondre(vitale, non());
        assertThat(etapes(vitale)).containsExactly(OrientationPartenaire.TRAITER_SITUATION_COMPLEXE);
        assertThat(corbeille.duDossier(vitale.id()).get(0).groupe()).isEqualTo(Role.INSTRUCTEUR.name());
        achever(
                vitale,
                OrientationPartenaire.TRAITER_SITUATION_COMPLEXE,
                Map.of("constat", "Une nuit d'hôtel est payée.", "suite", "ARRETER", "motif", "Le CDAS la suit."),
                monde.instructeur());
        assertThat(issue(vitale)).isEqualTo(Issue.SANS_PARTENAIRE);
        assertThat(prescriptions.prescription(vitale.id()).constat()).contains("nuit d'hôtel");
    }

    @Test
    void apres_un_refus_un_autre_partenaire_demande_un_nouvel_accord() {
        DossierVue dossier = prescrire();
        repondre(dossier, non());
        Map<String, Object> suite = new HashMap<>(Map.of(
                "suite", "AUTRE_PARTENAIRE",
                "destinataire", "ARCS",
                "jusquAu", DEPART.plusMonths(3).toString(),
                "motif", "Le centre social est plus près."));
        assertThatThrownBy(() -> achever(dossier, OrientationPartenaire.CHOISIR_SUITE, suite))
                .isInstanceOfSatisfying(
                        SaisieInvalide.class, e -> assertThat(champs(e)).containsExactly("consentement"));
        suite.put("consentement", true);
        achever(dossier, OrientationPartenaire.CHOISIR_SUITE, suite);
        assertThat(etapes(dossier)).containsExactly(OrientationPartenaire.ENREGISTRER_REPONSE);
        assertThat(prescriptions.propositions(dossier.id()))
                .extracting(PropositionVue::organisme, PropositionVue::etat)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(ASSOCIATION, EtatProposition.REFUSEE),
                        org.assertj.core.groups.Tuple.tuple("ARCS", EtatProposition.PROPOSEE));
        assertThatThrownBy(() -> espace.ouvrir(proposition(dossier), partenaire))
                .isInstanceOf(Introuvable.class);
    }

    @Test
    void un_rendez_vous_se_reporte_se_tient_ou_se_manque_jamais_avant_son_jour() {
        DossierVue dossier = prescrire();
        repondre(dossier, oui());
        Rencontre tenu = new Rencontre(Rencontre.Issue.TENU, null, null);
        assertThatThrownBy(() -> espace.noterRencontre(proposition(dossier), tenu, partenaire))
                .isInstanceOfSatisfying(
                        SaisieInvalide.class, e -> assertThat(champs(e)).containsExactly("resultat"));
        assertThatThrownBy(() -> espace.noterRencontre(
                        proposition(dossier), new Rencontre(Rencontre.Issue.REPORTE, dans(-1), " "), partenaire))
                .isInstanceOfSatisfying(
                        SaisieInvalide.class, e -> assertThat(champs(e)).containsExactly("date", "lieu"));
        espace.noterRencontre(
                proposition(dossier), new Rencontre(Rencontre.Issue.REPORTE, dans(14), "Ici"), partenaire);
        monde.travailler();
        List<CourrierVue> rendezVous = rendezVous(dossier);
        assertThat(rendezVous).hasSize(2);
        assertThat(rendezVous.get(0).etat()).as("le premier n'est pas parti").isEqualTo(EtatCourrier.ANNULE);
        assertThat(contenu(rendezVous.get(1))).doesNotContain("remplace");
        monde.poster(dossier.id(), "rendez-vous-partenaire");
        espace.noterRencontre(
                proposition(dossier), new Rencontre(Rencontre.Issue.REPORTE, dans(15), "Ici"), partenaire);
        monde.travailler();
        assertThat(contenu(rendezVous(dossier).get(2))).contains("remplace celui que vous aviez");
        Rencontre manquee = new Rencontre(Rencontre.Issue.MANQUE, null, null);
        assertThatThrownBy(() -> espace.noterRencontre(proposition(dossier), manquee, partenaire))
                .isInstanceOf(SaisieInvalide.class)
                .hasMessageContaining("pas encore eu lieu");
        reglage.regler(DEPART.plusDays(16).atTime(9, 0));
        espace.noterRencontre(proposition(dossier), manquee, partenaire);
        monde.travailler();
        assertThat(etapes(dossier)).containsExactly(OrientationPartenaire.CHOISIR_SUITE);
    }

    private String contenu(CourrierVue lettre) {
        return monde.bean(ImagesCourrier.class)
                .texte(courriers.octets(lettre.id()))
                .replaceAll("\\s+", " ");
    }

    private List<CourrierVue> rendezVous(DossierVue dossier) {
        return courriers.parDossier(dossier.id()).stream()
                .filter(c -> c.modele().equals("rendez-vous-partenaire"))
                .sorted(Comparator.comparing(CourrierVue::numero))
                .toList();
    }

    @Test
    void un_agent_note_la_reponse_donnee_au_telephone() {
        DossierVue dossier = prescrire();
        assertThatThrownBy(() ->
                        achever(dossier, OrientationPartenaire.ENREGISTRER_REPONSE, Map.of("reponse", "ACCEPTER")))
                .isInstanceOfSatisfying(
                        SaisieInvalide.class, e -> assertThat(champs(e)).containsExactly("date", "lieu"));
        achever(
                dossier,
                OrientationPartenaire.ENREGISTRER_REPONSE,
                Map.of(
                        "reponse",
                        "ACCEPTER",
                        "date",
                        DEPART.plusDays(5).toString(),
                        "heure",
                        "14h00",
                        "lieu",
                        "Au centre"));
        assertThat(etapes(dossier)).containsExactly(OrientationPartenaire.NOTER_PREMIER_RENDEZ_VOUS);
        assertThatThrownBy(() -> espace.repondre(proposition(dossier), oui(), partenaire))
                .isInstanceOf(Conflit.class);
    }

    // ---- what stops it

    @Test
    void retirer_l_accord_ferme_l_acces_rend_la_place_et_previent_sans_rien_dire_de_la_personne() throws Exception {
        OffreVue offre = offreAvecPlaces(2);
        PersonneVue personne = monde.personne();
        DossierVue dossier = prescrire(personne, ASSOCIATION + "/" + offre.code(), "LIEN_SOCIAL");
        assertThat(places(offre).prises()).isOne();
        UUID id = proposition(dossier);
        assertThat(espace.ouvrir(id, partenaire).nom()).contains(personne.nom());
        LienCree lien = liens.creer(dossier.id(), ali);
        ConsentementVue accord = consentements.de(personne.id()).get(0);
        assertThat(accord.objet()).contains("Prénom et nom", "téléphone");
        consentements.retirer(personne.id(), accord.id(), ali);
        assertThatThrownBy(() -> espace.ouvrir(id, partenaire)).isInstanceOf(Introuvable.class);
        assertThatThrownBy(() -> liens.ouvrir(lien.jeton(), "192.0.2.1")).isInstanceOf(LienInvalide.class);
        assertThat(places(offre).prises()).isZero();
        monde.travailler();
        assertThat(issue(dossier)).isEqualTo(Issue.ACCORD_RETIRE);
        CourrierVue dite = courriers.parDossier(dossier.id()).stream()
                .filter(c -> c.modele().equals("fin-partage-partenaire"))
                .findFirst()
                .orElseThrow();
        assertThat(texte(courriers.octets(dite.id())))
                .contains(dossier.numero())
                .doesNotContain(personne.nom(), personne.prenoms() + " ", personne.telephone());
        assertThat(monde.bean(Envois.class).duDossier(dossier.id()))
                .extracting(Envois.Envoi::objet)
                .containsExactlyInAnyOrder("PARTENAIRE_PROPOSITION", "PARTENAIRE_FIN");
        assertThat(jdbc.queryForList("select contenu from envoi where dossier_id = ?", String.class, dossier.id()))
                .allSatisfy(contenu -> assertThat(contenu)
                        .contains(dossier.numero())
                        .doesNotContain(personne.nom(), personne.telephone()));
    }

    @Test
    void un_accord_arrive_a_son_terme_ferme_l_acces_des_la_lecture_puis_le_dossier_dans_la_nuit() {
        DossierVue dossier = prescrire();
        UUID id = proposition(dossier);
        jdbc.update(
                "update consentement set jusqu_au = ? where id = ?",
                DEPART.minusDays(1),
                prescriptions.derniere(dossier.id()).consentementId());
        assertThatThrownBy(() -> espace.ouvrir(id, partenaire)).isInstanceOf(Introuvable.class);
        assertThat(espace.lister(OngletPartenaire.A_REPONDRE, partenaire))
                .filteredOn(f -> f.numero().equals(dossier.numero()))
                .singleElement()
                .satisfies(f -> assertThat(f.donnees()).isEmpty());
        fin.arreterLesAccordsEchus();
        monde.travailler();
        assertThat(issue(dossier)).isEqualTo(Issue.ACCORD_RETIRE);
    }

    @Test
    void un_desistement_un_depart_un_doublon_ou_un_deces_ferme_l_acces_et_le_dossier() {
        Map<Signalement, Issue> fins = Map.of(
                Signalement.DESISTEMENT, Issue.DESISTEMENT,
                Signalement.DEMENAGEMENT, Issue.DEMENAGEMENT,
                Signalement.DOUBLON, Issue.DOUBLON);
        fins.forEach((signalement, attendue) -> {
            DossierVue dossier = prescrire();
            UUID id = proposition(dossier);
            monde.bean(Signalements.class).signaler(dossier.id(), signalement, "Dit au guichet.", ali);
            assertThatThrownBy(() -> espace.ouvrir(id, partenaire)).isInstanceOf(Introuvable.class);
            monde.travailler();
            assertThat(issue(dossier)).isEqualTo(attendue);
            assertThat(lettres(dossier)).contains("fin-partage-partenaire");
        });
        PersonneVue personne = monde.personne();
        DossierVue dossier = prescrire(personne, ASSOCIATION, "SANTE");
        monde.bean(Personnes.class).declarerDeces(personne.id(), DEPART.minusDays(1), ali);
        monde.travailler();
        assertThat(issue(dossier)).isEqualTo(Issue.DECES);
    }

    // ---- bad input

    @Test
    void refuse_sur_chaque_champ_ce_qui_manque_ou_ne_peut_pas_etre() {
        PersonneVue personne = monde.personne();
        NouvellePrescription vide = new NouvellePrescription(
                personne.id(), null, Canal.GUICHET, List.of("EMPLOI", "INVENTE"), "a".repeat(1001), "XYZ", false, null);
        assertThatThrownBy(() -> prescriptions.prescrire(vide, ali))
                .isInstanceOfSatisfying(
                        SaisieInvalide.class,
                        e -> assertThat(champs(e))
                                .containsExactly("besoins", "message", "destinataire", "consentement", "jusquAu"));
        assertThat(dossiers.dePersonne(personne.id(), ali)).isEmpty();
        assertThat(consentements.de(personne.id())).isEmpty();
    }

    /** A year mistyped never shares for years: the bound is the parameter that also proposes the day. */
    @Test
    void un_accord_ne_se_donne_pas_pour_plus_longtemps_que_le_parametre() {
        PersonneVue personne = monde.personne();
        for (LocalDate fin : List.of(DEPART.plusMonths(6).plusDays(1), LocalDate.of(2062, 6, 1))) {
            assertThatThrownBy(() -> prescriptions.prescrire(
                            new NouvellePrescription(
                                    personne.id(), null, Canal.GUICHET, List.of("SANTE"), null, ASSOCIATION, true, fin),
                            ali))
                    .isInstanceOfSatisfying(SaisieInvalide.class, e -> {
                        assertThat(champs(e)).containsExactly("jusquAu");
                        assertThat(e.erreurs().get(0).message())
                                .contains("indiquez un jour jusqu'au 1er décembre 2026");
                    });
            assertThatThrownBy(() -> consentements.donner(
                            personne.id(),
                            new NouveauConsentement("Son projet", "Une association", "Être reçue.", fin),
                            ali))
                    .isInstanceOfSatisfying(
                            SaisieInvalide.class, e -> assertThat(champs(e)).containsExactly("jusquAu"));
        }
        assertThat(consentements.de(personne.id())).isEmpty();
        consentements.donner(
                personne.id(),
                new NouveauConsentement("Son projet", "Une association", "Être reçue.", DEPART.plusMonths(6)),
                ali);
        assertThat(consentements.de(personne.id())).hasSize(1);
    }

    @Test
    void refuse_notre_organisme_la_structure_qui_suit_deja_et_la_meme_demande_deux_fois() {
        PersonneVue personne = monde.personne();
        refuse(personne, "CCAS", "notre propre organisme");
        refuse(personne, "MISSION_LOCALE", "jusqu'à 25 ans");
        monde.bean(Orientations.class)
                .enregistrer(
                        new NouvelleOrientation(
                                personne.id(), null, Parcours.EMPLOI, "FRANCE_TRAVAIL", null, DEPART, null, null),
                        ali);
        refuse(personne, "FRANCE_TRAVAIL", "accompagne déjà");
        prescrire(personne, ASSOCIATION, "SANTE");
        refuse(personne, ASSOCIATION, "déjà en cours");
        DossierVue autre = prescrire(personne, "ARCS", "SANTE");
        assertThat(autre.numero()).startsWith("PAR-");
    }

    private void refuse(PersonneVue personne, String destinataire, String mots) {
        assertThatThrownBy(() -> prescriptions.prescrire(demande(personne, destinataire, "SANTE"), ali))
                .isInstanceOfSatisfying(SaisieInvalide.class, e -> {
                    assertThat(champs(e)).containsExactly("destinataire");
                    assertThat(e.erreurs().get(0).message()).contains(mots);
                });
    }

    @Test
    void un_partenaire_complet_est_refuse_et_la_derniere_place_ne_se_prend_qu_une_fois() throws Exception {
        OffreVue offre = offreAvecPlaces(1);
        String code = ASSOCIATION + "/" + offre.code();
        PersonneVue une = monde.personne();
        PersonneVue autre = monde.personne();
        CyclicBarrier depart = new CyclicBarrier(2);
        ExecutorService guichets = Executors.newFixedThreadPool(2);
        try {
            Callable<Boolean> premier = () -> aPris(depart, une, code);
            Callable<Boolean> second = () -> aPris(depart, autre, code);
            List<Future<Boolean>> reponses = List.of(guichets.submit(premier), guichets.submit(second));
            assertThat(List.of(reponses.get(0).get(), reponses.get(1).get())).containsExactlyInAnyOrder(true, false);
        } finally {
            guichets.shutdownNow();
        }
        assertThat(places(offre).prises()).isOne();
        refuse(monde.personne(), code, "plus de place");
        jdbc.update("update offre set places_total = null, places_prises = 0 where id = ?", offre.id());
    }

    private boolean aPris(CyclicBarrier depart, PersonneVue personne, String code) throws Exception {
        depart.await();
        try {
            prescriptions.prescrire(demande(personne, code, "SANTE"), ali);
            return true;
        } catch (SaisieInvalide | org.springframework.dao.ConcurrencyFailureException e) {
            return false;
        }
    }

    @Test
    void une_autre_antenne_ne_peut_pas_orienter_cette_personne() {
        PersonneVue personne = monde.personne();
        Agent ailleurs = monde.agent(Role.ALI, "BLOSNE");
        assertThatThrownBy(() -> prescriptions.prescrire(demande(personne, ASSOCIATION, "SANTE"), ailleurs))
                .isInstanceOfSatisfying(
                        SaisieInvalide.class, e -> assertThat(champs(e)).containsExactly("destinataire"));
        assertThatThrownBy(() -> prescriptions.prescrire(demande(personne, ASSOCIATION, "SANTE"), partenaire))
                .isInstanceOf(Interdit.class);
    }

    @Test
    void un_refus_dit_pourquoi_et_une_reponse_ne_se_donne_qu_une_fois() {
        DossierVue dossier = prescrire();
        UUID id = proposition(dossier);
        assertThatThrownBy(() -> espace.repondre(id, new Reponse(false, null, null, null, null), partenaire))
                .isInstanceOfSatisfying(
                        SaisieInvalide.class, e -> assertThat(champs(e)).containsExactly("motif"));
        assertThatThrownBy(() -> espace.repondre(id, new Reponse(false, null, null, MotifRefus.AUTRE, " "), partenaire))
                .isInstanceOfSatisfying(
                        SaisieInvalide.class, e -> assertThat(champs(e)).containsExactly("precision"));
        repondre(dossier, oui());
        assertThatThrownBy(() -> espace.repondre(id, non(), partenaire)).isInstanceOf(Conflit.class);
        assertThatThrownBy(() -> espace.noterResultat(id, ResultatOrientation.ABOUTIE, null, partenaire))
                .isInstanceOf(Conflit.class);
    }

    // ---- who sees what

    @Test
    void un_autre_partenaire_et_un_agent_du_ccas_n_ouvrent_pas_l_espace_d_un_partenaire() {
        DossierVue dossier = prescrire();
        UUID id = proposition(dossier);
        Agent autre = monde.partenaire("partenaire.arcs", "ARCS");
        assertThatThrownBy(() -> espace.ouvrir(id, autre)).isInstanceOf(Introuvable.class);
        assertThatThrownBy(() -> espace.repondre(id, oui(), autre)).isInstanceOf(Introuvable.class);
        assertThat(espace.lister(OngletPartenaire.A_REPONDRE, autre))
                .extracting(FichePartenaire::numero)
                .doesNotContain(dossier.numero());
        assertThatThrownBy(() -> espace.ouvrir(id, ali)).isInstanceOf(Interdit.class);
        assertThatThrownBy(() -> dossiers.consulter(dossier.numero(), partenaire))
                .isInstanceOf(Introuvable.class);
    }

    @Test
    void le_partenaire_ne_lit_que_les_donnees_de_la_table_et_sa_lecture_se_voit() {
        DossierVue dossier = prescrire();
        FichePartenaire fiche = espace.ouvrir(proposition(dossier), partenaire);
        assertThat(fiche.donnees())
                .extracting(DonneePartagee::code)
                .containsExactlyInAnyOrder("NOM", "TELEPHONE", "BESOIN", "QUARTIER", "INTERLOCUTEUR");
        assertThat(fiche.donnees())
                .filteredOn(d -> d.code().equals("BESOIN"))
                .first()
                .satisfies(d -> assertThat(d.valeur()).contains("Rencontrer du monde", "Préfère le matin."));
        assertThat(prescriptions.dePersonne(dossier.personneId(), ali).get(0).premiereLecture())
                .isNotNull();
        assertThat(jdbc.queryForList(
                        "select qui from journal_entree where nature = 'LECTURE' and objet = ?",
                        String.class,
                        dossier.numero()))
                .contains(partenaire.identifiant());
    }

    @Test
    void qui_repond_a_lu_et_la_fiche_de_la_personne_ne_dit_pas_le_contraire() {
        DossierVue dossier = prescrire();
        assertThat(prescriptions.dePersonne(dossier.personneId(), ali).get(0).premiereLecture())
                .isNull();
        espace.repondre(proposition(dossier), new Reponse(false, null, null, MotifRefus.SANS_PLACE, null), partenaire);
        assertThat(prescriptions.dePersonne(dossier.personneId(), ali).get(0).premiereLecture())
                .isNotNull();
    }

    @Test
    void une_structure_inconnue_ou_absente_est_refusee_pour_un_compte_de_partenaire() {
        Comptes comptes = monde.bean(Comptes.class);
        assertThatThrownBy(() -> monde.partenaire("partenaire.nulle", null)).isInstanceOf(SaisieInvalide.class);
        assertThatThrownBy(() -> monde.partenaire("partenaire.nulle", "INVENTEE"))
                .isInstanceOf(SaisieInvalide.class);
        assertThatThrownBy(() -> comptes.creer(
                        new NouveauCompte("ali.nulle", "A", "B", "C", "KLEBER", "ARCS", Set.of(Role.ALI)),
                        Monde.MOT_DE_PASSE,
                        Agent.JALON))
                .isInstanceOfSatisfying(
                        SaisieInvalide.class, e -> assertThat(champs(e)).containsExactly("organisme"));
        assertThat(comptes.parIdentifiant("partenaire.nulle")).isEmpty();
    }

    // ---- the link

    @Test
    void un_lien_repond_une_fois_et_la_base_n_en_garde_que_l_empreinte() throws Exception {
        DossierVue dossier = prescrire();
        LienCree premier = liens.creer(dossier.id(), ali);
        LienCree lien = liens.creer(dossier.id(), ali);
        assertThat(lien.jeton()).hasSize(43).isNotEqualTo(premier.jeton());
        assertThatThrownBy(() -> liens.ouvrir(premier.jeton(), "192.0.2.2")).isInstanceOf(LienInvalide.class);
        assertThat(liens.ouvrir(lien.jeton(), "192.0.2.3").numero()).isEqualTo(dossier.numero());
        assertThat(liens.ouvrir(lien.jeton(), "192.0.2.3").donnees()).isNotEmpty();
        assertThat(jdbc.queryForList("select empreinte from lien_reponse", String.class))
                .allMatch(e -> e.matches("[0-9a-f]{64}"));
        byte[] pdf = lettreAvecLien.imprimer(dossier.id(), lien.jeton(), "https://exemple.invalid/r/" + lien.jeton());
        assertThat(texte(pdf).replace(" ", "")).contains(lien.jeton());
        for (CourrierVue c : courriers.parDossier(dossier.id())) {
            assertThat(texte(courriers.octets(c.id())).replace(" ", "")).doesNotContain(lien.jeton());
        }
        assertThatThrownBy(() -> liens.repondre(lien.jeton(), new Reponse(true, null, "", null, null), "192.0.2.3"))
                .isInstanceOf(SaisieInvalide.class);
        liens.repondre(lien.jeton(), oui(), "192.0.2.3");
        monde.travailler();
        assertThat(etapes(dossier)).containsExactly(OrientationPartenaire.NOTER_PREMIER_RENDEZ_VOUS);
        assertThat(prescriptions.derniere(dossier.id()).reponduePar()).isEqualTo("lien");
        assertThatThrownBy(() -> liens.repondre(lien.jeton(), non(), "192.0.2.3"))
                .isInstanceOf(LienInvalide.class);
        assertThatThrownBy(() -> liens.creer(dossier.id(), ali)).isInstanceOf(Conflit.class);
    }

    @Test
    void un_lien_altere_trop_vieux_ou_employe_deux_fois_a_la_fois_ne_vaut_rien() throws Exception {
        DossierVue dossier = prescrire();
        LienCree lien = liens.creer(dossier.id(), ali);
        String altere =
                (lien.jeton().charAt(0) == 'A' ? 'B' : 'A') + lien.jeton().substring(1);
        assertThatThrownBy(() -> liens.ouvrir(altere, "192.0.2.4")).isInstanceOf(LienInvalide.class);
        CyclicBarrier depart = new CyclicBarrier(2);
        ExecutorService deux = Executors.newFixedThreadPool(2);
        try {
            Callable<Boolean> essai = () -> {
                depart.await();
                try {
                    liens.repondre(lien.jeton(), oui(), "192.0.2.5");
                    return true;
                } catch (LienInvalide | Conflit | org.springframework.dao.ConcurrencyFailureException e) {
                    return false;
                }
            };
            List<Future<Boolean>> reponses = List.of(deux.submit(essai), deux.submit(essai));
            assertThat(List.of(reponses.get(0).get(), reponses.get(1).get())).containsExactlyInAnyOrder(true, false);
        } finally {
            deux.shutdownNow();
        }
        DossierVue vieux = prescrire();
        LienCree ancien = liens.creer(vieux.id(), ali);
        jdbc.update(
                "update lien_reponse set expire_le = ? where empreinte = sha2(?, 256)",
                java.sql.Timestamp.from(dans(-1)),
                ancien.jeton());
        assertThatThrownBy(() -> liens.ouvrir(ancien.jeton(), "192.0.2.6")).isInstanceOf(LienInvalide.class);
    }

    @Test
    void deviner_des_liens_fait_attendre_de_plus_en_plus() {
        assertThatThrownBy(() -> {
                    for (int essai = 0; essai < 200; essai++) {
                        String devine = "devine" + essai;
                        try {
                            liens.ouvrir(devine, "198.51.100.7");
                        } catch (LienInvalide attendu) {
                            assertThat(attendu.getMessage()).isNull();
                        }
                    }
                })
                .isInstanceOfSatisfying(
                        TropDEssais.class, e -> assertThat(e.secondes()).isPositive());
        assertThatThrownBy(() -> liens.ouvrir("autre", "198.51.100.8")).isInstanceOf(LienInvalide.class);
    }

    // ---- opinions and figures

    @Test
    void les_avis_sont_anonymes_et_leur_moyenne_se_tait_sous_cinq() {
        jdbc.update("delete from avis_partenaire where organisme = 'CES'");
        for (int i = 0; i < 5; i++) {
            assertThat(avis.moyennes()).doesNotContainKey("CES");
            jdbc.update(
                    "insert into avis_partenaire (id, organisme, mois, accueil, utilite) values (?, 'CES', ?, ?, 4)",
                    UUID.randomUUID(),
                    DEPART.withDayOfMonth(1),
                    i < 4 ? 4 : 2);
        }
        assertThat(avis.moyennes().get("CES")).isEqualTo(new AvisPartenaires.Moyenne(5, 3.6, 4.0));
        assertThat(jdbc.queryForList(
                        "select column_name from information_schema.columns where table_schema = database()"
                                + " and table_name = 'avis_partenaire'",
                        String.class))
                .containsExactlyInAnyOrder("id", "organisme", "mois", "accueil", "utilite");
    }

    @Test
    void un_avis_ne_se_donne_qu_une_fois_et_se_refuse_hors_de_l_echelle() {
        DossierVue dossier = prescrire();
        assertThatThrownBy(() -> avis.noter(dossier.id(), 4, 4, ali)).isInstanceOf(Conflit.class);
        prescriptions.demanderAvis(dossier.id());
        assertThatThrownBy(() -> avis.noter(dossier.id(), 5, null, ali))
                .isInstanceOfSatisfying(
                        SaisieInvalide.class, e -> assertThat(champs(e)).containsExactly("accueil", "utilite"));
        avis.noter(dossier.id(), 4, 4, ali);
        assertThatThrownBy(() -> avis.noter(dossier.id(), 1, 1, ali)).isInstanceOf(Conflit.class);
    }

    @Test
    void la_charge_compte_ce_qui_attend_et_ce_qui_est_en_cours() {
        var avant = charges.toutes().getOrDefault(ASSOCIATION, ChargesDesPartenaires.Charge.AUCUNE);
        prescrire();
        DossierVue accepte = prescrire();
        repondre(accepte, oui());
        var apres = charges.toutes().get(ASSOCIATION);
        assertThat(apres.aRepondre()).isEqualTo(avant.aRepondre() + 1);
        assertThat(apres.enCours()).isEqualTo(avant.enCours() + 1);
    }
}
