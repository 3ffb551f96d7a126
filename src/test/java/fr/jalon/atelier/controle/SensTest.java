package fr.jalon.atelier.controle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The same model saved again means the same; another label means another thing. */
class SensTest {

    private static String sens(String nom, String texte) {
        return Sens.de(Modeles.fichier(nom, texte));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "conference-familiale.bpmn|><|'>\n  <'",
                "conference-familiale.bpmn|targetNamespace=|'exporter=\"Camunda Modeler\" exporterVersion=\"5.40.0\" targetNamespace='",
                "conference-familiale.bpmn|<dc:Bounds x=\"|<dc:Bounds x=\"1",
                "conference-familiale.bpmn|bpmn:|bpmn2:",
                "conference-familiale.bpmn|xmlns:bpmn=|xmlns:bpmn=",
                "conditions-depot.dmn|' hitPolicy=\"UNIQUE\"'|''",
                "conditions-depot.dmn|</definitions>|<!-- revue --></definitions>",
                "poser-question.form|\"schemaVersion\": 19|\"schemaVersion\": 20",
                "poser-question.form|\"type\": \"textarea\"|'\"layout\": {\"row\": \"Row_1\", \"columns\": null}, \"type\": \"textarea\"'"
            })
    void ce_qui_n_a_pas_de_sens_ne_change_rien(String nom, String avant, String apres) {
        String texte = Modeles.texte(nom);
        String change = avant.equals("bpmn:")
                ? texte.replace("bpmn:", "bpmn2:").replace("xmlns:bpmn=", "xmlns:bpmn2=")
                : texte.replace(avant, apres);
        assertThat(sens(nom, change)).isEqualTo(sens(nom, texte));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "conference-familiale.bpmn|Poser la question avec la famille|Poser la question",
                "conference-familiale.bpmn|camunda:candidateGroups=\"ALI\"|camunda:candidateGroups=\"ACCUEIL\"",
                "conference-familiale.bpmn|camunda:historyTimeToLive=\"P730D\"|camunda:historyTimeToLive=\"P731D\"",
                "conditions-depot.dmn|<text>18</text>|<text>19</text>",
                "conditions-depot.dmn|label=\"Dispositif\"|label=\"Le dispositif\"",
                "poser-question.form|La question de la famille|La question"
            })
    void ce_qui_a_du_sens_compte(String nom, String avant, String apres) {
        String texte = Modeles.texte(nom);
        assertThat(texte).contains(avant);
        assertThat(sens(nom, texte.replaceFirst(Pattern.quote(avant), Matcher.quoteReplacement(apres))))
                .isNotEqualTo(sens(nom, texte));
    }
}
