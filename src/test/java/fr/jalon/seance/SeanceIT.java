package fr.jalon.seance;

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
import fr.jalon.courrier.CourrierVue;
import fr.jalon.courrier.Courriers;
import fr.jalon.courrier.EtatCourrier;
import fr.jalon.courrier.ImagesCourrier;
import fr.jalon.courrier.ModeRemise;
import fr.jalon.courrier.SuiviCourriers;
import fr.jalon.dossier.DossierVue;
import fr.jalon.essais.EssaiConfiguration;
import fr.jalon.essais.HorlogeReglable;
import fr.jalon.essais.JalonIT;
import fr.jalon.essais.Monde;
import fr.jalon.orientation.parcours.OrientationRsa;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** A session of the équipe pluridisciplinaire on a real MariaDB, from the ready cases to the minutes. */
@JalonIT
class SeanceIT {

    private static final LocalDate DEPART = EssaiConfiguration.DEPART.toLocalDate();

    @Autowired
    private Monde monde;

    @Autowired
    private Seances seances;

    @Autowired
    private Preparation preparation;

    @Autowired
    private Tenue tenue;

    @Autowired
    private Deliberations deliberations;

    @Autowired
    private MembresSeance membres;

    @Autowired
    private Fiches fiches;

    @Autowired
    private HorlogeReglable reglage;

    private ScenesDEquipe scenes;
    private Agent responsable;

    @BeforeEach
    void preparer() {
        reglage.regler(EssaiConfiguration.DEPART);
        scenes = new ScenesDEquipe(monde);
        responsable = monde.responsable();
    }

    @AfterEach
    void remettre() {
        reglage.regler(EssaiConfiguration.DEPART);
    }

    private SeanceVue ouverte(DossierVue... dossiers) {
        SeanceVue seance = scenes.composee(10, responsable, dossiers);
        preparation.convoquer(seance.id(), "Urgence.", responsable);
        reglage.regler(DEPART.plusDays(10).atTime(14, 0));
        tenue.ouvrir(seance.id(), scenes.presents(seance), null, responsable);
        return scenes.lire(seance, responsable);
    }

    private static AvisDicte avis(String code, Point point) {
        return new AvisDicte(code, "La personne a expliqué ses absences.", 3, 0, 1, point.version());
    }

    private static void refuse(ThrowingCallable acte, String champ, String mots) {
        assertThatThrownBy(acte).isInstanceOfSatisfying(SaisieInvalide.class, e -> {
            assertThat(e.erreurs()).extracting(ErreurChamp::champ).contains(champ);
            assertThat(e.getMessage()).contains(mots);
        });
    }

    @Test
    void un_avis_donne_en_seance_remplit_l_etape_du_dossier_et_le_proces_verbal_le_dit() {
        DossierVue dossier = scenes.deuxFoisAbsente();
        DossierVue autre = scenes.deuxFoisAbsente();
        SeanceVue seance = ouverte(dossier, autre);
        deliberations.rendreAvis(
                seance.id(),
                seance.points().get(0).id(),
                avis("REORIENTER", seance.points().get(0)),
                responsable);
        refuse(() -> tenue.clore(seance.id(), null, responsable), "points", autre.numero());
        deliberations.rendreAvis(
                seance.id(),
                seance.points().get(1).id(),
                avis("MANQUEMENT", seance.points().get(1)),
                responsable);

        // Somebody leaves after the opinions: the minutes keep the quorum under which they were given.
        tenue.noterPresences(seance.id(), scenes.presents(seance, "jure6"), null, responsable);
        UUID procesVerbal = tenue.clore(seance.id(), null, responsable);
        monde.travailler();

        assertThat(scenes.attend(dossier, OrientationRsa.RECUEILLIR_SITUATION)).isTrue();
        assertThat(scenes.attend(autre, OrientationRsa.RECUEILLIR_AVIS_EQUIPE)).isTrue();
        String texte = monde.bean(ImagesCourrier.class)
                .texte(monde.bean(Courriers.class).octets(procesVerbal))
                .replaceAll("[\\p{Z}\\s]+", " ");
        assertThat(texte)
                .contains(
                        seance.numero(),
                        "Représentant des allocataires : présent",
                        dossier.numero(),
                        "Revoir l’orientation avec la personne",
                        "La personne a expliqué ses absences.",
                        "3 pour, 0 contre, 1 abstention",
                        "Quorum du dossier : 4 présents sur 4 sièges, quorum 3",
                        "À la fin de la séance : 3 présents sur 4 sièges");
        assertThat(texte).doesNotContain("Inventée");
        assertThat(scenes.lire(seance, responsable).etat()).isEqualTo(EtatSeance.CLOSE);
        assertThatThrownBy(() -> tenue.clore(seance.id(), null, responsable)).isInstanceOf(Conflit.class);
    }

