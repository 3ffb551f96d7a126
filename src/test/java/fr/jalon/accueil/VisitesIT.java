package fr.jalon.accueil;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.jalon.accueil.PremieresReponses.Regroupement;
import fr.jalon.agent.Agent;
import fr.jalon.agent.Role;
import fr.jalon.annuaire.Annuaire;
import fr.jalon.annuaire.FicheOrganisme;
import fr.jalon.annuaire.GestionAnnuaire;
import fr.jalon.annuaire.Lieu;
import fr.jalon.annuaire.OrganismeVue;
import fr.jalon.commun.Conflit;
import fr.jalon.commun.ErreurChamp;
import fr.jalon.commun.Interdit;
import fr.jalon.commun.Introuvable;
import fr.jalon.commun.SaisieInvalide;
import fr.jalon.courrier.CourrierVue;
import fr.jalon.courrier.Courriers;
import fr.jalon.courrier.ImagesCourrier;
import fr.jalon.dossier.Canal;
import fr.jalon.dossier.DossierVue;
import fr.jalon.essais.EssaiConfiguration;
import fr.jalon.essais.HorlogeReglable;
import fr.jalon.essais.JalonIT;
import fr.jalon.essais.Monde;
import fr.jalon.rsa.DemandesRsa;
import fr.jalon.usager.PersonneVue;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** The front desk on a real database: visits, their faults, their receipts, their counts, their end. */
@JalonIT
class VisitesIT {

    private static final LocalDate JOUR = EssaiConfiguration.DEPART.toLocalDate();

    @Autowired
    private Monde monde;

    @Autowired
    private Visites visites;

    @Autowired
    private RecusDeVisite recus;

    @Autowired
    private PremieresReponses reponses;

    @Autowired
    private HorlogeReglable horloge;

    @Autowired
    private JdbcTemplate jdbc;

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

    /** A right visit without a name, and what the test changes in it. */
    private static NouvelleVisite visite(Object... champs) {
        Map<String, Object> v = new HashMap<>(Map.of("id", UUID.randomUUID(), "motifs", List.of("CAF")));
        for (int i = 0; i < champs.length; i += 2) {
            v.put((String) champs[i], champs[i + 1]);
        }
        return new NouvelleVisite(
                (UUID) v.get("id"),
                (String) v.get("qui"),
                (String) v.get("personne"),
                ((List<?>) v.get("motifs")).stream().map(Object::toString).toList(),
                (String) v.get("publicVise"),
                (String) v.get("issue"),
                (String) v.get("reponse"),
                (String) v.get("organisme"),
                (String) v.get("lieu"),
                (String) v.get("rdvJour"),
                (String) v.get("rdvHeure"),
                (String) v.get("rdvLieu"),
                (String) v.get("duree"));
    }

    private VisiteVue noter(Object... champs) {
        return visites.enregistrer(visite(champs), accueil).visite();
    }

    @Test
    void une_visite_sans_nom_est_notee_a_l_heure_ou_elle_a_commence() {
        VisiteVue v = noter("motifs", List.of("COURRIER", "CAF"), "issue", "REPONSE", "duree", "14");
        assertThat(v.numero()).matches("V-2026-\\d{6}");
        assertThat(v.personneId()).isNull();
        assertThat(v.motifs()).containsExactly("CAF", "COURRIER");
        assertThat(v.issue()).isEqualTo(IssueVisite.REPONSE);
        assertThat(Duration.between(v.commenceeLe(), v.enregistreeLe())).isEqualTo(Duration.ofSeconds(14));
        assertThat(v.antenne()).isEqualTo("KLEBER");
        assertThat(visites.duJour(accueil)).contains(v);
    }

    @Test
    void le_public_vient_de_l_age_quand_l_agent_ne_dit_rien() {
        PersonneVue personne = monde.personne();
        jdbc.update("update personne set date_naissance = '2003-06-02' where id = ?", personne.id());
        VisiteVue jeune = noter("personne", personne.id().toString());
        assertThat(jeune.publicVise()).isEqualTo("JEUNE");
        jdbc.update("update personne set date_naissance = '2000-06-01' where id = ?", personne.id());
        assertThat(noter("personne", personne.id().toString()).publicVise()).isNull();
        assertThat(noter("personne", personne.id().toString(), "publicVise", "RSA")
                        .publicVise())
                .isEqualTo("RSA");
    }

