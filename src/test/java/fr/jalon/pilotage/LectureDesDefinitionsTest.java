package fr.jalon.pilotage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The file of an indicator, right or refused with its line. */
class LectureDesDefinitionsTest {

    private static final List<String> BON = List.of(
            "# commentaire",
            "code: ORIENTATION",
            "libelle: Orientées à temps",
            "mesure: DELAI",
            "depuis: CONNUE",
            "jusqua: ORIENTEE",
            "delai: 1 MOIS",
            "population: ORI",
            "exclusions: DECES, DOUBLON",
            "article: un article",
            "responsable: quelqu’un",
            "objectif: 2027-01-01 90",
            "objectif: 2026-01-01 80");

    private static Definition lire(List<String> lignes) {
        return LectureDesDefinitions.lire("un.txt", lignes, Set.of("CONNUE", "ORIENTEE"), Set.of("ORI"));
    }

    private static List<String> avec(int ligne, String texte) {
        List<String> lignes = new ArrayList<>(BON);
        lignes.set(ligne - 1, texte);
        return lignes;
    }

    @Test
    void un_fichier_juste_dit_tout_de_son_indicateur() {
        Definition d = lire(BON);
        assertThat(d.exclusions()).containsExactlyInAnyOrder("DECES", "DOUBLON");
        assertThat(d.objectif(LocalDate.of(2025, 12, 31))).isNull();
        assertThat(d.objectif(LocalDate.of(2026, 6, 1))).isEqualTo(80);
        assertThat(d.objectif(LocalDate.of(2027, 1, 1))).isEqualTo(90);
        Map<String, LocalDate> faits = Map.of("CONNUE", LocalDate.of(2026, 1, 31));
        assertThat(d.mesure().echeance(faits)).isEqualTo(LocalDate.of(2026, 2, 28));
        assertThat(d.mesure().fait(faits)).isNull();
        assertThat(d.mesure().echeance(Map.of())).isNull();
    }

    @Test
    void ce_qui_est_faux_est_refuse_avec_le_fichier_et_la_ligne() {
        refuse(2, "code: petit", "majuscules");
        refuse(3, "libelé: x", "n'est pas une clé");
        refuse(3, "libelle:", "n'a pas de valeur");
        refuse(4, "mesure: MAGIE", "mesure inconnue");
        refuse(5, "depuis: JAMAIS", "fait inconnu");
        refuse(7, "delai: bientôt", "un nombre et une unité");
        refuse(7, "delai: -1 JOURS", "un nombre et une unité");
        refuse(7, "delai: 3 LUNES", "un nombre et une unité");
        refuse(8, "population: XYZ", "population inconnue");
        refuse(9, "exclusions: FATIGUE", "n'est pas la fin d'un dossier");
        refuse(12, "objectif: demain 80", "un objectif est un jour");
        refuse(12, "objectif: 2026-01-01 180", "un objectif est un jour");
        refuse(11, "code: AUTRE", "deux fois");
    }

    private static void refuse(int ligne, String texte, String dit) {
        assertThatThrownBy(() -> lire(avec(ligne, texte)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("un.txt, ligne " + ligne + " : ")
                .hasMessageContaining(dit);
    }

    @Test
    void ce_qui_manque_est_dit() {
        assertThatThrownBy(() -> lire(avec(11, "# rien"))).hasMessageContaining("il manque « responsable »");
    }
}
