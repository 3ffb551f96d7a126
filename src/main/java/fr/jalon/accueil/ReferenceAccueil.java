package fr.jalon.accueil;

import fr.jalon.decision.CatalogueDecisions;
import fr.jalon.decision.Decisions;
import fr.jalon.decision.EvaluationDecision.RegleDeclenchee;
import fr.jalon.decision.MoteurDecision;
import fr.jalon.usager.Naissance;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import org.springframework.stereotype.Service;

/** The lists of the front desk, from the tables {@code motifs-visite} and {@code publics-visite}: a newly published version is seen at once. */
@Service
public class ReferenceAccueil {

    private static final String MOTIFS = "motifs-visite";
    private static final String PUBLICS = "publics-visite";

    /**
     * A reason of a visit.
     *
     * @param touche the key that ticks it
     * @param recu its words on the receipt, after "pour"
     * @param diagnosticNumerique it offers the digital diagnosis
     */
    public record Motif(String code, String libelle, String touche, String recu, boolean diagnosticNumerique) {}

    /** @param ageMin with {@code ageMax}, the ages that give this public by themselves; null for none */
    public record PublicAccueilli(String code, String libelle, Integer ageMin, Integer ageMax) {}

    private record Lue<T>(int version, List<T> lignes) {}

    private final CatalogueDecisions catalogue;
    private final Decisions decisions;
    private final MoteurDecision moteur;
    private volatile Lue<Motif> motifs;
    private volatile Lue<PublicAccueilli> publics;

    ReferenceAccueil(CatalogueDecisions catalogue, Decisions decisions, MoteurDecision moteur) {
        this.catalogue = catalogue;
        this.decisions = decisions;
        this.moteur = moteur;
    }

    public List<Motif> motifs() {
        motifs = aJour(motifs, MOTIFS, "motif", ReferenceAccueil::motif);
        return motifs.lignes();
    }

    public List<PublicAccueilli> publics() {
        publics = aJour(publics, PUBLICS, "publicVise", ReferenceAccueil::publicAccueilli);
        return publics.lignes();
    }

    public Optional<Motif> motif(String code) {
        return motifs().stream().filter(m -> m.code().equals(code)).findFirst();
    }

    public Optional<PublicAccueilli> publicAccueilli(String code) {
        return publics().stream().filter(p -> p.code().equals(code)).findFirst();
    }

    /** The public that an age gives by itself, null when none, or when the age is not known well enough to say. */
    public String publicDeLAge(Naissance.Age age) {
        String jeune = publicDeLAge(age.min());
        return Objects.equals(jeune, publicDeLAge(age.max())) ? jeune : null;
    }

    private String publicDeLAge(int age) {
        return publics().stream()
                .filter(p -> p.ageMin() != null && p.ageMax() != null && p.ageMin() <= age && age <= p.ageMax())
                .map(PublicAccueilli::code)
                .findFirst()
                .orElse(null);
    }

    /** In the order of the table; a code that it knows no more comes last. */
    List<String> enOrdre(Collection<String> codes) {
        List<String> ordre = motifs().stream().map(Motif::code).toList();
        return codes.stream()
                .sorted((a, b) -> Integer.compare(rang(ordre, a), rang(ordre, b)))
                .toList();
    }

    private static int rang(List<String> ordre, String code) {
        int rang = ordre.indexOf(code);
        return rang < 0 ? ordre.size() : rang;
    }

    private <T> Lue<T> aJour(Lue<T> lue, String table, String entree, BiFunction<String, RegleDeclenchee, T> ligne) {
        int version = moteur.version(table).orElse(0);
        if (lue != null && lue.version() == version) {
            return lue;
        }
        return new Lue<>(
                version,
                catalogue.valeurs(table, entree).stream()
                        .flatMap(code -> decisions.evaluer(table, Map.of(entree, code)).unique().stream()
                                .map(regle -> ligne.apply(code, regle)))
                        .toList());
    }

    private static Motif motif(String code, RegleDeclenchee r) {
        return new Motif(
                code,
                r.texte("libelle"),
                r.texte("touche"),
                r.texte("recu"),
                Boolean.TRUE.equals(r.sorties().get("diagnosticNumerique")));
    }

    private static PublicAccueilli publicAccueilli(String code, RegleDeclenchee r) {
        return new PublicAccueilli(code, r.texte("libelle"), age(r, "ageMin"), age(r, "ageMax"));
    }

    private static Integer age(RegleDeclenchee r, String colonne) {
        return r.sorties().get(colonne) instanceof Number n ? n.intValue() : null;
    }
}
