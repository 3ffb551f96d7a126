package fr.jalon.courrier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.jalon.commun.Conflit;
import fr.jalon.commun.ErreurChamp;
import fr.jalon.commun.Interdit;
import fr.jalon.commun.SaisieInvalide;
import java.util.List;
import org.junit.jupiter.api.Test;

class PublicationModeleTest {

    private final AtelierCourriers atelier = new AtelierCourriers();

    @Test
    void publie_une_nouvelle_version_et_garde_les_anciennes() {
        ModeleVue v1 = atelier.modeles.courant(CodesCourrier.DESISTEMENT_CONFIRME);
        ModeleVue v2 = atelier.publier(v1.code(), "Titre changé", v1.objet(), v1.corps() + "\nUne phrase de plus.\n");

        assertThat(v2.version()).isEqualTo(2);
        assertThat(v2.fourni()).isFalse();
        assertThat(atelier.modeles.versions(v1.code()))
                .extracting(ModeleVue::version)
                .containsExactly(2, 1);
        assertThat(atelier.modeles.version(v1.code(), 1)).contains(v1);
        assertThat(atelier.evenements).contains(new ModelePublie(v1.code(), 2, "pilote1", "pilote2"));
    }

    @Test
    void refuse_un_champ_inconnu() {
        assertThat(fautes("{{usager.pointure}}")).anySatisfy(e -> {
            assertThat(e.champ()).isEqualTo("corps");
            assertThat(e.message()).contains("Ligne 1", "usager.pointure", "n'existe pas");
        });
    }

    @Test
    void refuse_une_marque_de_mise_en_page_inconnue() {
        assertThat(fautes("Bonjour\n[petit]\nTexte\n[/petit]"))
                .anySatisfy(e -> assertThat(e.message()).contains("Ligne 2", "[petit]", "n'existe pas"));
    }

    @Test
    void refuse_une_condition_non_fermee() {
        assertThat(fautes("Bonjour\n{{#si pieces}}\nTexte"))
                .anySatisfy(e -> assertThat(e.message()).contains("Ligne 2", "n'est pas fermé", "{{/si}}"));
    }

    @Test
    void refuse_un_champ_de_liste_hors_de_sa_liste_et_une_liste_ecrite_comme_un_champ() {
        assertThat(fautes("{{pieces.libelle}}"))
                .anySatisfy(e -> assertThat(e.message()).contains("{{#liste pieces}}"));
        assertThat(fautes("{{pieces}}")).anySatisfy(e -> assertThat(e.message()).contains("est une liste"));
        assertThat(fautes("{{#liste dossier.numero}}x{{/liste}}"))
                .anySatisfy(e -> assertThat(e.message()).contains("n'est pas une liste"));
    }

    @Test
    void refuse_un_objet_vide() {
        ModeleVue m = atelier.modeles.courant(CodesCourrier.DESISTEMENT_CONFIRME);
        assertThat(erreurs(() -> atelier.publier(m.code(), m.titre(), "  ", m.corps())))
                .extracting(ErreurChamp::champ)
                .containsExactly("objet");
    }

    @Test
    void refuse_un_rejet_sans_motivation() {
        ModeleVue m = atelier.modeles.courant(CodesCourrier.CLASSEMENT_SANS_SUITE);
        String sansMotif = m.corps().replaceAll("(?s)\\{\\{#liste decision.motivation}}.*?\\{\\{/liste}}", "");
        assertThat(erreurs(() -> atelier.publier(m.code(), m.titre(), m.objet(), sansMotif)))
                .anySatisfy(e -> assertThat(e.message()).contains("Un refus doit dire ses motifs"));
    }

    @Test
    void refuse_un_rejet_sans_voies_de_recours() {
        ModeleVue m = atelier.modeles.courant(CodesCourrier.CLASSEMENT_SANS_SUITE);
        String sansRecours = m.corps().replace("{{mention mention-recours-rsa}}", "");
        assertThat(erreurs(() -> atelier.publier(m.code(), m.titre(), m.objet(), sansRecours)))
                .anySatisfy(e -> assertThat(e.message()).contains("comment le contester", "tribunal.delai"));
    }

    @Test
    void refuse_un_rejet_dont_les_recours_dependent_d_une_condition() {
        ModeleVue m = atelier.modeles.courant(CodesCourrier.CLASSEMENT_SANS_SUITE);
        String conditionnel = m.corps()
                .replace(
                        "{{mention mention-recours-rsa}}",
                        "{{#si tribunal.site}}{{mention mention-recours-rsa}}{{/si}}");
        assertThat(erreurs(() -> atelier.publier(m.code(), m.titre(), m.objet(), conditionnel)))
                .anySatisfy(e -> assertThat(e.message()).contains("hors de toute condition"));
    }

