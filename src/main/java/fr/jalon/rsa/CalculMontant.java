package fr.jalon.rsa;

import fr.jalon.decision.Ligne;
import fr.jalon.decision.Tables;
import fr.jalon.rsa.Foyer.EnfantDuFoyer;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Amount of the RSA for a foyer: forfaitaire - forfait logement - resources (CASF, L262-2). A child whose own resources
 * exceed what it brings is left out (CASF, R262-3): the composition that gives the most is kept.
 */
class CalculMontant {

    private final Foyer foyer;
    private final Bareme bareme;
    private final Tables tables;

    CalculMontant(Foyer foyer, Bareme bareme, Tables tables) {
        this.foyer = foyer;
        this.bareme = bareme;
        this.tables = tables;
    }

    /**
     * The best amount over the numbers of children counted. Children are sorted by their own resources, so for each
     * number the ones with the least are the right ones; a child without resources is never left out.
     *
     * @param adultesComptes ranks of the adults counted
     */
    MontantFoyer meilleur(List<Integer> adultesComptes) {
        RessourcesPersonne ressources = adultesComptes.stream()
                .map(foyer::ressourcesAdulte)
                .reduce(RessourcesPersonne.AUCUNE, RessourcesPersonne::plus);
        MontantFoyer meilleur = montant(adultesComptes.size(), 0, ressources);
        for (int nombre = 1; nombre <= foyer.enfants().size(); nombre++) {
            ressources = ressources.plus(foyer.enfants().get(nombre - 1).ressources());
            MontantFoyer essai = montant(adultesComptes.size(), nombre, ressources);
            if (essai.montant().compareTo(meilleur.montant()) >= 0 || !aDesRessources(nombre - 1)) {
                meilleur = essai;
            }
        }
        return meilleur;
    }

    private boolean aDesRessources(int rang) {
        return foyer.enfants().get(rang).ressources().total().signum() > 0;
    }

    /** Row of {@code majoration-rsa} for a number of children counted. */
    Ligne majoration(int enfants) {
        Map<String, Object> faits = new HashMap<>();
        faits.put("isole", foyer.isole());
        faits.put("enceinte", foyer.enceinte());
        faits.put("enfantsComptes", enfants);
        faits.put("ageBenjamin", foyer.ageBenjamin());
        faits.put("isolementRecent", foyer.isolementRecent());
        faits.put("moisDepuisIsolement", foyer.moisDepuisIsolement());
        return tables.ligne("majoration-rsa", faits);
    }

    private MontantFoyer montant(int adultes, int enfants, RessourcesPersonne ressources) {
        Ligne majoration = majoration(enfants);
        List<Boolean> alternees = foyer.enfants().stream()
                .limit(enfants)
                .map(EnfantDuFoyer::alternee)
                .toList();
        BigDecimal normal = bareme.forfaitaire(adultes, alternees);
        BigDecimal majore = majoration.vrai("majoration") ? bareme.majore(alternees) : BigDecimal.ZERO;
        Ligne logement = logement();
        BigDecimal entier = bareme.forfaitLogement(adultes + enfants);
        BigDecimal forfait = forfaitLogement(logement, entier);
        BigDecimal prestations = foyer.prestationsFamiliales();
        BigDecimal montant = normal.max(majore)
                .subtract(forfait)
                .subtract(ressources.deduites(bareme))
                .subtract(prestations);
        return new MontantFoyer(
                adultes,
                enfants,
                majoration,
                normal,
                majore,
                logement,
                entier,
                forfait,
                ressources,
                prestations,
                alternees.contains(true),
                finMajoration(majoration),
                montant);
    }

    /**
     * Last month of the increased amount: twelve months within the eighteen that follow the event, or up to the third birthday of the
     * youngest child (CASF, R262-2); null when a date is missing.
     */
    private YearMonth finMajoration(Ligne majoration) {
        if (!majoration.vrai("majoration")) {
            return null;
        }
        LocalDate anniversaire = foyer.anniversaireDuBenjamin(majoration.entier("ageFin"));
        YearMonth benjamin =
                anniversaire == null ? null : YearMonth.from(anniversaire).minusMonths(1);
        LocalDate depuis = foyer.isoleDepuis();
        if (majoration.texte("dureeMois") == null || depuis == null) {
            return benjamin != null && !benjamin.isBefore(foyer.moisDuDroit()) ? benjamin : null;
        }
        YearMonth duree = foyer.moisDuDroit().plusMonths(majoration.entier("dureeMois") - 1L);
        YearMonth fenetre = YearMonth.from(depuis).plusMonths(majoration.entier("fenetreMois") - 1L);
        YearMonth isolement = duree.isBefore(fenetre) ? duree : fenetre;
        return benjamin != null && benjamin.isAfter(isolement) ? benjamin : isolement;
    }

    private BigDecimal forfaitLogement(Ligne logement, BigDecimal entier) {
        return switch (logement.texte("mode")) {
            case "ENTIER" -> entier;
            case "PLAFONNE" -> entier.min(foyer.aideLogement());
            default -> BigDecimal.ZERO;
        };
    }

    private Ligne logement() {
        if (foyer.statutLogement() == null) {
            return tables.ligne("forfait-logement-rsa", Collections.singletonMap("statutLogement", null));
        }
        Map<String, Object> faits = new HashMap<>();
        faits.put("statutLogement", foyer.statutLogement());
        faits.put("participeAuxFrais", foyer.participeAuxFrais());
        faits.put("aideLogement", foyer.aideLogement());
        return tables.ligne("forfait-logement-rsa", faits);
    }
}
