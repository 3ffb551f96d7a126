package fr.jalon.fusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.jalon.agent.Agent;
import fr.jalon.agent.Role;
import fr.jalon.commun.Conflit;
import fr.jalon.commun.Interdit;
import fr.jalon.commun.Introuvable;
import fr.jalon.commun.SaisieInvalide;
import fr.jalon.dossier.Canal;
import fr.jalon.dossier.DossierVue;
import fr.jalon.dossier.Dossiers;
import fr.jalon.dossier.Issue;
import fr.jalon.dossier.SignalementsDePersonnes;
import fr.jalon.essais.EssaiConfiguration;
import fr.jalon.essais.HorlogeReglable;
import fr.jalon.essais.JalonIT;
import fr.jalon.essais.Monde;
import fr.jalon.rsa.DemandesRsa;
import fr.jalon.usager.Consentements;
import fr.jalon.usager.FichePersonne;
import fr.jalon.usager.NouveauConsentement;
import fr.jalon.usager.PersonneVue;
import fr.jalon.usager.Personnes;
import fr.jalon.usager.PersonnesReunies;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Two cards of one person made one, and two again. */
@JalonIT
class FusionIT {

    private static final String NIR = "286033523877764";

    @Autowired
    private Fusions fusions;

    @Autowired
    private OubliDesFusions oubli;

    @Autowired
    private Personnes personnes;

    @Autowired
    private PersonnesReunies reunies;

    @Autowired
    private Consentements consentements;

    @Autowired
    private Dossiers dossiers;

    @Autowired
    private DemandesRsa demandes;

    @Autowired
    private SignalementsDePersonnes signalements;

    @Autowired
    private Monde monde;

    @Autowired
    private HorlogeReglable horloge;

    @Autowired
    private JdbcTemplate jdbc;

    private Agent kleber;
    private Agent blosne;
    private final List<DossierVue> ailleurs = new ArrayList<>();

    @BeforeEach
    void agents() {
        kleber = monde.responsable();
        monde.instructeur();
        blosne = monde.agent(Role.RESPONSABLE_ANTENNE, "BLOSNE");
    }

    @AfterEach
    void remettreLHorloge() {
        horloge.regler(EssaiConfiguration.DEPART);
        // What it was again: no later test meets the timers of a path that is not its dispositif's
        for (DossierVue dossier : ailleurs) {
            jdbc.update("delete from dossier_ouvert where dossier_id = ?", dossier.id());
            jdbc.update("update dossier set dispositif = 'RSA' where id = ?", dossier.id());
        }
        ailleurs.clear();
    }

    @Test
    void chaque_table_qui_nomme_une_personne_est_dans_la_liste_de_ce_que_la_fusion_deplace() {
        TreeSet<String> attendues = new TreeSet<>();
        jdbc.queryForList(
                        "select concat(c.table_name, '.', c.column_name) from information_schema.columns c"
                                + " join information_schema.tables t on t.table_schema = c.table_schema and t.table_name = c.table_name"
                                + " where c.table_schema = database() and t.table_type = 'BASE TABLE'"
                                + " and c.column_name regexp '(personne|usager)_id$'",
                        String.class)
                .forEach(attendues::add);
        jdbc.queryForList(
                        "select concat(table_name, '.', column_name) from information_schema.key_column_usage"
                                + " where table_schema = database() and referenced_table_name = 'personne'",
                        String.class)
                .forEach(attendues::add);
        TreeSet<String> connues = new TreeSet<>();
        Rattachements.livres().forEach(r -> connues.add(r.table() + "." + r.colonne()));
        assertThat(attendues).isNotEmpty();
        assertThat(connues).containsAll(attendues);
    }

    @Test
    void chaque_colonne_de_la_fiche_se_choisit_ou_est_technique() {
        assertThat(Rattachements.colonnesConnues())
                .containsAll(jdbc.queryForList(
                        "select lower(column_name) from information_schema.columns where table_schema = database()"
                                + " and table_name = 'personne'",
                        String.class));
    }