    @Test
    void refuse_une_mention_qui_prive_un_refus_de_ses_recours() {
        assertThat(erreurs(
                        () -> atelier.publier("mention-recours-rsa", "Recours", "", "Écrivez à {{recours.autorite}}.")))
                .anySatisfy(e -> assertThat(e.message()).contains("Classement sans suite", "tribunal.nom"));
        assertThat(atelier.modeles.versions("mention-recours-rsa")).hasSize(1);
    }

    @Test
    void une_mention_changee_vaut_pour_les_courriers_suivants() {
        ModeleVue mention = atelier.modeles.courant("mention-recours-rsa");
        atelier.publier(mention.code(), mention.titre(), "", mention.corps() + "\nAppelez aussi le médiateur.\n");
        CourrierVue courrier = atelier.courriers.produire(PersonnesInventees.tousLesCourriers()
                .filter(d -> d.modele().equals(CodesCourrier.CLASSEMENT_SANS_SUITE))
                .findFirst()
                .orElseThrow());
        assertThat(courrier.mentions()).contains("mention-recours-rsa:2", "mention-droit-erreur:1");
        assertThat(AtelierCourriers.suite(atelier.courriers.octets(courrier.id())))
                .contains("Appelez aussi le médiateur.");
    }

    @Test
    void cree_un_courrier_nouveau_et_refuse_un_nom_deja_pris() {
        creer("convocation-atelier", NatureCourrier.INFORMATION, "{{usager.civilite}},\n\nVenez.");
        atelier.brouillons.soumettre("convocation-atelier", AtelierCourriers.PILOTE);
        ModeleVue neuf = atelier.brouillons.approuver("convocation-atelier", 0, AtelierCourriers.SECOND);

        assertThat(neuf.version()).isEqualTo(1);
        assertThat(neuf.approuvePar()).isEqualTo("pilote2");
        assertThat(erreurs(() -> creer("convocation-atelier", NatureCourrier.INFORMATION, "c")))
                .extracting(ErreurChamp::champ)
                .containsExactly("code");
    }

    @Test
    void un_courrier_nouveau_informe_seulement_quoi_que_choisisse_son_auteur() {
        assertThat(erreurs(() -> creer("refus-local", NatureCourrier.REFUS, "Non.")))
                .extracting(ErreurChamp::champ)
                .containsExactly("nature");
        assertThat(erreurs(() -> creer("refus-local", NatureCourrier.INFORMATION, "{{decision.auteur}} refuse.")))
                .anySatisfy(e -> assertThat(e.message()).contains("l'étape", "Qui a décidé"));
    }

    @Test
    void refuse_un_champ_que_l_etape_ne_sait_pas_remplir_meme_dans_une_condition() {
        ModeleVue m = atelier.modeles.courant(CodesCourrier.DESISTEMENT_CONFIRME);
        String impossible = m.corps() + "\n{{#si rdv.date}}Le {{rdv.date}}.{{/si}}\n";
        assertThat(erreurs(() -> atelier.publier(m.code(), m.titre(), m.objet(), impossible)))
                .anySatisfy(
                        e -> assertThat(e.message()).contains("ne connaît pas « Jour du rendez-vous »", "rdv.date"));
    }

    @Test
    void les_mentions_obligatoires_suivent_l_acte_et_non_la_nature() {
        ModeleVue orientation = atelier.modeles.courant(CodesCourrier.NOTIFICATION_ORIENTATION);
        assertThat(orientation.nature()).isEqualTo(NatureCourrier.INFORMATION);
        String sansRecours = orientation.corps().replace("{{mention mention-recours-rsa}}", "");
        assertThat(erreurs(() ->
                        atelier.publier(orientation.code(), orientation.titre(), orientation.objet(), sansRecours)))
                .anySatisfy(e -> assertThat(e.message()).contains("comment le contester"));
    }

