package fr.jalon.web;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.agent.Agent;
import fr.jalon.agent.Role;
import fr.jalon.annuaire.Annuaire;
import fr.jalon.annuaire.FiltreOffres;
import fr.jalon.annuaire.OrganismeVue;
import fr.jalon.corbeille.Corbeille;
import fr.jalon.dossier.Canal;
import fr.jalon.dossier.DossierVue;
import fr.jalon.dossier.Dossiers;
import fr.jalon.essais.EssaiConfiguration;
import fr.jalon.essais.EssaiDEcran;
import fr.jalon.essais.HorlogeReglable;
import fr.jalon.essais.JalonIT;
import fr.jalon.importation.ImportVue;
import fr.jalon.importation.Imports;
import fr.jalon.orientation.DemandesOrientation;
import fr.jalon.orientation.Diagnostics;
import fr.jalon.orientation.NouvelleOrientation;
import fr.jalon.orientation.Orientations;
import fr.jalon.orientation.Parcours;
import fr.jalon.usager.PersonneVue;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The screens of the accompaniment: newcomers confirmed one by one, the diagnosis and its radar, delays, who may still read. */
@JalonIT
class AccompagnementIT extends EssaiDEcran {

    private static final LocalDate DEPART = EssaiConfiguration.DEPART.toLocalDate();

    @Autowired
    private DemandesOrientation demandes;

    @Autowired
    private HorlogeReglable reglage;

    private Agent ali;

    @BeforeEach
    void agents() {
        reglage.regler(EssaiConfiguration.DEPART);
        ali = monde.agent(Role.ALI, "KLEBER");
        monde.responsable();
    }

    @AfterEach
    void remettre() {
        reglage.regler(EssaiConfiguration.DEPART);
    }

    private DossierVue ouvrir(PersonneVue personne) {
        DossierVue dossier = demandes.ouvrir(personne.id(), null, Canal.GUICHET, DEPART, Map.of("enfants", 0), ali);
        monde.travailler();
        return dossier;
    }

    private ImportVue arrivees(int nombre) {
        String droit = DEPART.minusDays(2).format(DateTimeFormatter.ofPattern("dd/MM/yyyy"));
        StringBuilder lignes = new StringBuilder(
                "civilite;nom;prenoms;date_naissance;adresse;quartier;date_droit;situation_emploi;frein_sante;enfants\n");
        for (int i = 0; i < nombre; i++) {
            lignes.append("Mme;Inventée-Écran%c;Zoé;0%d/02/1984;2 allée Imaginaire;Q1;%s;%s;%s;0\n"
                    .formatted((char) ('a' + i), i + 1, droit, "sans emploi ancien", "moyen"));
        }
        lignes.append("Mme;Inventée-Fautive;Zoé;31/02/1984;2 allée Imaginaire;Q1;" + droit + ";parfois;;\n");
        Imports imports = monde.bean(Imports.class);
        ImportVue vue = imports.deposer(
                "orientations", "arrivees.csv", lignes.toString().getBytes(StandardCharsets.UTF_8), false, ali);
        return imports.attendre(vue.id(), Duration.ofMinutes(1), ali);
    }

    @Test
    void un_fichier_d_arrivees_se_lit_avant_d_etre_ecrit_puis_se_confirme_au_clavier() {
        ImportVue vue = arrivees(3);
        try (Visite v = visite(ali)) {
            v.aller("/imports/" + vue.id());
            assertThat(v.texte()).contains("Parcours socio-professionnel");
            v.presser("a:has-text('Voir qui irait où')");
            assertThat(v.texte()).contains("Un essai", "Déjà suivies", "De trop");
            assertThat(v.page().locator("#dessin-structures .barre rect").count())
                    .isPositive();
            v.tenir("arrivees-repartition").illustrer("arrivees-repartition");
            v.aller("/imports/" + vue.id()).bouton("Écrire les 3 lignes justes");
            monde.bean(Imports.class).attendre(vue.id(), Duration.ofMinutes(1), ali);
            monde.travailler();
            v.aller("/").menu("Orientations à confirmer");
            long avant = restantes();
            assertThat(v.page().locator("input[name=organisme]:checked").count())
                    .isOne();
            v.tenir("confirmations").illustrer("arrivees-confirmer");
            String prise = v.page().locator("input[name=heure]").inputValue();
            // Enter on the organisation that has the focus: one key for a case
            v.page().locator("input[name=organisme]:checked").focus();
            v.page().keyboard().press("Enter");
            v.page().locator("#messages:has-text('Orientation confirmée')").waitFor();
            v.chargee();
            assertThat(restantes()).isEqualTo(avant - 1);
            String heure = v.page().locator("input[name=heure]").inputValue();
            assertThat(heure).as("l'heure qui vient d'être donnée").isNotBlank().isNotEqualTo(prise);
            monde.travailler();
            assertThat(v.texte()).contains("Vos dernières confirmations", "Lire le courrier qui sera écrit");
            v.page().locator("#dernieres button").first().click();
            v.page().locator("#messages:has-text('est reprise')").waitFor();
            v.chargee();
            assertThat(restantes()).isEqualTo(avant);
            v.tenir("confirmations-reprise");
            v.page().keyboard().press("p");
            v.page().waitForURL("**rang=1");
            v.chargee();
            v.page().locator("input[name=date]").fill("2020-01-01");
            v.bouton("Confirmer et passer à la suivante").refusAttendu(422);
            assertThat(v.page().locator("input[name=date]").inputValue()).isEqualTo("2020-01-01");
            assertThat(v.texte()).contains("rendez-vous à venir");
            v.tenir("confirmations-refusee");
        }
    }

