package fr.jalon.rsa;

import static fr.jalon.rsa.Narration.euros;
import static fr.jalon.rsa.Narration.mois;
import static fr.jalon.rsa.Narration.nombre;

import fr.jalon.decision.Explication;
import fr.jalon.decision.Ligne;
import fr.jalon.decision.Tables;
import java.math.BigDecimal;
import java.util.Map;

/** Tells a simulation in the order of the computation: conditions, foyer, amount, housing, resources, result. */
class RecitSimulation {

    private final Simulation simulation;
    private final Foyer foyer;
    private final Bareme bareme;
    private final Droit droit;
    private final MontantFoyer montant;
    private final Ligne versement;
    private final Narration narration;
    private final Tables tables;

    RecitSimulation(Simulation simulation, Narration narration, Tables tables) {
        this.simulation = simulation;
        this.foyer = simulation.foyer();
        this.bareme = simulation.bareme();
        this.droit = simulation.droit();
        this.montant = simulation.montant();
        this.versement = simulation.versement();
        this.narration = narration;
        this.tables = tables;
    }

    void raconter() {
        new RecitConditions(droit, narration, tables).raconter();
        composition();
        montantForfaitaire();
        logement();
        ressources();
        resultat();
        new RecitAConfirmer(simulation, narration, tables).raconter();
    }

    private void composition() {
        narration.etape(
                "FOYER",
                Map.of("adultes", String.valueOf(montant.adultes()), "enfants", String.valueOf(montant.enfants())));
        foyer.agesTropGrands()
                .forEach(age -> narration.etape(
                        "ENFANT_TROP_AGE",
                        Map.of("age", String.valueOf(age), "limite", String.valueOf(foyer.ageLimite()))));
        if (montant.residenceAlternee()) {
            narration.etape("ENFANT_ALTERNE", Map.of());
        }
        foyer.enfants().stream()
                .skip(montant.enfants())
                .forEach(e -> narration.etape(
                        "ENFANT_ECARTE",
                        Map.of(
                                "age",
                                String.valueOf(e.age()),
                                "ressources",
                                euros(e.ressources().total()))));
    }

    private void montantForfaitaire() {
        if (bareme.baseFournie()) {
            narration.etape("MONTANT_BASE_FOURNI", Map.of("base", euros(bareme.base())));
        } else {
            narration.etape("MONTANT_BASE", bareme.motsBase());
        }
        narration.etape(
                "FORFAITAIRE",
                Map.of(
                        "coefficient",
                        nombre(montant.normal().divide(bareme.base(), Bareme.PRECISION)),
                        "montant",
                        euros(montant.normal())));
        majoration();
    }

    private void majoration() {
        motif(montant.majoration());
        if (montant.droitMajoration()) {
            narration.etape(
                    montant.majorationRetenue() ? "MAJORATION_RETENUE" : "MAJORATION_NON_RETENUE",
                    Map.of("majore", euros(montant.majore()), "normal", euros(montant.normal())));
        }
        if (montant.majorationRetenue() && montant.finMajoration() != null) {
            narration.etape("MAJORATION_FIN", Map.of("fin", mois(montant.finMajoration())));
        }
    }

    private void logement() {
        Ligne motif = texte(montant.logement());
        narration.etape(
                "FORFAIT_LOGEMENT",
                montant.logement().id(),
                motif.texte("article"),
                motif.texte("quiChangerait"),
                Map.of(
                        "motif", motif.texte("texte"),
                        "personnes", String.valueOf(montant.adultes() + montant.enfants()),
                        "entier", euros(montant.forfaitEntier()),
                        "retire", euros(montant.forfaitLogement())));
    }

    private void ressources() {
        montant.ressources().recit().accept(narration);
        if (foyer.sansRessource()) {
            narration.etape(
                    "SANS_RESSOURCE",
                    Map.of("debut", mois(bareme.premierMoisReference()), "fin", mois(bareme.dernierMoisReference())));
        }
        narration.etape(
                "BASE_RESSOURCES",
                Map.of(
                        "total", euros(montant.baseRessources()),
                        "moyenne", euros(montant.ressources().total()),
                        "prestations", euros(montant.prestations()),
                        "debut", mois(bareme.premierMoisReference()),
                        "fin", mois(bareme.dernierMoisReference())));
        if (activiteConservee().signum() > 0) {
            narration.etape("ACTIVITE_CONSERVEE", motsActivite());
        }
    }

    private BigDecimal activiteConservee() {
        return montant.ressources().total().subtract(montant.ressources().deduites(bareme));
    }

    private Map<String, String> motsActivite() {
        return Map.of(
                "part",
                Narration.pourcentage(bareme.parametres().decimal("partActiviteConservee")),
                "montant",
                euros(activiteConservee()));
    }

    private void resultat() {
        narration.etape(
                activiteConservee().signum() > 0 ? "MONTANT_AVEC_ACTIVITE" : "MONTANT",
                Map.of(
                        "forfaitaire", euros(montant.forfaitaire()),
                        "logement", euros(montant.forfaitLogement()),
                        "ressources", euros(montant.baseRessources()),
                        "activite", euros(activiteConservee()),
                        "montant", euros(montant.montant())));
        motif(versement);
    }

    private void motif(Ligne ligne) {
        Ligne motif = texte(ligne);
        narration.ajouter(new Explication(
                ligne.id(), motif.texte("article"), motif.texte("texte"), motif.texte("quiChangerait")));
    }

    private Ligne texte(Ligne ligne) {
        return tables.ligne("motifs", "motif", ligne.texte("motif"));
    }
}
