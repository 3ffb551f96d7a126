package fr.jalon.sanction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import fr.jalon.agent.Agent;
import fr.jalon.agent.Role;
import fr.jalon.commun.Conflit;
import fr.jalon.commun.ErreurChamp;
import fr.jalon.commun.Interdit;
import fr.jalon.commun.SaisieInvalide;
import fr.jalon.corbeille.Corbeille;
import fr.jalon.courrier.CourrierRecu;
import fr.jalon.courrier.CourrierRetourne;
import fr.jalon.courrier.CourrierVue;
import fr.jalon.courrier.Courriers;
import fr.jalon.courrier.EtatCourrier;
import fr.jalon.courrier.ImagesCourrier;
import fr.jalon.courrier.ModeRemise;
import fr.jalon.courrier.Signatures;
import fr.jalon.courrier.SuiviCourriers;
import fr.jalon.decision.Confirmations;
import fr.jalon.dispositif.Envois;
import fr.jalon.dossier.DossierDejaOuvert;
import fr.jalon.dossier.DossierVue;
import fr.jalon.dossier.Dossiers;
import fr.jalon.dossier.FaitsDuDossier;
import fr.jalon.dossier.Issue;
import fr.jalon.dossier.Signalement;
import fr.jalon.dossier.Signalements;
import fr.jalon.essais.ClientApi;
import fr.jalon.essais.EssaiConfiguration;
import fr.jalon.essais.HorlogeReglable;
import fr.jalon.essais.JalonIT;
import fr.jalon.essais.Monde;
import fr.jalon.essais.Navigation;
import fr.jalon.moteur.Taches;
import fr.jalon.orientation.parcours.OrientationRsa;
import fr.jalon.sanction.parcours.ManquementRsa;
import fr.jalon.seance.AvisDicte;
import fr.jalon.seance.Deliberations;
import fr.jalon.seance.Point;
import fr.jalon.seance.Preparation;
import fr.jalon.seance.ScenesDEquipe;
import fr.jalon.seance.SeanceVue;
import fr.jalon.seance.Tenue;
import fr.jalon.usager.Foyers;
import fr.jalon.usager.LienFoyer;
import fr.jalon.usager.NouveauMembre;
import fr.jalon.usager.PersonneVue;
import fr.jalon.usager.Personnes;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.ObjectMapper;

/** The path of a breach on the real engine and a real MariaDB: adversarial time, graded sanction, letters, end. */
@JalonIT
class ManquementIT {

    private static final LocalDate DEPART = EssaiConfiguration.DEPART.toLocalDate();

    /** Late enough for the decision to be received. */
    private static final LocalDate DEBUT = DEPART.plusDays(10);

    /** Five working days after the sending, by ordinary letter. */
    private static final LocalDate TENUE_POUR_RECUE = DEPART.plusDays(7);

    /** What a procedure rests on by local choice: somebody confirmed it here. */
    private static final Map<String, String> REGLES_LOCALES =
            Map.of("Rule_RepetitionMois", "parametres-sanction", "Rule_ManObservations", "delais");

    @Autowired
    private Monde monde;

    @Autowired
    private Manquements manquements;

    @Autowired
    private Dossiers dossiers;

    @Autowired
    private Courriers courriers;

    @Autowired
    private Envois envois;

    @Autowired
    private HorlogeReglable reglage;

    @Autowired
    private ApplicationEventPublisher evenements;

    private ScenesDEquipe scenes;
    private Agent ali;
    private Agent responsable;

    @BeforeEach
    void preparer() {
        reglage.regler(EssaiConfiguration.DEPART);
        scenes = new ScenesDEquipe(monde);
        ali = scenes.ali();
        responsable = monde.responsable();
        REGLES_LOCALES.forEach((regle, table) ->
                monde.bean(Confirmations.class).confirmer(table, regle, "Avis du service juridique, essai", pilote()));
    }

    private Agent pilote() {
        return monde.agent("pilote.essai", Role.PILOTE, null);
    }

    @AfterEach
    void remettre() {
        reglage.regler(EssaiConfiguration.DEPART);
        REGLES_LOCALES.forEach((regle, table) -> monde.bean(Confirmations.class).retirer(table, regle, pilote()));
    }

    private void jour(int apres) {
        reglage.regler(DEPART.plusDays(apres).atTime(9, 0));
        monde.travailler();
    }

    private DossierVue ouvrir() {
        return ouvrir(scenes.orientee());
    }

    private DossierVue ouvrir(DossierVue orientation) {
        DossierVue dossier = manquements.ouvrir(orientation.id(), ali.identifiant(), ali);
        monde.travailler();
        return dossier;
    }

    private static Map<String, Object> constat(String sanction, int taux, int mois) {
        Map<String, Object> donnees = new HashMap<>();
        donnees.put("nature", "CONTRAT_NON_ETABLI");
        donnees.put("dateFaits", DEPART.minusDays(5).toString());
        donnees.put("faits", "Vous n'êtes pas venue signer votre contrat le 20 mai.");
        donnees.put("foyer", "SEUL");
        donnees.put("sanction", sanction);
        donnees.put("taux", taux);
        donnees.put("mois", mois);
        return donnees;
    }

    /** What happened once the sanction was received, and is noted the day after. */
    private Map<String, Object> repetition(String sanction, int taux, int mois) {
        reglage.regler(DEBUT.plusDays(2).atTime(9, 0));
        Map<String, Object> donnees = constat(sanction, taux, mois);
        donnees.put("dateFaits", DEBUT.plusDays(1).toString());
        return donnees;
    }

    private static Map<String, Object> ecrireDeNouveau() {
        return Map.of("decision", "INFORMER_DE_NOUVEAU", "motif", "La sanction annoncée ne va plus.");
    }

    /** What a form shows before anybody types. */
    private Map<String, Object> connu(DossierVue dossier, String etape, Agent agent) {
        return monde.bean(Corbeille.class).duDossier(dossier.id()).stream()
                .filter(t -> t.etape().equals(etape))
                .findFirst()
                .map(t ->
                        monde.bean(Taches.class).formulaire(t.tacheId(), agent).donnees())
                .orElseThrow();
    }

    private void constater(DossierVue dossier, Map<String, Object> donnees) {
        scenes.achever(dossier, ManquementRsa.CONSTATER_MANQUEMENT, donnees, ali);
    }

    /** Who has said everything was told by a letter that left: nothing is decided before. */
    private void observer(DossierVue dossier, boolean toutDit) {
        if (toutDit && !courrier(dossier, "manquement-observations").etat().parti()) {
            monde.poster(dossier.id(), "manquement-observations");
            monde.travailler();
        }
        repondre(dossier, toutDit);
    }

    private void repondre(DossierVue dossier, boolean toutDit) {
        Map<String, Object> donnees = new HashMap<>();
        donnees.put("mode", "ORAL");
        donnees.put(
                "date", monde.bean(fr.jalon.commun.Horloge.class).aujourdhui().toString());
        donnees.put("observations", "J'étais malade.");
        donnees.put("assistance", "Une amie");
        donnees.put("complet", toutDit);
        scenes.achever(dossier, ManquementRsa.RECEVOIR_OBSERVATIONS, donnees, ali);
    }

    private static Map<String, Object> decision(String sanction, int taux, int mois, LocalDate debut) {
        Map<String, Object> donnees = new HashMap<>();
        donnees.put("decision", "SANCTIONNER");
        donnees.put("sanction", sanction);
        donnees.put("taux", taux);
        donnees.put("mois", mois);
        donnees.put("debut", debut.toString());
        donnees.put("motif", "Aucun certificat n'a été donné.");
        return donnees;
    }

    private void decider(DossierVue dossier, Map<String, Object> donnees) {
        scenes.achever(dossier, ManquementRsa.DECIDER_SANCTION, donnees, responsable);
    }

    private CourrierVue courrier(DossierVue dossier, String modele) {
        return courriers.parDossier(dossier.id()).stream()
                .filter(c -> c.modele().equals(modele))
                .max(java.util.Comparator.comparing(CourrierVue::creeLe).thenComparing(CourrierVue::numero))
                .orElseThrow();
    }

    private void publier(Object fait) {
        monde.bean(TransactionTemplate.class).executeWithoutResult(t -> evenements.publishEvent(fait));
        monde.travailler();
    }

    private void signer(DossierVue dossier) {
        monde.deleguer();
        monde.bean(Signatures.class)
                .signer(courrier(dossier, "sanction-decidee").id(), responsable);
        monde.travailler();
    }

    private void envoyer(DossierVue dossier, String modele, LocalDate jour) {
        monde.bean(SuiviCourriers.class)
                .envoyer(courrier(dossier, modele).id(), jour, ModeRemise.LETTRE_SIMPLE, responsable);
        monde.travailler();
    }

