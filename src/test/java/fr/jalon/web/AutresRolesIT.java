package fr.jalon.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Locator;
import fr.jalon.agent.Agent;
import fr.jalon.agent.Antenne;
import fr.jalon.agent.Antennes;
import fr.jalon.agent.Comptes;
import fr.jalon.agent.Role;
import fr.jalon.commun.Page;
import fr.jalon.courrier.Courriers;
import fr.jalon.courrier.ModeleVue;
import fr.jalon.courrier.ModelesCourrier;
import fr.jalon.dispositif.Anomalies;
import fr.jalon.dispositif.Envois;
import fr.jalon.dossier.DossierVue;
import fr.jalon.dossier.Dossiers;
import fr.jalon.essais.EssaiConfiguration;
import fr.jalon.essais.EssaiDEcran;
import fr.jalon.essais.JalonIT;
import fr.jalon.essais.Monde;
import fr.jalon.navigateur.Ecran;
import fr.jalon.usager.FichePersonne;
import fr.jalon.usager.PersonneVue;
import fr.jalon.usager.Personnes;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** The front desk, the administrator, the DPO, the process owner: one journey each, on every screen that they have. */
@JalonIT
class AutresRolesIT extends EssaiDEcran {

    @Test
    void l_accueil_cree_une_personne_apres_avoir_compare_les_ressemblances_puis_depose_sa_demande() {
        monde.instructeur();
        PersonneVue connue = seuleDeSonNom();
        try (Visite v = visite(monde.agent(Role.ACCUEIL, "KLEBER"))) {
            v.tenir("accueil-accueil");
            v.page().fill("#accueil-mots", "23/08/1979");
            v.bouton("Chercher la personne");
            v.tenir("usagers");
            v.aller("/usagers/nouvelle").tenir("nouvelle-personne");
            v.bouton("Créer la fiche");
            v.refusAttendu(422).tenir("nouvelle-personne-refusee");
            remplir(v, connue);
            long avant = nombre(connue.nom());
            v.bouton("Créer la fiche");
            v.page().locator("#doublons").waitFor();
            assertThat(nombre(connue.nom()))
                    .as("rien n'est écrit avant la comparaison")
                    .isEqualTo(avant);
            assertThat(v.page().inputValue("#champ-adresse")).isEqualTo("3 allée Imaginaire");
            v.tenir("doublons").illustrer("doublons", "#doublons");
            v.page().getByLabel("J’ai comparé : c’est une autre personne").check();
            v.bouton("Créer malgré la ressemblance");
            v.page().getByText("est créée").waitFor();
            ajouterAuFoyer(v);
            v.tenir("personne");
            demander(v);
        }
    }

    /** Nobody else of the base looks like her: the comparison shows one clear pair. */
    private PersonneVue seuleDeSonNom() {
        return monde.bean(Personnes.class)
                .creer(
                        new FichePersonne(
                                "MME",
                                "Quemeneur",
                                "Zoé",
                                LocalDate.of(1979, 8, 23),
                                "12 allée Imaginaire\n35000 Rennes",
                                "Q1",
                                "02 99 00 47 12",
                                null,
                                "fr",
                                null),
                        monde.instructeur());
    }

    private static void remplir(Visite v, PersonneVue connue) {
        v.page().getByLabel("Madame").check();
        v.page().fill("#champ-nom", connue.nom());
        v.page().fill("#champ-prenoms", "Zoé");
        v.page().fill("#champ-dateNaissance", "1979-08-23");
        v.page().fill("#champ-adresse", "3 allée Imaginaire");
        v.page().selectOption("#champ-quartier", "Q1");
    }