    @Test
    void l_avis_de_la_seance_est_deja_ecrit_dans_l_etape_qui_donne_le_rendez_vous() {
        DossierVue dossier = scenes.deuxFoisAbsente();
        SeanceVue seance = ouverte(dossier);
        deliberations.rendreAvis(
                seance.id(),
                seance.points().get(0).id(),
                avis("NOUVEAU_RENDEZ_VOUS", seance.points().get(0)),
                responsable);
        tenue.clore(seance.id(), null, responsable);
        Agent dispositifs = monde.agent("dispositifs.equipe", Role.RESPONSABLE_DISPOSITIFS, null);
        Map<String, Object> donnees = new HashMap<>(monde.bean(fr.jalon.moteur.Taches.class)
                .formulaire(
                        new fr.jalon.web.EtapesDEssai(monde)
                                .tache(dossier, OrientationRsa.RECUEILLIR_AVIS_EQUIPE)
                                .tacheId(),
                        dispositifs)
                .donnees());
        assertThat(donnees)
                .containsEntry("seance", DEPART.plusDays(10).toString())
                .containsEntry("avis", "La personne a expliqué ses absences.")
                .containsEntry("suite", "NOUVEAU_RENDEZ_VOUS")
                .containsEntry("manquement", false);
        donnees.putAll(scenes.rendezVous(20));
        scenes.achever(dossier, OrientationRsa.RECUEILLIR_AVIS_EQUIPE, donnees, dispositifs);
        assertThat(scenes.attend(dossier, OrientationRsa.TENIR_PREMIER_RENDEZ_VOUS))
                .isTrue();
    }

    @Test
    void un_dossier_ajourne_attend_une_autre_seance() {
        DossierVue dossier = scenes.deuxFoisAbsente();
        SeanceVue seance = ouverte(dossier);
        assertThat(scenes.estPret(dossier)).isFalse();
        deliberations.rendreAvis(
                seance.id(),
                seance.points().get(0).id(),
                avis("AJOURNER", seance.points().get(0)),
                responsable);
        tenue.clore(seance.id(), null, responsable);
        assertThat(scenes.estPret(dossier)).isTrue();
        assertThat(scenes.attend(dossier, OrientationRsa.RECUEILLIR_AVIS_EQUIPE))
                .isTrue();
    }

    @Test
    void un_avis_note_a_la_main_retire_le_dossier_de_l_ordre_du_jour() {
        DossierVue dossier = scenes.deuxFoisAbsente();
        SeanceVue seance = scenes.composee(10, responsable, dossier);
        Map<String, Object> donnees = new HashMap<>(scenes.rendezVous(20));
        donnees.putAll(Map.of("seance", DEPART.toString(), "avis", "Vu hors séance.", "suite", "NOUVEAU_RENDEZ_VOUS"));
        scenes.achever(
                dossier,
                OrientationRsa.RECUEILLIR_AVIS_EQUIPE,
                donnees,
                monde.agent("dispositifs.equipe", Role.RESPONSABLE_DISPOSITIFS, null));
        assertThat(scenes.lire(seance, responsable).points()).isEmpty();
    }

    @Test
    void une_composition_incomplete_empeche_de_convoquer() {
        SeanceVue seance = scenes.seance(10, responsable);
        scenes.ajouter(seance, scenes.allocataire("jure4"), ScenesDEquipe.ALLOCATAIRE, null, responsable);
        refuse(
                () -> preparation.convoquer(seance.id(), "Urgence.", responsable),
                "membres",
                "il en faut 2, il y en a 1");
        refuse(() -> preparation.convoquer(seance.id(), "Urgence.", responsable), "points", "au moins un dossier");
        assertThat(scenes.lire(seance, responsable).etat()).isEqualTo(EtatSeance.EN_PREPARATION);
    }