    @Test
    void qui_ecrit_n_approuve_pas_et_un_refus_dit_pourquoi() {
        ModeleVue m = atelier.modeles.courant(CodesCourrier.DESISTEMENT_CONFIRME);
        BrouillonVue b = atelier.brouillons.ecrire(
                m.code(), null, "Titre", m.objet(), m.corps(), m.version(), null, AtelierCourriers.PILOTE);
        assertThat(atelier.modeles.courant(m.code())).isEqualTo(m);
        assertThatThrownBy(() -> atelier.brouillons.approuver(m.code(), b.ligne(), AtelierCourriers.SECOND))
                .isInstanceOf(Conflit.class);
        atelier.brouillons.soumettre(m.code(), AtelierCourriers.PILOTE);
        assertThatThrownBy(() -> atelier.brouillons.approuver(m.code(), b.ligne(), AtelierCourriers.PILOTE))
                .isInstanceOf(Conflit.class)
                .hasMessageContaining("une autre personne");
        assertThat(erreurs(() -> atelier.brouillons.refuser(m.code(), b.ligne(), " ", AtelierCourriers.SECOND)))
                .extracting(ErreurChamp::champ)
                .containsExactly("motif");
        atelier.brouillons.refuser(m.code(), b.ligne(), "Le titre ne dit rien.", AtelierCourriers.SECOND);
        assertThat(atelier.brouillons.de(m.code()).orElseThrow())
                .extracting(BrouillonVue::etat, BrouillonVue::motifRefus)
                .containsExactly(BrouillonVue.Etat.BROUILLON, "Le titre ne dit rien.");
    }

    @Test
    void seul_un_pilote_ecrit_ou_approuve() {
        ModeleVue m = atelier.modeles.courant(CodesCourrier.DESISTEMENT_CONFIRME);
        assertThatThrownBy(() -> atelier.brouillons.ecrire(
                        m.code(),
                        null,
                        m.titre(),
                        m.objet(),
                        m.corps(),
                        m.version(),
                        null,
                        AtelierCourriers.RESPONSABLE))
                .isInstanceOf(Interdit.class);
    }

    @Test
    void deux_pilotes_ne_s_ecrasent_pas_et_une_version_entree_entre_temps_se_dit() {
        ModeleVue m = atelier.modeles.courant(CodesCourrier.DESISTEMENT_CONFIRME);
        atelier.brouillons.ecrire(
                m.code(), null, "Titre", m.objet(), m.corps(), m.version(), null, AtelierCourriers.PILOTE);
        assertThatThrownBy(() -> atelier.brouillons.ecrire(
                        m.code(), null, "Autre", m.objet(), m.corps(), m.version(), null, AtelierCourriers.SECOND))
                .isInstanceOf(Conflit.class)
                .hasMessageContaining("pilote1");
        atelier.brouillons.abandonner(m.code(), AtelierCourriers.PILOTE);
        atelier.publier(m.code(), "Titre 2", m.objet(), m.corps());
        assertThatThrownBy(() -> atelier.brouillons.ecrire(
                        m.code(), null, "Autre", m.objet(), m.corps(), m.version(), null, AtelierCourriers.SECOND))
                .isInstanceOf(Conflit.class)
                .hasMessageContaining("entrée en service");
    }

    @Test
    void l_apercu_ressemble_au_courrier_de_son_modele() {
        ModeleVue m = atelier.modeles.courant(CodesCourrier.CLASSEMENT_SANS_SUITE);
        byte[] pdf = atelier.modeles.essayer(m.code(), m.nature(), m.titre(), m.objet(), m.corps());
        assertThat(AtelierCourriers.suite(pdf))
                .contains(
                        "CCAS (centre communal d’action sociale) de Rennes",
                        "les documents demandés",
                        "Projet, non signé")
                .doesNotContain("Vous avez 23 ans");
    }

    private void creer(String code, NatureCourrier nature, String corps) {
        atelier.brouillons.ecrire(
                code, nature, "Convocation", "votre atelier", corps, 0, null, AtelierCourriers.PILOTE);
    }

    @Test
    void un_brouillon_s_essaie_avec_les_exemples_du_catalogue() {
        ModeleVue m = atelier.modeles.courant(CodesCourrier.NOTIFICATION_ACCORD);
        byte[] pdf = atelier.modeles.essayer(m.code(), m.nature(), m.titre(), m.objet(), m.corps());
        assertThat(AtelierCourriers.suite(pdf)).contains("Zoé Inventée", "651,69 € par mois");
    }

    private List<ErreurChamp> fautes(String corps) {
        return atelier.modeles.verifier("convocation-atelier", NatureCourrier.INFORMATION, "Titre", "Objet", corps);
    }

    private static List<ErreurChamp> erreurs(Runnable publication) {
        return catchThrowableOfType(SaisieInvalide.class, publication::run).erreurs();
    }
}
