package fr.jalon.dispositif;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.agent.Agent;
import fr.jalon.agent.Role;
import fr.jalon.corbeille.Corbeille;
import fr.jalon.courrier.CourrierVue;
import fr.jalon.courrier.Courriers;
import fr.jalon.courrier.EtatCourrier;
import fr.jalon.courrier.ImagesCourrier;
import fr.jalon.courrier.Impressions;
import fr.jalon.courrier.Signatures;
import fr.jalon.dossier.DossierVue;
import fr.jalon.dossier.Dossiers;
import fr.jalon.essais.EssaiConfiguration;
import fr.jalon.essais.HorlogeReglable;
import fr.jalon.essais.JalonIT;
import fr.jalon.essais.Monde;
import fr.jalon.essais.Navigation;
import fr.jalon.orientation.parcours.OrientationRsa;
import fr.jalon.seance.AvisDicte;
import fr.jalon.seance.CasPret;
import fr.jalon.seance.CasPrets;
import fr.jalon.seance.Deliberations;
import fr.jalon.seance.EtatSeance;
import fr.jalon.seance.Point;
import fr.jalon.seance.Preparation;
import fr.jalon.seance.ScenesDEquipe;
import fr.jalon.seance.SeanceVue;
import fr.jalon.seance.Tenue;
import fr.jalon.usager.FichePersonne;
import fr.jalon.usager.PersonneVue;
import fr.jalon.usager.Personnes;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** A dossier that goes to another antenne takes along all that bears its antenne: nothing waits where nobody can open it. */
@JalonIT
class TransfertIT {

    /** Tables that bear the antenne of a dossier, and which of their rows are still to do. */
    private static final Map<String, String> SUIVIES = Map.of(
            "corbeille_tache", "onglet <> 'F'",
            "cas_pret", "ouvert = 1",
            "courrier", "etat in ('A_SIGNER', 'A_IMPRIMER')");

    /** Tables whose antenne is that of another thing, and stays. */
    private static final Map<String, String> AUTRES = Map.of(
            "visite", "where the person came",
            "import_ligne", "where the file put the dossier on that day",
            "import_cle", "where the file put the dossier on that day",
            "pilotage_segment", "whose time it was",
            "pilotage_dossier", "projected again after the transfer, which marks it",
            "pilotage_mesure", "projected again after the transfer, which marks it",
            "pilotage_passage", "projected again after the transfer, which marks it");

    @Autowired
    private Monde monde;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private HorlogeReglable horloge;

    @Autowired
    private Dossiers dossiers;

    @Autowired
    private Courriers courriers;

    @Autowired
    private Signatures signatures;

    @Autowired
    private CasPrets cas;

    private ScenesDEquipe scenes;
    private Agent ici;
    private Agent labas;

    @BeforeEach
    void preparer() {
        horloge.regler(EssaiConfiguration.DEPART);
        scenes = new ScenesDEquipe(monde);
        ici = monde.responsable();
        labas = monde.agent(Role.RESPONSABLE_ANTENNE, "BLOSNE");
        monde.deleguer();
    }

    @Test
    void chaque_table_qui_porte_l_antenne_d_un_dossier_est_suivie_ou_dit_pourquoi_elle_reste() {
        assertThat(jdbc.queryForList(
                        "select t.table_name from information_schema.tables t where t.table_schema = database()"
                                + " and t.table_type = 'BASE TABLE' and (select count(*) from information_schema.columns c"
                                + " where c.table_schema = t.table_schema and c.table_name = t.table_name"
                                + " and c.column_name in ('dossier_id', 'antenne')) = 2",
                        String.class))
                .as("une table de plus : dites ici ce que devient son antenne, et essayez-la ci-dessous")
                .containsExactlyInAnyOrderElementsOf(Stream.concat(SUIVIES.keySet().stream(), AUTRES.keySet().stream())
                        .toList());
    }