    @Test
    void une_seance_dans_le_passe_est_refusee_a_la_creation_et_a_la_convocation() {
        assertThatThrownBy(() -> scenes.seance(-1, responsable))
                .isInstanceOf(SaisieInvalide.class)
                .hasMessageContaining("à venir");
        SeanceVue seance = scenes.composee(3, responsable, scenes.deuxFoisAbsente());
        reglage.regler(DEPART.plusDays(4).atTime(9, 0));
        refuse(() -> preparation.convoquer(seance.id(), "Urgence.", responsable), "debut", "passée");
    }

    @Test
    void personne_ne_siege_deux_fois() {
        SeanceVue seance = scenes.seance(10, responsable);
        Agent jure = scenes.allocataire("jure4");
        Membre titulaire = scenes.ajouter(seance, jure, ScenesDEquipe.ALLOCATAIRE, null, responsable);
        refuse(
                () -> scenes.ajouter(seance, jure, ScenesDEquipe.ALLOCATAIRE, null, responsable),
                "membre",
                "déjà membre");
        refuse(
                () -> membres.ajouter(
                        seance.id(),
                        new NouveauMembre(
                                null,
                                jure.nomComplet().toUpperCase(java.util.Locale.ROOT),
                                ScenesDEquipe.PROFESSIONNEL,
                                null,
                                null),
                        responsable),
                "nom",
                "déjà membre");
        refuse(
                () -> scenes.ajouter(
                        seance,
                        monde.agent("jure6", Role.JURY, null),
                        ScenesDEquipe.PROFESSIONNEL,
                        titulaire,
                        responsable),
                "suppleantDe",
                "même qualité");
        refuse(
                () -> membres.ajouter(seance.id(), new NouveauMembre(null, " ", "AUTRE", null, null), responsable),
                "nom",
                "écrivez un nom");
    }

    @Test
    void le_quorum_bloque_l_ouverture_et_un_suppleant_le_retablit() {
        SeanceVue seance = scenes.composee(10, responsable, scenes.deuxFoisAbsente());
        Membre jure5 = seance.membre("jure5").orElseThrow();
        scenes.ajouter(seance, scenes.allocataire("jure1"), ScenesDEquipe.ALLOCATAIRE, jure5, responsable);
        preparation.convoquer(seance.id(), "Urgence.", responsable);
        SeanceVue convoquee = scenes.lire(seance, responsable);
        assertThat(convoquee.membres()).hasSize(5).allMatch(m -> m.convocation() != null);
        assertThatThrownBy(() -> tenue.ouvrir(seance.id(), scenes.presents(convoquee), null, responsable))
                .isInstanceOf(Conflit.class)
                .hasMessageContaining("pas encore commencé");
        reglage.regler(DEPART.plusDays(10).atTime(14, 0));
        refuse(
                () -> tenue.ouvrir(
                        seance.id(), scenes.presents(convoquee, "jure4", "jure5", "jure1"), null, responsable),
                "presences",
                "quorum n'est pas atteint");
        refuse(() -> tenue.ouvrir(seance.id(), Map.of(), null, responsable), "presences", "Dites si");
        assertThat(scenes.lire(seance, responsable).membres()).allMatch(m -> m.presence() == Presence.NON_NOTEE);
        tenue.ouvrir(seance.id(), scenes.presents(convoquee, "jure5", "jure6"), null, responsable);
        SeanceVue ouverte = scenes.lire(seance, responsable);
        assertThat(tenue.quorum(ouverte))
                .extracting(Quorum::sieges, Quorum::presents)
                .containsExactly(4, 3);
    }

