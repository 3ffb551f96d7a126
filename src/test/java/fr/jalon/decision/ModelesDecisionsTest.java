package fr.jalon.decision;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.essais.ModelesDuDepot;
import fr.jalon.rsa.parcours.MotifsRsa;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.model.dmn.HitPolicy;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.OutputEntry;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Shape of every file of {@code decisions/}: names, ids, annotations, and a text for each reason. */
class ModelesDecisionsTest {

    private static final MoteurDecisionFichiers MOTEUR = new MoteurDecisionFichiers();
    private static final Pattern CLE = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    static List<String> cles() {
        return MOTEUR.cles();
    }

    @Test
    void chaque_fichier_porte_le_nom_de_sa_decision() {
        List<String> noms = ModelesDuDepot.sous(MoteurDecisionFichiers.DOSSIER).stream()
                .map(f -> f.getFileName().toString().replace(".dmn", ""))
                .sorted()
                .toList();
        assertThat(noms)
                .isEqualTo(MOTEUR.principales())
                .allMatch(n -> CLE.matcher(n).matches());
    }

    @ParameterizedTest
    @MethodSource("cles")
    void la_decision_est_nommee_gardee_cinq_ans_et_de_regle_permise(String cle) {
        assertThat(MOTEUR.decision(cle).getName()).isNotBlank();
        assertThat(MOTEUR.decision(cle).getCamundaHistoryTimeToLiveString()).isEqualTo("P1825D");
        assertThat(MOTEUR.modele(cle).getHitPolicy()).isIn(HitPolicy.UNIQUE, HitPolicy.COLLECT);
    }

    @ParameterizedTest
    @MethodSource("cles")
    void les_colonnes_ont_un_libelle_et_un_identifiant_tire_de_la_variable(String cle) {
        DecisionTable table = MOTEUR.modele(cle);
        for (Input entree : table.getInputs()) {
            String variable = entree.getInputExpression().getText().getTextContent();
            assertThat(variable).matches("[a-z][A-Za-z0-9]*");
            // Two tables of one diagram may read the same fact, and an id is the file's
            assertThat(entree.getId())
                    .startsWith("Input_" + variable.substring(0, 1).toUpperCase(java.util.Locale.ROOT)
                            + variable.substring(1));
            assertThat(entree.getLabel()).isNotBlank();
        }
        for (Output sortie : table.getOutputs()) {
            assertThat(sortie.getName()).matches("[a-z][A-Za-z0-9]*");
            assertThat(sortie.getLabel()).isNotBlank();
        }
    }

    @ParameterizedTest
    @MethodSource("cles")
    void chaque_regle_a_un_identifiant_nomme_et_cite_sa_source(String cle) {
        Set<String> vus = new HashSet<>();
        for (Rule regle : MOTEUR.modele(cle).getRules()) {
            assertThat(regle.getId()).matches("Rule_[A-Z][A-Za-z0-9]*");
            assertThat(vus.add(regle.getId())).as(regle.getId()).isTrue();
            assertThat(regle.getDescription().getTextContent())
                    .as(regle.getId())
                    .isNotBlank();
        }
    }

    @Test
    void chaque_motif_utilise_a_un_texte_et_chaque_texte_sert() {
        Set<String> utilises = new TreeSet<>();
        for (String cle : cles()) {
            utilises.addAll(valeurs(cle, "motif"));
        }
        utilises.addAll(MotifsRsa.TOUS);
        Set<String> decrits = new TreeSet<>();
        for (Rule regle : MOTEUR.modele("motifs").getRules()) {
            decrits.add(sansGuillemets(
                    regle.getInputEntries().iterator().next().getText().getTextContent()));
        }
        assertThat(utilises).isNotEmpty().isEqualTo(decrits);
    }

    @Test
    void un_motif_de_refus_dit_ce_qui_changerait_le_resultat() {
        for (String cle : cles()) {
            for (Rule regle : MOTEUR.modele(cle).getRules()) {
                Map<String, String> sorties = sorties(cle, regle);
                if ("false".equals(sorties.get("respectee"))) {
                    Explication motif = new Decisions(MOTEUR).motif(sansGuillemets(sorties.get("motif")));
                    assertThat(motif.quiChangerait()).as(regle.getId()).isNotBlank();
                }
            }
        }
    }

    @Test
    void les_textes_lus_par_la_personne_vouvoient_et_restent_courts() {
        for (Rule regle : MOTEUR.modele("motifs").getRules()) {
            Map<String, String> sorties = sorties("motifs", regle);
            String texte = sansGuillemets(sorties.get("texte"));
            assertThat(texte).as(regle.getId()).doesNotContainPattern("(?i)\\b(tu|ton|tes)\\b");
            for (String phrase : texte.split("(?<=[.:])\\s")) {
                assertThat(phrase.split("\\s+").length).as(phrase).isLessThanOrEqualTo(30);
            }
        }
    }

    @Test
    void les_mots_a_remplacer_des_explications_sont_bien_ecrits() {
        for (Rule regle : MOTEUR.modele("explications-rsa").getRules()) {
            String texte = sorties("explications-rsa", regle).get("texte");
            Matcher mots = Pattern.compile("\\{([^}]*)}").matcher(texte);
            while (mots.find()) {
                assertThat(mots.group(1)).as(regle.getId()).matches("[a-z][A-Za-z]*");
            }
            assertThat(texte.replaceAll("\\{[A-Za-z]+}", "")).doesNotContain("{", "}");
        }
    }

    private static Set<String> valeurs(String cle, String colonne) {
        Set<String> valeurs = new TreeSet<>();
        for (Rule regle : MOTEUR.modele(cle).getRules()) {
            String valeur = sorties(cle, regle).get(colonne);
            if (valeur != null) {
                valeurs.add(sansGuillemets(valeur));
            }
        }
        return valeurs;
    }

    private static Map<String, String> sorties(String cle, Rule regle) {
        Map<String, String> sorties = new java.util.HashMap<>();
        var colonnes = MOTEUR.modele(cle).getOutputs().iterator();
        for (OutputEntry cellule : regle.getOutputEntries()) {
            sorties.put(colonnes.next().getName(), cellule.getText().getTextContent());
        }
        return sorties;
    }

    private static String sansGuillemets(String cellule) {
        return cellule.replaceAll("^\"|\"$", "");
    }
}
