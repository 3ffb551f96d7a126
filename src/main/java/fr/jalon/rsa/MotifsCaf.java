package fr.jalon.rsa;

import fr.jalon.commun.SaisieInvalide;
import fr.jalon.commun.Textes;
import fr.jalon.decision.CatalogueDecisions;
import fr.jalon.decision.Explication;
import fr.jalon.decision.Ligne;
import fr.jalon.decision.Tables;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/** The reasons of a rejection, from the table {@code motifs-caf}: a code, its words, its article (CASF, L262-2 to L262-10). */
@Service
public class MotifsCaf {

    /** The code whose words are those of the CAF alone. */
    public static final String AUTRE = "AUTRE";

    private static final String TABLE = "motifs-caf";
    private static final String ENTREE = "motifCaf";
    private static final int PRECISION_MAX = 2000;

    private final Tables tables;
    private final CatalogueDecisions catalogue;

    MotifsCaf(Tables tables, CatalogueDecisions catalogue) {
        this.tables = tables;
        this.catalogue = catalogue;
    }

    /** A reason that a form offers. */
    public record Motif(String code, String libelle) {}

    /** All of them, in the order of the table. */
    public List<Motif> tous() {
        return catalogue.valeurs(TABLE, ENTREE).stream()
                .map(code -> new Motif(code, libelle(code)))
                .toList();
    }

    public String libelle(String code) {
        return tables.ligne(TABLE, ENTREE, code).texte("libelle");
    }

    /** The code that somebody wrote, as a code or in its French words; empty when there is none such. */
    public Optional<String> lire(String texte) {
        String code = texte.strip().toUpperCase(java.util.Locale.ROOT).replaceAll("[\\s-]+", "_");
        return tous().stream()
                .filter(m -> m.code().equals(code) || m.libelle().equalsIgnoreCase(texte.strip()))
                .map(Motif::code)
                .findFirst();
    }

    /**
     * Checks the reasons of a rejection.
     *
     * @throws SaisieInvalide on {@code motifs} or {@code precision}
     */
    void verifier(List<String> motifs, String precision) {
        String mots = Textes.ouNull(precision);
        if (motifs.isEmpty()) {
            throw new SaisieInvalide("motifs", "Choisissez au moins un motif : la personne le lira.");
        }
        if (!tous().stream().map(Motif::code).toList().containsAll(motifs)) {
            throw new SaisieInvalide("motifs", "Choisissez des motifs de la liste.");
        }
        if (motifs.contains(AUTRE) && mots == null) {
            throw new SaisieInvalide("precision", "Recopiez le motif : la liste ne le contient pas.");
        }
        if (mots != null && mots.length() > PRECISION_MAX) {
            throw new SaisieInvalide("precision", "Écrivez au plus 2 000 caractères.");
        }
    }

    /**
     * The reasons that the declared situation bears out: those whose conditions are not met.
     *
     * @param manques reason codes of the conditions that are not met
     */
    public List<String> fondes(Collection<String> manques) {
        return tous().stream()
                .map(Motif::code)
                .filter(code -> fondement(code).anyMatch(manques::contains))
                .toList();
    }

    private Stream<String> fondement(String code) {
        String codes = tables.ligne(TABLE, ENTREE, code).texte("fondement");
        return Stream.of(codes == null ? new String[0] : codes.split(" "));
    }

    /** What a letter says of them: each once, in their order, then the words beside. */
    public List<Explication> expliquer(List<String> motifs, String precision) {
        List<Explication> dits = new ArrayList<>();
        for (String code :
                motifs.stream().distinct().filter(m -> !m.equals(AUTRE)).toList()) {
            Ligne ligne = tables.ligneSiConnue(TABLE, Map.of(ENTREE, code))
                    .orElseThrow(() -> new IllegalStateException(TABLE + " n'a pas de ligne pour " + code));
            dits.add(new Explication(code, ligne.texte("article"), ligne.texte("texte"), null));
        }
        String mots = Textes.ouNull(precision);
        if (mots != null && dits.stream().noneMatch(d -> d.texte().equalsIgnoreCase(mots))) {
            dits.add(new Explication(AUTRE, null, mots, null));
        }
        return dits;
    }
}