    @Test
    void deux_fiches_n_en_font_plus_qu_une_puis_deux_de_nouveau_comme_elles_etaient() {
        PersonneVue gardee = personne("Fusionnée", "1 rue Gardée\n35000 Rennes", "02 99 00 00 11", NIR);
        PersonneVue absorbee = personne("Fusionnee", "2 rue Absorbée\n35000 Rennes", "02 99 00 00 22", null);
        DossierVue dossier = deposer(absorbee);
        UUID accord = consentements.donner(
                absorbee.id(),
                new NouveauConsentement("Son adresse", "Mission locale", "Un rendez-vous", null),
                kleber);
        visite(absorbee.id());
        jdbc.update(
                "insert into adresse_fausse (personne_id, adresse, depuis, courrier) values (?, 'x', '2026-05-01', 'C1')",
                absorbee.id());

        ApercuFusion apercu = fusions.apercu(gardee.id(), absorbee.id(), kleber);
        assertThat(apercu.possible()).isTrue();
        assertThat(apercu.rattachements())
                .filteredOn(r -> r.deLAbsorbee() > 0)
                .extracting(ApercuFusion.Rattachement::un)
                .contains("dossier", "accord donné", "visite", "courrier revenu");
        assertThatThrownBy(() -> fusions.demander(gardee.id(), absorbee.id(), Map.of(), versions(apercu), kleber))
                .isInstanceOf(SaisieInvalide.class);

        FusionVue faite = fusions.demander(
                gardee.id(),
                absorbee.id(),
                choix(apercu, Map.of("telephone", Cote.ABSORBEE)),
                versions(apercu),
                kleber);

        assertThat(faite.etat()).isEqualTo(EtatFusion.FAITE);
        assertThat(dossiers.parId(dossier.id()).personneId()).isEqualTo(gardee.id());
        assertThat(consentements.parId(accord)).isNotNull();
        assertThat(compte("visite", gardee.id())).isOne();
        assertThat(compte("adresse_fausse", gardee.id())).isOne();
        PersonneVue reunie = personnes.parId(absorbee.id());
        assertThat(reunie.id()).isEqualTo(gardee.id());
        assertThat(List.of(reunie.nom(), reunie.telephone(), reunie.adresse()))
                .containsExactly("Fusionnée", "02 99 00 00 22", "1 rue Gardée\n35000 Rennes");
        assertThat(reunie.nirMasque()).isEqualTo(gardee.nirMasque());
        assertThat(dossiers.histoire(dossier.id()))
                .anySatisfy(e -> assertThat(e.texte()).contains("elles sont réunies"));
        assertThat(jdbc.queryForObject(
                        "select count(*) from journal_entree where objet = ? and texte like '%fusion de deux fiches%'",
                        Integer.class, gardee.id().toString()))
                .isOne();
        assertThat(fusions.actesDepuis(faite.id(), kleber)).isEmpty();

        fusions.defaire(faite.id(), "Deux sœurs.", kleber);

        assertThat(dossiers.parId(dossier.id()).personneId()).isEqualTo(absorbee.id());
        assertThat(compte("visite", absorbee.id())).isOne();
        assertThat(compte("consentement", absorbee.id())).isOne();
        assertThat(compte("adresse_fausse", absorbee.id())).isOne();
        assertThat(compte("dossier_ouvert", absorbee.id())).isOne();
        assertThat(personnes.parId(gardee.id()).telephone()).isEqualTo("02 99 00 00 11");
        PersonneVue rendue = personnes.parId(absorbee.id());
        assertThat(rendue.id()).isEqualTo(absorbee.id());
        assertThat(List.of(rendue.nom(), rendue.adresse())).containsExactly(absorbee.nom(), absorbee.adresse());
        assertThat(reunies.gardee(absorbee.id())).isEmpty();
        assertThatThrownBy(() -> fusions.defaire(faite.id(), "Encore.", kleber)).isInstanceOf(Conflit.class);
    }

