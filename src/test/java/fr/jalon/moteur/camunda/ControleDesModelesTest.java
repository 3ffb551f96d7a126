package fr.jalon.moteur.camunda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.jalon.dispositif.ProprieteControlee;
import fr.jalon.essais.ModelesDuDepot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A model that names what does not exist stops the start, and says where and what to write. */
class ControleDesModelesTest {

    private static final Pattern GESTE = Pattern.compile("elegateExpression=\"\\$\\{(\\w+)}\"");

    @TempDir
    private Path dossier;

    private record Issue() implements ProprieteControlee {

        @Override
        public String nom() {
            return "issue";
        }

        @Override
        public Optional<String> faute(String valeur) {
            return valeur.equals("PERDUE") ? Optional.of("l'issue « PERDUE » n'existe pas.") : Optional.empty();
        }
    }

    /** The models of the repository, one of them with some words replaced. */
    private ControleDesModeles controle(String fichier, String avant, String apres) throws IOException {
        Set<String> gestes = new TreeSet<>();
        for (Path racine : List.of(ModelesDuDepot.PROCESSUS, ModelesDuDepot.DECISIONS, ModelesDuDepot.FORMULAIRES)) {
            for (Path modele : ModelesDuDepot.sous(racine)) {
                String texte = Files.readString(modele);
                Matcher geste = GESTE.matcher(texte);
                while (geste.find()) {
                    gestes.add(geste.group(1));
                }
                if (modele.getFileName().toString().equals(fichier)) {
                    assertThat(texte).contains(avant);
                    texte = texte.replace(avant, apres);
                }
                Files.writeString(dossier.resolve(modele.getFileName()), texte);
            }
        }
        return new ControleDesModeles(
                new ModelesLivres("file:" + dossier + "/*.*"), () -> gestes, List.of(new Issue()));
    }

    @Test
    void les_modeles_livres_ne_nomment_que_ce_qui_existe() throws IOException {
        assertThat(controle("", "", "").fautes()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "conference-familiale.bpmn|${ecrireCourrier}|${ecrirCourrier}|le geste « ecrirCourrier » n'existe pas|ecrireCourrier",
                "conference-familiale.bpmn|camunda:delegateExpression=\"${cloreDossier}\"|camunda:expression=\"${1}\"|aucun geste n'est nommé|${cloreDossier}",
                "conference-familiale.bpmn|value=\"SANS_SUITE\"|value=\"PERDUE\"|l'issue « PERDUE » n'existe pas|PERDUE",
                "conference-familiale.bpmn|candidateGroups=\"ALI\"|candidateGroups=\"ALY\"|le rôle « ALY » n'existe pas|INSTRUCTEUR",
                "conference-familiale.bpmn|formRef=\"poser-question\"|formRef=\"poser-la-question\"|le formulaire « poser-la-question » n'existe pas|poser-la-question.form",
                "conference-familiale.bpmn|decisionRef=\"conference-possible\"|decisionRef=\"conference\"|la table « conference » n'existe pas|conference-possible",
                "conference-familiale.bpmn|UserTask_PoserQuestion|UserTask_Demander|l'étape n'a pas de délai|la table « delais »",
                "instruction-rsa.bpmn|${faitsEligibilite}|${faitsEligible}|le geste « faitsEligible » n'existe pas|faitsEligibilite",
                "orientation-rsa.bpmn|decisionRef=\"parcours-orientation\"|decisionRef=\"parcours\"|la table « parcours » n'existe pas|parcours-orientation"
            })
    void un_mot_que_rien_ne_connait_est_dit_avec_son_fichier_son_element_et_le_remede(
            String fichier, String avant, String apres, String faute, String remede) throws IOException {
        ControleDesModeles controle = controle(fichier, avant, apres);
        assertThat(controle.fautes())
                .isNotEmpty()
                .allSatisfy(
                        f -> assertThat(f).startsWith(fichier + ", élément ").contains(faute, remede));
        assertThatThrownBy(controle::exiger)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(faute);
    }

    @Test
    void toutes_les_fautes_sont_dites_ensemble() throws IOException {
        ControleDesModeles controle =
                controle("manquement-rsa.bpmn", "camunda:candidateGroups=\"", "camunda:candidateGroups=\"X");
        assertThat(controle.fautes())
                .hasSameSizeAs(Stream.of(Files.readString(dossier.resolve("manquement-rsa.bpmn"))
                                .split("<bpmn:userTask "))
                        .skip(1)
                        .toList());
    }
}