    @Test
    void rien_de_ce_qui_reste_a_faire_ne_demeure_dans_l_ancienne_antenne() {
        DossierVue dossier = absenteAQuiOnEcrit();
        for (String table : SUIVIES.keySet()) {
            assertThat(aFaire(table, dossier, "KLEBER")).as(table).isPositive();
        }
        Map<String, Long> finies = finies(dossier);
        transferer(dossier);
        for (String table : SUIVIES.keySet()) {
            assertThat(aFaire(table, dossier, "KLEBER")).as(table).isZero();
            assertThat(aFaire(table, dossier, "BLOSNE")).as(table).isPositive();
        }
        assertThat(finies(dossier)).as("ce qui est fait reste où il fut fait").isEqualTo(finies);
    }

    @Test
    void un_courrier_a_signer_et_un_courrier_a_imprimer_attendent_la_nouvelle_antenne() {
        DossierVue dossier = scenes.orientee();
        CourrierVue projet = dansEtat(dossier, EtatCourrier.A_SIGNER).get(0);
        DossierVue absente = absenteAQuiOnEcrit();
        List<CourrierVue> aImprimer = dansEtat(absente, EtatCourrier.A_IMPRIMER);
        assertThat(texte(projet)).contains("Espace KLEBER").doesNotContain("Espace BLOSNE");
        transferer(dossier);
        transferer(absente);

        assertThat(signatures.aSigner(ici, List.of("KLEBER")))
                .extracting(CourrierVue::id)
                .doesNotContain(projet.id());
        assertThat(signatures.aSigner(labas, List.of("BLOSNE")))
                .extracting(CourrierVue::id)
                .contains(projet.id());
        assertThat(monde.bean(Impressions.class).aImprimer(List.of("BLOSNE")))
                .extracting(CourrierVue::id)
                .containsAll(aImprimer.stream().map(CourrierVue::id).toList());
        // The basket reads its first letter: one whose dossier is gone would answer "does not exist" to every signature
        assertThat(comme(ici).get("/courriers/a-signer").statut()).isEqualTo(200);
        assertThat(comme(labas).get("/courriers/a-signer?lire=" + projet.id()).statut())
                .isEqualTo(200);

        // Who writes, and where she lives, is what is true now; nobody works the dossier yet
        assertThat(texte(projet))
                .contains("Espace BLOSNE", "8 rue du Blosne", projet.numero())
                .doesNotContain("Espace KLEBER", "allée Imaginaire");
        signatures.signer(projet.id(), labas);
        assertThat(texte(projet))
                .contains("Espace BLOSNE", "8 rue du Blosne", labas.nomComplet())
                .doesNotContain("Espace KLEBER", "allée Imaginaire");
        assertThat(courriers.courrier(projet.id()).orElseThrow().destinataire()).contains("8 rue du Blosne");
    }

    @Test
    void une_question_inscrite_a_une_seance_a_venir_attend_une_seance_de_la_nouvelle_antenne() {
        DossierVue dossier = scenes.deuxFoisAbsente();
        SeanceVue seance = scenes.composee(20, ici, dossier);
        assertThat(seance.points()).hasSize(1);
        transferer(dossier);
        assertThat(scenes.lire(seance, ici).points()).isEmpty();
        assertThat(cas.enAttente(ScenesDEquipe.EQUIPE, "KLEBER"))
                .extracting(CasPret::dossierId)
                .doesNotContain(dossier.id());
        assertThat(cas.enAttente(ScenesDEquipe.EQUIPE, "BLOSNE"))
                .extracting(CasPret::dossierId)
                .contains(dossier.id());
        assertThat(jdbc.queryForList("select texte from journal_entree where objet = ?", String.class, seance.numero()))
                .anyMatch(t -> t.contains(dossier.numero()) && t.contains("une autre antenne suit la personne"));
    }