    @Test
    void un_numero_de_securite_sociale_choisi_sur_l_autre_fiche_se_lit_encore_et_revient() {
        PersonneVue gardee = monde.personne();
        PersonneVue absorbee = personne("Numérotée", "3 rue Absorbée\n35000 Rennes", null, "286033523877863");
        ApercuFusion apercu = fusions.apercu(gardee.id(), absorbee.id(), kleber);
        FusionVue faite = fusions.demander(
                gardee.id(),
                absorbee.id(),
                choix(apercu, Map.of("nir", Cote.ABSORBEE, "noms", Cote.ABSORBEE)),
                versions(apercu),
                kleber);

        PersonneVue reunie = personnes.parId(gardee.id());
        assertThat(reunie.nirMasque()).isEqualTo(absorbee.nirMasque());
        assertThat(personnes.rechercher("Numérotée", 0, 50, kleber).elements())
                .extracting(PersonneVue::id)
                .contains(gardee.id())
                .doesNotContain(absorbee.id());

        fusions.defaire(faite.id(), "Erreur.", kleber);
        assertThat(personnes.parId(absorbee.id()).nirMasque()).isEqualTo(absorbee.nirMasque());
        assertThat(personnes.parId(gardee.id()).nirMasque()).isNull();
    }

    @Test
    void un_acte_nouveau_empeche_de_defaire_et_il_est_dit() {
        PersonneVue gardee = monde.personne();
        PersonneVue absorbee = monde.personne();
        FusionVue faite = reunir(gardee, absorbee);
        DossierVue nouveau = deposer(personnes.parId(absorbee.id()));

        assertThatThrownBy(() -> fusions.defaire(faite.id(), "Trop tard.", kleber))
                .isInstanceOf(Conflit.class)
                .hasMessageContaining("1 dossier");
        assertThat(nouveau.personneId()).isEqualTo(gardee.id());
    }

    @Test
    void un_dossier_venu_de_l_autre_fiche_qui_avance_empeche_de_defaire() {
        PersonneVue gardee = monde.personne();
        PersonneVue absorbee = monde.personne();
        DossierVue dossier = deposer(absorbee);
        FusionVue faite = reunir(gardee, absorbee);
        dossiers.clore(dossier.id(), Issue.DESISTEMENT, kleber);

        assertThatThrownBy(() -> fusions.defaire(faite.id(), "Trop tard.", kleber))
                .isInstanceOf(Conflit.class)
                .hasMessageContaining(dossier.numero());
    }

    @Test
    void la_fiche_modifiee_apres_la_fusion_empeche_de_defaire() {
        PersonneVue gardee = monde.personne();
        FusionVue faite = reunir(gardee, monde.personne());
        monde.naitre(personnes.parId(gardee.id()), LocalDate.of(1987, 3, 14));

        assertThatThrownBy(() -> fusions.defaire(faite.id(), "Trop tard.", kleber))
                .isInstanceOf(Conflit.class)
                .hasMessageContaining("la fiche a été modifiée");
    }

    @Test
    void une_fusion_se_defait_trente_jours_puis_ses_copies_sont_oubliees() {
        PersonneVue gardee = monde.personne();
        FusionVue faite = reunir(gardee, monde.personne());
        assertThat(faite.defaisableJusqu()).isEqualTo(LocalDate.of(2026, 7, 1));
        horloge.avancer(Duration.ofDays(31));
        assertThatThrownBy(() -> fusions.defaire(faite.id(), "Trop tard.", kleber))
                .isInstanceOf(Conflit.class)
                .hasMessageContaining("se défaisait jusqu'au");
        oubli.oublier();
        assertThat(jdbc.queryForObject("select avant from fusion where id = ?", String.class, faite.id()))
                .isNull();
        assertThat(reunies.gardee(faite.absorbeeId())).contains(gardee.id());
    }