    private void recevoir(DossierVue dossier, String modele, LocalDate jour) {
        CourrierVue c = courrier(dossier, modele);
        publier(new CourrierRecu(c.id(), c.numero(), dossier.id(), modele, jour, ModeRemise.MAIN_PROPRE));
    }

    private void retourner(DossierVue dossier, String modele, LocalDate jour) {
        CourrierVue c = courrier(dossier, modele);
        publier(new CourrierRetourne(c.id(), c.numero(), dossier.id(), modele, jour, "NPAI"));
    }

    private DossierVue sanctionnee(DossierVue orientation) {
        DossierVue dossier = ouvrir(orientation);
        constater(dossier, constat("SUSPENSION", 30, 2));
        observer(dossier, true);
        decider(dossier, decision("SUSPENSION", 30, 2, DEBUT));
        signer(dossier);
        poster(dossier, DEPART);
        return dossier;
    }

    private void unEnfantArrive(DossierVue dossier) {
        monde.bean(Foyers.class)
                .ajouter(
                        dossier.personneId(),
                        new NouveauMembre(LienFoyer.ENFANT, "Inventée", "Lou", DEPART.minusYears(3), DEPART),
                        ali);
    }

    private List<String> lettres(DossierVue dossier) {
        return courriers.parDossier(dossier.id()).stream()
                .map(CourrierVue::modele)
                .toList();
    }

    private String lettre(DossierVue dossier, String modele) {
        return courriers.parDossier(dossier.id()).stream()
                .filter(c -> c.modele().equals(modele))
                .map(c -> monde.bean(ImagesCourrier.class).texte(courriers.octets(c.id())))
                .findFirst()
                .orElseThrow()
                .replaceAll("[\\p{Z}\\s]+", " ");
    }

    private String texte(CourrierVue lettre) {
        return monde.bean(ImagesCourrier.class)
                .texte(courriers.octets(lettre.id()))
                .replaceAll("[\\p{Z}\\s]+", " ");
    }

    private void revenir(CourrierVue lettre, LocalDate jour) {
        monde.bean(SuiviCourriers.class).retourner(lettre.id(), jour, "NPAI", responsable);
        monde.travailler();
    }

    private List<String> envoyes(DossierVue dossier) {
        return envois.duDossier(dossier.id()).stream()
                .map(e -> e.destinataire() + " " + e.objet())
                .toList();
    }

    private Issue issue(DossierVue dossier) {
        return dossiers.parId(dossier.id()).issue();
    }

    private static void refuse(ThrowingCallable acte, String champ, String mots) {
        assertThatThrownBy(acte).isInstanceOfSatisfying(SaisieInvalide.class, e -> {
            assertThat(e.erreurs()).extracting(ErreurChamp::champ).contains(champ);
            assertThat(e.getMessage()).contains(mots);
        });
    }

    @Test
    void la_personne_est_informee_entendue_sanctionnee_puis_la_sanction_est_levee() {
        DossierVue dossier = ouvrir();
        assertThat(dossier.numero()).startsWith("MAN-2026-");
        constater(dossier, constat("SUSPENSION", 30, 2));
        assertThat(lettre(dossier, "manquement-observations"))
                .contains(
                        "contrat le 20 mai",
                        "suspension de 30 %",
                        "2 mois",
                        "30 jours à partir du jour où vous avez reçu cette lettre",
                        "une personne de votre choix",
                        "Signez votre contrat",
                        "articles L262-37 (I, 1°) et R262-68")
                .doesNotContain("équipe regarde", "juillet 2026");
        observer(dossier, true);
        decider(dossier, decision("SUSPENSION", 30, 2, DEBUT));
        assertThat(lettre(dossier, "sanction-decidee"))
                .contains(
                        "Elle commence le jour où vous recevez cette lettre, et pas avant le 11 juin 2026.",
                        "articles L262-37 (I, 1°) et R262-68",
                        "calcul fait par un logiciel",
                        "trouver la sanction que la loi permet",
                        "J’étais malade.",
                        "Aucun certificat",
                        "2 mois à partir du jour")
                .doesNotContain("août 2026");
        assertThat(envoyes(dossier)).isEmpty();
        signer(dossier);
        assertThat(lettre(dossier, "sanction-decidee"))
                .as("qui signe est nommé une fois la décision signée")
                .contains(responsable.nomComplet());
        assertThat(envoyes(dossier))
                .as("signée, elle n'a pas d'effet tant que personne ne l'a envoyée")
                .isEmpty();
        poster(dossier, DEPART);
        assertThat(envoyes(dossier)).containsExactly("CAF SANCTION_RSA");
        jour(10);
        scenes.achever(
                dossier,
                ManquementRsa.SUIVRE_SANCTION,
                Map.of("date", DEPART.plusDays(9).toString(), "motif", "Atelier suivi."),
                ali);
        assertThat(issue(dossier)).isEqualTo(Issue.SANCTION_LEVEE);
        assertThat(lettres(dossier)).contains("sanction-levee");
        assertThat(envoyes(dossier)).contains("CAF LEVEE_SANCTION");
    }

    @Test
    void sans_reponse_la_decision_attend_la_fin_du_delai_puis_la_sanction_sa_duree() {
        DossierVue dossier = ouvrir();
        constater(dossier, constat("SUSPENSION", 100, 1));
        jour(200);
        assertThat(scenes.attend(dossier, ManquementRsa.RECEVOIR_OBSERVATIONS))
                .as("rien ne court tant que la lettre n'est pas partie")
                .isTrue();
        envoyer(dossier, "manquement-observations", DEPART.plusDays(200));
        LocalDate recue = manquements.manquement(dossier.id()).reception().recueLe();
        assertThat(recue).isAfter(DEPART.plusDays(200));
        LocalDate fin = recue.plusDays(30);
        assertThat(manquements.manquement(dossier.id()).finObservations()).isEqualTo(fin);
        reglage.regler(fin.atTime(23, 50));
        monde.travailler();
        assertThat(scenes.attend(dossier, ManquementRsa.RECEVOIR_OBSERVATIONS))
                .as("le dernier jour est à la personne")
                .isTrue();
        reglage.regler(fin.plusDays(1).atTime(9, 0));
        monde.travailler();
        assertThat(scenes.attend(dossier, ManquementRsa.DECIDER_SANCTION)).isTrue();
        LocalDate debut = fin.plusDays(15);
        decider(dossier, decision("SUSPENSION", 100, 1, debut));
        assertThat(lettre(dossier, "sanction-decidee")).contains("Nous n’avons pas reçu de réponse de votre part.");
        signer(dossier);
        poster(dossier, fin.plusDays(1));
        reglage.regler(debut.plusMonths(1).atTime(0, 10));
        monde.travailler();
        assertThat(scenes.attend(dossier, ManquementRsa.SUIVRE_SANCTION)).isTrue();
        reglage.regler(debut.plusMonths(1).atTime(9, 0));
        monde.travailler();
        assertThat(issue(dossier)).isEqualTo(Issue.SANCTION_TERMINEE);
    }

    @Test
    void une_remise_en_main_propre_fait_courir_le_delai_de_ce_jour_la() {
        DossierVue dossier = ouvrir();
        constater(dossier, constat("SUSPENSION", 30, 1));
        envoyer(dossier, "manquement-observations", DEPART);
        recevoir(dossier, "manquement-observations", DEPART);
        assertThat(manquements.manquement(dossier.id()).reception())
                .isEqualTo(new Reception(DEPART, true, false, DEPART.plusDays(30)));
    }

    @Test
    void une_reponse_ne_raccourcit_le_delai_que_si_la_personne_a_tout_dit_et_le_dernier_jour_est_a_elle() {
        DossierVue dossier = ouvrir();
        constater(dossier, constat("SUSPENSION", 30, 1));
        observer(dossier, false);
        refuse(() -> decider(dossier, decision("SUSPENSION", 30, 1, DEBUT)), "decision", "pas encore partie");
        recevoir(dossier, "manquement-observations", DEPART.plusDays(2));
        LocalDate dernier = DEPART.plusDays(32);
        jour(20);
        refuse(
                () -> decider(dossier, decision("SUSPENSION", 30, 1, DEPART.plusDays(60))),
                "decision",
                "jusqu'au 3 juillet 2026");
        reglage.regler(dernier.atTime(9, 0));
        refuse(
                () -> decider(dossier, decision("SUSPENSION", 30, 1, DEPART.plusDays(60))),
                "decision",
                "jusqu'au 3 juillet 2026");
        reglage.regler(dernier.plusDays(1).atTime(9, 0));
        decider(dossier, decision("SUSPENSION", 30, 1, DEPART.plusDays(60)));
        assertThat(scenes.attend(dossier, ManquementRsa.SUIVRE_SANCTION)).isTrue();
    }