    private long restantes() {
        return monde.bean(org.springframework.jdbc.core.JdbcTemplate.class)
                .queryForObject(
                        "select count(*) from corbeille_tache where etape = 'UserTask_ConfirmerOrientation'"
                                + " and terminee_le is null",
                        Long.class);
    }

    @Test
    void le_diagnostic_se_fait_levier_par_levier_et_se_compare() {
        DossierVue dossier = ouvrir(monde.personne());
        for (int levier : List.of(1, 2, 4)) {
            monde.bean(Diagnostics.class).etablir(dossier.id(), levier, Map.of("soins", "0"), List.of(0, 2), true, ali);
        }
        reglage.regler(DEPART.plusMonths(2).atTime(9, 0));
        try (Visite v = visite(ali)) {
            v.aller("/dossiers/" + dossier.numero()).presser("a:has-text('Diagnostic')");
            v.page().locator("canvas").waitFor();
            assertThat(v.texte()).contains("Reste à voir", "Santé", "Frein");
            v.presser("a.cible-ligne:has-text('Numérique')");
            v.page().locator(".fjs-container").waitFor();
            v.tenir("diagnostic-levier");
            v.bouton("Garder ce diagnostic");
            v.page().locator(".resume-erreurs").waitFor();
            for (String question : List.of("equipement", "connexion", "usage", "confiance")) {
                v.page()
                        .locator("[id*=Field_" + question + "] input, input[id*=Field_" + question + "]")
                        .nth(3)
                        .check();
            }
            v.bouton("Garder ce diagnostic");
            v.page().waitForURL("**/diagnostic");
            v.page().locator("canvas").waitFor();
            assertThat(v.texte()).contains("Point d'appui", "Comparer");
            v.tenir("diagnostic");
        }
        Agent accueil = monde.agent(Role.ACCUEIL, "KLEBER");
        try (Visite v = visite(accueil)) {
            v.aller("/dossiers/" + dossier.numero());
            assertThat(v.page().locator("a[href$='/diagnostic']").count()).isZero();
        }
    }

    @Test
    void l_ancien_referent_lit_encore_le_dossier_d_une_autre_antenne_sans_y_agir_puis_ne_le_lit_plus() {
        PersonneVue personne = monde.personne();
        DossierVue dossier = ouvrir(personne);
        Agent parti = monde.agent("ali.parti", Role.ALI, "BLOSNE");
        Agent jamais = monde.agent("ali.jamais", Role.ALI, "BLOSNE");
        Orientations orientations = monde.bean(Orientations.class);
        orientations.enregistrer(nouvelle(personne, dossier, parti, DEPART.minusDays(20)), ali);
        orientations.enregistrer(nouvelle(personne, dossier, ali, DEPART.minusDays(5)), ali);
        try (Visite v = visite(parti)) {
            v.aller("/").menu("Mes accompagnements");
            assertThat(v.texte()).contains("Encore lisibles", "Lecture jusqu’au");
            v.tenir("accompagnements");
            v.presser("a.cible-ligne");
            assertThat(v.texte()).contains("Vous lisez ce dossier parce que vous accompagnez la personne");
            assertThat(v.page().locator("#form-note, #form-signaler").count()).isZero();
            v.tenir("dossier-ancien-referent");
        }
        Dossiers dossiers = monde.bean(Dossiers.class);
        assertThat(refuse(() -> dossiers.consulter(dossier.numero(), jamais))).isTrue();
        assertThat(refuse(() -> dossiers.parNumero(dossier.numero(), parti))).isTrue();
        reglage.regler(DEPART.plusDays(90).atTime(9, 0));
        assertThat(refuse(() -> dossiers.consulter(dossier.numero(), parti))).isTrue();
    }

