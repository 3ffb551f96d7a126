package fr.jalon.rsa;

import fr.jalon.decision.Tables;
import fr.jalon.rsa.DemandeSimulation.Adulte;
import fr.jalon.rsa.DemandeSimulation.Enfant;
import fr.jalon.rsa.DemandeSimulation.Logement;
import fr.jalon.rsa.DemandeSimulation.PrestationsFamiliales;
import fr.jalon.rsa.DemandeSimulation.Ressource;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
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
    record EnfantDuFoyer(int age, boolean alternee, LocalDate naissance, RessourcesPersonne ressources) {}

    private final DemandeSimulation demande;
    private final Bareme bareme;
    private final List<RessourcesPersonne> ressourcesAdultes;
    private final List<EnfantDuFoyer> enfants;

    Foyer(DemandeSimulation demande, Bareme bareme, Tables tables) {
        this.demande = demande;
        this.bareme = bareme;
        this.ressourcesAdultes = demande.adultes().stream()
                .map(a -> ressources(a.ressources(), tables))
                .toList();
        this.enfants = demande.enfants().stream()
                .filter(e -> age(e) < ageLimite())
                .map(e -> new EnfantDuFoyer(
                        age(e), Boolean.TRUE.equals(e.alternee()), naissance(e), ressources(e.ressources(), tables)))
                .sorted(Comparator.comparing(e -> e.ressources().deduites(bareme)))
                .toList();
    }

    /** Age in the month of the right, when the birth date is known: an older age is not believed. */
    private int age(Enfant enfant) {
        LocalDate naissance = naissance(enfant);
        return naissance == null
                ? enfant.age()
                : Math.max(0, Period.between(naissance, moisDuDroit().atDay(1)).getYears());
    }

    private static LocalDate naissance(Enfant enfant) {
        return enfant.dateNaissance() == null ? null : LocalDate.parse(enfant.dateNaissance());
    }

    /** Month of the right. */
    YearMonth moisDuDroit() {
        return YearMonth.parse(demande.mois());
    }

    private RessourcesPersonne ressources(List<Ressource> lignes, Tables tables) {
        Map<String, List<Ressource>> parType = lignes.stream()
                .collect(Collectors.groupingBy(Ressource::type, LinkedHashMap::new, Collectors.toList()));
        return parType.entrySet().stream()
                .map(e -> new CompteRessource(tables.ligne("ressources-rsa", "type", e.getKey()), bareme, e.getValue())
                        .compter())
                .reduce(RessourcesPersonne.AUCUNE, RessourcesPersonne::plus);
    }

    /** Nobody of the foyer has a resource of a month, not even one of 0: an answer, or a question that nobody asked. */
    boolean sansRessource() {
        return Stream.concat(
                        demande.adultes().stream().map(Adulte::ressources),
                        demande.enfants().stream().map(Enfant::ressources))
                .flatMap(List::stream)
                .noneMatch(r -> r.mois() != null);
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
                .map(this::age)
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

    /** A birthday of the youngest child, null when a birth date is not known. */
    LocalDate anniversaireDuBenjamin(int age) {
        return enfants.stream().anyMatch(e -> e.naissance() == null)
                ? null
                : enfants.stream()
                        .map(EnfantDuFoyer::naissance)
                        .max(Comparator.naturalOrder())
                        .map(naissance -> naissance.plusYears(age))
                        .orElse(null);
    }

    /** A child is expected; null when it was not asked of everybody. */
    Boolean enceinte() {
        if (adultes().stream().anyMatch(a -> Boolean.TRUE.equals(a.enceinte()))) {
            return Boolean.TRUE;
        }
        return adultes().stream().allMatch(a -> Boolean.FALSE.equals(a.enceinte())) ? Boolean.FALSE : null;
    }

    boolean isole() {
        return adultes().size() == 1 && !Boolean.FALSE.equals(demande.isole());
    }

    /** Two adults cannot be alone: the couple is kept and the contradiction reported. */
    boolean isolementContradictoire() {
        return adultes().size() > 1 && Boolean.TRUE.equals(demande.isole());
    }

    Boolean isolementRecent() {
        return demande.isolementRecent();
    }

    /** Day of the event since which a child is raised alone, null when it is not known. */
    LocalDate isoleDepuis() {
        return demande.isolement() == null || demande.isolement().depuis() == null
                ? null
                : LocalDate.parse(demande.isolement().depuis());
    }

    /** Whole months since that event, in the month of the right; null when it is not known. */
    Integer moisDepuisIsolement() {
        LocalDate depuis = isoleDepuis();
        return depuis == null
                ? null
                : (int) Math.max(0, ChronoUnit.MONTHS.between(YearMonth.from(depuis), moisDuDroit()));
    }

    /** A training pay replaces the ASS: saying that nothing does is a contradiction. */
    boolean assArreteePendantUneFormation() {
        return adultes().stream()
                .anyMatch(a -> a.ressources().stream()
                                .anyMatch(r -> "ASS".equals(r.type()) && Boolean.TRUE.equals(r.interrompue()))
                        && a.ressources().stream()
                                .anyMatch(r -> "REMUNERATION_STAGE_FORMATION".equals(r.type())
                                        && r.montant().signum() > 0));
    }

    String statutLogement() {
        return demande.logement() == null ? null : demande.logement().statut();
    }

    /** Null when it was not asked. */
    Boolean participeAuxFrais() {
        Logement logement = demande.logement();
        return logement == null ? null : logement.participeAuxFrais();
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