    @Test
    void une_personne_qui_a_tout_dit_avant_sa_lettre_n_est_pas_encore_informee() {
        DossierVue dossier = ouvrir();
        constater(dossier, constat("SUSPENSION", 30, 1));
        repondre(dossier, true);
        refuse(() -> decider(dossier, decision("SUSPENSION", 30, 1, DEBUT)), "decision", "informée par écrit");
        envoyer(dossier, "manquement-observations", DEPART);
        refuse(() -> decider(dossier, decision("SUSPENSION", 30, 1, DEBUT.plusYears(5))), "debut", "vérifiez l'année");
        decider(dossier, decision("SUSPENSION", 30, 1, DEBUT));
        assertThat(scenes.attend(dossier, ManquementRsa.SUIVRE_SANCTION)).isTrue();
    }

    @Test
    void une_lettre_revenue_arrete_le_delai_et_demande_quoi_faire() {
        DossierVue dossier = ouvrir();
        constater(dossier, constat("SUSPENSION", 30, 1));
        envoyer(dossier, "manquement-observations", DEPART);
        jour(5);
        retourner(dossier, "manquement-observations", DEPART.plusDays(5));
        assertThat(scenes.attend(dossier, ManquementRsa.RETROUVER_PERSONNE)).isTrue();
        assertThat(manquements.manquement(dossier.id()).reception().revenue()).isTrue();
        jour(100);
        assertThat(scenes.attend(dossier, ManquementRsa.RETROUVER_PERSONNE)).isTrue();
        scenes.achever(dossier, ManquementRsa.RETROUVER_PERSONNE, Map.of("suite", "RENVOYER"), ali);
        assertThat(scenes.attend(dossier, ManquementRsa.RECEVOIR_OBSERVATIONS)).isTrue();
        assertThat(lettres(dossier)).containsExactly("manquement-observations", "manquement-observations");
        assertThat(manquements.manquement(dossier.id()).finObservations()).isNull();
        retourner(dossier, "manquement-observations", DEPART.plusDays(100));
        scenes.achever(dossier, ManquementRsa.RETROUVER_PERSONNE, Map.of("suite", "ARRETER"), ali);
        assertThat(issue(dossier)).isEqualTo(Issue.SANS_SANCTION);
        assertThat(lettres(dossier)).hasSize(2);
    }

    @Test
    void un_foyer_qui_change_est_demande_de_nouveau_avant_la_decision() {
        DossierVue dossier = ouvrir();
        constater(dossier, constat("SUSPENSION", 80, 1));
        observer(dossier, true);
        unEnfantArrive(dossier);
        refuse(() -> decider(dossier, decision("SUSPENSION", 80, 1, DEBUT)), "foyer", "a changé");
        Map<String, Object> enfant = decision("SUSPENSION", 80, 1, DEBUT);
        enfant.put("foyer", "PLUSIEURS");
        refuse(() -> decider(dossier, enfant), "taux", "de 30 à 50 %");
        enfant.put("taux", 50);
        decider(dossier, enfant);
        assertThat(lettre(dossier, "sanction-decidee")).contains("R262-68-6", "50 %");
    }