    @Test
    void deux_dossiers_ouverts_de_meme_nature_se_reglent_d_abord_et_les_deux_numeros_sont_dits() {
        PersonneVue gardee = monde.personne();
        PersonneVue absorbee = monde.personne();
        DossierVue a = deposer(gardee);
        DossierVue b = deposer(absorbee);
        ApercuFusion apercu = fusions.apercu(gardee.id(), absorbee.id(), kleber);
        assertThat(apercu.empechements()).singleElement().asString().contains(a.numero(), b.numero(), "terminez");
        assertThatThrownBy(() ->
                        fusions.demander(gardee.id(), absorbee.id(), choix(apercu, Map.of()), versions(apercu), kleber))
                .isInstanceOf(Conflit.class)
                .hasMessageContaining(a.numero());

        dossiers.clore(b.id(), Issue.DESISTEMENT, kleber);

        assertThat(reunir(gardee, absorbee).etat()).isEqualTo(EtatFusion.FAITE);
    }

    @Test
    void deux_antennes_doivent_etre_d_accord() {
        PersonneVue gardee = monde.personne();
        PersonneVue absorbee = monde.personne();
        deposer(gardee);
        DossierVue la = deposerAilleurs(absorbee);
        ApercuFusion apercu = fusions.apercu(gardee.id(), absorbee.id(), kleber);
        assertThat(apercu.antennes()).containsExactly("BLOSNE", "KLEBER");

        FusionVue demande =
                fusions.demander(gardee.id(), absorbee.id(), choix(apercu, Map.of()), versions(apercu), kleber);

        assertThat(demande.etat()).isEqualTo(EtatFusion.DEMANDEE);
        assertThat(demande.enAttente()).containsExactly("BLOSNE");
        assertThat(dossiers.parId(la.id()).personneId()).isEqualTo(absorbee.id());
        assertThatThrownBy(() -> fusions.accepter(demande.id(), versions(apercu), kleber))
                .isInstanceOf(Conflit.class);
        assertThatThrownBy(() ->
                        fusions.demander(gardee.id(), absorbee.id(), choix(apercu, Map.of()), versions(apercu), kleber))
                .isInstanceOf(Conflit.class)
                .hasMessageContaining("attend");
        assertThat(fusions.pour(blosne)).extracting(FusionVue::id).contains(demande.id());
        ApercuFusion vu = fusions.apercuDe(demande.id(), blosne);
        assertThat(vu.possible()).isTrue();

        assertThat(fusions.accepter(demande.id(), versions(vu), blosne).etat()).isEqualTo(EtatFusion.FAITE);
        assertThat(dossiers.parId(la.id()).personneId()).isEqualTo(gardee.id());
    }

    @Test
    void une_demande_refusee_ne_change_rien_et_peut_etre_refaite() {
        PersonneVue gardee = monde.personne();
        PersonneVue absorbee = monde.personne();
        deposer(gardee);
        deposerAilleurs(absorbee);
        ApercuFusion apercu = fusions.apercu(gardee.id(), absorbee.id(), kleber);
        FusionVue demande =
                fusions.demander(gardee.id(), absorbee.id(), choix(apercu, Map.of()), versions(apercu), kleber);
        assertThatThrownBy(() -> fusions.refuser(demande.id(), " ", blosne)).isInstanceOf(SaisieInvalide.class);

        fusions.refuser(demande.id(), "Ce sont deux cousines.", blosne);

        assertThat(fusions.parId(demande.id(), kleber).etat()).isEqualTo(EtatFusion.REFUSEE);
        assertThat(personnes.parId(absorbee.id()).id()).isEqualTo(absorbee.id());
        assertThatThrownBy(() -> fusions.refuser(demande.id(), "Encore.", blosne))
                .isInstanceOf(Conflit.class);
        ApercuFusion encore = fusions.apercu(gardee.id(), absorbee.id(), kleber);
        assertThat(fusions.demander(gardee.id(), absorbee.id(), choix(encore, Map.of()), versions(encore), kleber)
                        .etat())
                .isEqualTo(EtatFusion.DEMANDEE);
    }

