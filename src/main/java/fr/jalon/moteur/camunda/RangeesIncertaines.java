package fr.jalon.moteur.camunda;

import fr.jalon.decision.CatalogueDecisions.RangeeIncertaine;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.DmnElement;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.InputEntry;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.OutputEntry;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.bpm.model.dmn.instance.Text;

/** The rows of a table that say themselves that their source is not sure. */
final class RangeesIncertaines {

    private static final String CERTITUDE = "certitude";
    private static final Set<String> INCERTAINES = Set.of("C", "U");

    private RangeesIncertaines() {}

    static List<RangeeIncertaine> de(DecisionDefinition definition, DecisionTable table) {
        return table.getRules().stream()
                .filter(regle -> incertaine(table, regle))
                .map(regle -> rangee(definition, table, regle))
                .toList();
    }

    private static boolean incertaine(DecisionTable table, Rule regle) {
        Iterator<OutputEntry> cellules = regle.getOutputEntries().iterator();
        for (Output sortie : table.getOutputs()) {
            String valeur = texte(cellules.next().getText()).replace("\"", "");
            if (CERTITUDE.equals(sortie.getName()) && INCERTAINES.contains(valeur)) {
                return true;
            }
        }
        return false;
    }

    private static RangeeIncertaine rangee(DecisionDefinition definition, DecisionTable table, Rule regle) {
        List<String> cellules = new ArrayList<>();
        Iterator<InputEntry> entrees = regle.getInputEntries().iterator();
        for (Input entree : table.getInputs()) {
            ajouter(cellules, entree.getLabel(), texte(entrees.next().getText()));
        }
        Iterator<OutputEntry> sorties = regle.getOutputEntries().iterator();
        for (Output sortie : table.getOutputs()) {
            ajouter(cellules, sortie.getLabel(), texte(sorties.next().getText()));
        }
        String annotation = annotation(regle);
        return new RangeeIncertaine(
                definition.getKey(),
                definition.getName(),
                regle.getId(),
                annotation,
                List.copyOf(cellules),
                empreinte(annotation + "\n" + String.join("\n", cellules)));
    }

    private static void ajouter(List<String> cellules, String libelle, String valeur) {
        if (!valeur.isBlank()) {
            cellules.add(libelle + " : " + valeur);
        }
    }

    private static String annotation(DmnElement element) {
        return element.getDescription() == null
                ? ""
                : element.getDescription().getTextContent().strip();
    }

    private static String texte(Text texte) {
        return texte == null ? "" : texte.getTextContent().strip();
    }

    private static String empreinte(String texte) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(texte.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