    @Test
    void un_deport_sort_le_dossier_du_membre_et_change_le_quorum_de_ce_point() {
        DossierVue dossier = scenes.deuxFoisAbsente();
        SeanceVue seance = ouverte(dossier);
        Agent ali = scenes.ali();
        Point point = seance.points().get(0);
        Membre referent = seance.membre(ali.identifiant()).orElseThrow();
        assertThat(fiches.lieConnu(point, referent)).isTrue();
        assertThat(fiches.lieConnu(point, seance.membre("jure4").orElseThrow())).isFalse();
        assertThat(fiches.pourMembre(seance.id(), point.id(), ali).personne()).contains("Inventée");
        refuse(
                () -> deliberations.deporter(seance.id(), point.id(), referent.id(), " ", ali),
                "motifDeport",
                "Écrivez pourquoi");

        deliberations.deporter(seance.id(), point.id(), referent.id(), "je suis son référent", ali);

        assertThatThrownBy(() -> fiches.pourMembre(seance.id(), point.id(), ali))
                .isInstanceOf(Conflit.class)
                .hasMessageContaining("déporté");
        SeanceVue apres = scenes.lire(seance, responsable);
        assertThat(tenue.quorum(apres, apres.points().get(0)))
                .extracting(Quorum::sieges, Quorum::presents, Quorum::necessaires)
                .containsExactly(3, 3, 2);
        assertThat(tenue.quorum(apres)).extracting(Quorum::sieges).isEqualTo(4);
        refuse(
                () -> deliberations.rendreAvis(
                        seance.id(), point.id(), new AvisDicte("REORIENTER", "Motif.", 4, 0, 0, 0), responsable),
                "votes",
                "3 votants");
        tenue.noterPresences(seance.id(), scenes.presents(apres, "jure5", "jure6"), null, responsable);
        refuse(
                () -> deliberations.rendreAvis(
                        seance.id(),
                        point.id(),
                        new AvisDicte("REORIENTER", "Motif.", null, null, null, 0),
                        responsable),
                "avis",
                "Pas de quorum");
        assertThatThrownBy(() -> deliberations.deporter(seance.id(), point.id(), referent.id(), "encore", ali))
                .isInstanceOf(Conflit.class);
        Membre jure4 = seance.membre("jure4").orElseThrow();
        assertThatThrownBy(() -> deliberations.deporter(seance.id(), point.id(), jure4.id(), "à sa place", ali))
                .isInstanceOf(Interdit.class);
    }

    @Test
    void qui_organise_et_siege_ne_lit_plus_la_fiche_du_dossier_dont_il_se_deporte() {
        SeanceVue seance = scenes.composee(10, responsable, scenes.deuxFoisAbsente(), scenes.deuxFoisAbsente());
        Membre siege = scenes.ajouter(seance, responsable, ScenesDEquipe.PROFESSIONNEL, null, responsable);
        Point premier = seance.points().get(0);
        assertThat(fiches.deLaSeance(seance.id(), responsable)).hasSize(2);
        deliberations.deporter(seance.id(), premier.id(), siege.id(), "voisine de palier", responsable);
        assertThat(fiches.lisibles(seance.id(), responsable))
                .extracting(Point::id)
                .containsExactly(seance.points().get(1).id());
        assertThat(fiches.deLaSeance(seance.id(), responsable)).hasSize(1);
    }

    @Test
    void un_compte_qui_n_est_pas_propose_ne_siege_pas_meme_par_un_formulaire_change() {
        SeanceVue seance = scenes.seance(10, responsable);
        Agent ailleurs = monde.agent(Role.ALI, "BLOSNE");
        assertThat(membres.eligibles(seance))
                .contains(scenes.ali())
                .doesNotContain(ailleurs, monde.agent(Role.ACCUEIL, "KLEBER"));
        for (Agent intrus : List.of(ailleurs, monde.agent(Role.ACCUEIL, "KLEBER"))) {
            refuse(
                    () -> scenes.ajouter(seance, intrus, ScenesDEquipe.PROFESSIONNEL, null, responsable),
                    "membre",
                    "Choisissez un compte de la liste");
        }
    }

    @Test
    void deux_avis_donnes_a_la_fois_sur_un_dossier_n_en_font_qu_un() throws Exception {
        SeanceVue seance = ouverte(scenes.deuxFoisAbsente());
        Point point = seance.points().get(0);
        CyclicBarrier depart = new CyclicBarrier(2);
        ExecutorService fils = Executors.newFixedThreadPool(2);
        try {
            List<Future<String>> faits = Stream.of("REORIENTER", "AJOURNER")
                    .map(code -> fils.submit(() -> {
                        depart.await();
                        try {
                            deliberations.rendreAvis(seance.id(), point.id(), avis(code, point), responsable);
                            return code;
                        } catch (Conflit e) {
                            return "lu";
                        }
                    }))
                    .toList();
            List<String> dits = List.of(faits.get(0).get(), faits.get(1).get());
            assertThat(dits).filteredOn("lu"::equals).hasSize(1);
            assertThat(dits)
                    .contains(scenes.lire(seance, responsable).points().get(0).avis());
        } finally {
            fils.shutdownNow();
        }
    }

