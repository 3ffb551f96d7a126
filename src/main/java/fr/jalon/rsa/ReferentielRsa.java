package fr.jalon.rsa;

import fr.jalon.decision.CatalogueDecisions;
import fr.jalon.decision.Ligne;
import fr.jalon.decision.Tables;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collections;
import java.util.List;
import org.springframework.stereotype.Service;

/** What the form of a claim offers, from the published tables: a kind of resource that is added there shows here. */
@Service
public class ReferentielRsa {

    private static final String RESSOURCES = "ressources-rsa";

    private final Tables tables;
    private final CatalogueDecisions catalogue;

    ReferentielRsa(Tables tables, CatalogueDecisions catalogue) {
        this.tables = tables;
        this.catalogue = catalogue;
    }

    /** @param capital an amount without a month: savings, unlet property */
    public record TypeRessource(String code, String libelle, boolean capital) {}

    public List<TypeRessource> ressources() {
        return catalogue.valeurs(RESSOURCES, "type").stream()
                .map(code -> {
                    Ligne ligne = tables.ligne(RESSOURCES, "type", code);
                    return new TypeRessource(
                            code, ligne.texte("libelle"), ModeRessource.de(ligne) == ModeRessource.CAPITAL);
                })
                .toList();
    }

    /** Whether each reference month of a kind of resource counts, so that one that is not given is missing. */
    public boolean parMois(String code) {
        return tables.ligneSiConnue(RESSOURCES, Collections.singletonMap("type", code))
                .filter(ligne -> ModeRessource.de(ligne) == ModeRessource.TRIMESTRE)
                .isPresent();
    }

    /** Codes of the housing statuses. */
    public List<String> statutsLogement() {
        return catalogue.valeurs("forfait-logement-rsa", "statutLogement");
    }

    /** Codes of the rights to stay. */
    public List<String> statutsSejour() {
        return catalogue.valeurs("eligibilite-rsa", "statutSejour");
    }

    /** Codes of the grounds on which a European, or the family of one, may stay (CASF, L262-6). */
    public List<String> droitsSejourEuropeen() {
        return catalogue.valeurs("eligibilite-rsa", "droitSejourEuropeen");
    }

    /** Codes of what may leave a parent alone with a child. */
    public List<String> evenementsIsolement() {
        return ControleDemande.EVENEMENTS;
    }

    /** The months whose resources count for a claim received that day (CASF R262-7), oldest first. */
    public List<YearMonth> moisDeReference(LocalDate depot) {
        return Bareme.du(YearMonth.from(depot), null, tables).moisDeReference();
    }
}
