package fr.jalon.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.jalon.agent.Agent;
import fr.jalon.agent.Role;
import fr.jalon.commun.Conflit;
import fr.jalon.commun.Introuvable;
import fr.jalon.commun.SaisieInvalide;
import fr.jalon.corbeille.Corbeille;
import fr.jalon.courrier.Courriers;
import fr.jalon.essais.ClientApi.Reponse;
import fr.jalon.essais.EssaiConfiguration;
import fr.jalon.essais.HorlogeReglable;
import fr.jalon.essais.JalonIT;
import fr.jalon.essais.Monde;
import fr.jalon.essais.Navigation;
import fr.jalon.moteur.Taches;
import fr.jalon.prescription.EtatProposition;
import fr.jalon.prescription.NouvellePrescription;
import fr.jalon.prescription.Prescriptions;
import fr.jalon.usager.Consentements;
import fr.jalon.usager.FichePersonne;
import fr.jalon.usager.PersonneVue;
import fr.jalon.usager.Personnes;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** What another desk says of a person: the antenne that follows her answers, and a mistake leaves the dossiers as they were. */
@JalonIT
class SignalementsDePersonnesIT {

    private static final LocalDate DEPART = EssaiConfiguration.DEPART.toLocalDate();

    @Autowired
    private Monde monde;

    @Autowired
    private SignalementsDePersonnes signalements;

    @Autowired
    private Retenues retenues;

    @Autowired
    private Dossiers dossiers;

    @Autowired
    private Personnes personnes;

    @Autowired
    private HorlogeReglable montre;

    @Autowired
    private JdbcTemplate jdbc;

    private Agent ailleurs;
    private Agent ici;
    private Agent ali;
    private DossierVue dossier;

    @BeforeEach
    void preparer() {
        montre.regler(EssaiConfiguration.DEPART);
        ailleurs = monde.agent(Role.ACCUEIL, "BLOSNE");
        ici = monde.agent(Role.ACCUEIL, "KLEBER");
        ali = monde.agent(Role.ALI, "KLEBER");
        dossier = monde.demande();
        monde.travailler();
        dossier = dossiers.parId(dossier.id());
    }

    private Navigation comme(Agent agent) {
        Navigation navigation = new Navigation(monde);
        navigation.connecter(agent.identifiant(), Monde.MOT_DE_PASSE);
        return navigation;
    }

    private String fiche() {
        return "/usagers/" + dossier.personneId();
    }

    // ---- a death

    @Test
    void un_deces_dit_ailleurs_ne_termine_rien_et_devient_une_tache_de_l_antenne_qui_suit() {
        Reponse reponse = comme(ailleurs).post(fiche() + "/deces", Map.of("deces-jour", "2026-05-20"));
        assertThat(reponse.statut()).isEqualTo(302);
        monde.travailler();
        assertThat(dossiers.parId(dossier.id()).clos()).isFalse();
        assertThat(retenues.retenu(dossier.id())).isTrue();
        assertThat(personnes.parId(dossier.personneId()).decedeeLe()).isNull();
        assertThat(signalements.ouverts(ici)).anyMatch(s -> s.personneId().equals(dossier.personneId()));
        assertThat(signalements.ouverts(ailleurs)).noneMatch(s -> s.personneId().equals(dossier.personneId()));
        assertThat(signalements.nombre(ici)).isPositive();
        String nom = personnes.parId(dossier.personneId()).nom();
        assertThat(comme(ici).get("/signalements").texte()).contains(nom, "Confirmer le décès");
        assertThat(comme(ailleurs).get("/signalements").texte()).doesNotContain(nom);
        assertThat(comme(ici).get("/dossiers/" + dossier.numero()).texte()).contains("le dossier attend");
        assertThat(dossiers.histoire(dossier.id())).anyMatch(e -> e.texte().contains("signalé, à confirmer"));
    }

    @Test
    void ailleurs_une_preuve_ne_confirme_rien_non_plus() {
        comme(ailleurs)
                .post(
                        fiche() + "/deces",
                        Map.of("deces-jour", "2026-05-20", "deces-preuve", "ACTE", "deces-reference", "Rennes, n° 1"));
        assertThat(signalement().etat()).isEqualTo(EtatSignalement.SIGNALE);
        assertThat(personnes.parId(dossier.personneId()).decedeeLe()).isNull();
        assertThatThrownBy(() -> signalements.confirmerDeces(
                        dossier.personneId(), DEPART.minusDays(3), "ACTE", "Rennes, n° 1", ailleurs))
                .isInstanceOf(Introuvable.class);
        assertThatThrownBy(() -> signalements.reprendreDeces(dossier.personneId(), "Vue ce matin", ailleurs))
                .isInstanceOf(Introuvable.class);
    }