    @Test
    void un_avis_sans_motif_ou_hors_de_la_liste_est_refuse() {
        SeanceVue seance = ouverte(scenes.deuxFoisAbsente());
        UUID point = seance.points().get(0).id();
        refuse(
                () -> deliberations.rendreAvis(
                        seance.id(), point, new AvisDicte("REORIENTER", " ", null, null, null, 0), responsable),
                "motif",
                "se motive");
        refuse(
                () -> deliberations.rendreAvis(
                        seance.id(), point, new AvisDicte("FAVORABLE", "Oui.", null, null, null, 0), responsable),
                "avis",
                "Choisissez");
        refuse(
                () -> deliberations.rendreAvis(
                        seance.id(), point, new AvisDicte("REORIENTER", "Oui.", -1, null, null, 0), responsable),
                "votes",
                "vérifiez");
    }

    @Test
    void qui_ecrit_sur_un_avis_qu_il_n_a_pas_lu_l_apprend() {
        SeanceVue seance = ouverte(scenes.deuxFoisAbsente());
        Point point = seance.points().get(0);
        deliberations.rendreAvis(seance.id(), point.id(), avis("REORIENTER", point), responsable);
        Agent dispositifs = monde.agent("dispositifs.equipe", Role.RESPONSABLE_DISPOSITIFS, null);
        assertThatThrownBy(
                        () -> deliberations.rendreAvis(seance.id(), point.id(), avis("AJOURNER", point), dispositifs))
                .isInstanceOf(Conflit.class)
                .hasMessageContaining(responsable.nomComplet());
        assertThat(scenes.lire(seance, responsable).points().get(0).avis()).isEqualTo("REORIENTER");
    }

    @Test
    void deux_seances_ne_prennent_jamais_le_meme_dossier() throws Exception {
        CasPret cas = scenes.pret(scenes.deuxFoisAbsente());
        SeanceVue une = scenes.seance(10, responsable);
        SeanceVue deux = scenes.seance(10, responsable);
        assertThat(une.numero()).isNotEqualTo(deux.numero());
        CyclicBarrier depart = new CyclicBarrier(2);
        ExecutorService fils = Executors.newFixedThreadPool(2);
        try {
            List<Future<String>> faits = Stream.of(une, deux)
                    .map(s -> fils.submit(() -> {
                        depart.await();
                        try {
                            preparation.inscrire(s.id(), List.of(cas.id()), responsable);
                            return "inscrit";
                        } catch (Conflit e) {
                            return e.getMessage();
                        }
                    }))
                    .toList();
            List<String> dits = List.of(faits.get(0).get(), faits.get(1).get());
            assertThat(dits).filteredOn("inscrit"::equals).hasSize(1);
            assertThat(dits).filteredOn(d -> d.contains("autre séance")).hasSize(1);
        } finally {
            fils.shutdownNow();
        }
    }

    @Test
    void une_seance_annulee_rend_ses_dossiers() {
        DossierVue dossier = scenes.deuxFoisAbsente();
        SeanceVue seance = scenes.composee(10, responsable, dossier);
        seances.annuler(seance.id(), "Salle indisponible.", responsable);
        assertThat(scenes.estPret(dossier)).isTrue();
        assertThatThrownBy(() -> preparation.convoquer(seance.id(), "Urgence.", responsable))
                .isInstanceOf(Conflit.class);
    }

    @Test
    void les_membres_d_une_seance_annulee_sont_prevenus_et_ce_qui_attendait_ne_part_pas() {
        SeanceVue seance = scenes.composee(10, responsable, scenes.deuxFoisAbsente());
        preparation.convoquer(seance.id(), "Urgence.", responsable);
        Courriers courriers = monde.bean(Courriers.class);
        List<CourrierVue> convocations = courriers.parDossier(seance.id());
        CourrierVue partie = convocations.get(0);
        monde.bean(SuiviCourriers.class).envoyer(partie.id(), DEPART, ModeRemise.LETTRE_SIMPLE, responsable);

        seances.annuler(seance.id(), "Salle indisponible.", responsable);

        assertThat(courriers.parDossier(seance.id()))
                .filteredOn(c -> c.modele().equals("convocation-seance") && !c.id().equals(partie.id()))
                .isNotEmpty()
                .allMatch(c -> c.etat() == EtatCourrier.ANNULE);
        assertThat(courriers.parDossier(seance.id()))
                .filteredOn(c -> c.modele().equals("annulation-seance"))
                .singleElement()
                .satisfies(c -> assertThat(monde.bean(ImagesCourrier.class).texte(courriers.octets(c.id())))
                        .contains("Salle indisponible"));
    }

