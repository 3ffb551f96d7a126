package fr.jalon.rsa;

import fr.jalon.rsa.DemandeSimulation.Adulte;
import fr.jalon.rsa.DemandeSimulation.Enfant;
import fr.jalon.rsa.DemandeSimulation.Logement;
import fr.jalon.rsa.DemandeSimulation.PrestationsFamiliales;
import fr.jalon.rsa.DemandeSimulation.Ressource;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A checked request, read with the figures of its month: absent facts take their neutral value here and only here. */
class Foyer {

    /** A child young enough to count, and its own resources. */
    record EnfantDuFoyer(int age, RessourcesPersonne ressources) {}

    private final DemandeSimulation demande;
    private final Bareme bareme;
    private final List<RessourcesPersonne> ressourcesAdultes;
    private final List<EnfantDuFoyer> enfants;

    Foyer(DemandeSimulation demande, Bareme bareme, TablesRsa tables) {
        this.demande = demande;
        this.bareme = bareme;
        this.ressourcesAdultes = demande.adultes().stream()
                .map(a -> ressources(a.ressources(), tables))
                .toList();
        this.enfants = demande.enfants().stream()
                .filter(e -> e.age() < ageLimite())
                .map(e -> new EnfantDuFoyer(e.age(), ressources(e.ressources(), tables)))
                .sorted(Comparator.comparing(e -> e.ressources().deduites(bareme)))
                .toList();
    }

    private RessourcesPersonne ressources(List<Ressource> lignes, TablesRsa tables) {
        Map<String, List<Ressource>> parType = lignes.stream()
                .collect(Collectors.groupingBy(Ressource::type, LinkedHashMap::new, Collectors.toList()));
        return parType.entrySet().stream()
                .map(e -> new CompteRessource(tables.ligne("ressources-rsa", "type", e.getKey()), bareme, e.getValue())
                        .compter())
                .reduce(RessourcesPersonne.AUCUNE, RessourcesPersonne::plus);
    }

    List<Adulte> adultes() {
        return demande.adultes();
    }

    RessourcesPersonne ressourcesAdulte(int rang) {
        return ressourcesAdultes.get(rang);
    }

    /** Children under the age limit, from the lowest own resources to the highest. */
    List<EnfantDuFoyer> enfants() {
        return enfants;
    }

    /** Ages of the children who are too old to count. */
    List<Integer> agesTropGrands() {
        return demande.enfants().stream()
                .map(Enfant::age)
                .filter(age -> age >= ageLimite())
                .toList();
    }

    int ageLimite() {
        return bareme.parametres().entier("ageLimiteEnfant");
    }

    Integer ageBenjamin() {
        return enfants.stream()
                .map(EnfantDuFoyer::age)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    boolean enceinte() {
        return adultes().stream().anyMatch(a -> Boolean.TRUE.equals(a.enceinte()));
    }

    boolean isole() {
        return adultes().size() == 1 && !Boolean.FALSE.equals(demande.isole());
    }

    /** Two adults cannot be alone: the couple is kept and the contradiction reported. */
    boolean isolementContradictoire() {
        return adultes().size() > 1 && Boolean.TRUE.equals(demande.isole());
    }

    boolean isolementRecent() {
        return Boolean.TRUE.equals(demande.isolementRecent());
    }

    String statutLogement() {
        return demande.logement() == null ? null : demande.logement().statut();
    }

    boolean participeAuxFrais() {
        Logement logement = demande.logement();
        return logement != null && Boolean.TRUE.equals(logement.participeAuxFrais());
    }

    BigDecimal aideLogement() {
        return demande.logement() == null
                ? BigDecimal.ZERO
                : ouZero(demande.logement().aideLogementMensuelle());
    }

    BigDecimal prestationsFamiliales() {
        PrestationsFamiliales p = demande.prestationsFamiliales();
        if (p == null) {
            return BigDecimal.ZERO;
        }
        return Stream.of(p.af(), p.complementFamilial(), p.pajeBase(), p.asf())
                .filter(Objects::nonNull)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    BigDecimal asf() {
        return demande.prestationsFamiliales() == null
                ? BigDecimal.ZERO
                : ouZero(demande.prestationsFamiliales().asf());
    }

    /** Monthly base of the family benefits, or null. */
    BigDecimal bmaf() {
        return demande.bmaf();
    }

    private static BigDecimal ouZero(BigDecimal montant) {
        return montant == null ? BigDecimal.ZERO : montant;
    }
}