    @Test
    void pendant_qu_il_attend_le_dossier_ne_bouge_ni_par_le_temps_ni_par_une_tache() {
        int lettres = monde.bean(Courriers.class).parDossier(dossier.id()).size();
        signalements.signalerDeces(dossier.personneId(), DEPART.minusDays(3), "Une voisine.", ailleurs);
        montre.avancer(Duration.ofDays(90));
        monde.travailler();
        assertThat(dossiers.parId(dossier.id()).etat()).isEqualTo(dossier.etat());
        assertThat(monde.bean(Courriers.class).parDossier(dossier.id())).hasSize(lettres);
        String tache = tache();
        assertThatThrownBy(() -> monde.bean(Taches.class).achever(tache, Map.of(), monde.instructeur()))
                .isInstanceOf(Conflit.class)
                .hasMessageContaining("Un décès est signalé");
        assertThatThrownBy(() -> monde.bean(Signalements.class)
                        .signaler(dossier.id(), Signalement.DESISTEMENT, "Dit au guichet.", ici))
                .isInstanceOf(Conflit.class);
    }

    @Test
    void un_deces_faux_se_reprend_et_le_dossier_redevient_comme_il_etait() {
        Etat avant = etat();
        signalements.signalerDeces(dossier.personneId(), DEPART.minusDays(3), null, ailleurs);
        signalements.reprendreDeces(dossier.personneId(), "La personne est au guichet", ici);
        assertThat(etat()).isEqualTo(avant);
        assertThat(retenues.retenu(dossier.id())).isFalse();
        assertThat(travauxSuspendus()).isZero();
        assertThat(signalements.ouverts(ici)).noneMatch(s -> s.personneId().equals(dossier.personneId()));
    }

    @Test
    void ce_qui_arrivait_a_terme_pendant_l_attente_garde_son_temps() {
        signalements.signalerDeces(dossier.personneId(), DEPART.minusDays(3), null, ailleurs);
        montre.avancer(Duration.ofDays(200));
        signalements.reprendreDeces(dossier.personneId(), "La personne est au guichet", ici);
        monde.travailler();
        assertThat(dossiers.parId(dossier.id()).clos()).isFalse();
        assertThat(tache()).isNotNull();
    }

    @Test
    void un_deces_prouve_se_reprend_encore_puis_termine_le_dossier_a_son_jour() {
        Etat avant = etat();
        signalements.signalerDeces(dossier.personneId(), DEPART.minusDays(3), null, ailleurs);
        SignalementPersonneVue prouve =
                signalements.confirmerDeces(dossier.personneId(), DEPART.minusDays(4), "ACTE", "Rennes, n° 12", ici);
        assertThat(prouve.effetLe()).isAfter(DEPART.plusDays(7));
        assertThat(personnes.parId(dossier.personneId()).decedeeLe()).isEqualTo(DEPART.minusDays(4));
        signalements.finirLesDossiers();
        monde.travailler();
        assertThat(dossiers.parId(dossier.id()).clos()).isFalse();

        signalements.reprendreDeces(dossier.personneId(), "Un homonyme", ici);
        assertThat(etat()).isEqualTo(avant);
        assertThat(personnes.parId(dossier.personneId()).decedeeLe()).isNull();

        LocalDate fin = signalements
                .confirmerDeces(dossier.personneId(), DEPART.minusDays(4), "ACTE", "Rennes, n° 12", ici)
                .effetLe();
        montre.regler(fin.atTime(6, 0));
        signalements.finirLesDossiers();
        monde.travailler();
        assertThat(dossiers.parId(dossier.id()).issue()).isEqualTo(Issue.DECES);
        assertThat(retenues.retenu(dossier.id())).isFalse();
        assertThatThrownBy(() -> signalements.reprendreDeces(dossier.personneId(), "Trop tard", ici))
                .isInstanceOf(Conflit.class);
    }