    @Test
    void une_fiche_modifiee_pendant_la_preparation_est_dite_et_rien_ne_change() {
        PersonneVue gardee = monde.personne();
        PersonneVue absorbee = monde.personne();
        ApercuFusion apercu = fusions.apercu(gardee.id(), absorbee.id(), kleber);
        monde.naitre(absorbee, LocalDate.of(1986, 3, 15));

        assertThatThrownBy(() ->
                        fusions.demander(gardee.id(), absorbee.id(), choix(apercu, Map.of()), versions(apercu), kleber))
                .isInstanceOf(Conflit.class)
                .hasMessageContaining("modifiée entre-temps");
        assertThat(personnes.parId(absorbee.id()).id()).isEqualTo(absorbee.id());
    }

    @Test
    void qui_ecrivait_sur_la_fiche_absorbee_est_prevenu_et_ne_perd_rien() {
        PersonneVue gardee = monde.personne();
        PersonneVue absorbee = monde.personne();
        reunir(gardee, absorbee);

        assertThatThrownBy(() -> monde.naitre(absorbee, LocalDate.of(1986, 3, 15)))
                .isInstanceOf(Conflit.class)
                .hasMessageContaining("modifiée entre-temps");
        assertThatThrownBy(() -> monde.naitre(gardee, LocalDate.of(1986, 3, 15)))
                .isInstanceOf(Conflit.class);
    }

    @Test
    void une_personne_ne_se_reunit_ni_a_elle_meme_ni_deux_fois_ni_morte() {
        PersonneVue gardee = monde.personne();
        PersonneVue absorbee = monde.personne();
        assertThatThrownBy(() -> fusions.apercu(gardee.id(), gardee.id(), kleber))
                .isInstanceOf(SaisieInvalide.class)
                .hasMessageContaining("même fiche");
        reunir(gardee, absorbee);
        PersonneVue tierce = monde.personne();
        assertThatThrownBy(() -> fusions.apercu(tierce.id(), absorbee.id(), kleber))
                .isInstanceOf(Conflit.class)
                .hasMessageContaining("déjà réunie à celle de " + gardee.nomComplet());
        signalements.signalerDeces(tierce.id(), LocalDate.of(2026, 5, 1), "Un voisin", kleber);
        assertThat(fusions.apercu(gardee.id(), tierce.id(), kleber).empechements())
                .singleElement()
                .asString()
                .contains("décès");
        assertThatThrownBy(() -> fusions.apercu(gardee.id(), UUID.randomUUID(), kleber))
                .isInstanceOf(Introuvable.class);
    }

    @Test
    void deux_fusions_au_meme_moment_une_seule_se_fait() throws Exception {
        PersonneVue gardee = monde.personne();
        PersonneVue absorbee = monde.personne();
        ApercuFusion apercu = fusions.apercu(gardee.id(), absorbee.id(), kleber);
        Callable<Boolean> reunir = () -> {
            try {
                fusions.demander(gardee.id(), absorbee.id(), choix(apercu, Map.of()), versions(apercu), kleber);
                return true;
            } catch (RuntimeException e) {
                return false;
            }
        };
        ExecutorService executeur = Executors.newFixedThreadPool(3);
        int faites = 0;
        for (Future<Boolean> f : executeur.invokeAll(List.of(reunir, reunir, reunir))) {
            faites += f.get() ? 1 : 0;
        }
        executeur.shutdown();
        assertThat(faites).isOne();
        assertThat(personnes.parId(absorbee.id()).id()).isEqualTo(gardee.id());
    }

    @Test
    void une_chaine_de_fusions_mene_a_la_derniere_fiche_et_se_defait_par_la_fin() {
        PersonneVue a = monde.personne();
        PersonneVue b = monde.personne();
        PersonneVue c = monde.personne();
        FusionVue premiere = reunir(b, a);
        FusionVue seconde = reunir(c, personnes.parId(b.id()));

        assertThat(personnes.parId(a.id()).id()).isEqualTo(c.id());
        assertThatThrownBy(() -> fusions.defaire(premiere.id(), "Non.", kleber))
                .isInstanceOf(Conflit.class)
                .hasMessageContaining("défaites cette fusion d'abord");
        fusions.defaire(seconde.id(), "Erreur.", kleber);
        assertThat(personnes.parId(a.id()).id()).isEqualTo(b.id());
    }

