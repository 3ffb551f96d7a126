package fr.jalon.importation.orientation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.jalon.agent.Agent;
import fr.jalon.agent.Role;
import fr.jalon.commun.Interdit;
import fr.jalon.commun.Introuvable;
import fr.jalon.corbeille.Corbeille;
import fr.jalon.dossier.Dossiers;
import fr.jalon.essais.EssaiConfiguration;
import fr.jalon.essais.JalonIT;
import fr.jalon.essais.Monde;
import fr.jalon.importation.ImportVue;
import fr.jalon.importation.Imports;
import fr.jalon.importation.LigneVue;
import fr.jalon.importation.LignesDImport;
import fr.jalon.importation.RepartitionArrivees;
import fr.jalon.importation.StatutLigne;
import fr.jalon.orientation.DemandesOrientation;
import fr.jalon.orientation.Parcours;
import fr.jalon.orientation.parcours.OrientationRsa;
import fr.jalon.usager.FichePersonne;
import fr.jalon.usager.PersonneVue;
import fr.jalon.usager.Personnes;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** A file of newcomers: what is wrong, who would go where, then one orientation for each, on a real MariaDB. */
@JalonIT
class ArriveesIT {

    private static final LocalDate DEPART = EssaiConfiguration.DEPART.toLocalDate();
    private static final AtomicInteger SUIVANT = new AtomicInteger();
    private static final String TITRES = "civilite;nom;prenoms;date_naissance;adresse;quartier;langue;date_droit;"
            + "situation_emploi;se_projette;enfants;parent_isole;frein_sante;hebergement;frein_logement;volontaire_plie\n";

    @Autowired
    private Monde monde;

    @Autowired
    private Imports imports;

    @Autowired
    private LignesDImport lignesDImport;

    @Autowired
    private RepartitionArrivees repartition;

    @Autowired
    private DemandesOrientation demandes;

    @Autowired
    private Dossiers dossiers;

    @Autowired
    private Corbeille corbeille;

    @Autowired
    private JdbcTemplate jdbc;

    private Agent responsable;

    @BeforeEach
    void preparer() {
        responsable = monde.responsable();
        monde.agent(Role.ALI, "KLEBER");
    }

    private static String jour(LocalDate jour) {
        return jour.format(DateTimeFormatter.ofPattern("dd/MM/yyyy"));
    }

    private static String nom() {
        return "Arrivée-Inventée" + (char) ('a' + SUIVANT.get() / 26) + (char) ('a' + SUIVANT.getAndIncrement() % 26);
    }

    private static String ligne(String nom, LocalDate naissance, String situation) {
        return "Mme;%s;Zoé;%s;1 allée Imaginaire;Q1;fr;%s;%s\n"
                .formatted(nom, jour(naissance), jour(DEPART.minusDays(3)), situation);
    }

    private static String adulte(String situation) {
        return ligne(nom(), LocalDate.of(1980, 3, 4), situation);
    }

    private static String jeune() {
        return ligne(nom(), DEPART.minusYears(20), "Elle vient de finir ses études;oui;0;non;aucun;stable;aucun;non");
    }

    private ImportVue deposer(String lignes, boolean ecrire, Agent agent) {
        ImportVue vue = imports.deposer(
                "orientations", "arrivees.csv", (TITRES + lignes).getBytes(StandardCharsets.UTF_8), ecrire, agent);
        ImportVue fait = imports.attendre(vue.id(), Duration.ofMinutes(2), agent);
        monde.travailler();
        return fait;
    }

    private List<LigneVue> lignes(ImportVue vue, Agent agent) {
        return lignesDImport.lister(vue.id(), null, 0, 200, agent).elements();
    }