    @Test
    void la_preuve_sa_reference_et_le_jour_sont_demandes_chacun_a_son_champ() {
        assertThatThrownBy(() ->
                        signalements.confirmerDeces(dossier.personneId(), DEPART.plusDays(1), "OUI_DIRE", " ", ici))
                .isInstanceOfSatisfying(
                        SaisieInvalide.class,
                        e -> assertThat(e.erreurs())
                                .extracting(f -> f.champ())
                                .containsExactly("jour", "preuve", "reference"));
        Reponse page = comme(ici).post(fiche() + "/deces", Map.of("deces-jour", "2031-01-01", "deces-preuve", "ACTE"));
        assertThat(page.statut()).isEqualTo(422);
        assertThat(page.texte()).contains("au plus tard aujourd", "2031-01-01");
    }

    @Test
    void deux_signalements_n_en_font_qu_un_et_chaque_acte_a_sa_trace() {
        signalements.signalerDeces(dossier.personneId(), DEPART.minusDays(3), null, ailleurs);
        signalements.signalerDeces(dossier.personneId(), DEPART.minusDays(2), null, ailleurs);
        assertThat(signalements.ouverts(ici).stream().filter(s -> s.personneId().equals(dossier.personneId())))
                .hasSize(1);
        assertThat(jdbc.queryForList(
                        "select qui from journal_entree where objet = ? and texte like '%décès signalé%'",
                        String.class, dossier.personneId().toString()))
                .contains(ailleurs.identifiant());
    }

    // ---- an agreement

    private DossierVue orientation() {
        return monde.bean(Prescriptions.class)
                .prescrire(
                        new NouvellePrescription(
                                dossier.personneId(),
                                null,
                                Canal.GUICHET,
                                List.of("LIEN_SOCIAL"),
                                "Préfère le matin.",
                                "APRAS",
                                true,
                                DEPART.plusMonths(6)),
                        ali);
    }

    @Test
    void un_accord_retire_ailleurs_cesse_a_l_instant_et_l_antenne_qui_suit_le_sait() {
        DossierVue orientation = orientation();
        UUID accord = monde.bean(Prescriptions.class).derniere(orientation.id()).consentementId();
        Reponse reponse = comme(ailleurs).post(fiche() + "/consentements/" + accord + "/retrait", Map.of());
        assertThat(reponse.statut()).isEqualTo(302);
        assertThat(monde.bean(Consentements.class).enVigueur(accord, DEPART)).isFalse();
        assertThat(monde.bean(Prescriptions.class).derniere(orientation.id()).etat())
                .isEqualTo(EtatProposition.ARRETEE);
        assertThat(signalements.ouverts(ici))
                .anyMatch(s -> s.nature() == NatureSignalement.ACCORD_RETIRE
                        && s.personneId().equals(dossier.personneId()));
        assertThat(signalements.ouverts(ailleurs)).noneMatch(s -> s.personneId().equals(dossier.personneId()));
    }

    @Test
    void la_personne_retire_ailleurs_en_disant_le_nom_et_rien_n_est_montre() {
        DossierVue orientation = orientation();
        Navigation guichet = comme(ailleurs);
        assertThat(guichet.get(fiche()).texte()).doesNotContain("APRAS", orientation.numero(), dossier.numero());
        assertThat(guichet.post(fiche() + "/consentements/retrait", Map.of("retrait-destinataire", "nom inconnu"))
                        .statut())
                .isEqualTo(302);
        assertThat(monde.bean(Prescriptions.class).derniere(orientation.id()).etat())
                .isEqualTo(EtatProposition.PROPOSEE);
        assertThat(signalements.ouverts(ici))
                .anyMatch(s -> s.valeur() != null && s.valeur().contains("nom inconnu"));
        guichet.post(fiche() + "/consentements/retrait", Map.of());
        assertThat(monde.bean(Prescriptions.class).derniere(orientation.id()).etat())
                .isEqualTo(EtatProposition.ARRETEE);
    }

    // ---- the rest of the card