    private static void ajouterAuFoyer(Visite v) {
        v.presser("text=Ajouter une personne au foyer");
        v.page().selectOption("#champ-foyer-lien", "ENFANT");
        v.page().fill("#champ-foyer-prenoms", "Noé");
        v.page().fill("#champ-foyer-dateNaissance", "2019-02-01");
        v.bouton("Ajouter au foyer");
        v.page().getByText("Le foyer est à jour").waitFor();
        v.presser("text=Noter un consentement");
        v.page().fill("#champ-consentement-objet", "Coordonnées et projet");
        v.page().fill("#champ-consentement-destinataire", "Mission locale");
        v.page().fill("#champ-consentement-finalite", "Prendre un premier rendez-vous.");
        v.bouton("Noter le consentement");
        v.page().getByText("Le consentement est noté").waitFor();
    }

    private void demander(Visite v) {
        v.presser("text=Nouvelle demande de RSA");
        assertThat(v.page().inputValue("[name='enfants[0].dateNaissance']"))
                .as("l'enfant vient du foyer")
                .isEqualTo("2019-02-01");
        v.tenir("demande-rsa");
        v.page().selectOption("[name='adultes[0].lignes[0].type']", "SALAIRE_NET");
        v.page().fill("[name='adultes[0].lignes[0].mois1']", "beaucoup");
        v.bouton("Déposer la demande");
        assertThat(v.texte()).contains("Écrivez un nombre en chiffres", "Indiquez la nationalité");
        assertThat(v.page().inputValue("[name='adultes[0].lignes[0].mois1']")).isEqualTo("beaucoup");
        v.refusAttendu(422).tenir("demande-rsa-refusee");
        v.page().fill("[name='adultes[0].lignes[0].mois1']", "412,50");
        v.presser("button[value='ajouter:adultes[0].lignes']");
        assertThat(v.page().inputValue("[name='adultes[0].lignes[0].mois1']")).isEqualTo("412,50");
        v.presser("button[value='retirer:adultes[0].lignes:1']");
        v.page().selectOption("[name='adultes[0].nationalite']", "FR");
        v.page().locator("[name='adultes[0].residenceStable'][value='oui']").check();
        v.page().selectOption("[name='logement.statut']", "LOCATAIRE");
        v.page().fill("[name='logement.aideLogementMensuelle']", "210");
        v.bouton("Déposer la demande");
        v.page().waitForURL("**/dossiers/RSA-**");
        assertThat(v.texte())
                .contains(
                        "Salaire net de mars 2026 : 412,50",
                        "1 enfant (naissance le 1er février 2019)",
                        "La demande est déposée");
        String numero = v.page().url().replaceAll(".*/", "");
        assertThat(monde.bean(Dossiers.class)
                        .parNumero(numero, monde.instructeur())
                        .antenne())
                .isEqualTo("KLEBER");
    }

    private long nombre(String nom) {
        Page<PersonneVue> trouvees = monde.bean(Personnes.class).rechercher(nom, 0, 20, monde.instructeur());
        return trouvees.total();
    }