    @Test
    void une_seance_n_existe_que_pour_ceux_qui_l_organisent_ou_y_siegent() {
        SeanceVue seance = scenes.composee(10, responsable, scenes.deuxFoisAbsente());
        UUID point = seance.points().get(0).id();
        Agent allocataire = monde.agent("jure4", Role.JURY, null);
        assertThat(fiches.seancesDe(allocataire)).noneMatch(s -> s.id().equals(seance.id()));
        preparation.convoquer(seance.id(), "Urgence.", responsable);
        assertThat(fiches.seancesDe(allocataire)).anyMatch(s -> s.id().equals(seance.id()));
        FicheCas fiche = fiches.pourMembre(seance.id(), point, allocataire);
        assertThat(fiche.faits()).isNotEmpty();
        assertThat(fiche.toString()).doesNotContain("allée Imaginaire", "1986", "02 99 00 00 01");
        assertThat(monde.bean(JdbcTemplate.class)
                        .queryForObject(
                                "select count(*) from journal_entree where nature = 'LECTURE' and qui = ? and objet = ?"
                                        + " and texte like ?",
                                Integer.class,
                                "jure4",
                                seance.points().get(0).numeroDossier(),
                                "%" + seance.numero() + "%"))
                .isEqualTo(1);

        Agent ailleurs = monde.agent(Role.RESPONSABLE_ANTENNE, "BLOSNE");
        assertThatThrownBy(() -> seances.seance(seance.id(), ailleurs)).isInstanceOf(Introuvable.class);
        assertThatThrownBy(() -> seances.seance(seance.id(), allocataire)).isInstanceOf(Interdit.class);
        Agent autreJure = monde.agent("jure7", Role.JURY, null);
        assertThatThrownBy(() -> fiches.seanceDe(seance.id(), autreJure)).isInstanceOf(Introuvable.class);
        assertThatThrownBy(() -> fiches.pourMembre(seance.id(), point, autreJure))
                .isInstanceOf(Introuvable.class);
    }

    /** A year mistyped: the bound is that of the table, on the day and on a report alike. */
    @Test
    void une_seance_ne_se_prepare_pas_plus_de_dix_huit_mois_a_l_avance() {
        refuse(() -> creerLe(DEPART.plusMonths(18).plusDays(1)), "debut", "au plus 18 mois à l'avance");
        refuse(() -> creerLe(LocalDate.of(2062, 6, 11)), "debut", "jusqu'au 1er décembre 2027");
        SeanceVue seance = creerLe(DEPART.plusMonths(18));
        refuse(
                () -> seances.reporter(
                        seance.id(),
                        Horloge.instantAParis(LocalDate.of(2126, 6, 11).atTime(9, 0)),
                        "Salle",
                        "La salle n'est pas libre.",
                        responsable),
                "debut",
                "au plus 18 mois");
    }

    @Test
    void les_seances_d_une_annee_se_font_ensemble_ou_pas_du_tout() {
        Calendrier calendrier = monde.bean(Calendrier.class);
        LocalDate premier = LocalDate.of(2026, 6, 30);
        NouvelleSeance premiere = new NouvelleSeance(
                ScenesDEquipe.EQUIPE, "KLEBER", Horloge.instantAParis(premier.atTime(14, 0)), "Salle", true);
        Calendrier.Planifiees faites =
                calendrier.planifier(premiere, Rythme.QUINZAINE, LocalDate.of(2026, 7, 31), responsable);
        assertThat(faites.seances()).extracting(SeanceVue::jour).containsExactly(premier, LocalDate.of(2026, 7, 28));
        assertThat(faites.feries()).containsExactly(LocalDate.of(2026, 7, 14));
        assertThat(faites.seances()).allMatch(SeanceVue::anonyme).allMatch(x -> "14 h 00".equals(heure(x)));

        int avant = seances.lister(responsable).size();
        refuse(
                () -> calendrier.planifier(premiere, Rythme.MOIS, LocalDate.of(2028, 6, 30), responsable),
                "jusquAu",
                "au plus 18 mois");
        refuse(() -> calendrier.planifier(premiere, Rythme.SEMAINE, null, responsable), "jusquAu", "jusqu'à quel jour");
        refuse(
                () -> calendrier.planifier(premiere, Rythme.SEMAINE, LocalDate.of(2027, 12, 1), responsable),
                "jusquAu",
                "plus de 60");
        assertThat(seances.lister(responsable)).hasSize(avant);
    }