    @Test
    void une_seance_qui_se_tient_finit_avec_le_dossier_et_son_avis_compte() {
        DossierVue dossier = scenes.deuxFoisAbsente();
        SeanceVue seance = scenes.composee(10, ici, dossier);
        monde.bean(Preparation.class).convoquer(seance.id(), "Urgence.", ici);
        horloge.regler(EssaiConfiguration.DEPART.toLocalDate().plusDays(10).atTime(14, 0));
        monde.bean(Tenue.class).ouvrir(seance.id(), scenes.presents(seance), null, ici);
        transferer(dossier);
        Point point = scenes.lire(seance, ici).points().get(0);
        monde.bean(Deliberations.class)
                .rendreAvis(
                        seance.id(),
                        point.id(),
                        new AvisDicte("REORIENTER", "La personne a expliqué.", 3, 0, 1, point.version()),
                        ici);
        monde.bean(Tenue.class).clore(seance.id(), null, ici);
        monde.travailler();
        assertThat(scenes.lire(seance, ici).etat()).isEqualTo(EtatSeance.CLOSE);
        assertThat(monde.bean(Corbeille.class).duDossier(dossier.id())).anySatisfy(t -> {
            assertThat(t.etape()).isEqualTo(OrientationRsa.RECUEILLIR_SITUATION);
            assertThat(t.antenne()).isEqualTo("BLOSNE");
        });
    }

    /** Her convocations left; one more letter waits for the next batch. */
    private DossierVue absenteAQuiOnEcrit() {
        DossierVue dossier = scenes.deuxFoisAbsente();
        monde.bean(LettresDossier.class)
                .ecrire(
                        "essai-" + dossier.id(),
                        new LettresDossier.Lettre(
                                "sortie-accompagnement",
                                dossier.id(),
                                "orientation",
                                null,
                                valeurs -> valeurs.texte("sortie.motif", "Vous avez trouvé un travail.")));
        return dossier;
    }

    private Navigation comme(Agent qui) {
        Navigation navigation = new Navigation(monde);
        navigation.connecter(qui.identifiant(), Monde.MOT_DE_PASSE);
        return navigation;
    }

    private List<CourrierVue> dansEtat(DossierVue dossier, EtatCourrier etat) {
        List<CourrierVue> trouves = courriers.parDossier(dossier.id()).stream()
                .filter(c -> c.etat() == etat)
                .toList();
        assertThat(trouves).as("courriers " + etat).isNotEmpty();
        return trouves;
    }

    private String texte(CourrierVue courrier) {
        return monde.bean(ImagesCourrier.class)
                .texte(courriers.octets(courrier.id()))
                .replaceAll("[\\p{Z}\\s]+", " ");
    }

    private long aFaire(String table, DossierVue dossier, String antenne) {
        Long nombre = jdbc.queryForObject(
                "select count(*) from " + table + " where dossier_id = ? and antenne = ? and " + SUIVIES.get(table),
                Long.class,
                dossier.id(),
                antenne);
        return nombre == null ? 0 : nombre;
    }

    private Map<String, Long> finies(DossierVue dossier) {
        Map<String, Long> finies = new TreeMap<>();
        SUIVIES.forEach((table, ouvert) -> finies.put(
                table,
                jdbc.queryForObject(
                        "select count(*) from " + table
                                + " where dossier_id = ? and antenne = 'KLEBER' and not coalesce(" + ouvert
                                + ", false)",
                        Long.class,
                        dossier.id())));
        return finies;
    }

    /** The person moves to a quartier of the other antenne; the responsable of the former one lets the dossier go. */
    private void transferer(DossierVue dossier) {
        PersonneVue p = monde.bean(Personnes.class).parId(dossier.personneId());
        monde.bean(Personnes.class)
                .modifier(
                        p.id(),
                        new FichePersonne(
                                p.civilite(),
                                p.nom(),
                                p.prenoms(),
                                p.dateNaissance().auPlusTot(),
                                "8 rue du Blosne\n35200 Rennes",
                                "Q11",
                                p.telephone(),
                                p.courriel(),
                                p.langue(),
                                null),
                        p.version(),
                        ici);
        dossiers.transferer(dossier.numero(), ici);
        assertThat(dossiers.parId(dossier.id()).antenne()).isEqualTo("BLOSNE");
    }
}