    @Test
    void l_administrateur_tient_les_comptes_les_antennes_et_releve_ce_qui_est_arrete() {
        monde.instructeur();
        monde.bean(Anomalies.class).signaler("essai", "Un contrôle a trouvé un écart.");
        try (Visite v = visite(monde.agent("admin.essai", Role.ADMIN, null))) {
            v.tenir("accueil-admin");
            v.aller("/administration/comptes").tenir("comptes");
            v.aller("/administration/comptes/nouveau").tenir("nouveau-compte");
            v.page().fill("#champ-identifiant", "Nouveau !");
            v.page().fill("#champ-prenom", "Lou");
            v.bouton("Créer le compte");
            assertThat(v.page().inputValue("#champ-identifiant")).isEqualTo("Nouveau !");
            v.refusAttendu(422).tenir("nouveau-compte-refuse");
            v.page().fill("#champ-identifiant", "lou.essai");
            v.page().fill("#champ-nom", "Prétexte");
            v.page().fill("#champ-qualite", "instructrice RSA");
            v.page().getByLabel("Instructeur ou instructrice").check();
            v.page().selectOption("#champ-antenne", "KLEBER");
            v.page().fill("#champ-motDePasse", "un-premier-mot-long-2026");
            v.bouton("Créer le compte");
            v.page().getByText("est créé").waitFor();
            v.aller("/administration/comptes/lou.essai").tenir("compte-admin");
            v.page().getByLabel("Ce compte peut se connecter").uncheck();
            v.bouton("Enregistrer le compte");
            v.page().getByText("est à jour").waitFor();
            assertThat(monde.bean(Comptes.class).tous())
                    .anyMatch(c -> c.agent().identifiant().equals("lou.essai") && !c.actif());

            v.aller("/administration/antennes").tenir("antennes");
            v.aller("/administration/antennes/KLEBER").tenir("antenne");
            v.page().fill("#champ-telephone", "02 99 11 22 33");
            v.bouton("Enregistrer l’antenne");
            v.page().getByText("L’antenne est à jour").waitFor();
            Antenne kleber = monde.bean(Antennes.class).parCode("KLEBER");
            assertThat(kleber.telephone()).isEqualTo("02 99 11 22 33");

            v.aller("/administration/antennes");
            v.presser("li:has-text('GROS_CHENE') a");
            v.bouton("Enregistrer l’antenne");
            v.refusAttendu(422).tenir("antenne-a-ouvrir");
            v.page().fill("#champ-nom", "Espace Inventé du Chêne");
            v.page().fill("#champ-adresse", "5 square du Mirage");
            v.page().fill("#champ-codePostal", "35700");
            v.page().fill("#champ-commune", "Rennes");
            v.page().fill("#champ-telephone", "02 99 00 00 05");
            v.page().fill("#champ-horaires", "du lundi au vendredi, de 9 h à 12 h");
            v.bouton("Enregistrer l’antenne");
            v.page().getByText("L’antenne est à jour").waitFor();
            assertThat(monde.bean(Antennes.class).parCode("GROS_CHENE").nom()).isEqualTo("Espace Inventé du Chêne");

            v.aller("/administration/incidents").tenir("incidents");
            v.bouton("Clore");
            v.page().getByText("L’anomalie est close").waitFor();
            v.bouton("Comparer maintenant");
            v.page().getByText("exactement les tâches en cours").waitFor();
            v.bouton("Reconstruire");
            v.page().getByText("La corbeille est reconstruite").waitFor();
        }
    }

    @Test
    void l_administrateur_lit_pourquoi_une_etape_est_arretee_puis_la_relance() {
        monde.travailler();
        ModeleVue bon = monde.bean(ModelesCourrier.class).courant("accuse-reception");
        monde.publierModele("accuse-reception", bon.corps() + "\n{{#liste piecesRecues}}\n- x\n{{/liste}}\n");
        DossierVue dossier;
        try {
            dossier = monde.demande();
            for (int essai = 0; essai < 5; essai++) {
                assertThatThrownBy(() -> monde.travailler()).hasMessageContaining("piecesRecues");
                horloge.avancer(Duration.ofHours(2));
            }
        } finally {
            horloge.regler(EssaiConfiguration.DEPART);
            monde.publierModele("accuse-reception", bon.corps());
        }
        try (Visite v = visite(monde.agent("admin.essai", Role.ADMIN, null))) {
            v.presser("a:has-text('Voir les incidents')");
            v.page().waitForURL("**/administration/incidents");
            Locator incident = v.page().locator(".incident:has-text('" + dossier.numero() + "')");
            assertThat(incident.innerText())
                    .contains("Accuser réception", "il manque", "Documents reçus", "corrigez la cause");
            v.tenir("incidents-arret").illustrer("incidents");
            incident.getByText("Relancer").click();
            v.page().getByText("L’étape est relancée").waitFor();
            monde.travailler();
            v.aller("/administration/incidents");
            assertThat(v.texte()).doesNotContain(dossier.numero());
        }
        assertThat(monde.bean(Courriers.class).parDossier(dossier.id())).hasSize(1);
    }