    private static String heure(SeanceVue seance) {
        return seance.debut().atZone(Horloge.PARIS).format(java.time.format.DateTimeFormatter.ofPattern("H 'h' mm"));
    }

    private SeanceVue creerLe(LocalDate jour) {
        return seances.creer(
                new NouvelleSeance(
                        ScenesDEquipe.EQUIPE, "KLEBER", Horloge.instantAParis(jour.atTime(9, 0)), "Salle", false),
                responsable);
    }

    @Test
    void une_seance_anonyme_ne_montre_aucun_nom_aux_membres() {
        DossierVue dossier = scenes.deuxFoisAbsente();
        SeanceVue seance = seances.creer(
                new NouvelleSeance(
                        ScenesDEquipe.EQUIPE,
                        "KLEBER",
                        Horloge.instantAParis(DEPART.plusDays(10).atTime(9, 0)),
                        "Salle",
                        true),
                responsable);
        Agent jure = scenes.allocataire("jure4");
        scenes.ajouter(seance, jure, ScenesDEquipe.ALLOCATAIRE, null, responsable);
        scenes.ajouter(seance, scenes.allocataire("jure5"), ScenesDEquipe.ALLOCATAIRE, null, responsable);
        scenes.ajouter(seance, monde.agent("jure6", Role.JURY, null), ScenesDEquipe.PROFESSIONNEL, null, responsable);
        preparation.inscrire(seance.id(), List.of(scenes.pret(dossier).id()), responsable);
        preparation.convoquer(seance.id(), "Urgence.", responsable);
        Point point = scenes.lire(seance, responsable).points().get(0);
        assertThat(fiches.pourMembre(seance.id(), point.id(), jure).personne()).isNull();
        assertThat(fiches.deLaSeance(seance.id(), responsable).get(0).personne())
                .isNotNull();
    }

    @Test
    void la_fiche_d_un_contrat_refuse_ne_parle_pas_de_deux_absences() {
        DossierVue refuse = scenes.contratRefuse("Les horaires ne vont pas avec la garde de mon fils.");
        FicheCas fiche = fiches.apercu(scenes.pret(refuse));
        assertThat(fiche.question()).isEqualTo("Contrat d'engagement refusé");
        assertThat(fiche.faits())
                .extracting(FicheCas.Fait::texte)
                .contains("Les horaires ne vont pas avec la garde de mon fils.", "Reprendre un travail de jour");
        assertThat(fiche.toString()).doesNotContain("absence", "Absence");
        FicheCas absences = fiches.apercu(scenes.pret(scenes.deuxFoisAbsente()));
        assertThat(absences.question()).isEqualTo("Deux absences au premier rendez-vous");
        assertThat(absences.toString()).doesNotContain("Contrat refusé");
    }

    @Test
    void un_siege_d_allocataire_n_est_tenu_que_par_un_compte_de_cette_qualite() {
        SeanceVue seance = scenes.seance(10, responsable);
        refuse(
                () -> scenes.ajouter(
                        seance, monde.agent("jure6", Role.JURY, null), ScenesDEquipe.ALLOCATAIRE, null, responsable),
                "qualite",
                "tenu par un compte de cette qualité");
        refuse(
                () -> membres.ajouter(
                        seance.id(),
                        new NouveauMembre(null, "Camille Inconnue", ScenesDEquipe.ALLOCATAIRE, null, null),
                        responsable),
                "qualite",
                "tenu par un compte de cette qualité");
        refuse(
                () -> scenes.ajouter(
                        seance, scenes.allocataire("jure4"), ScenesDEquipe.PROFESSIONNEL, null, responsable),
                "qualite",
                "et rien d'autre");
        membres.ajouter(
                seance.id(),
                new NouveauMembre(null, "Camille Inconnue", ScenesDEquipe.PROFESSIONNEL, null, null),
                responsable);
        assertThat(scenes.lire(seance, responsable).membres()).hasSize(1);
    }

