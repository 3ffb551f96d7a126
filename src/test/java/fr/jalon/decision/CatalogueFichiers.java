package fr.jalon.decision;

import fr.jalon.essais.ModelesDuDepot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Rule;

/** The choices that the tables of the repository give, without an engine. Only the values of an input are known. */
public class CatalogueFichiers implements CatalogueDecisions {

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
    public String source(String cle) {
        return ModelesDuDepot.sous(MoteurDecisionFichiers.DOSSIER).stream()
                .filter(f -> f.getFileName().toString().equals(cle + ".dmn"))
                .map(CatalogueFichiers::lire)
                .findFirst()
                .orElseThrow(() -> new DecisionInconnue(cle));
    }

    private static String lire(Path fichier) {
        try {
            return Files.readString(fichier);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