    @ParameterizedTest
    @CsvSource({
        "qui, Inventée, qui, Choisissez la personne dans la liste",
        "personne, 00000000-0000-0000-0000-000000000000, qui, n'existe pas",
        "personne, pas-un-identifiant, qui, n'existe pas",
        "publicVise, MARTIENS, publicVise, n'est pas dans la liste",
        "issue, ENVOLEE, issue, Choisissez une suite",
        "issue, DOSSIER, qui, Un dossier a besoin d'un nom",
        "issue, ORIENTEE, organisme, Choisissez dans la liste",
        "issue, RENDEZ_VOUS, rdvJour, Indiquez le jour"
    })
    void ce_qui_ne_peut_etre_est_dit_a_son_champ(String champ, String valeur, String fautif, String message) {
        assertFaute(visite(champ, valeur), fautif, message);
    }

    private void assertFaute(NouvelleVisite n, String champ, String message) {
        assertThatThrownBy(() -> visites.enregistrer(n, accueil))
                .isInstanceOfSatisfying(
                        SaisieInvalide.class,
                        e -> assertThat(e.erreurs())
                                .filteredOn(f -> f.champ().equals(champ))
                                .extracting(ErreurChamp::message)
                                .as("%s", e.erreurs())
                                .anyMatch(m -> m.contains(message)));
        assertThat(jdbc.queryForObject("select count(*) from visite where id = ?", Long.class, n.id()))
                .isZero();
    }

    @Test
    void une_raison_absente_ou_hors_de_la_liste_est_refusee() {
        assertFaute(visite("motifs", List.of()), "motifs", "au moins une raison");
        assertFaute(visite("motifs", List.of("CAF", "METEO")), "motifs", "n'est pas dans la liste");
    }

    @Test
    void un_rendez_vous_passe_trop_loin_ou_mal_ecrit_est_refuse() {
        Object[] base = {"issue", "RENDEZ_VOUS", "rdvLieu", "Ici", "rdvHeure", "09:30", "rdvJour"};
        assertFaute(visite(avec(base, "2026-05-29")), "rdvJour", "déjà passé");
        assertFaute(visite(avec(base, "2027-06-02")), "rdvJour", "dans les 12 mois");
        assertFaute(visite(avec(base, "32/13/2026")), "rdvJour", "Indiquez le jour");
        assertFaute(
                visite("issue", "RENDEZ_VOUS", "rdvLieu", " ", "rdvHeure", "9h", "rdvJour", "2026-06-12"),
                "rdvHeure",
                "Indiquez l'heure");
        assertFaute(
                visite("issue", "RENDEZ_VOUS", "rdvLieu", " ", "rdvHeure", "09:00", "rdvJour", "2026-06-01"),
                "rdvLieu",
                "Indiquez où");
        VisiteVue v = noter(avec(base, "2026-06-01"));
        assertThat(v.rendezVous()).isEqualTo(JOUR.atTime(9, 30));
    }

    private static Object[] avec(Object[] base, Object valeur) {
        Object[] tous = java.util.Arrays.copyOf(base, base.length + 1);
        tous[base.length] = valeur;
        return tous;
    }

    @Test
    void un_texte_trop_long_ou_un_organisme_inconnu_est_refuse() {
        assertFaute(visite("reponse", "é".repeat(501)), "reponse", "au plus 500");
        assertFaute(visite("reponse", "renversé \u202e"), "reponse", "caractère invisible");
        assertFaute(visite("issue", "ORIENTEE", "organisme", "NULLE_PART"), "organisme", "n'est pas dans l'annuaire");
        assertThat(noter("reponse", "😀".repeat(500)).reponse()).hasSize(1000);
    }