    @Test
    void une_personne_que_suit_une_autre_antenne_n_est_pas_prise_par_un_fichier() {
        String nom = nom();
        LocalDate naissance = LocalDate.of(1980, 3, 4);
        PersonneVue p = monde.bean(Personnes.class)
                .creer(
                        new FichePersonne(
                                "MME",
                                nom,
                                "Zoé",
                                naissance,
                                "1 allée Imaginaire\n35200 Rennes",
                                "Q11",
                                null,
                                null,
                                "fr",
                                null),
                        monde.agent(Role.RESPONSABLE_ANTENNE, "BLOSNE"));
        ImportVue vue =
                deposer(ligne(nom, naissance, "sans emploi ancien;non;0;non;fort;stable;aucun;non"), true, responsable);
        assertThat(vue.nombre(StatutLigne.EN_ERREUR))
                .as(lignes(vue, responsable).toString())
                .isEqualTo(1);
        assertThat(lignes(vue, responsable).toString()).contains("Une autre antenne suit cette personne");
        assertThat(dossiers.ouvertsDe(p.id())).isEmpty();
        PersonneVue apres = monde.bean(Personnes.class).parId(p.id());
        assertThat(apres.antenne()).isEqualTo("BLOSNE");
        assertThat(apres.quartier()).isEqualTo("Q11");
    }

    @Test
    void l_essai_dit_qui_irait_ou_et_ou_il_y_a_trop_de_monde_sans_rien_ecrire() {
        long avant = jdbc.queryForObject("select count(*) from demande_orientation", Long.class);
        ImportVue vue = deposer(
                jeune() + jeune() + jeune()
                        + adulte("sans emploi ancien;non;0;non;fort;stable;aucun;non")
                        + adulte("elle travaille;;0;oui;;;;")
                        + "Mme;;Zoé;31/02/1990;1 allée Imaginaire;Q1;fr;" + jour(DEPART)
                        + ";parfois;peut-être;0;non;aucun;stable;aucun;non\n",
                false,
                responsable);
        assertThat(vue.nombre(StatutLigne.EN_ERREUR))
                .as(lignes(vue, responsable).toString())
                .isEqualTo(1);
        RepartitionArrivees.Repartition r =
                repartition.de(vue.id(), responsable).orElseThrow();
        // "Parent isolé" without a child is left aside, and told: what is left of the row is oriented
        assertThat(r.aOrienter()).as(r.toString()).isEqualTo(5);
        assertThat(r.problemes()).isEqualTo(1);
        assertThat(r.parcours()).containsEntry(Parcours.EMPLOI, 4L).containsEntry(Parcours.SOCIAL, 1L);
        RepartitionArrivees.Structure mission = r.structures().stream()
                .filter(s -> s.nouvelles() == 3)
                .findFirst()
                .orElseThrow();
        assertThat(mission.places()).isNull();
        jdbc.update(
                "update offre set places_total = 5, places_prises = 3 where id = (select offre_id from offre_organisme oo"
                        + " join organisme g on g.id = oo.organisme_id where g.code = ? limit 1)",
                mission.code());
        RepartitionArrivees.Repartition serree =
                repartition.de(vue.id(), responsable).orElseThrow();
        assertThat(serree.structures().get(0))
                .isEqualTo(new RepartitionArrivees.Structure(mission.code(), mission.nom(), 3L, 3, 5L));
        assertThat(serree.exces()).isEqualTo(1);
        assertThat(jdbc.queryForObject("select count(*) from demande_orientation", Long.class))
                .isEqualTo(avant);
    }

    @Test
    void chaque_faute_est_dite_sur_sa_colonne_avec_les_reponses_possibles() {
        ImportVue vue = deposer(
                adulte("parfois;peut-être;0;oui;aucun;sans logement;pas de difficulté;oui"), false, responsable);
        LigneVue ligne = lignes(vue, responsable).get(0);
        assertThat(ligne.messages())
                .anyMatch(
                        m -> m.champ().equals("situation_emploi") && m.message().contains("Elle travaille"))
                .anyMatch(m -> m.champ().equals("se_projette") && m.message().contains("Oui ; Non"))
                .anyMatch(m -> m.champ().equals("enfants") && m.message().contains("aucun enfant"))
                .anyMatch(m -> m.champ().equals("frein_logement") && m.message().contains("vérifiez"));
    }