    @Test
    void ailleurs_on_lit_l_identite_et_rien_d_autre() {
        DossierVue orientation = orientation();
        comme(ici)
                .post(
                        fiche() + "/foyer",
                        Map.of(
                                "foyer-lien", "ENFANT",
                                "foyer-nom", "Petitnom",
                                "foyer-prenoms", "Ange",
                                "foyer-dateNaissance", "2020-01-01"));
        String page = comme(ailleurs).get(fiche()).texte();
        assertThat(page)
                .contains(personnes.parId(dossier.personneId()).nom(), "Une autre antenne suit cette personne")
                .doesNotContain(dossier.numero(), orientation.numero(), "APRAS", "Petitnom", "Référent unique")
                .doesNotContain("id=\"consentements\"", "id=\"partages\"", "Changements de la fiche");
        assertThat(comme(ailleurs).get(fiche() + "/demande-rsa").texte()).doesNotContain("Petitnom");
        assertThat(comme(ici).get(fiche()).texte()).contains("Petitnom", "id=\"consentements\"");
    }

    @Test
    void ecrire_ailleurs_un_quartier_ne_donne_pas_la_personne_a_cette_antenne() {
        PersonneVue p = personnes.parId(dossier.personneId());
        personnes.modifier(p.id(), avec(p, p.dateNaissance().auPlusTot(), "Q11"), p.version(), ailleurs);
        PersonneVue apres = personnes.parId(p.id());
        assertThat(apres.quartier()).isEqualTo("Q11");
        assertThat(apres.antenne()).isEqualTo("KLEBER");
        SignalementPersonneVue s = signalement();
        assertThat(s.nature()).isEqualTo(NatureSignalement.RATTACHEMENT);
        assertThatThrownBy(() -> signalements.repondre(s.id(), true, s.version(), ailleurs))
                .isInstanceOf(Introuvable.class);
        signalements.repondre(s.id(), true, s.version(), ici);
        assertThat(personnes.parId(p.id()).antenne()).isEqualTo("BLOSNE");
        assertThat(dossiers.parId(dossier.id()).antenne()).isEqualTo("KLEBER");
    }

    @Test
    void ailleurs_la_date_de_naissance_qui_compte_dans_un_dossier_ne_change_pas() {
        PersonneVue p = personnes.parId(dossier.personneId());
        assertThatThrownBy(() -> personnes.modifier(
                        p.id(),
                        avec(p, p.dateNaissance().auPlusTot().minusYears(30), p.quartier()),
                        p.version(),
                        ailleurs))
                .isInstanceOfSatisfying(
                        SaisieInvalide.class,
                        e -> assertThat(e.erreurs().get(0).champ()).isEqualTo("dateNaissance"));
        personnes.modifier(
                p.id(), avec(p, p.dateNaissance().auPlusTot().minusYears(1), p.quartier()), p.version(), ici);
    }

    private static FichePersonne avec(PersonneVue p, LocalDate naissance, String quartier) {
        return new FichePersonne(
                p.civilite(),
                p.nom(),
                p.prenoms(),
                naissance,
                p.adresse(),
                quartier,
                p.telephone(),
                p.courriel(),
                p.langue(),
                null);
    }

    // ---- what is compared

    private SignalementPersonneVue signalement() {
        return signalements.ouverts(ici).stream()
                .filter(s -> s.personneId().equals(dossier.personneId()))
                .findFirst()
                .orElseThrow();
    }

    /** Everything that a mistake must not change, but the history, which tells of it. */
    private record Etat(
            EtatDossier etat, String etape, HorlogeLegale horloge, List<String> taches, List<String> travaux) {}

    private Etat etat() {
        DossierVue d = dossiers.parId(dossier.id());
        ManagementService travaux = monde.bean(ManagementService.class);
        return new Etat(
                d.etat(),
                d.etape(),
                d.horloge(),
                monde.bean(Corbeille.class).duDossier(d.id()).stream()
                        .map(l -> l.tacheId())
                        .sorted()
                        .toList(),
                travaux.createJobQuery().processInstanceId(instance()).list().stream()
                        .map(j -> j.getId() + " " + j.getDuedate() + " " + j.isSuspended())
                        .sorted()
                        .toList());
    }

    private long travauxSuspendus() {
        return monde.bean(ManagementService.class)
                .createJobQuery()
                .processInstanceId(instance())
                .suspended()
                .count();
    }

    private String instance() {
        return monde.bean(RuntimeService.class)
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(dossier.numero())
                .singleResult()
                .getId();
    }

    private String tache() {
        return monde.bean(Corbeille.class).duDossier(dossier.id()).get(0).tacheId();
    }
}