    @Test
    void envoyer_deux_fois_la_meme_page_n_ecrit_qu_une_visite() throws InterruptedException, ExecutionException {
        NouvelleVisite n = visite("issue", "REPONSE");
        ExecutorService mains = Executors.newFixedThreadPool(4);
        try {
            List<Future<Visites.Enregistrement>> envois = IntStream.range(0, 8)
                    .mapToObj(i -> mains.submit(() -> visites.enregistrer(n, accueil)))
                    .toList();
            Set<String> numeros = new HashSet<>();
            int nouvelles = 0;
            for (Future<Visites.Enregistrement> envoi : envois) {
                numeros.add(envoi.get().visite().numero());
                nouvelles += envoi.get().deja() ? 0 : 1;
            }
            assertThat(numeros).hasSize(1);
            assertThat(nouvelles).isEqualTo(1);
        } finally {
            mains.shutdownNow();
        }
        assertThat(jdbc.queryForObject("select count(*) from visite where id = ?", Long.class, n.id()))
                .isEqualTo(1);
        Agent ailleurs = monde.agent(Role.ACCUEIL, "BLOSNE");
        assertThatThrownBy(() -> visites.enregistrer(n, ailleurs)).isInstanceOf(Conflit.class);
    }

    @Test
    void une_autre_antenne_ne_voit_ni_la_visite_ni_son_recu_et_un_role_etranger_ne_note_rien() {
        VisiteVue v = noter();
        Agent ailleurs = monde.agent(Role.ACCUEIL, "BLOSNE");
        assertThatThrownBy(() -> visites.visite(v.id(), ailleurs)).isInstanceOf(Introuvable.class);
        assertThatThrownBy(() -> recus.recu(v.id(), ailleurs)).isInstanceOf(Introuvable.class);
        assertThatThrownBy(() -> visites.annuler(v.id(), ailleurs)).isInstanceOf(Introuvable.class);
        assertThat(visites.duJour(ailleurs)).extracting(VisiteVue::id).doesNotContain(v.id());
        Agent dpo = monde.agent(Role.DPO, "KLEBER");
        assertThatThrownBy(() -> visites.enregistrer(visite(), dpo)).isInstanceOf(Interdit.class);
        Agent sansAntenne = monde.agent("accueil.nulle.part", Role.ACCUEIL, null);
        assertThatThrownBy(() -> visites.enregistrer(visite(), sansAntenne)).isInstanceOf(Interdit.class);
    }

    @Test
    void une_visite_se_defait_quelques_minutes_et_garde_sa_trace() {
        VisiteVue v = noter("issue", "REPONSE");
        long avant = total();
        horloge.avancer(Duration.ofMinutes(14));
        assertThat(visites.annuler(v.id(), accueil).annulee()).isTrue();
        assertThat(visites.annuler(v.id(), accueil).annulee())
                .as("deux fois ne change rien")
                .isTrue();
        assertThat(total()).isEqualTo(avant - 1);
        assertThat(visites.traces(v.id(), accueil))
                .extracting(Visites.Trace::texte)
                .containsExactly("Annulée.");
        assertThatThrownBy(() -> recus.recu(v.id(), accueil)).isInstanceOf(Conflit.class);
        VisiteVue autre = noter("issue", "REPONSE");
        horloge.avancer(Duration.ofMinutes(15));
        assertThatThrownBy(() -> visites.annuler(autre.id(), accueil))
                .isInstanceOf(Conflit.class)
                .hasMessageContaining("15 minutes");
    }