    @Test
    void ecrit_ouvre_chaque_orientation_droit_a_la_proposition_et_rien_deux_fois() {
        String lignes = jeune() + adulte("sans emploi ancien;non;0;non;fort;stable;aucun;non");
        ImportVue vue = deposer(lignes, true, responsable);
        List<LigneVue> ecrites = lignes(vue, responsable);
        assertThat(ecrites).allMatch(l -> l.numeroDossier() != null);
        for (LigneVue ligne : ecrites) {
            var dossier = dossiers.parNumero(ligne.numeroDossier(), responsable);
            assertThat(demandes.demande(dossier.id()).proposition()).isNotNull();
            assertThat(demandes.demande(dossier.id()).connueLe()).isEqualTo(DEPART.minusDays(3));
            assertThat(corbeille.duDossier(dossier.id()))
                    .singleElement()
                    .matches(t -> t.etape().equals(OrientationRsa.CONFIRMER_ORIENTATION));
        }
        ImportVue encore = deposer(lignes, true, responsable);
        assertThat(encore.ecrites()).isZero();
        assertThat(encore.nombre(StatutLigne.A_JOUR)).isEqualTo(2);
    }

    @Test
    void une_situation_incomplete_est_recueillie_par_le_referent() {
        ImportVue vue = deposer(adulte(";;;;;;;"), true, responsable);
        var dossier = dossiers.parNumero(lignes(vue, responsable).get(0).numeroDossier(), responsable);
        assertThat(corbeille.duDossier(dossier.id()))
                .singleElement()
                .matches(t -> t.etape().equals(OrientationRsa.RECUEILLIR_SITUATION));
    }

    @Test
    void un_droit_ancien_se_declare_et_une_reponse_vide_reste_a_demander() {
        String ancien = jour(DEPART.minusDays(200));
        String ligne = adulte("jamais;non;0;;aucun;stable;aucun;").replace(jour(DEPART.minusDays(3)), ancien);
        assertThat(lignes(deposer(ligne, false, responsable), responsable)
                        .get(0)
                        .messages())
                .anyMatch(m -> m.champ().equals("date_droit") && m.message().contains("Demande ancienne"));
        ImportVue vue = imports.deposer(
                "orientations",
                "anciennes.csv",
                (TITRES.strip() + ";orientation_passee\n" + ligne.strip() + ";oui\n").getBytes(StandardCharsets.UTF_8),
                true,
                responsable);
        imports.attendre(vue.id(), Duration.ofMinutes(2), responsable);
        monde.travailler();
        var dossier = dossiers.parNumero(lignes(vue, responsable).get(0).numeroDossier(), responsable);
        assertThat(demandes.demande(dossier.id()).situation()).doesNotContainKeys("parentIsole", "volontairePlie");
        assertThat(demandes.demande(dossier.id()).proposition().manquants())
                .contains("si elle élève seule ses enfants", "si elle veut être suivie par le PLIE");
    }

    @Test
    void la_personne_deja_en_cours_d_orientation_n_en_a_pas_une_seconde() {
        String nom = nom();
        deposer(ligne(nom, LocalDate.of(1980, 3, 4), "jamais;non;0;non;aucun;stable;aucun;non"), true, responsable);
        ImportVue vue = deposer(
                ligne(nom, LocalDate.of(1980, 3, 4), "jamais;non;0;non;aucun;stable;aucun;non")
                        .replace(jour(DEPART.minusDays(3)), jour(DEPART.minusDays(2))),
                false,
                responsable);
        assertThat(lignes(vue, responsable).get(0).messages())
                .anyMatch(m -> m.message().contains("Une orientation est déjà ouverte pour elle : ORI-"));
    }

    @Test
    void le_fichier_d_une_antenne_n_existe_pas_pour_une_autre_ni_pour_qui_n_a_pas_le_role() {
        ImportVue vue = deposer(jeune(), false, responsable);
        Agent blosne = monde.agent("responsable.arrivees.blosne", Role.RESPONSABLE_ANTENNE, "BLOSNE");
        assertThatThrownBy(() -> repartition.de(vue.id(), blosne)).isInstanceOf(Introuvable.class);
        Agent dispositifs = monde.agent("dispositifs.arrivees", Role.RESPONSABLE_DISPOSITIFS, null);
        assertThat(repartition.de(vue.id(), dispositifs)).isPresent();
        ImportVue transverse = deposer(jeune(), false, dispositifs);
        assertThatThrownBy(() -> repartition.de(transverse.id(), blosne)).isInstanceOf(Introuvable.class);
        Agent accueil = monde.agent(Role.ACCUEIL, "KLEBER");
        assertThatThrownBy(() -> deposer(jeune(), false, accueil)).isInstanceOf(Interdit.class);
    }
}
