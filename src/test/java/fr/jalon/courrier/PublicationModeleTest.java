package fr.jalon.courrier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.jalon.commun.ErreurChamp;
import fr.jalon.commun.SaisieInvalide;
import java.util.List;
import org.junit.jupiter.api.Test;

class PublicationModeleTest {

    private final AtelierCourriers atelier = new AtelierCourriers();

    @Test
    void publie_une_nouvelle_version_et_garde_les_anciennes() {
        ModeleVue v1 = atelier.modeles.courant(CodesCourrier.DESISTEMENT_CONFIRME);
        ModeleVue v2 = atelier.modeles.publier(
                v1.code(), "Titre changé", v1.objet(), v1.corps() + "\nUne phrase de plus.\n", "pilote1");

        assertThat(v2.version()).isEqualTo(2);
        assertThat(v2.fourni()).isFalse();
        assertThat(atelier.modeles.versions(v1.code()))
                .extracting(ModeleVue::version)
                .containsExactly(2, 1);
        assertThat(atelier.modeles.version(v1.code(), 1)).contains(v1);
        assertThat(atelier.evenements).contains(new ModelePublie(v1.code(), 2, "pilote1"));
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
        assertThat(erreurs(() -> atelier.modeles.publier(m.code(), m.titre(), "  ", m.corps(), "pilote1")))
                .extracting(ErreurChamp::champ)
                .containsExactly("objet");
    }

    @Test
    void refuse_un_rejet_sans_motivation() {
        ModeleVue m = atelier.modeles.courant(CodesCourrier.CLASSEMENT_SANS_SUITE);
        String sansMotif = m.corps().replaceAll("(?s)\\{\\{#liste decision.motivation}}.*?\\{\\{/liste}}", "");
        assertThat(erreurs(() -> atelier.modeles.publier(m.code(), m.titre(), m.objet(), sansMotif, "pilote1")))
                .anySatisfy(e -> assertThat(e.message()).contains("Un refus doit dire ses motifs"));
    }

    @Test
    void refuse_un_rejet_sans_voies_de_recours() {
        ModeleVue m = atelier.modeles.courant(CodesCourrier.CLASSEMENT_SANS_SUITE);
        String sansRecours = m.corps().replace("{{mention mention-recours-rsa}}", "");
        assertThat(erreurs(() -> atelier.modeles.publier(m.code(), m.titre(), m.objet(), sansRecours, "pilote1")))
                .anySatisfy(e -> assertThat(e.message()).contains("comment le contester", "tribunal.delai"));
    }

    @Test
    void refuse_un_rejet_dont_les_recours_dependent_d_une_condition() {
        ModeleVue m = atelier.modeles.courant(CodesCourrier.CLASSEMENT_SANS_SUITE);
        String conditionnel = m.corps()
                .replace(
                        "{{mention mention-recours-rsa}}",
                        "{{#si tribunal.site}}{{mention mention-recours-rsa}}{{/si}}");
        assertThat(erreurs(() -> atelier.modeles.publier(m.code(), m.titre(), m.objet(), conditionnel, "pilote1")))
                .anySatisfy(e -> assertThat(e.message()).contains("hors de toute condition"));
    }

    @Test
    void refuse_une_mention_qui_prive_un_refus_de_ses_recours() {
        assertThat(erreurs(() -> atelier.modeles.publier(
                        "mention-recours-rsa", "Recours", "", "Écrivez à {{recours.autorite}}.", "pilote1")))
                .anySatisfy(e -> assertThat(e.message()).contains("Classement sans suite", "tribunal.nom"));
        assertThat(atelier.modeles.versions("mention-recours-rsa")).hasSize(1);
    }

    @Test
    void une_mention_changee_vaut_pour_les_courriers_suivants() {
        ModeleVue mention = atelier.modeles.courant("mention-recours-rsa");
        atelier.modeles.publier(
                mention.code(), mention.titre(), "", mention.corps() + "\nAppelez aussi le médiateur.\n", "pilote1");
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
        ModeleVue neuf = atelier.modeles.creer(
                "convocation-atelier",
                NatureCourrier.INFORMATION,
                "Convocation",
                "votre atelier",
                "{{usager.civilite}},\n\nVenez.",
                "pilote1");
        assertThat(neuf.version()).isEqualTo(1);
        assertThat(erreurs(() -> atelier.modeles.creer(
                        "convocation-atelier", NatureCourrier.INFORMATION, "a", "b", "c", "pilote1")))
                .extracting(ErreurChamp::champ)
                .containsExactly("code");
    }

    @Test
    void un_brouillon_s_essaie_avec_les_exemples_du_catalogue() {
        ModeleVue m = atelier.modeles.courant(CodesCourrier.NOTIFICATION_ACCORD);
        byte[] pdf = atelier.modeles.essayer(m.nature(), m.titre(), m.objet(), m.corps());
        assertThat(AtelierCourriers.suite(pdf)).contains("Zoé Inventée", "651,69 € par mois");
    }

    private List<ErreurChamp> fautes(String corps) {
        return atelier.modeles.verifier(NatureCourrier.INFORMATION, "Titre", "Objet", corps);
    }

    private static List<ErreurChamp> erreurs(Runnable publication) {
        return catchThrowableOfType(SaisieInvalide.class, publication::run).erreurs();
    }
}