    @Test
    void une_visite_sans_suite_se_complete_le_lendemain_une_visite_reglee_ne_se_corrige_plus() {
        VisiteVue v = noter("motifs", List.of("CAF"));
        horloge.avancer(Duration.ofDays(1));
        VisiteVue reglee = visites.corriger(
                v.id(), visite("id", v.id(), "motifs", List.of("RSA"), "issue", "REPONSE"), v.version(), accueil);
        assertThat(reglee.issue()).isEqualTo(IssueVisite.REPONSE);
        assertThat(reglee.motifs()).containsExactly("RSA");
        assertThat(visites.traces(v.id(), accueil))
                .extracting(Visites.Trace::texte)
                .containsExactly("Corrigé : raisons, suite.");
        assertThatThrownBy(() -> visites.corriger(v.id(), visite("id", v.id()), v.version(), accueil))
                .as("une autre main a écrit")
                .isInstanceOf(Conflit.class)
                .hasMessageContaining("Quelqu'un d'autre");
        assertThatThrownBy(() -> visites.corriger(v.id(), visite("id", v.id()), reglee.version(), accueil))
                .isInstanceOf(Conflit.class)
                .hasMessageContaining("15 minutes");
    }

    @Test
    void une_visite_sans_suite_est_rappelee_les_jours_suivants_puis_plus() {
        VisiteVue v = noter();
        assertThat(visites.enAttente(50, accueil)).extracting(VisiteVue::id).doesNotContain(v.id());
        horloge.avancer(Duration.ofDays(1));
        assertThat(visites.enAttente(50, accueil)).extracting(VisiteVue::id).contains(v.id());
        assertThat(visites.enAttente(50, monde.agent(Role.ACCUEIL, "BLOSNE")))
                .extracting(VisiteVue::id)
                .doesNotContain(v.id());
        horloge.regler(EssaiConfiguration.DEPART.plusDays(30));
        assertThat(visites.enAttente(50, accueil)).extracting(VisiteVue::id).contains(v.id());
        horloge.regler(EssaiConfiguration.DEPART.plusDays(31));
        assertThat(visites.enAttente(50, accueil)).extracting(VisiteVue::id).doesNotContain(v.id());
    }

    @Test
    void une_visite_nommee_est_au_journal_sous_la_personne_sans_son_nom() {
        PersonneVue personne = monde.personne();
        VisiteVue v = noter("personne", personne.id().toString(), "qui", personne.nom());
        List<Map<String, Object>> entrees = jdbc.queryForList(
                "select nature, texte, qui from journal_entree where objet = ? and nature = 'VISITE'",
                personne.id().toString());
        assertThat(entrees).hasSize(1);
        assertThat(entrees.get(0).get("texte").toString()).contains(v.numero()).doesNotContain(personne.nom());
        assertThat(visites.dePersonne(personne.id(), 5, accueil))
                .extracting(VisiteVue::id)
                .containsExactly(v.id());
        assertThat(visites.dePersonne(personne.id(), 5, monde.agent(Role.ACCUEIL, "BLOSNE")))
                .isEmpty();
    }

    @Test
    void le_dossier_depose_se_relie_a_la_visite_qui_l_annoncait() {
        PersonneVue personne = monde.personne();
        VisiteVue v = noter("personne", personne.id().toString(), "issue", "DOSSIER");
        DossierVue dossier =
                monde.bean(DemandesRsa.class).deposer(personne.id(), Canal.GUICHET, monde.situation(), accueil);
        assertThat(visites.visite(v.id(), accueil).dossierId()).isEqualTo(dossier.id());
        assertThat(visites.visite(v.id(), accueil).version())
                .as("le reçu imprimé reste bon")
                .isEqualTo(v.version());
    }

    private OrganismeVue organisme() {
        Agent pilote = monde.agent("pilote.accueil", Role.PILOTE, null);
        return monde.bean(GestionAnnuaire.class)
                .creerOrganisme(
                        null,
                        new FicheOrganisme(
                                "Relais Inventé",
                                "ASSOCIATION",
                                null,
                                null,
                                List.of(),
                                List.of(),
                                List.of(new Lieu(
                                        "Maison du Mirage",
                                        "9 rue Fictive",
                                        "35000",
                                        "Rennes",
                                        "Q1",
                                        "le lundi, de 9 h à 11 h",
                                        "02 61 91 00 99")),
                                List.of()),
                        pilote);
    }

    private String texte(CourrierVue recu) {
        return monde.bean(ImagesCourrier.class)
                .texte(monde.bean(Courriers.class).octets(recu.id()))
                .replaceAll("[\\s\\u00a0\\u202f\\u2009]+", " ");
    }