    @Test
    void l_administrateur_lit_ce_qui_n_a_pas_pu_etre_remis_et_l_essaie() {
        DossierVue dossier = monde.demande();
        JdbcTemplate jdbc = monde.bean(JdbcTemplate.class);
        monde.bean(Envois.class)
                .deposer(new Envois.AEnvoyer(
                        "autres-roles", dossier.id(), "CAF", "ESSAI", "demande-" + dossier.numero() + ".json", "{}"));
        jdbc.update(
                "update envoi set essais = 7, erreur = '/echanges/CAF: No space left on device', prochain_essai = ?"
                        + " where cle_unique = 'autres-roles'",
                java.sql.Timestamp.from(horloge.instant().plus(Duration.ofHours(6))));
        try (Visite v = visite(monde.agent("admin.essai", Role.ADMIN, null))) {
            v.aller("/administration/incidents");
            assertThat(v.texte())
                    .contains(
                            "À remettre à CAF, dossier " + dossier.numero(),
                            "7 essais sans y parvenir",
                            "prochain essai");
            v.tenir("incidents-envois");
            v.bouton("Essayer maintenant");
            v.page().getByText("Le fichier est essayé dans quelques secondes").waitFor();
            assertThat(v.texte()).contains("nouvel essai dans quelques secondes");
        } finally {
            jdbc.update("delete from envoi where cle_unique = 'autres-roles'");
        }
    }

    @Test
    void le_dpo_cherche_dans_le_journal_et_verifie_qu_il_est_entier() {
        monde.demande();
        try (Visite v = visite(monde.agent("dpo.essai", Role.DPO, null))) {
            v.tenir("accueil-dpo");
            v.aller("/journal").tenir("journal");
            v.page().fill("#qui", "dpo.essai");
            v.presser(".barre-filtres button");
            assertThat(v.page().url()).doesNotContain("dpo.essai");
            assertThat(v.texte()).contains("Connexion");
            v.bouton("Vérifier maintenant");
            // Other tests of the same base seal, and forge, before this one; DixFinsIT asks for whole chains on its own
            // base
            v.page()
                    .getByText(
                            Pattern.compile(
                                    "Aucune entrée n’est encore scellée|Toutes les chaînes sont intactes|Une chaîne au moins|Rien n’est altéré"))
                    .waitFor();
            v.tenir("journal-verifie");
            monde.bean(JdbcTemplate.class)
                    .update("insert into journal_tete (chaine, seq, empreinte) values ('ESSAI', 4, repeat('0', 64))");
            v.bouton("Vérifier maintenant");
            v.page()
                    .getByText("Chaîne disparue : la fin de la chaîne a été coupée")
                    .waitFor();
            v.tenir("journal-altere");
            monde.bean(JdbcTemplate.class).update("delete from journal_tete where chaine = 'ESSAI'");
        }
    }

    @Test
    void le_pilote_corrige_un_modele_le_voit_imprime_et_un_autre_met_la_version_suivante_en_service() {
        try (Visite v = visite(monde.agent("pilote.essai", Role.PILOTE, null))) {
            v.tenir("accueil-pilote");
            v.aller("/modeles-de-courrier").tenir("modeles");
            v.page().getByText("Demande de documents").first().click();
            images(v).tenir("modele");
            v.presser("text=Écrire la version suivante");
            v.tenir("modele-modification");
            String corps = v.page().inputValue("#champ-corps");
            v.page().fill("#champ-corps", corps.replace("{{delai.duree}}", "{{delai.inconnu}}"));
            v.bouton("Soumettre à une autre personne");
            assertThat(v.texte()).contains("le champ « delai.inconnu » n'existe pas", "Ligne ");
            assertThat(v.page().inputValue("#champ-corps")).contains("{{delai.inconnu}}");
            v.refusAttendu(422).tenir("modele-refuse");
            v.page().fill("#champ-corps", corps + "\n\nÀ bientôt.\n");
            v.bouton("Voir le résultat imprimé");
            v.page().locator("#apercu img").first().waitFor();
            images(v).tenir("modele-apercu");
            v.bouton("Soumettre à une autre personne");
            v.page().getByText("Le brouillon est soumis").waitFor();
        }
        try (Visite v = visite(monde.agent("pilote.relit", Role.PILOTE, null))) {
            v.aller("/modeles-de-courrier/demande-pieces/brouillon");
            v.bouton("Approuver et mettre en service");
            v.page().getByText("est en service").waitFor();
        }
        assertThat(monde.bean(ModelesCourrier.class).courant("demande-pieces").corps())
                .contains("À bientôt.");
    }

