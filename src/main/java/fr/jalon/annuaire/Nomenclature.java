package fr.jalon.annuaire;

import fr.jalon.decision.CatalogueDecisions;
import fr.jalon.decision.Decisions;
import fr.jalon.decision.MoteurDecision;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** The closed lists of the directory, from the tables of {@code annuaire/}: their codes and their words. */
@Service
public class Nomenclature {

    private static final String TABLE_QUARTIERS = "quartier-antenne";

    /** A kind of organisation. */
    public record Nature(String code, String libelle) {}

    /** @param personnes false for professionals and firms */
    public record PublicVise(String code, String libelle, boolean personnes) {}

    /** A lever of the pact; {@code court} is its one-word name. */
    public record Levier(int numero, String libelle, String court) {}

    /** An objective of a lever; {@code accompagnement}: its offers give a référent. */
    public record Objectif(String code, int levier, boolean accompagnement, String libelle) {}

    public record Quartier(String code, String libelle) {}

    private record QuartiersLus(int version, List<Quartier> liste) {}

    private final List<Nature> natures;
    private final List<PublicVise> publics;
    private final List<Levier> leviers;
    private final List<Objectif> objectifs;
    private final Map<String, Objectif> objectifParCode;
    private final CatalogueDecisions catalogue;
    private final Decisions decisions;
    private final MoteurDecision moteur;
    private volatile QuartiersLus quartiers;

    Nomenclature(CatalogueDecisions catalogue, Decisions decisions, MoteurDecision moteur) {
        this.moteur = moteur;
        this.catalogue = catalogue;
        this.decisions = decisions;
        this.natures = TableDeReference.lire("natures.csv").stream()
                .map(l -> new Nature(l.get("code"), l.get("libelle")))
                .toList();
        this.publics = TableDeReference.lire("publics.csv").stream()
                .map(l -> new PublicVise(
                        l.get("code"), l.get("libelle"), l.get("personnes").equals("oui")))
                .toList();
        this.leviers = TableDeReference.lire("leviers.csv").stream()
                .map(l -> new Levier(Integer.parseInt(l.get("numero")), l.get("libelle"), l.get("court")))
                .toList();
        this.objectifs = TableDeReference.lire("objectifs.csv").stream()
                .map(l -> new Objectif(
                        l.get("code"),
                        Integer.parseInt(l.get("levier")),
                        l.get("accompagnement").equals("oui"),
                        l.get("libelle")))
                .toList();
        this.objectifParCode = objectifs.stream().collect(Collectors.toMap(Objectif::code, Function.identity()));
    }

    public List<Nature> natures() {
        return natures;
    }

    public List<PublicVise> publics() {
        return publics;
    }

    public List<Levier> leviers() {
        return leviers;
    }

    public List<Objectif> objectifs() {
        return objectifs;
    }

    /** Codes of the objectives whose offers give a référent. */
    public List<String> objectifsDAccompagnement() {
        return objectifs.stream()
                .filter(Objectif::accompagnement)
                .map(Objectif::code)
                .toList();
    }

    public Optional<Objectif> objectif(String code) {
        return Optional.ofNullable(code == null ? null : objectifParCode.get(code));
    }

    public Optional<Nature> nature(String code) {
        return natures.stream().filter(n -> n.code().equals(code)).findFirst();
    }

    public Optional<PublicVise> publicVise(String code) {
        return publics.stream().filter(p -> p.code().equals(code)).findFirst();
    }

    /** The quartiers of the table {@code quartier-antenne}; a newly published version is seen at once. */
    public List<Quartier> quartiers() {
        int version = moteur.version(TABLE_QUARTIERS).orElse(0);
        QuartiersLus lus = quartiers;
        if (lus == null || lus.version() != version) {
            lus = new QuartiersLus(
                    version,
                    catalogue.valeurs(TABLE_QUARTIERS, "quartier").stream()
                            .flatMap(code ->
                                    decisions.evaluer(TABLE_QUARTIERS, Map.of("quartier", code)).unique().stream()
                                            .map(r -> new Quartier(code, r.texte("libelleQuartier"))))
                            .toList());
            quartiers = lus;
        }
        return lus.liste();
    }

    public Optional<Quartier> quartier(String code) {
        return quartiers().stream().filter(q -> q.code().equals(code)).findFirst();
    }

    /** Codes of the publics that are persons. */
    Set<String> publicsPersonnes() {
        return publics.stream()
                .filter(PublicVise::personnes)
                .map(PublicVise::code)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