    @ParameterizedTest
    @EnumSource(value = Role.class, mode = EnumSource.Mode.EXCLUDE, names = "RESPONSABLE_ANTENNE")
    void les_autres_roles_ne_reunissent_aucune_fiche(Role role) {
        PersonneVue gardee = monde.personne();
        PersonneVue absorbee = monde.personne();
        Agent agent = monde.agent(role, "KLEBER");
        assertThatThrownBy(() -> fusions.apercu(gardee.id(), absorbee.id(), agent))
                .isInstanceOf(Interdit.class);
        assertThatThrownBy(() -> fusions.pour(agent)).isInstanceOf(Interdit.class);
    }

    @Test
    void le_responsable_d_une_autre_antenne_ne_les_voit_ni_ne_les_reunit() {
        PersonneVue gardee = monde.personne();
        PersonneVue absorbee = monde.personne();
        deposer(gardee);
        assertThatThrownBy(() -> fusions.apercu(gardee.id(), absorbee.id(), blosne))
                .isInstanceOf(Introuvable.class);
        FusionVue faite = reunir(gardee, absorbee);
        assertThatThrownBy(() -> fusions.parId(faite.id(), blosne)).isInstanceOf(Introuvable.class);
        assertThatThrownBy(() -> fusions.defaire(faite.id(), "Non.", blosne)).isInstanceOf(Introuvable.class);
        assertThat(fusions.pour(blosne)).extracting(FusionVue::id).doesNotContain(faite.id());
    }

    private FusionVue reunir(PersonneVue gardee, PersonneVue absorbee) {
        ApercuFusion apercu = fusions.apercu(gardee.id(), absorbee.id(), kleber);
        return fusions.demander(gardee.id(), absorbee.id(), choix(apercu, Map.of()), versions(apercu), kleber);
    }

    private PersonneVue personne(String nom, String adresse, String telephone, String nir) {
        return personnes.creer(
                new FichePersonne(
                        "MME", nom, "Alix", LocalDate.of(1986, 3, 14), adresse, "Q1", telephone, null, "fr", nir),
                kleber);
    }

    private DossierVue deposer(PersonneVue personne) {
        return demandes.deposer(personne.id(), Canal.GUICHET, monde.situation(), monde.instructeur());
    }

    /** A dossier of another antenne and of another dispositif: nothing but its antenne stands against the merge. */
    private DossierVue deposerAilleurs(PersonneVue personne) {
        DossierVue dossier = deposer(personne);
        ailleurs.add(dossier);
        jdbc.update("update dossier set antenne = 'BLOSNE', dispositif = 'CFA' where id = ?", dossier.id());
        jdbc.update("update dossier_ouvert set dispositif = 'CFA' where dossier_id = ?", dossier.id());
        return dossier;
    }

    private void visite(UUID personne) {
        jdbc.update(
                "insert into visite (id, antenne, agent, jour, commencee_le, enregistree_le, personne_id)"
                        + " values (?, 'KLEBER', ?, '2026-05-20', now(), now(), ?)",
                UUID.randomUUID(),
                kleber.identifiant(),
                personne);
    }

    private int compte(String table, UUID personne) {
        return jdbc.queryForObject("select count(*) from " + table + " where personne_id = ?", Integer.class, personne);
    }

    private static Map<String, Cote> choix(ApercuFusion apercu, Map<String, Cote> voulus) {
        Map<String, Cote> choix = new HashMap<>();
        apercu.champs().stream()
                .filter(c -> !c.pareil())
                .forEach(c -> choix.put(c.code(), voulus.getOrDefault(c.code(), Cote.GARDEE)));
        return choix;
    }

    private static Fusions.Versions versions(ApercuFusion apercu) {
        return new Fusions.Versions(apercu.gardee().version(), apercu.absorbee().version());
    }
}