    @Test
    void le_recu_d_une_orientation_donne_l_adresse_et_les_horaires_sans_nom_quand_il_n_y_en_a_pas() {
        OrganismeVue o = organisme();
        VisiteVue v = noter(
                "motifs",
                List.of("COURRIER", "EMPLOI"),
                "issue",
                "ORIENTEE",
                "organisme",
                o.code(),
                "lieu",
                "Maison du Mirage",
                "reponse",
                "Ce courrier demande un papier.");
        CourrierVue recu = recus.recu(v.id(), accueil);
        assertThat(texte(recu))
                .contains(
                        v.numero(),
                        "Personne reçue à l’accueil",
                        "Remis en main propre",
                        "l’emploi ou la formation",
                        "un courrier à expliquer",
                        "Ce courrier demande un papier.",
                        "Relais Inventé, Maison du Mirage, 9 rue Fictive, 35000 Rennes",
                        "le lundi, de 9 h à 11 h",
                        "02 61 91 00 99",
                        "après 13 mois");
        assertThat(recus.recu(v.id(), accueil).id()).isEqualTo(recu.id());
        assertThat(monde.bean(Annuaire.class).organisme(o.code()).nom()).isEqualTo("Relais Inventé");
    }

    @Test
    void le_recu_d_une_visite_corrigee_annule_et_remplace_le_premier() {
        PersonneVue personne = monde.personne();
        VisiteVue v = noter(
                "personne",
                personne.id().toString(),
                "issue",
                "RENDEZ_VOUS",
                "rdvJour",
                "2026-06-12",
                "rdvHeure",
                "09:30",
                "rdvLieu",
                "Salle Imaginaire");
        CourrierVue premier = recus.recu(v.id(), accueil);
        assertThat(texte(premier)).contains(personne.nomComplet(), "12 juin 2026", "9 h 30", "Salle Imaginaire");
        visites.corriger(
                v.id(),
                visite(
                        "id",
                        v.id(),
                        "personne",
                        personne.id().toString(),
                        "issue",
                        "RENDEZ_VOUS",
                        "rdvJour",
                        "2026-06-15",
                        "rdvHeure",
                        "14:05",
                        "rdvLieu",
                        "Salle Imaginaire"),
                v.version(),
                accueil);
        CourrierVue second = recus.recu(v.id(), accueil);
        assertThat(second.remplace()).isEqualTo(premier.id());
        assertThat(texte(second)).contains("annule et remplace", premier.numero(), "15 juin 2026", "14 h 05");
    }

    private long total() {
        return reponses.total(filtre(null, null), accueil).total();
    }

    private static FiltreReponses filtre(String motif, String issue) {
        return new FiltreReponses(JOUR, JOUR.plusDays(30), null, motif, null, issue);
    }