    @Test
    void chacun_change_son_mot_de_passe_et_fait_un_jeton_montre_une_fois() {
        Agent agent = monde.agent("instructeur.jeton", Role.INSTRUCTEUR, "KLEBER");
        try (Visite v = visite(agent)) {
            v.aller("/compte").tenir("compte");
            v.page().fill("#champ-actuel", "pas le bon du tout");
            v.page().fill("#champ-nouveau", "une-autre-phrase-2026");
            v.page().fill("#champ-confirmation", "une-autre-phrase-2026");
            v.bouton("Changer le mot de passe");
            v.refusAttendu(422);
            assertThat(v.texte()).contains("Le mot de passe actuel n'est pas le bon.");
            v.page().fill("#champ-libelle", "Import du lundi");
            v.page().fill("#champ-motDePasse", Monde.MOT_DE_PASSE);
            v.bouton("Créer un jeton");
            assertThat(v.page().locator("#jeton-neuf").textContent()).startsWith("jalon_");
            v.tenir("compte-jeton");
            v.aller("/compte");
            assertThat(v.page().locator("#jeton-neuf").count()).isZero();
            v.bouton("Retirer");
            v.page().getByText("Le jeton ne permet plus rien").waitFor();
            v.bouton("Se déconnecter");
            v.page().getByText("Vous êtes déconnecté").waitFor();
            v.tenir("au-revoir");
        }
    }

    @Test
    void l_entree_dit_pourquoi_elle_refuse_et_combien_de_temps_attendre() {
        Agent agent = monde.agent("instructeur.oubli", Role.INSTRUCTEUR, "KLEBER");
        try (Ecran ecran = navigateur.ecran()) {
            for (int essai = 0; essai < 5; essai++) {
                ecran.aller("http://127.0.0.1:" + port + "/connexion");
                ecran.page().fill("#identifiant", agent.identifiant());
                ecran.page().fill("#motDePasse", "pas-le-bon-" + essai);
                ecran.page().locator(".btn-primary").click();
                ecran.page().locator(".message").waitFor();
                if (essai == 0) {
                    assertThat(ecran.page().locator(".message").textContent()).contains("ne convient pas");
                    assertThat(ecran.page().inputValue("#identifiant")).isEqualTo(agent.identifiant());
                    ecran.capturer("connexion-refusee").verifierTout();
                }
            }
            assertThat(ecran.page().locator(".message").textContent()).contains("Attendez 5 secondes");
        } finally {
            monde.bean(JdbcTemplate.class).update("delete from tentative");
        }
    }

    @Test
    void les_roles_sans_ecran_lisent_ce_qui_existe_pour_eux() {
        for (Role role : List.of(Role.MANAGER, Role.JURY, Role.RESPONSABLE_DISPOSITIFS)) {
            try (Visite v = visite(monde.agent(role.name().toLowerCase(java.util.Locale.ROOT) + ".seul", role, null))) {
                v.tenir("accueil-" + role.name().toLowerCase(java.util.Locale.ROOT));
                assertThat(v.page().locator("h1").textContent()).startsWith("Bonjour");
            }
        }
    }

    private static Visite images(Visite v) {
        v.page().evaluate("Promise.all([...document.images].map((i) => i.decode())).then(() => true)");
        return v;
    }
}