    @Test
    void ecrire_de_nouveau_redit_la_sanction_et_le_foyer_et_rend_son_temps_a_la_personne() {
        DossierVue dossier = ouvrir();
        constater(dossier, constat("SUSPENSION", 80, 2));
        observer(dossier, true);
        unEnfantArrive(dossier);
        jour(5);
        decider(dossier, ecrireDeNouveau());
        assertThat(lettres(dossier)).containsExactly("manquement-observations");
        assertThat(connu(dossier, ManquementRsa.CONSTATER_MANQUEMENT, ali))
                .containsAllEntriesOf(Map.of(
                        "deNouveau",
                        true,
                        "foyerChange",
                        true,
                        "nature",
                        "CONTRAT_NON_ETABLI",
                        "dateFaits",
                        DEPART.minusDays(5).toString(),
                        "faits",
                        "Vous n'êtes pas venue signer votre contrat le 20 mai.",
                        "sanction",
                        "SUSPENSION",
                        "taux",
                        80,
                        "mois",
                        2))
                .as("le foyer a changé : il se redit")
                .doesNotContainKey("foyer");
        Map<String, Object> redit = constat("SUSPENSION", 50, 1);
        redit.put("foyer", "PLUSIEURS");
        constater(dossier, redit);
        CourrierVue premiere = courriers.parDossier(dossier.id()).stream()
                .min(java.util.Comparator.comparing(CourrierVue::creeLe))
                .orElseThrow();
        CourrierVue seconde = courrier(dossier, "manquement-observations");
        assertThat(seconde.remplace()).isEqualTo(premiere.id());
        assertThat(texte(seconde))
                .contains("suspension de 50 %", "pendant 1 mois", "annule et remplace le courrier " + premiere.numero())
                .doesNotContain("80 %");
        assertThat(dossiers.histoirePublique(dossier.id()))
                .anyMatch(
                        e -> e.texte()
                                .equals(
                                        "Premier manquement constaté de nouveau ; suspension de 50 % pendant 1 mois envisagée."));
        assertThat(manquements.manquement(dossier.id()).finObservations())
                .as("rien ne court avant que la nouvelle lettre parte")
                .isNull();

        assertThat(connu(dossier, ManquementRsa.RECEVOIR_OBSERVATIONS, ali))
                .as("ce qu'elle a dit reste connu, et ne vaut pas pour tout dit")
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("dejaDit", true, "observations", "J'étais malade.", "assistance", "Une amie"));
        envoyer(dossier, "manquement-observations", DEPART.plusDays(5));
        LocalDate dernier = manquements.manquement(dossier.id()).finObservations();
        assertThat(dernier)
                .isEqualTo(manquements
                        .manquement(dossier.id())
                        .reception()
                        .recueLe()
                        .plusDays(30));
        reglage.regler(dernier.atTime(23, 50));
        monde.travailler();
        assertThat(scenes.attend(dossier, ManquementRsa.RECEVOIR_OBSERVATIONS))
                .as("le dernier jour est à la personne")
                .isTrue();
        reglage.regler(dernier.plusDays(1).atTime(9, 0));
        monde.travailler();
        decider(dossier, decision("SUSPENSION", 50, 1, dernier.plusDays(15)));
        assertThat(texte(courrier(dossier, "sanction-decidee"))).contains("50 %", "J’étais malade.", "R262-68-6");
    }

    @Test
    void ecrire_de_nouveau_retient_la_lettre_qui_n_etait_pas_partie() {
        DossierVue dossier = ouvrir();
        constater(dossier, constat("SUSPENSION", 30, 2));
        repondre(dossier, true);
        jour(1);
        decider(dossier, ecrireDeNouveau());
        constater(dossier, constat("SUSPENSION", 30, 1));
        assertThat(courriers.parDossier(dossier.id()))
                .extracting(CourrierVue::etat)
                .containsExactlyInAnyOrder(EtatCourrier.ANNULE, EtatCourrier.A_IMPRIMER);
        assertThat(texte(courrier(dossier, "manquement-observations")))
                .as("elle n'a jamais eu la première")
                .doesNotContain("annule et remplace");
        repondre(dossier, false);
        refuse(() -> decider(dossier, decision("SUSPENSION", 30, 1, DEBUT)), "decision", "pas encore partie");
    }

    @Test
    void un_avis_rendu_sur_une_autre_sanction_ne_vaut_pas_pour_celle_qui_est_annoncee_de_nouveau() {
        DossierVue dossier = ouvrir();
        constater(dossier, constat("SUSPENSION", 60, 2));
        observer(dossier, true);
        decider(dossier, Map.of("decision", "DEMANDER_AVIS", "motif", "La part est forte."));
        scenes.achever(
                dossier,
                ManquementRsa.RECUEILLIR_AVIS_SANCTION,
                Map.of("seance", DEPART.toString(), "avis", "PLUS_LEGERE", "motif", "Soixante, c'est trop."),
                monde.agent("dispositifs.equipe", Role.RESPONSABLE_DISPOSITIFS, null));
        jour(1);
        decider(dossier, ecrireDeNouveau());
        assertThat(connu(dossier, ManquementRsa.CONSTATER_MANQUEMENT, ali)).containsEntry("avisDemande", true);
        constater(dossier, constat("SUSPENSION", 30, 1));
        assertThat(manquements.manquement(dossier.id()).avis()).isNull();
        envoyer(dossier, "manquement-observations", DEPART.plusDays(1));
        repondre(dossier, true);
        decider(dossier, decision("SUSPENSION", 30, 1, DEBUT));
        assertThat(texte(courrier(dossier, "sanction-decidee"))).doesNotContain("Soixante");
    }

    @Test
    void une_sanction_n_est_jamais_plus_lourde_que_celle_qui_a_ete_annoncee() {
        DossierVue orientation = scenes.orientee();
        DossierVue premiere = sanctionnee(orientation);
        scenes.achever(
                premiere, ManquementRsa.SUIVRE_SANCTION, Map.of("date", DEPART.toString(), "motif", "Fait."), ali);
        DossierVue dossier = ouvrir(orientation);
        constater(dossier, repetition("SUSPENSION", 40, 3));
        observer(dossier, true);
        LocalDate debut = DEBUT.plusDays(12);
        Map<String, Map<String, Object>> plusLourdes = Map.of(
                "sanction", decision("SUPPRESSION", 40, 3, debut),
                "taux", decision("SUSPENSION", 41, 3, debut),
                "mois", decision("SUSPENSION", 40, 4, debut));
        plusLourdes.forEach((champ, plusLourde) -> {
            refuse(() -> decider(dossier, plusLourde), champ, "annonçait une suspension de 40 % pendant 3 mois");
            refuse(() -> decider(dossier, plusLourde), champ, "« Écrire de nouveau à la personne »");
        });
        decider(dossier, decision("SUSPENSION", 30, 2, debut));
        assertThat(scenes.attend(dossier, ManquementRsa.SUIVRE_SANCTION))
                .as("plus légère, elle se décide")
                .isTrue();
    }

    @Test
    void une_seconde_lettre_revenue_demande_aussi_quoi_faire() {
        DossierVue dossier = ouvrir();
        constater(dossier, constat("SUSPENSION", 30, 1));
        observer(dossier, true);
        jour(3);
        decider(dossier, ecrireDeNouveau());
        constater(dossier, constat("SUSPENSION", 30, 1));
        envoyer(dossier, "manquement-observations", DEPART.plusDays(3));
        jour(9);
        revenir(courrier(dossier, "manquement-observations"), DEPART.plusDays(9));
        assertThat(scenes.attend(dossier, ManquementRsa.RETROUVER_PERSONNE)).isTrue();
        assertThat(manquements.manquement(dossier.id()).reception().revenue()).isTrue();
    }

    @Test
    void une_lettre_qui_a_ete_remplacee_ne_change_plus_rien_au_temps_de_la_nouvelle() {
        DossierVue dossier = ouvrir();
        constater(dossier, constat("SUSPENSION", 30, 1));
        observer(dossier, true);
        CourrierVue ancienne = courrier(dossier, "manquement-observations");
        jour(3);
        decider(dossier, ecrireDeNouveau());
        constater(dossier, constat("SUSPENSION", 30, 1));
        envoyer(dossier, "manquement-observations", DEPART.plusDays(3));
        LocalDate dernier = manquements.manquement(dossier.id()).finObservations();
        jour(5);
        revenir(ancienne, DEPART.plusDays(5));
        assertThat(scenes.attend(dossier, ManquementRsa.RECEVOIR_OBSERVATIONS)).isTrue();
        assertThat(manquements.observationsAttendues(dossier.id())).isTrue();
        assertThat(manquements.manquement(dossier.id()).finObservations()).isEqualTo(dernier);
        reglage.regler(dernier.plusDays(1).atTime(9, 0));
        monde.travailler();
        assertThat(scenes.attend(dossier, ManquementRsa.DECIDER_SANCTION))
                .as("son temps finit, et la décision peut être prise")
                .isTrue();
    }

    @Test
    void une_personne_a_qui_rien_n_a_ete_ecrit_ne_lit_pas_que_nous_lui_avions_ecrit() {
        DossierVue dossier = ouvrir();
        constater(dossier, constat("SUSPENSION", 30, 1));
        repondre(dossier, true);
        decider(dossier, Map.of("decision", "NE_PAS_SANCTIONNER", "motif", "Son explication suffit."));
        assertThat(issue(dossier)).isEqualTo(Issue.SANS_SANCTION);
        assertThat(courriers.parDossier(dossier.id()))
                .extracting(CourrierVue::modele, CourrierVue::etat)
                .containsExactly(tuple("manquement-observations", EtatCourrier.ANNULE));
    }

    @Test
    void qui_a_envisage_la_premiere_sanction_ne_decide_pas_de_la_seconde() {
        Agent autre = monde.agent("responsable2.kleber", Role.RESPONSABLE_ANTENNE, "KLEBER");
        DossierVue dossier = manquements.ouvrir(scenes.orientee().id(), ali.identifiant(), responsable);
        monde.travailler();
        scenes.achever(dossier, ManquementRsa.CONSTATER_MANQUEMENT, constat("SUSPENSION", 30, 1), responsable);
        observer(dossier, true);
        jour(1);
        scenes.achever(dossier, ManquementRsa.DECIDER_SANCTION, ecrireDeNouveau(), autre);
        constater(dossier, constat("SUSPENSION", 30, 1));
        observer(dossier, true);
        assertThatThrownBy(() -> decider(dossier, decision("SUSPENSION", 30, 1, DEBUT)))
                .isInstanceOf(Conflit.class)
                .hasMessageContaining("un autre responsable");
        scenes.achever(dossier, ManquementRsa.DECIDER_SANCTION, decision("SUSPENSION", 30, 1, DEBUT), autre);
        assertThat(scenes.attend(dossier, ManquementRsa.SUIVRE_SANCTION)).isTrue();
    }

    @Test
    void rien_ne_repose_sur_un_article_que_personne_n_a_confirme() {
        DossierVue dossier = ouvrir();
        for (String nature : List.of("CONTRAT_NON_RESPECTE", "REFUS_CONTROLE")) {
            Map<String, Object> donnees =
                    constat(nature.equals("REFUS_CONTROLE") ? "SUPPRESSION" : "SUSPENSION", 30, 1);
            donnees.put("nature", nature);
            refuse(() -> constater(dossier, donnees), "nature", "à confirmer");
        }
        assertThat(lettres(dossier)).isEmpty();
    }

    /** Announced and examined by the équipe: it waits for its decision. */
    private DossierVue suppressionTotaleADecider() {
        DossierVue orientation = scenes.orientee();
        DossierVue premiere = sanctionnee(orientation);
        scenes.achever(
                premiere, ManquementRsa.SUIVRE_SANCTION, Map.of("date", DEPART.toString(), "motif", "Fait."), ali);
        DossierVue dossier = ouvrir(orientation);
        constater(dossier, repetition("SUPPRESSION", 100, 4));
        observer(dossier, true);
        scenes.achever(
                dossier,
                ManquementRsa.RECUEILLIR_AVIS_SANCTION,
                Map.of("seance", DEBUT.plusDays(2).toString(), "avis", "FAVORABLE", "motif", "Oui."),
                monde.agent("dispositifs.equipe", Role.RESPONSABLE_DISPOSITIFS, null));
        return dossier;
    }

    @Test
    void une_suppression_totale_de_quatre_mois_demande_ce_qui_suit_puis_sa_fin_s_examine() {
        DossierVue dossier = suppressionTotaleADecider();
        LocalDate debut = DEBUT.plusDays(12);
        Map<String, Object> totale = decision("SUPPRESSION", 100, 4, debut);
        refuse(() -> decider(dossier, totale), "radiation", "France Travail");
        Map<String, Object> courte = decision("SUPPRESSION", 100, 3, debut);
        courte.put("radiation", "OUI");
        refuse(() -> decider(dossier, courte), "radiation", "totale de quatre mois");
        totale.put("radiation", "OUI");
        decider(dossier, totale);
        assertThat(lettre(dossier, "sanction-decidee")).contains("propose aussi à France Travail");
        signer(dossier);
        assertThat(envoyes(dossier)).isEmpty();
        poster(dossier, DEBUT.plusDays(2));
        assertThat(envoyes(dossier))
                .containsExactlyInAnyOrder("CAF SANCTION_RSA", "FRANCE_TRAVAIL PROPOSITION_RADIATION");
        reglage.regler(debut.plusMonths(4).atTime(9, 0));
        monde.travailler();
        assertThat(scenes.attend(dossier, ManquementRsa.EXAMINER_FIN_SUPPRESSION))
                .isTrue();
        scenes.achever(
                dossier,
                ManquementRsa.EXAMINER_FIN_SUPPRESSION,
                Map.of("suite", "FIN_DROIT", "motif", "Aucun contact depuis six mois."),
                responsable);
        assertThat(issue(dossier)).isEqualTo(Issue.FIN_DROIT_PROPOSEE);
        assertThat(lettre(dossier, "fin-droit-proposee"))
                .contains("Rien n’est décidé", "Signez votre contrat")
                .doesNotContain("Aucun contact");
        assertThat(envoyes(dossier)).contains("DEPARTEMENT PROPOSITION_FIN_DROIT");
    }

    @Test
    void la_fin_du_droit_ne_repose_pas_sur_une_decision_revenue_apres_la_suppression() {
        DossierVue dossier = suppressionTotaleADecider();
        LocalDate debut = DEBUT.plusDays(12);
        Map<String, Object> totale = decision("SUPPRESSION", 100, 4, debut);
        totale.put("radiation", "NON");
        decider(dossier, totale);
        signer(dossier);
        poster(dossier, DEBUT.plusDays(2));
        reglage.regler(debut.plusMonths(4).atTime(9, 0));
        monde.travailler();
        revenir(courrier(dossier, "sanction-decidee"), debut.plusMonths(4));
        assertThat(courrier(dossier, "sanction-decidee").etat()).isEqualTo(EtatCourrier.RETOURNE);
        refuse(
                () -> scenes.achever(
                        dossier,
                        ManquementRsa.EXAMINER_FIN_SUPPRESSION,
                        Map.of("suite", "FIN_DROIT", "motif", "Aucun contact."),
                        responsable),
                "suite",
                "elle est revenue");
        scenes.achever(
                dossier,
                ManquementRsa.EXAMINER_FIN_SUPPRESSION,
                Map.of("suite", "REPRISE", "motif", "La décision n'a touché personne."),
                responsable);
        assertThat(issue(dossier)).isEqualTo(Issue.SANCTION_TERMINEE);
    }

    @Test
    void le_motif_d_une_demande_d_avis_ne_se_lit_ni_dans_l_historique_ni_dans_une_lettre() {
        DossierVue dossier = ouvrir();
        constater(dossier, constat("SUSPENSION", 30, 1));
        envoyer(dossier, "manquement-observations", DEPART);
        observer(dossier, true);
        decider(dossier, Map.of("decision", "DEMANDER_AVIS", "motif", "Je doute de sa bonne foi."));
        monde.bean(Signalements.class).signaler(dossier.id(), Signalement.CONFORMITE, "Contrat signé", ali);
        monde.travailler();
        assertThat(lettre(dossier, "manquement-sans-sanction")).doesNotContain("bonne foi");
        assertThat(dossiers.histoirePublique(dossier.id()).toString()).doesNotContain("bonne foi");
        assertThat(manquements.manquement(dossier.id()).motifInterne()).isEqualTo("Je doute de sa bonne foi.");
    }

    @Test
    void une_tache_n_est_achevee_que_par_le_role_qu_elle_demande() {
        DossierVue dossier = ouvrir();
        constater(dossier, constat("SUSPENSION", 30, 1));
        observer(dossier, true);
        for (Agent intrus : List.of(
                ali,
                monde.agent(Role.INSTRUCTEUR, "KLEBER"),
                monde.agent(Role.ACCUEIL, "KLEBER"),
                monde.agent("dispositifs.equipe", Role.RESPONSABLE_DISPOSITIFS, null))) {
            assertThatThrownBy(() -> scenes.achever(
                            dossier, ManquementRsa.DECIDER_SANCTION, decision("SUSPENSION", 30, 1, DEBUT), intrus))
                    .as(intrus.identifiant())
                    .isInstanceOf(Interdit.class)
                    .hasMessageContaining("Cette tâche est réservée");
        }
        assertThatThrownBy(() -> scenes.achever(
                        dossier,
                        ManquementRsa.DECIDER_SANCTION,
                        decision("SUSPENSION", 30, 1, DEBUT),
                        scenes.allocataire("jure4")))
                .isInstanceOf(fr.jalon.commun.Introuvable.class);
        Agent ailleurs = monde.agent(Role.RESPONSABLE_ANTENNE, "BLOSNE");
        assertThatThrownBy(() -> scenes.achever(
                        dossier, ManquementRsa.DECIDER_SANCTION, decision("SUSPENSION", 30, 1, DEBUT), ailleurs))
                .isInstanceOfAny(Interdit.class, fr.jalon.commun.Introuvable.class);
        assertThat(scenes.attend(dossier, ManquementRsa.DECIDER_SANCTION)).isTrue();
        assertThat(manquements.manquement(dossier.id()).choix()).isNull();
    }

    @Test
    void un_document_qui_manque_n_est_pas_un_manquement_et_des_faits_a_venir_non_plus() {
        DossierVue dossier = ouvrir();
        Map<String, Object> documents = constat("SUSPENSION", 30, 1);
        documents.put("nature", "DOCUMENTS_MANQUANTS");
        refuse(() -> constater(dossier, documents), "nature", "n'est pas un manquement");
        Map<String, Object> avenir = constat("SUSPENSION", 30, 1);
        avenir.put("dateFaits", DEPART.plusDays(1).toString());
        refuse(() -> constater(dossier, avenir), "dateFaits", "passés");
        Map<String, Object> ancien = constat("SUSPENSION", 30, 1);
        ancien.put("dateFaits", "2025-05-31");
        refuse(() -> constater(dossier, ancien), "dateFaits", "ne couvrent pas");
        Map<String, Object> controle = constat("SUSPENSION", 30, 1);
        controle.put("nature", "REFUS_CONTROLE");
        refuse(() -> constater(dossier, controle), "sanction", "seule une suppression");
        assertThat(lettres(dossier)).isEmpty();
    }

    @Test
    void les_bornes_de_la_loi_sont_dites_sur_leur_champ() {
        DossierVue dossier = ouvrir();
        refuse(() -> constater(dossier, constat("SUSPENSION", 29, 1)), "taux", "de 30 à 100 %");
        refuse(() -> constater(dossier, constat("SUSPENSION", 30, 3)), "mois", "de 1 à 2 mois");
        refuse(() -> constater(dossier, constat("SUPPRESSION", 30, 1)), "sanction", "seule une suspension");
        Map<String, Object> foyer = constat("SUSPENSION", 51, 1);
        foyer.put("foyer", "MAJORATION");
        refuse(() -> constater(dossier, foyer), "taux", "de 30 à 50 %");
        foyer.put("taux", 50);
        constater(dossier, foyer);
        observer(dossier, true);
        refuse(() -> decider(dossier, decision("SUSPENSION", 60, 1, DEBUT)), "taux", "R262-68-6");
        refuse(
                () -> decider(dossier, decision("SUSPENSION", 30, 1, DEPART.plusDays(6))),
                "debut",
                "doit avoir reçu la décision");
        decider(dossier, decision("SUSPENSION", 50, 1, DEBUT));
        assertThat(manquements.manquement(dossier.id()).fin()).isEqualTo(DEBUT.plusMonths(1));
    }

    @Test
    void qui_envisage_une_sanction_ne_la_decide_jamais() {
        DossierVue dossier = manquements.ouvrir(scenes.orientee().id(), ali.identifiant(), responsable);
        monde.travailler();
        scenes.achever(dossier, ManquementRsa.CONSTATER_MANQUEMENT, constat("SUSPENSION", 30, 1), responsable);
        observer(dossier, true);
        assertThatThrownBy(() -> decider(dossier, decision("SUSPENSION", 30, 1, DEBUT)))
                .isInstanceOf(Conflit.class)
                .hasMessageContaining("un autre responsable");
        Agent autre = monde.agent("responsable2.kleber", Role.RESPONSABLE_ANTENNE, "KLEBER");
        scenes.achever(dossier, ManquementRsa.DECIDER_SANCTION, decision("SUSPENSION", 30, 1, DEBUT), autre);
        assertThat(manquements.manquement(dossier.id()).decideePar()).isEqualTo(autre.identifiant());
    }

    @Test
    void une_repetition_permet_une_suppression_que_l_equipe_examine_d_abord_en_seance() {
        DossierVue orientation = scenes.orientee();
        DossierVue premiere = sanctionnee(orientation);
        assertThatThrownBy(() -> ouvrir(orientation)).isInstanceOf(DossierDejaOuvert.class);
        scenes.achever(
                premiere,
                ManquementRsa.SUIVRE_SANCTION,
                Map.of("date", DEPART.toString(), "motif", "Atelier suivi."),
                ali);
        DossierVue dossier = ouvrir(orientation);
        refuse(() -> constater(dossier, constat("SUPPRESSION", 60, 4)), "sanction", "premier manquement");
        constater(dossier, repetition("SUPPRESSION", 60, 4));
        assertThat(manquements.manquement(dossier.id()).rang()).isEqualTo(Rang.REPETE);
        assertThat(lettre(dossier, "manquement-observations")).contains("Des allocataires");
        observer(dossier, true);
        assertThat(scenes.attend(dossier, ManquementRsa.RECUEILLIR_AVIS_SANCTION))
                .isTrue();

        SeanceVue seance = scenes.composee(5, responsable, dossier);
        monde.bean(Preparation.class).convoquer(seance.id(), "Urgence.", responsable);
        jour(17);
        Tenue tenue = monde.bean(Tenue.class);
        tenue.ouvrir(seance.id(), scenes.presents(seance), null, responsable);
        Point point = seance.points().get(0);
        monde.bean(Deliberations.class)
                .rendreAvis(
                        seance.id(),
                        point.id(),
                        new AvisDicte("PLUS_LEGERE", "Une durée de deux mois suffit.", null, null, null, 0),
                        responsable);
        tenue.clore(seance.id(), null, responsable);
        monde.travailler();

        assertThat(scenes.attend(dossier, ManquementRsa.DECIDER_SANCTION)).isTrue();
        assertThat(manquements.manquement(dossier.id()).avis())
                .isEqualTo(new AvisEquipe("PLUS_LEGERE", "Une durée de deux mois suffit.", DEPART.plusDays(17)));
        decider(dossier, decision("SUPPRESSION", 30, 2, DEPART.plusDays(27)));
        assertThat(lettre(dossier, "sanction-decidee")).contains("Une durée de deux mois suffit.");
        assertThat(lettre(dossier, "sanction-decidee"))
                .doesNotContain("la sanction s’arrête", "la suspension s’arrête");
        assertThat(manquements.sanctions(orientation.personneId())).hasSize(2);
        signer(dossier);
        poster(dossier, DEPART.plusDays(17));
        refuse(
                () -> scenes.achever(
                        dossier,
                        ManquementRsa.SUIVRE_SANCTION,
                        Map.of("date", DEPART.plusDays(17).toString(), "motif", "Atelier suivi."),
                        ali),
                "date",
                "va jusqu'à sa fin");
        refuse(
                () -> monde.bean(Signalements.class)
                        .signaler(dossier.id(), Signalement.CONFORMITE, "Atelier suivi", ali),
                "signalement",
                "va jusqu'à sa fin");
        monde.travailler();
        assertThat(scenes.attend(dossier, ManquementRsa.SUIVRE_SANCTION)).isTrue();
    }

    /** Whatever led to the step, the decision itself asks for the opinion (CASF, art. L262-37). */
    @Test
    void une_suppression_sans_avis_est_refusee_a_la_decision_par_la_page_et_par_l_api() {
        DossierVue orientation = scenes.orientee();
        DossierVue premiere = sanctionnee(orientation);
        scenes.achever(
                premiere,
                ManquementRsa.SUIVRE_SANCTION,
                Map.of("date", DEPART.toString(), "motif", "Atelier suivi."),
                ali);
        DossierVue dossier = ouvrir(orientation);
        constater(dossier, repetition("SUPPRESSION", 60, 2));
        observer(dossier, true);
        LocalDate ici = DEBUT.plusDays(2);
        scenes.achever(
                dossier,
                ManquementRsa.RECUEILLIR_AVIS_SANCTION,
                Map.of("avis", "PLUS_LEGERE", "motif", "Une durée plus courte.", "seance", ici.toString()),
                monde.agent("dispositifs.essai", Role.RESPONSABLE_DISPOSITIFS, null));
        JdbcTemplate jdbc = monde.bean(JdbcTemplate.class);
        jdbc.update("update manquement set avis = null where dossier_id = ?", dossier.id());
        Map<String, Object> decision = decision("SUPPRESSION", 60, 2, ici.plusDays(20));
        refuse(() -> decider(dossier, decision), "sanction", "demande d'abord l'avis de l'équipe");

        String tache = monde.bean(Corbeille.class).duDossier(dossier.id()).stream()
                .filter(x -> x.etape().equals(ManquementRsa.DECIDER_SANCTION))
                .findFirst()
                .orElseThrow()
                .tacheId();
        ObjectMapper json = monde.bean(ObjectMapper.class);
        ClientApi.Reponse api = ClientApi.anonyme(monde)
                .comme(responsable)
                .post("/api/v1/taches/" + tache + "/achevement", json.writeValueAsString(Map.of("donnees", decision)));
        assertThat(api.statut()).isEqualTo(422);
        assertThat(api.texte()).contains("\"sanction\"", "l'avis de l'équipe");
        Navigation page = new Navigation(monde);
        page.connecter(responsable.identifiant(), Monde.MOT_DE_PASSE);
        page.post("/taches/" + tache + "/prise", Map.of());
        ClientApi.Reponse ecran =
                page.post("/taches/" + tache + "/achevement", Map.of("donnees", json.writeValueAsString(decision)));
        assertThat(ecran.statut()).isEqualTo(422);
        assertThat(ecran.texte()).contains("{\"sanction\":\"Une suppression demande d'abord l'avis");
        assertThat(manquements.manquement(dossier.id()).choix()).isNull();
        assertThat(lettres(dossier)).doesNotContain("sanction-decidee");

        jdbc.update("update manquement set avis = 'PLUS_LEGERE' where dossier_id = ?", dossier.id());
        decider(dossier, decision);
        assertThat(lettres(dossier)).contains("sanction-decidee");
    }

    /** A sanction rests on the foyer, not on the age of the person: only what it rests on puts it out of date. */
    @Test
    void une_date_de_naissance_corrigee_ne_touche_ni_la_procedure_ni_la_sanction_et_l_orientation_la_relit() {
        DossierVue orientation = scenes.orientee();
        DossierVue envisagee = ouvrir(orientation);
        constater(envisagee, constat("SUSPENSION", 30, 2));
        PersonneVue personne = monde.bean(Personnes.class).parId(envisagee.personneId());
        FaitsDuDossier faits = monde.bean(FaitsDuDossier.class);
        int orientationAvant = faits.version(orientation.id());
        PersonneVue corrigee = monde.naitre(personne, LocalDate.of(2004, 3, 14));
        monde.travailler();
        assertThat(faits.version(envisagee.id())).isEqualTo(1);
        assertThat(monde.bean(DecisionsDeSanction.class).perimee(envisagee.id()))
                .isFalse();
        assertThat(faits.version(orientation.id()))
                .as("l'âge, lui, est un fait de l'orientation")
                .isGreaterThan(orientationAvant);

        observer(envisagee, true);
        decider(envisagee, decision("SUSPENSION", 30, 2, DEBUT));
        monde.naitre(corrigee, LocalDate.of(2003, 3, 14));
        monde.travailler();
        assertThat(courrier(envisagee, "sanction-decidee").etat()).isEqualTo(EtatCourrier.A_SIGNER);
        assertThat(manquements.manquement(envisagee.id()).choix()).isNotNull();
        signer(envisagee);
        assertThat(dossiers.histoire(envisagee.id()))
                .noneMatch(e ->
                        e.complet().contains("Date de naissance") || e.complet().contains("a changé"));

        DossierVue autre = ouvrir(scenes.orientee());
        constater(autre, constat("SUSPENSION", 80, 1));
        unEnfantArrive(autre);
        assertThat(monde.bean(DecisionsDeSanction.class).perimee(autre.id()))
                .as("un enfant né compte dans le foyer, qui borne la sanction")
                .isTrue();
    }

    @Test
    void l_avis_peut_etre_demande_avant_une_suspension() {
        DossierVue dossier = ouvrir();
        constater(dossier, constat("SUSPENSION", 30, 2));
        observer(dossier, true);
        decider(dossier, Map.of("decision", "DEMANDER_AVIS", "motif", "La durée est longue."));
        assertThat(scenes.estPret(dossier)).isTrue();
        Agent dispositifs = monde.agent("dispositifs.equipe", Role.RESPONSABLE_DISPOSITIFS, null);
        Map<String, Object> avis = Map.of("seance", DEPART.toString(), "avis", "DEFAVORABLE", "motif", "Non.");
        refuse(
                () -> scenes.achever(
                        dossier,
                        ManquementRsa.RECUEILLIR_AVIS_SANCTION,
                        Map.of("seance", DEPART.plusDays(1).toString(), "avis", "DEFAVORABLE", "motif", "Non."),
                        dispositifs),
                "seance",
                "déjà passé");
        scenes.achever(dossier, ManquementRsa.RECUEILLIR_AVIS_SANCTION, avis, dispositifs);
        assertThat(scenes.estPret(dossier)).isFalse();
        decider(dossier, Map.of("decision", "NE_PAS_SANCTIONNER", "motif", "L'équipe est défavorable."));
        assertThat(issue(dossier)).isEqualTo(Issue.SANS_SANCTION);
        assertThat(lettre(dossier, "manquement-sans-sanction")).contains("L’équipe est défavorable.");
        assertThat(envoyes(dossier)).isEmpty();
    }

    @Test
    void se_mettre_en_regle_arrete_tout_avant_ou_pendant_la_sanction() {
        Signalements signalements = monde.bean(Signalements.class);
        DossierVue avant = ouvrir();
        constater(avant, constat("SUSPENSION", 30, 1));
        envoyer(avant, "manquement-observations", DEPART);
        signalements.signaler(avant.id(), Signalement.CONFORMITE, "Atelier suivi", ali);
        monde.travailler();
        assertThat(issue(avant)).isEqualTo(Issue.EN_REGLE);
        assertThat(lettre(avant, "manquement-sans-sanction"))
                .contains("Nous avons noté, le 1er juin 2026, que vous êtes en règle");
        assertThat(envoyes(avant)).isEmpty();

        DossierVue jamaisDit = ouvrir();
        constater(jamaisDit, constat("SUSPENSION", 30, 1));
        signalements.signaler(jamaisDit.id(), Signalement.CONFORMITE, "Atelier suivi", ali);
        monde.travailler();
        assertThat(issue(jamaisDit)).isEqualTo(Issue.EN_REGLE);
        assertThat(courriers.parDossier(jamaisDit.id()))
                .as("la lettre qui n'était pas partie ne part plus, et rien d'autre ne s'écrit")
                .extracting(CourrierVue::modele, CourrierVue::etat)
                .containsExactly(tuple("manquement-observations", EtatCourrier.ANNULE));

        DossierVue pendant = sanctionnee(scenes.orientee());
        signalements.signaler(pendant.id(), Signalement.CONFORMITE, "Contrat signé", ali);
        monde.travailler();
        assertThat(issue(pendant)).isEqualTo(Issue.SANCTION_LEVEE);
        assertThat(envoyes(pendant)).contains("CAF LEVEE_SANCTION");

        DossierVue orientation = scenes.orientee();
        refuse(
                () -> signalements.signaler(orientation.id(), Signalement.CONFORMITE, "Rien", ali),
                "signalement",
                "ne se signale pas");
    }

    @Test
    void un_renoncement_un_depart_ou_un_doublon_terminent_la_procedure() {
        Map<Signalement, Issue> fins = Map.of(
                Signalement.DESISTEMENT, Issue.DESISTEMENT,
                Signalement.DEMENAGEMENT, Issue.DEMENAGEMENT,
                Signalement.DOUBLON, Issue.DOUBLON);
        fins.forEach((signalement, fin) -> {
            DossierVue dossier = ouvrir();
            monde.bean(Signalements.class).signaler(dossier.id(), signalement, "Fait.", ali);
            monde.travailler();
            assertThat(issue(dossier)).isEqualTo(fin);
            assertThat(lettres(dossier)).isEmpty();
            DossierVue informee = ouvrir();
            constater(informee, constat("SUSPENSION", 30, 1));
            envoyer(informee, "manquement-observations", DEPART);
            monde.bean(Signalements.class).signaler(informee.id(), signalement, "Fait.", ali);
            monde.travailler();
            assertThat(issue(informee)).isEqualTo(fin);
            assertThat(lettre(informee, "manquement-termine")).contains("Cette procédure est terminée");
        });
    }

    @Test
    void un_deces_termine_la_procedure_et_retire_le_dossier_de_l_ordre_du_jour() {
        DossierVue dossier = ouvrir();
        Map<String, Object> donnees = constat("SUSPENSION", 30, 1);
        donnees.put("avisDemande", true);
        constater(dossier, donnees);
        repondre(dossier, true);
        SeanceVue seance = scenes.composee(5, responsable, dossier);
        assertThat(seance.points()).hasSize(1);
        monde.bean(Personnes.class).declarerDeces(dossier.personneId(), DEPART, ali);
        monde.travailler();
        assertThat(issue(dossier)).isEqualTo(Issue.DECES);
        assertThat(scenes.lire(seance, responsable).points()).isEmpty();
        assertThat(courriers.parDossier(dossier.id()))
                .as("rien ne part pour une personne décédée")
                .extracting(CourrierVue::modele, CourrierVue::etat)
                .containsExactly(tuple("manquement-observations", EtatCourrier.ANNULE));
    }

    @Test
    void une_decision_revenue_arrete_la_sanction_previent_la_caf_et_demande_quoi_faire() {
        DossierVue dossier = sanctionnee(scenes.orientee());
        jour(12);
        monde.bean(SuiviCourriers.class)
                .retourner(courrier(dossier, "sanction-decidee").id(), DEPART.plusDays(12), "NPAI", responsable);
        monde.travailler();
        assertThat(scenes.attend(dossier, ManquementRsa.SUIVRE_SANCTION)).isFalse();
        assertThat(scenes.attend(dossier, ManquementRsa.DECIDER_SANCTION)).isTrue();
        assertThat(manquements.manquement(dossier.id()).sanctionnee()).isFalse();
        assertThat(envoyes(dossier)).containsExactly("CAF SANCTION_RSA", "CAF LEVEE_SANCTION");
        reglage.regler(DEBUT.plusMonths(3).atTime(9, 0));
        monde.travailler();
        assertThat(scenes.attend(dossier, ManquementRsa.DECIDER_SANCTION))
                .as("rien ne court plus")
                .isTrue();
        decider(dossier, decision("SUSPENSION", 30, 2, DEBUT.plusMonths(4)));
        assertThat(lettres(dossier)).filteredOn("sanction-decidee"::equals).hasSize(2);
        signer(dossier);
        poster(dossier, DEBUT.plusMonths(3));
        assertThat(envoyes(dossier)).containsExactly("CAF SANCTION_RSA", "CAF LEVEE_SANCTION", "CAF SANCTION_RSA");
    }

    @Test
    void un_avise_non_reclame_laisse_courir_la_sanction() {
        DossierVue dossier = sanctionnee(scenes.orientee());
        jour(12);
        monde.bean(SuiviCourriers.class)
                .retourner(courrier(dossier, "sanction-decidee").id(), DEPART.plusDays(12), "NON_RECLAME", responsable);
        monde.travailler();
        assertThat(scenes.attend(dossier, ManquementRsa.SUIVRE_SANCTION)).isTrue();
    }

    @Test
    void une_sanction_recue_tard_commence_le_jour_ou_elle_est_recue_et_la_caf_le_sait() {
        DossierVue dossier = sanctionnee(scenes.orientee());
        assertThat(manquements.manquement(dossier.id()).choix().debut()).isEqualTo(DEBUT);
        jour(25);
        LocalDate recue = DEPART.plusDays(25);
        monde.bean(SuiviCourriers.class)
                .recevoir(courrier(dossier, "sanction-decidee").id(), recue, "Avis de réception", responsable);
        monde.travailler();
        ManquementVue m = manquements.manquement(dossier.id());
        assertThat(m.choix().debut()).isEqualTo(recue);
        assertThat(m.fin()).isEqualTo(recue.plusMonths(2));
        assertThat(envoyes(dossier)).containsExactly("CAF SANCTION_RSA", "CAF SANCTION_RSA");
        reglage.regler(DEBUT.plusMonths(2).plusDays(1).atTime(9, 0));
        monde.travailler();
        assertThat(scenes.attend(dossier, ManquementRsa.SUIVRE_SANCTION))
                .as("la durée court de la réception")
                .isTrue();
        reglage.regler(recue.plusMonths(2).atTime(9, 0));
        monde.travailler();
        assertThat(issue(dossier)).isEqualTo(Issue.SANCTION_TERMINEE);
    }

    @Test
    void une_sanction_que_personne_n_a_signee_est_annulee_quand_la_personne_se_met_en_regle() {
        DossierVue dossier = ouvrir();
        constater(dossier, constat("SUSPENSION", 30, 2));
        envoyer(dossier, "manquement-observations", DEPART);
        observer(dossier, true);
        decider(dossier, decision("SUSPENSION", 30, 2, DEBUT));
        monde.bean(Signalements.class).signaler(dossier.id(), Signalement.CONFORMITE, "Contrat signé", ali);
        monde.travailler();
        assertThat(issue(dossier)).isEqualTo(Issue.EN_REGLE);
        assertThat(courrier(dossier, "sanction-decidee").etat()).isEqualTo(EtatCourrier.ANNULE);
        assertThat(lettres(dossier)).contains("manquement-sans-sanction").doesNotContain("sanction-levee");
        assertThat(lettre(dossier, "manquement-sans-sanction")).contains("Vous n’avez pas de sanction.");
        assertThat(envoyes(dossier)).isEmpty();
        assertThat(manquements.sanctions(dossier.personneId())).isEmpty();
        assertThat(manquements.rang(dossier.personneId(), DEBUT)).isEqualTo(Rang.PREMIER);
    }

    @Test
    void une_sanction_jamais_signee_n_a_pas_eu_lieu_a_la_fin_de_sa_duree() {
        DossierVue dossier = ouvrir();
        constater(dossier, constat("SUSPENSION", 30, 1));
        observer(dossier, true);
        decider(dossier, decision("SUSPENSION", 30, 1, DEBUT));
        reglage.regler(DEBUT.plusMonths(1).plusDays(1).atTime(9, 0));
        monde.travailler();
        assertThat(issue(dossier)).isEqualTo(Issue.SANS_SANCTION);
        assertThat(courrier(dossier, "sanction-decidee").etat()).isEqualTo(EtatCourrier.ANNULE);
    }

    @Test
    void une_sanction_signee_et_jamais_envoyee_n_a_pas_d_effet() {
        DossierVue enRegle = signeeSansEnvoi();
        monde.bean(Signalements.class).signaler(enRegle.id(), Signalement.CONFORMITE, "Contrat signé", ali);
        monde.travailler();
        assertThat(issue(enRegle)).isEqualTo(Issue.EN_REGLE);
        assertThat(courrier(enRegle, "sanction-decidee").etat()).isEqualTo(EtatCourrier.ANNULE);
        assertThat(lettres(enRegle)).doesNotContain("sanction-levee");
        assertThat(envoyes(enRegle)).isEmpty();

        DossierVue oubliee = signeeSansEnvoi();
        reglage.regler(DEBUT.plusMonths(2).plusDays(1).atTime(9, 0));
        monde.travailler();
        assertThat(issue(oubliee)).isEqualTo(Issue.SANS_SANCTION);
        assertThat(courrier(oubliee, "sanction-decidee").etat()).isEqualTo(EtatCourrier.ANNULE);
        assertThat(envoyes(oubliee)).isEmpty();
        assertThat(manquements.sanctions(oubliee.personneId())).isEmpty();
    }

    @Test
    void une_sanction_qui_n_est_pas_partie_est_reprise_quand_le_foyer_change() {
        DossierVue dossier = signeeSansEnvoi();
        unEnfantArrive(dossier);
        monde.travailler();
        assertThat(scenes.attend(dossier, ManquementRsa.DECIDER_SANCTION)).isTrue();
        assertThat(courrier(dossier, "sanction-decidee").etat()).isEqualTo(EtatCourrier.ANNULE);
        assertThat(manquements.manquement(dossier.id()).choix()).isNull();
        assertThat(courrier(dossier, "sanction-decidee").motifAnnulation())
                .isEqualTo("le foyer a changé avant l'envoi de la décision");
        assertThat(dossiers.histoire(dossier.id()))
                .anyMatch(e -> e.complet()
                        .equals("Le foyer a changé avant l'envoi de la décision : elle est à prendre de nouveau."))
                .noneMatch(e -> e.complet().contains("La situation a changé"));

        DossierVue partie = sanctionnee(scenes.orientee());
        unEnfantArrive(partie);
        monde.travailler();
        assertThat(scenes.attend(partie, ManquementRsa.SUIVRE_SANCTION)).isTrue();
    }

    @Test
    void rien_ne_repose_sur_une_periode_ou_un_delai_que_personne_n_a_confirme() {
        DossierVue premiere = sanctionnee(scenes.orientee());
        assertThat(manquements.rang(premiere.personneId(), TENUE_POUR_RECUE)).isEqualTo(Rang.REPETE);
        monde.bean(Confirmations.class).retirer("parametres-sanction", "Rule_RepetitionMois", pilote());
        monde.bean(Confirmations.class).retirer("delais", "Rule_ManObservations", pilote());
        try {
            assertThat(manquements.rang(premiere.personneId(), TENUE_POUR_RECUE))
                    .isEqualTo(Rang.PREMIER);
            DossierVue dossier = ouvrir();
            constater(dossier, constat("SUSPENSION", 30, 1));
            assertThat(lettre(dossier, "manquement-observations"))
                    .contains("Répondez dès que vous pouvez")
                    .doesNotContain("30 jours");
        } finally {
            REGLES_LOCALES.forEach(
                    (regle, table) -> monde.bean(Confirmations.class).confirmer(table, regle, "Avis, essai", pilote()));
        }
    }

    private DossierVue signeeSansEnvoi() {
        DossierVue dossier = ouvrir();
        constater(dossier, constat("SUSPENSION", 30, 2));
        envoyer(dossier, "manquement-observations", DEPART);
        observer(dossier, true);
        decider(dossier, decision("SUSPENSION", 30, 2, DEBUT));
        signer(dossier);
        return dossier;
    }

    private void poster(DossierVue dossier, LocalDate jour) {
        monde.bean(SuiviCourriers.class)
                .envoyer(courrier(dossier, "sanction-decidee").id(), jour, ModeRemise.LETTRE_SIMPLE, responsable);
        monde.travailler();
    }

    @Test
    void la_repetition_se_compte_sur_la_periode_du_parametre() {
        DossierVue dossier = sanctionnee(scenes.orientee());
        assertThat(manquements.rang(dossier.personneId(), DEPART.plusMonths(24)))
                .isEqualTo(Rang.REPETE);
        assertThat(manquements.rang(dossier.personneId(), DEPART.plusMonths(24).plusDays(1)))
                .isEqualTo(Rang.PREMIER);
        assertThat(manquements.rang(dossier.personneId(), DEPART))
                .as("ce qui a eu lieu avant la sanction ne la répète pas, même noté après")
                .isEqualTo(Rang.PREMIER);
    }

    @Test
    void rien_ne_repete_une_sanction_que_la_personne_ne_connait_pas_encore() {
        DossierVue dossier = sanctionnee(scenes.orientee());
        assertThat(manquements.rang(dossier.personneId(), TENUE_POUR_RECUE.minusDays(1)))
                .as("décidée, et la lettre est en route")
                .isEqualTo(Rang.PREMIER);
        assertThat(manquements.rang(dossier.personneId(), TENUE_POUR_RECUE)).isEqualTo(Rang.REPETE);
        jour(20);
        monde.bean(SuiviCourriers.class)
                .recevoir(
                        courrier(dossier, "sanction-decidee").id(),
                        DEPART.plusDays(20),
                        "Avis de réception",
                        responsable);
        assertThat(manquements.rang(dossier.personneId(), DEPART.plusDays(19)))
                .as("la preuve l'emporte sur la présomption")
                .isEqualTo(Rang.PREMIER);
        assertThat(manquements.rang(dossier.personneId(), DEPART.plusDays(20))).isEqualTo(Rang.REPETE);
    }

    @Test
    void rien_ne_repete_une_sanction_jamais_partie_ou_revenue() {
        DossierVue jamaisPartie = signeeSansEnvoi();
        assertThat(manquements.rang(jamaisPartie.personneId(), DEBUT)).isEqualTo(Rang.PREMIER);

        DossierVue revenue = sanctionnee(scenes.orientee());
        scenes.achever(
                revenue, ManquementRsa.SUIVRE_SANCTION, Map.of("date", DEPART.toString(), "motif", "Fait."), ali);
        assertThat(manquements.rang(revenue.personneId(), DEBUT)).isEqualTo(Rang.REPETE);
        jour(9);
        monde.bean(SuiviCourriers.class)
                .retourner(courrier(revenue, "sanction-decidee").id(), DEPART.plusDays(9), "NPAI", responsable);
        assertThat(manquements.rang(revenue.personneId(), DEBUT))
                .as("le dossier est terminé, et la lettre revient : personne n'a connu la sanction")
                .isEqualTo(Rang.PREMIER);
    }

    @Test
    void l_equipe_peut_engager_la_procedure_depuis_deux_absences() {
        DossierVue orientation = scenes.deuxFoisAbsente();
        Map<String, Object> donnees = new HashMap<>(scenes.rendezVous(20));
        donnees.putAll(Map.of(
                "seance",
                DEPART.toString(),
                "avis",
                "Absences sans raison.",
                "suite",
                "NOUVEAU_RENDEZ_VOUS",
                "manquement",
                true));
        scenes.achever(
                orientation,
                OrientationRsa.RECUEILLIR_AVIS_EQUIPE,
                donnees,
                monde.agent("dispositifs.equipe", Role.RESPONSABLE_DISPOSITIFS, null));
        assertThat(scenes.attend(orientation, OrientationRsa.TENIR_PREMIER_RENDEZ_VOUS))
                .isTrue();
        DossierVue dossier = dossiers.dePersonne(orientation.personneId(), ali).stream()
                .filter(d -> d.dispositif().equals(Manquements.DISPOSITIF))
                .findFirst()
                .orElseThrow();
        assertThat(scenes.attend(dossier, ManquementRsa.CONSTATER_MANQUEMENT)).isTrue();
        assertThat(manquements.manquement(dossier.id()).origineId()).isEqualTo(orientation.id());
    }
}