    @Test
    void une_equipe_permanente_se_compose_une_fois_et_se_propose_a_chaque_seance() {
        SeanceVue premiere = scenes.composee(10, responsable);
        scenes.ajouter(
                premiere,
                scenes.allocataire("jure1"),
                ScenesDEquipe.ALLOCATAIRE,
                premiere.membre("jure5").orElseThrow(),
                responsable);
        membres.garderLEquipe(premiere.id(), responsable);
        SeanceVue suivante = scenes.seance(20, responsable);
        List<EquipePermanente.Siege> proposes = membres.permanents(suivante);
        assertThat(proposes).hasSize(5);
        membres.reprendreLEquipe(
                suivante.id(), proposes.stream().map(EquipePermanente.Siege::id).toList(), responsable);
        SeanceVue composee = scenes.lire(suivante, responsable);
        assertThat(composee.membres()).hasSize(5);
        assertThat(composee.membre("jure1").orElseThrow().suppleantDe())
                .isEqualTo(composee.membre("jure5").orElseThrow().id());
        assertThat(membres.permanents(composee)).isEmpty();
        membres.garderLEquipe(premiere.id(), responsable);
        assertThat(membres.permanents(scenes.seance(30, responsable))).hasSize(5);
    }

    @Test
    void une_seance_reportee_garde_ses_membres_ses_dossiers_et_ses_deports() {
        DossierVue dossier = scenes.deuxFoisAbsente();
        SeanceVue seance = scenes.composee(10, responsable, dossier);
        Membre referent = seance.membre(scenes.ali().identifiant()).orElseThrow();
        deliberations.deporter(
                seance.id(), seance.points().get(0).id(), referent.id(), "je suis son référent", scenes.ali());
        preparation.convoquer(seance.id(), null, responsable);
        refuse(
                () -> seances.reporter(
                        seance.id(), Horloge.instantAParis(DEPART.atTime(7, 0)), "Salle", "Grève.", responsable),
                "debut",
                "à venir");
        SeanceVue suite = seances.reporter(
                seance.id(), Horloge.instantAParis(DEPART.plusDays(20).atTime(9, 0)), "Salle", "Grève.", responsable);
        assertThat(scenes.lire(seance, responsable))
                .extracting(SeanceVue::etat, SeanceVue::motifAnnulation)
                .containsExactly(EtatSeance.ANNULEE, "Grève.");
        SeanceVue lue = scenes.lire(suite, responsable);
        assertThat(lue.etat()).isEqualTo(EtatSeance.EN_PREPARATION);
        assertThat(lue.membres()).hasSize(4).allMatch(m -> m.convocation() == null);
        assertThat(lue.points()).hasSize(1);
        assertThat(lue.points().get(0).deports()).hasSize(1);
        preparation.convoquer(lue.id(), null, responsable);
        assertThat(scenes.lire(lue, responsable).etat()).isEqualTo(EtatSeance.CONVOQUEE);
    }

    @Test
    void un_dossier_reporte_part_vers_la_seance_choisie_a_la_cloture_et_le_proces_verbal_dit_pourquoi() {
        DossierVue dossier = scenes.deuxFoisAbsente();
        SeanceVue seance = ouverte(dossier);
        SeanceVue suite = scenes.seance(10, responsable);
        UUID point = seance.points().get(0).id();
        refuse(
                () -> deliberations.reporter(
                        seance.id(), point, "Il manque une pièce.", UUID.randomUUID(), responsable),
                "vers",
                "séance à venir");
        deliberations.reporter(seance.id(), point, "Il manque une pièce.", suite.id(), responsable);
        assertThat(scenes.estPret(dossier)).isFalse();
        tenue.noterPresences(
                seance.id(), scenes.presents(scenes.lire(seance, responsable), "jure6"), null, responsable);
        UUID procesVerbal = tenue.clore(seance.id(), null, responsable);
        assertThat(scenes.lire(suite, responsable).points())
                .extracting(Point::numeroDossier)
                .containsExactly(dossier.numero());
        String texte = monde.bean(ImagesCourrier.class)
                .texte(monde.bean(Courriers.class).octets(procesVerbal))
                .replaceAll("[\\p{Z}\\s]+", " ");
        assertThat(texte).contains("dossier reporté", "Il manque une pièce.", "ouverte à 14 h 00", "départ à 14 h 00");
    }

    @Test
    void une_question_retiree_pendant_la_seance_laisse_la_seance_se_clore() {
        DossierVue dossier = scenes.deuxFoisAbsente();
        SeanceVue seance = ouverte(dossier);
        monde.bean(CasPrets.class).retirer(dossier.id(), "ABSENCES");
        assertThat(scenes.lire(seance, responsable).points())
                .extracting(Point::etat)
                .containsExactly(EtatPoint.RETIRE);
        tenue.clore(seance.id(), null, responsable);
        assertThat(scenes.lire(seance, responsable).etat()).isEqualTo(EtatSeance.CLOSE);
    }
}