    @Test
    void les_comptes_disent_la_raison_le_public_la_suite_et_l_antenne_de_chacun() {
        Agent ailleurs = monde.agent(Role.ACCUEIL, "KENNEDY");
        horloge.regler(EssaiConfiguration.DEPART.plusDays(20));
        FiltreReponses f = new FiltreReponses(JOUR.plusDays(20), JOUR.plusDays(20), "KENNEDY", null, null, null);
        visites.enregistrer(visite("motifs", List.of("CAF", "RSA"), "issue", "REPONSE", "publicVise", "RSA"), ailleurs);
        visites.enregistrer(visite("motifs", List.of("CAF"), "publicVise", "RSA"), ailleurs);
        visites.enregistrer(visite("motifs", List.of("SANTE"), "issue", "REPONSE"), ailleurs);
        Agent manager = monde.agent("manager.comptes", Role.MANAGER, null);

        assertThat(reponses.total(f, manager).total()).isEqualTo(3);
        assertThat(reponses.total(f, manager).nombre(IssueVisite.REPONSE)).isEqualTo(2);
        assertThat(reponses.total(f, manager).sansIssue()).isEqualTo(1);
        assertThat(reponses.compter(Regroupement.MOTIF, f, manager))
                .extracting(l -> l.code() + " " + l.total())
                .containsExactly("CAF 2", "RSA 1", "SANTE 1");
        assertThat(reponses.compter(Regroupement.PUBLIC, f, manager))
                .extracting(l -> l.libelle() + " " + l.total())
                .containsExactly("Allocataire du RSA 2", "Non précisé 1");
        assertThat(reponses.compter(Regroupement.ANTENNE, f, manager))
                .extracting(l -> l.libelle() + " " + l.total())
                .containsExactly("Espace KENNEDY 3");
        assertThat(reponses.compter(Regroupement.MOIS, f, manager))
                .extracting(l -> l.libelle() + " " + l.total())
                .containsExactly("juin 2026 3");
        FiltreReponses deLaCaf = new FiltreReponses(f.du(), f.au(), "KENNEDY", "CAF", "RSA", "REPONSE");
        assertThat(reponses.total(deLaCaf, manager).total()).isEqualTo(1);
        FiltreReponses sansSuite =
                new FiltreReponses(f.du(), f.au(), "KENNEDY", null, null, PremieresReponses.SANS_ISSUE);
        assertThat(reponses.total(sansSuite, manager).total()).isEqualTo(1);
        assertThat(reponses.total(f, monde.agent(Role.RESPONSABLE_ANTENNE, "KLEBER"))
                        .total())
                .as("une responsable ne compte que son antenne, quoi qu'elle demande")
                .isZero();
        assertThatThrownBy(() -> reponses.total(f, monde.agent(Role.ALI, "KENNEDY")))
                .isInstanceOf(Interdit.class);
        FiltreReponses aLEnvers = new FiltreReponses(f.au(), f.du().minusDays(1), null, null, null, null);
        assertThatThrownBy(() -> reponses.total(aLEnvers, manager)).isInstanceOf(SaisieInvalide.class);
    }

    @Test
    void apres_treize_mois_la_visite_compte_encore_mais_ne_dit_plus_de_qui_ni_quoi() {
        PersonneVue personne = monde.personne();
        VisiteVue v = noter("personne", personne.id().toString(), "issue", "REPONSE", "reponse", "Une réponse privée.");
        recus.recu(v.id(), accueil);
        VisiteVue sansNom = noter("issue", "REPONSE");
        recus.recu(sansNom.id(), accueil);
        PurgeDesVisites purge = monde.bean(PurgeDesVisites.class);
        horloge.regler(EssaiConfiguration.DEPART.plusMonths(13));
        purge.purger();
        assertThat(visites.visite(v.id(), accueil).personneId())
                .as("treize mois, jour pour jour : encore là")
                .isEqualTo(personne.id());
        horloge.regler(EssaiConfiguration.DEPART.plusMonths(13).plusDays(1));
        purge.purger();
        VisiteVue effacee = visites.visite(v.id(), accueil);
        assertThat(effacee.personneId()).isNull();
        assertThat(effacee.reponse()).isNull();
        assertThat(effacee.issue()).isEqualTo(IssueVisite.REPONSE);
        assertThat(effacee.motifs()).containsExactly("CAF");
        assertThat(monde.bean(Courriers.class).parDossier(v.id())).isEmpty();
        assertThat(monde.bean(Courriers.class).parDossier(sansNom.id()))
                .as("un reçu sans nom s'efface aussi")
                .isEmpty();
    }

    @Test
    void seule_l_application_reprend_des_visites_d_avant() {
        NouvelleVisite n = visite("issue", "REPONSE");
        var hier = EssaiConfiguration.DEPART
                .minusDays(1)
                .atZone(fr.jalon.commun.Horloge.PARIS)
                .toInstant();
        assertThatThrownBy(() -> visites.reprendre(n, "KLEBER", hier, accueil)).isInstanceOf(Interdit.class);
        assertThat(visites.reprendre(n, "KLEBER", hier, Agent.JALON).visite().jour())
                .isEqualTo(JOUR.minusDays(1));
    }
}
