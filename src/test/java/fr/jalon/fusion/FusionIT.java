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
import fr.jalon.orientation.DemandesOrientation;
import fr.jalon.rsa.DemandesRsa;
import fr.jalon.usager.Consentements;
import fr.jalon.usager.FichePersonne;
import fr.jalon.usager.Foyers;
import fr.jalon.usager.LienFoyer;
import fr.jalon.usager.Naissance;
import fr.jalon.usager.Nir;
import fr.jalon.usager.NouveauConsentement;
import fr.jalon.usager.NouveauMembre;
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
    private Foyers foyers;

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

        // The clock of a server may be set back: what is forgotten stays so, and is said.
        remettreLHorloge();
        assertThat(fusions.actesDepuis(faite.id(), kleber))
                .contains("les deux fiches telles qu'elles étaient ne sont plus gardées");
        assertThatThrownBy(() -> fusions.defaire(faite.id(), "Trop tard.", kleber))
                .isInstanceOf(Conflit.class);
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
        assertThat(fusions.actesDepuis(premiere.id(), kleber)).isEmpty();
        assertThat(fusions.defaire(premiere.id(), "Erreur aussi.", kleber).etat())
                .isEqualTo(EtatFusion.DEFAITE);
        assertThat(personnes.parId(a.id()).id()).isEqualTo(a.id());
    }

    /** The story that the merges themselves write in a dossier is no act. */
    @Test
    void deux_fiches_reunies_a_la_meme_se_rendent_de_la_derniere_a_la_premiere() {
        PersonneVue gardee = monde.personne();
        PersonneVue a = monde.personne();
        PersonneVue b = monde.personne();
        DossierVue dossier = deposer(a);
        FusionVue premiere = reunir(gardee, a);
        FusionVue seconde = reunir(personnes.parId(gardee.id()), b);

        assertThatThrownBy(() -> fusions.defaire(premiere.id(), "Non.", kleber))
                .isInstanceOf(Conflit.class)
                .hasMessageContaining("une autre fiche y a été réunie");
        fusions.defaire(seconde.id(), "Erreur.", kleber);
        fusions.defaire(premiere.id(), "Erreur aussi.", kleber);
        assertThat(dossiers.parId(dossier.id()).personneId()).isEqualTo(a.id());
    }

    // --- who must agree, and what each sees

    @Test
    void l_antenne_d_une_fiche_sans_dossier_et_celle_d_un_dossier_termine_doivent_etre_d_accord() {
        PersonneVue gardee = monde.personne();
        PersonneVue absorbee = monde.personne();
        jdbc.update("update personne set antenne = 'BLOSNE' where id = ?", absorbee.id());
        assertThat(fusions.apercu(gardee.id(), absorbee.id(), kleber).antennes())
                .containsExactly("BLOSNE", "KLEBER");

        PersonneVue autre = monde.personne();
        DossierVue termine = deposerAilleurs(autre);
        dossiers.clore(termine.id(), Issue.DESISTEMENT, kleber);
        ApercuFusion apercu = fusions.apercu(gardee.id(), autre.id(), kleber);
        assertThat(apercu.antennes()).containsExactly("BLOSNE", "KLEBER");
        assertThat(fusions.demander(gardee.id(), autre.id(), choix(apercu, Map.of()), versions(apercu), kleber)
                        .enAttente())
                .containsExactly("BLOSNE");
    }

    @Test
    void ce_que_tient_une_autre_antenne_n_est_ni_compte_ni_nomme_dans_l_apercu() {
        PersonneVue gardee = monde.personne();
        PersonneVue absorbee = monde.personne();
        DossierVue ici = deposer(gardee);
        DossierVue la = deposer(absorbee);
        visite(absorbee.id());
        jdbc.update("update dossier set antenne = 'BLOSNE' where id = ?", la.id());
        jdbc.update("update personne set antenne = 'BLOSNE' where id = ?", absorbee.id());

        ApercuFusion vu = fusions.apercu(gardee.id(), absorbee.id(), kleber);

        assertThat(vu.ailleurs()).isTrue();
        assertThat(vu.rattachements())
                .allSatisfy(r -> assertThat(r.deLAbsorbee()).isZero());
        assertThat(vu.rattachements())
                .anySatisfy(r -> assertThat(r.deLaGardee()).isPositive());
        assertThat(vu.empechements())
                .singleElement()
                .asString()
                .contains(ici.numero(), "un dossier d'une autre antenne")
                .doesNotContain(la.numero());
        ApercuFusion deLAutre = fusions.apercu(gardee.id(), absorbee.id(), blosne);
        assertThat(deLAutre.empechements()).singleElement().asString().contains(la.numero());
        assertThat(deLAutre.rattachements())
                .filteredOn(r -> r.un().equals("visite"))
                .singleElement()
                .satisfies(r -> assertThat(r.deLAbsorbee()).isOne());
    }

    @Test
    void un_acte_d_une_autre_antenne_empeche_de_defaire_sans_etre_dit() {
        PersonneVue gardee = monde.personne();
        PersonneVue absorbee = monde.personne();
        FusionVue faite = reunir(gardee, absorbee);
        DossierVue la = deposer(personnes.parId(gardee.id()));
        jdbc.update("update dossier set antenne = 'BLOSNE' where id = ?", la.id());
        assertThat(fusions.actesDepuis(faite.id(), kleber)).containsExactly("un acte d'une autre antenne");
    }

    // --- the demand that no longer fits

    @Test
    void une_demande_dont_les_fiches_ont_change_depuis_ne_s_accepte_pas() {
        PersonneVue gardee = monde.personne();
        PersonneVue absorbee = monde.personne();
        deposerAilleurs(absorbee);
        ApercuFusion apercu = fusions.apercu(gardee.id(), absorbee.id(), kleber);
        FusionVue demande =
                fusions.demander(gardee.id(), absorbee.id(), choix(apercu, Map.of()), versions(apercu), kleber);
        monde.naitre(personnes.parId(absorbee.id()), LocalDate.of(1986, 4, 14));

        ApercuFusion vu = fusions.apercuDe(demande.id(), blosne);
        assertThat(vu.empechements()).singleElement().asString().contains("a changé depuis la demande");
        assertThatThrownBy(() -> fusions.accepter(demande.id(), versions(vu), blosne))
                .isInstanceOf(Conflit.class)
                .hasMessageContaining("refaites-la");
        assertThat(personnes.parId(absorbee.id()).id()).isEqualTo(absorbee.id());
    }

    @Test
    void une_demande_qui_ignore_une_antenne_venue_depuis_ne_s_accepte_pas() {
        PersonneVue gardee = monde.personne();
        PersonneVue absorbee = monde.personne();
        deposer(gardee);
        deposerAilleurs(absorbee);
        ApercuFusion apercu = fusions.apercu(gardee.id(), absorbee.id(), kleber);
        FusionVue demande =
                fusions.demander(gardee.id(), absorbee.id(), choix(apercu, Map.of()), versions(apercu), kleber);
        // As if this antenne had come to hold something after the demand
        jdbc.update("delete from fusion_accord where fusion_id = ? and antenne = 'KLEBER'", demande.id());

        ApercuFusion vu = fusions.apercuDe(demande.id(), blosne);
        assertThat(vu.empechements()).singleElement().asString().contains("Une autre antenne");
        assertThatThrownBy(() -> fusions.accepter(demande.id(), versions(vu), blosne))
                .isInstanceOf(Conflit.class);
    }

    // --- the undo

    @Test
    void deux_antennes_qui_ont_reuni_defont_ensemble() {
        PersonneVue gardee = monde.personne();
        PersonneVue absorbee = monde.personne();
        deposer(gardee);
        DossierVue la = deposerAilleurs(absorbee);
        ApercuFusion apercu = fusions.apercu(gardee.id(), absorbee.id(), kleber);
        FusionVue demande =
                fusions.demander(gardee.id(), absorbee.id(), choix(apercu, Map.of()), versions(apercu), kleber);
        fusions.accepter(demande.id(), versions(fusions.apercuDe(demande.id(), blosne)), blosne);

        FusionVue seule = fusions.defaire(demande.id(), "Deux cousines.", kleber);

        assertThat(seule.etat()).isEqualTo(EtatFusion.FAITE);
        assertThat(seule.retour()).containsExactly("KLEBER");
        assertThat(seule.retourMotif()).isEqualTo("Deux cousines.");
        assertThat(dossiers.parId(la.id()).personneId()).isEqualTo(gardee.id());
        assertThatThrownBy(() -> fusions.defaire(demande.id(), "Encore.", kleber))
                .isInstanceOf(Conflit.class)
                .hasMessageContaining("déjà demandé");
        assertThat(fusions.defaire(demande.id(), "Oui.", blosne).etat()).isEqualTo(EtatFusion.DEFAITE);
        assertThat(dossiers.parId(la.id()).personneId()).isEqualTo(absorbee.id());
    }

    @Test
    void un_depart_du_foyer_et_un_accord_retire_depuis_empechent_de_defaire() {
        PersonneVue gardee = monde.personne();
        PersonneVue absorbee = monde.personne();
        foyers.ajouter(absorbee.id(), membre(LienFoyer.ENFANT, "Lou", LocalDate.of(2020, 1, 2)), kleber);
        UUID accord = consentements.donner(
                absorbee.id(),
                new NouveauConsentement("Son adresse", "Mission locale", "Un rendez-vous", null),
                kleber);
        FusionVue faite = reunir(gardee, absorbee);
        assertThat(fusions.actesDepuis(faite.id(), kleber)).isEmpty();

        foyers.noterDepart(gardee.id(), foyers.de(gardee.id()).get(0).id(), kleber);
        assertThat(fusions.actesDepuis(faite.id(), kleber)).containsExactly("membres du foyer : un changement");
        consentements.retirer(gardee.id(), accord, kleber);
        assertThatThrownBy(() -> fusions.defaire(faite.id(), "Trop tard.", kleber))
                .isInstanceOf(Conflit.class)
                .hasMessageContaining("membres du foyer : un changement")
                .hasMessageContaining("accords donnés : un changement");
    }

    @Test
    void un_signalement_repondu_depuis_empeche_de_defaire() {
        PersonneVue gardee = monde.personne();
        PersonneVue absorbee = monde.personne();
        UUID signalement = UUID.randomUUID();
        jdbc.update(
                "insert into signalement_personne (id, personne_id, nature, etat, cle_ouverte, signale_le, signale_par)"
                        + " values (?, ?, 'RATTACHEMENT', 'SIGNALE', 'RATTACHEMENT', now(), 'x')",
                signalement,
                absorbee.id());
        FusionVue faite = reunir(gardee, absorbee);
        jdbc.update("update signalement_personne set etat = 'ABOUTI', cle_ouverte = null where id = ?", signalement);
        assertThat(fusions.actesDepuis(faite.id(), kleber)).containsExactly("signalements : un changement");
    }

    @Test
    void le_numero_de_l_autre_fiche_donne_depuis_a_quelqu_un_d_autre_est_dit_avant_de_defaire() {
        String numero = Nir.complet("2860335238901");
        PersonneVue gardee = personne("Gardienne", "1 rue Gardée\n35000 Rennes", null, Nir.complet("2860335238902"));
        PersonneVue absorbee = personne("Gardiene", "2 rue Absorbée\n35000 Rennes", null, numero);
        FusionVue faite = reunir(gardee, absorbee);
        personne("Toute-Autre", "3 rue Autre\n35000 Rennes", null, numero);
        assertThatThrownBy(() -> fusions.defaire(faite.id(), "Trop tard.", kleber))
                .isInstanceOf(Conflit.class)
                .hasMessageContaining("numéro de sécurité sociale")
                .hasMessageContaining("sur une autre fiche");
    }

    /** Only what differs is told: a birth date that both cards had was corrected by nobody. */
    @Test
    void defaire_ne_dit_changes_que_les_champs_qui_changent() {
        PersonneVue gardee = monde.personne();
        PersonneVue absorbee = monde.personne();
        DossierVue dossier = deposer(absorbee);
        FusionVue faite = reunir(gardee, absorbee);
        fusions.defaire(faite.id(), "Erreur.", kleber);
        for (PersonneVue p : List.of(gardee, absorbee)) {
            assertThat(jdbc.queryForList(
                            "select texte from journal_entree where objet = ? and texte like '%fusion défaite%'",
                            String.class, p.id().toString()))
                    .singleElement()
                    .asString()
                    .doesNotContain("dateNaissance", "courriel", "nir");
        }
        assertThat(faits(dossier.id())).doesNotContain("Date de naissance corrigée.");
    }

    private List<String> faits(UUID dossier) {
        return jdbc.queryForList("select quoi from dossier_faits where dossier_id = ?", String.class, dossier);
    }

    @ParameterizedTest
    @EnumSource(Cote.class)
    void reunir_ne_dit_la_naissance_corrigee_qu_aux_dossiers_ou_elle_l_est(Cote choisi) {
        PersonneVue gardee = personne("Datée", "1 rue Gardée\n35000 Rennes", "02 99 88 77 61", null);
        PersonneVue absorbee = nee("Datée", new Naissance(1987, null, null));
        DossierVue sien = deposer(gardee);
        DossierVue autre = monde.bean(DemandesOrientation.class)
                .ouvrir(
                        absorbee.id(),
                        null,
                        Canal.GUICHET,
                        EssaiConfiguration.DEPART.toLocalDate(),
                        Map.of("enfants", 0),
                        monde.agent(Role.ALI, "KLEBER"));
        monde.travailler();
        ailleurs.add(autre);
        ApercuFusion apercu = fusions.apercu(gardee.id(), absorbee.id(), kleber);
        fusions.demander(
                gardee.id(), absorbee.id(), choix(apercu, Map.of("naissance", choisi)), versions(apercu), kleber);

        UUID corrige = (choisi == Cote.GARDEE ? autre : sien).id();
        UUID memeDate = (choisi == Cote.GARDEE ? sien : autre).id();
        assertThat(faits(corrige)).containsOnlyOnce("Date de naissance corrigée.");
        assertThat(faits(memeDate)).doesNotContain("Date de naissance corrigée.");
    }

    @Test
    void apres_trente_jours_la_liste_ne_dit_plus_d_acte_ni_qu_elle_se_defait() {
        PersonneVue gardee = monde.personne();
        PersonneVue absorbee = monde.personne();
        deposer(absorbee);
        FusionVue faite = reunir(gardee, absorbee);
        assertThat(fusions.defaisable(faite)).isTrue();
        horloge.avancer(Duration.ofDays(31));
        oubli.oublier();
        assertThat(fusions.defaisable(faite)).isFalse();
        assertThat(fusions.actesDepuis(faite.id(), kleber)).isEmpty();
    }

    // --- contacts

    @Test
    void chaque_fiche_se_trouve_par_ses_contacts_et_par_aucun_autre() {
        PersonneVue gardee = personne("Cléopâtre", "1 rue Gardée\n35000 Rennes", "02 99 88 77 11", null);
        PersonneVue absorbee = personne("Cleopatre", "2 rue Absorbée\n35000 Rennes", "02 99 88 77 22", null);
        FusionVue faite = reunir(gardee, absorbee);
        assertThat(parTelephone("0299887711")).containsExactly(gardee.id());
        assertThat(parTelephone("0299887722")).isEmpty();
        fusions.defaire(faite.id(), "Erreur.", kleber);
        assertThat(parTelephone("0299887711")).containsExactly(gardee.id());
        assertThat(parTelephone("0299887722")).containsExactly(absorbee.id());
    }

    private List<UUID> parTelephone(String numero) {
        return personnes.rechercher(numero, 0, 10, kleber).elements().stream()
                .map(PersonneVue::id)
                .toList();
    }

    // --- what the preview says

    @Test
    void une_annee_seule_n_est_pas_un_premier_janvier_et_se_choisit() {
        PersonneVue gardee = nee("Anneeseule", Naissance.lire("1986").orElseThrow());
        PersonneVue absorbee = nee("Anneeseule", Naissance.lire("01/01/1986").orElseThrow());
        ApercuFusion.Champ naissance = champ(fusions.apercu(gardee.id(), absorbee.id(), kleber), "naissance");
        assertThat(naissance.gardee()).isEqualTo("1986 (jour et mois inconnus)");
        assertThat(naissance.absorbee()).isEqualTo("1er janvier 1986");
        assertThat(naissance.pareil()).isFalse();
    }

    @Test
    void deux_valeurs_qui_se_lisent_pareil_et_ne_le_sont_pas_se_choisissent() {
        PersonneVue gardee = monde.personne();
        PersonneVue absorbee = monde.personne();
        jdbc.update("update personne set nir_empreinte = 'a', nir_fin = '1234' where id = ?", gardee.id());
        jdbc.update("update personne set nir_empreinte = 'b', nir_fin = '1234' where id = ?", absorbee.id());
        ApercuFusion.Champ nir = champ(fusions.apercu(gardee.id(), absorbee.id(), kleber), "nir");
        assertThat(nir.gardee()).isEqualTo(nir.absorbee());
        assertThat(nir.pareil()).isFalse();
        jdbc.update(
                "update personne set nir_empreinte = null, nir_fin = null where id in (?, ?)",
                gardee.id(),
                absorbee.id());
    }

    @Test
    void deux_conjoints_ne_deviennent_jamais_ceux_d_une_seule_fiche() {
        PersonneVue gardee = monde.personne();
        PersonneVue absorbee = monde.personne();
        foyers.ajouter(gardee.id(), membre(LienFoyer.CONJOINT, "Ada", LocalDate.of(1980, 1, 2)), kleber);
        foyers.ajouter(absorbee.id(), membre(LienFoyer.CONJOINT, "Bob", LocalDate.of(1981, 1, 2)), kleber);
        assertThat(fusions.apercu(gardee.id(), absorbee.id(), kleber).empechements())
                .singleElement()
                .asString()
                .contains("Un conjoint est noté sur chaque fiche");
    }

    @Test
    void deux_epoux_notes_l_un_chez_l_autre_sont_deux_personnes() {
        PersonneVue gardee = monde.personne();
        PersonneVue absorbee = nee("Epoux", Naissance.du(LocalDate.of(1984, 8, 9)));
        foyers.ajouter(
                gardee.id(),
                new NouveauMembre(
                        LienFoyer.CONJOINT, absorbee.nom(), absorbee.prenoms(), LocalDate.of(1984, 8, 9), null),
                kleber);
        for (ApercuFusion apercu : List.of(
                fusions.apercu(gardee.id(), absorbee.id(), kleber),
                fusions.apercu(absorbee.id(), gardee.id(), kleber))) {
            assertThat(apercu.empechements()).singleElement().asString().contains("ce sont deux personnes");
        }
    }

    @Test
    void l_autre_fiche_se_propose_et_se_cherche_comme_partout() {
        PersonneVue p = personne("Benkaddourine", "1 rue Gardée\n35000 Rennes", "02 99 88 77 33", null);
        PersonneVue inversee = personnes.creer(
                new FichePersonne(
                        "MME",
                        "Alix",
                        "Benkaddourine",
                        LocalDate.of(1986, 3, 14),
                        "2 rue Autre\n35000 Rennes",
                        "Q1",
                        "02 99 88 77 44",
                        null,
                        "fr",
                        null),
                kleber);
        assertThat(fusions.candidates(p.id(), null, kleber))
                .filteredOn(c -> c.id().equals(inversee.id()))
                .singleElement()
                .satisfies(c -> assertThat(c.raison()).contains("inversés"));
        assertThat(fusions.candidates(p.id(), "02 99 88 77 44", kleber))
                .extracting(Fusions.Candidate::id)
                .containsExactly(inversee.id());
        assertThat(fusions.candidates(p.id(), "benkaddourine", kleber))
                .extracting(Fusions.Candidate::id)
                .contains(inversee.id())
                .doesNotContain(p.id());
    }

    /** A program, or a form read before, may still name the card that went. */
    @Test
    void ce_qui_s_ecrit_pour_la_fiche_absorbee_va_a_la_fiche_gardee() {
        PersonneVue gardee = monde.personne();
        PersonneVue absorbee = monde.personne();
        reunir(gardee, absorbee);
        assertThat(deposer(absorbee).personneId()).isEqualTo(gardee.id());
        foyers.ajouter(absorbee.id(), membre(LienFoyer.ENFANT, "Lou", LocalDate.of(2020, 1, 2)), kleber);
        consentements.donner(
                absorbee.id(),
                new NouveauConsentement("Son adresse", "Mission locale", "Un rendez-vous", null),
                kleber);
        assertThat(compte("foyer_membre", gardee.id())).isOne();
        assertThat(compte("consentement", gardee.id())).isOne();
    }

    private static ApercuFusion.Champ champ(ApercuFusion apercu, String code) {
        return apercu.champs().stream()
                .filter(c -> c.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private static NouveauMembre membre(LienFoyer lien, String prenoms, LocalDate naissance) {
        return new NouveauMembre(lien, "Inventée", prenoms, naissance, null);
    }

    private PersonneVue nee(String nom, Naissance naissance) {
        return personnes.creer(
                new FichePersonne(
                        "NEUTRE",
                        nom,
                        "Alix",
                        naissance,
                        "5 rue Exemple\n35000 Rennes",
                        "Q1",
                        null,
                        null,
                        "fr",
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null),
                kleber);
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