    private static boolean refuse(Runnable lecture) {
        try {
            lecture.run();
            return false;
        } catch (fr.jalon.commun.Introuvable e) {
            return true;
        }
    }

    private NouvelleOrientation nouvelle(PersonneVue personne, DossierVue dossier, Agent referent, LocalDate debut) {
        String ccas = monde.bean(Annuaire.class).chercherOrganismes(FiltreOffres.TOUT, 0, 200).elements().stream()
                .filter(o -> o.nature().equals("CCAS"))
                .map(OrganismeVue::code)
                .findFirst()
                .orElseThrow();
        return new NouvelleOrientation(
                personne.id(), dossier.id(), Parcours.SOCIAL, ccas, referent.identifiant(), debut, null, "À suivre.");
    }

    @Test
    void une_orientation_s_ouvre_a_la_main_et_une_conference_familiale_a_cote() {
        PersonneVue personne = monde.personne();
        try (Visite v = visite(ali)) {
            v.aller("/usagers/" + personne.id()).presser("a:has-text('Ouvrir une orientation RSA')");
            v.tenir("orientation-demarrage");
            v.page().locator("input[name=connueLe]").fill("");
            v.bouton("Ouvrir l’orientation").refusAttendu(422);
            v.page().locator("input[name=connueLe]").fill(DEPART.toString());
            v.bouton("Ouvrir l’orientation");
            v.page().waitForURL("**/dossiers/ORI-*");
            monde.travailler();
            v.page().locator("summary:has-text('Proposer en plus')").click();
            v.bouton("Démarrer : conférence familiale");
            v.page().waitForURL("**/dossiers/CFA-*");
            monde.travailler();
            v.page().reload();
            assertThat(v.page().locator(".acte").innerText()).contains("Poser la question avec la famille");
            assertThat(v.texte()).contains("Dossier ORI-");
            v.presser("a[href^='/taches/']");
            v.bouton("Prendre et commencer");
            v.page().locator(".fjs-container").waitFor();
            v.page().getByLabel("La question de la famille").fill("Comment Zoé peut-elle rester chez elle ?");
            v.page().getByLabel("Coordinateur ou coordinatrice").fill("Alix Modèle");
            v.page()
                    .locator("[id*=Field_accord] input, input[id*=Field_accord]")
                    .first()
                    .check();
            v.page()
                    .locator("[id*=Field_danger] input, input[id*=Field_danger]")
                    .nth(1)
                    .check();
            v.bouton("Terminer l’étape");
            v.page().waitForURL("**/corbeille**");
            monde.travailler();
            v.aller("/dossiers/" + cfa(personne).numero());
            assertThat(v.page().locator(".acte").innerText()).contains("Préparer la rencontre");
            assertThat(v.texte()).contains("Comment Zoé peut-elle rester chez elle ?");
            v.tenir("conference-dossier");
        }
        assertThat(monde.bean(Corbeille.class).duDossier(cfa(personne).id()))
                .singleElement()
                .matches(t -> t.etape().equals("UserTask_PreparerConference"));
    }

    private DossierVue cfa(PersonneVue personne) {
        return monde.bean(Dossiers.class).dePersonne(personne.id(), ali).stream()
                .filter(d -> d.dispositif().equals("CFA"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void les_delais_se_lisent_par_antenne_sans_nom_de_personne() {
        PersonneVue personne = monde.personne();
        // A day of its own: no other request of this base was known then
        LocalDate seule = DEPART.minusDays(23);
        demandes.ouvrir(personne.id(), null, Canal.GUICHET, seule, Map.of("enfants", 0), ali);
        monde.travailler();
        Agent responsable = monde.responsable();
        try (Visite v = visite(responsable)) {
            v.aller("/").menu("Délais d’orientation");
            assertThat(v.texte())
                    .contains("Orientées en 42 jours (loi)", "Orientées en 45 jours", "Rencontrées en 15 jours")
                    .doesNotContain(personne.nom());
            v.tenir("delais-orientation");
            v.aller("/orientations/delais?du=" + seule + "&au=" + seule);
            assertThat(v.page().locator("td[data-libelle='Demandes']").allInnerTexts())
                    .as("la demande de ce jour, et elle seule")
                    .containsExactly("1");
            assertThat(v.page().locator("#dessin-delais").count())
                    .as("rien à dessiner tant qu'aucun délai n'est connu")
                    .isZero();
        }
    }
}
