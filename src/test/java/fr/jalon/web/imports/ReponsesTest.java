package fr.jalon.web.imports;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.web.commun.Vues.Choix;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who is chosen is named in the answer itself: nobody has to look for a reference in a sentence. */
class ReponsesTest {

    private static final String ALI =
            "Ali Exemple, né le 2 novembre 1979, 1 place du Modèle (bât. B), 0611223301 (même nom et même"
                    + " date de naissance, mais une autre adresse ou un autre contact (adresse) ; référence 1234abcd)";
    private static final String AUTRE =
            "Ali Exemple, né le 2 novembre 1979, 9 rue Ailleurs (même nom et même date de naissance ; référence 99990000)";

    @Test
    void une_seule_personne_se_confirme_par_son_nom_et_son_adresse() {
        List<Choix> choix = LigneController.reponses(
                "Est-ce la même personne ? " + ALI + ". Rien n'est écrit avant votre réponse : oui si c'est elle.");
        assertThat(choix).extracting(Choix::valeur).containsExactly("oui", "non");
        assertThat(choix.get(0).libelle())
                .isEqualTo("C’est Ali Exemple, né le 2 novembre 1979, 1 place du Modèle (bât. B), 0611223301");
        assertThat(choix.get(0).aide()).startsWith("Même nom et même date").endsWith("complète sa fiche.");
    }

    @Test
    void deux_personnes_se_distinguent_dans_les_reponses() {
        for (String tete :
                List.of("Est-ce la même personne ? ", "Écrivez la référence de l'une de ces personnes, ou non : ")) {
            List<Choix> choix = LigneController.reponses(tete + ALI + " ; " + AUTRE + ".");
            assertThat(choix).extracting(Choix::valeur).containsExactly("1234abcd", "99990000", "non");
            assertThat(choix.get(1).libelle()).contains("9 rue Ailleurs").doesNotContain("référence");
            assertThat(choix.get(1).aide()).contains("99990000", "même nom");
        }
    }

    @Test
    void sans_personne_nommee_la_reponse_reste_possible() {
        assertThat(LigneController.reponses("Personne de connu ne ressemble à cette ligne : videz cette case."))
                .extracting(Choix::valeur)
                .containsExactly("oui", "non");
        assertThat(LigneController.reponses(null)).isEmpty();
    }
}
