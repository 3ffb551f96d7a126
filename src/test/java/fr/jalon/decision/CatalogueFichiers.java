package fr.jalon.decision;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Rule;

/** The choices that the tables of the repository give, without an engine. Only the values of an input are known. */
public final class CatalogueFichiers implements CatalogueDecisions {

    private static final Pattern TEXTE = Pattern.compile("\"([^\"]*)\"");

    private final MoteurDecisionFichiers moteur;

    public CatalogueFichiers(MoteurDecisionFichiers moteur) {
        this.moteur = moteur;
    }

    @Override
    public List<String> valeurs(String cle, String entree) {
        DecisionTable table = moteur.modele(cle);
        List<String> noms = table.getInputs().stream()
                .map(i -> i.getInputExpression().getText().getTextContent())
                .toList();
        Set<String> valeurs = new LinkedHashSet<>();
        for (Rule regle : table.getRules()) {
            Matcher trouve = TEXTE.matcher(regle.getInputEntries().stream()
                    .skip(noms.indexOf(entree))
                    .findFirst()
                    .orElseThrow()
                    .getText()
                    .getTextContent());
            while (trouve.find()) {
                valeurs.add(trouve.group(1));
            }
        }
        return List.copyOf(valeurs);
    }

    @Override
    public List<Entree> entreesDeLaRegle(String cle, String regle) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<RangeeIncertaine> rangeesIncertaines() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<RangeeIncertaine> rangeeIncertaine(String cle, String regle) {
        throw new UnsupportedOperationException();
    }
}
