package fr.jalon.rsa;

import fr.jalon.rsa.DemandeSimulation.Adulte;
import fr.jalon.rsa.DemandeSimulation.Enfant;
import fr.jalon.rsa.DemandeSimulation.Isolement;
import fr.jalon.rsa.DemandeSimulation.Logement;
import fr.jalon.rsa.DemandeSimulation.PrestationsFamiliales;
import fr.jalon.rsa.DemandeSimulation.Ressource;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Builds requests of invented persons. */
final class DemandeDeTest {

    private String mois = "2026-05";
    private BigDecimal montantBase;
    private final List<Adulte> adultes = new ArrayList<>();
    private final List<Enfant> enfants = new ArrayList<>();
    private Boolean isole;
    private Boolean isolementRecent;
    private Isolement isolement;
    private Logement logement = new Logement("HEBERGE_PARTICIPATION", BigDecimal.ZERO, true);
    private PrestationsFamiliales prestations;
    private BigDecimal bmaf;

    static DemandeDeTest demande() {
        return new DemandeDeTest();
    }

    DemandeDeTest mois(String valeur) {
        mois = valeur;
        return this;
    }

    DemandeDeTest montantBase(String valeur) {
        montantBase = new BigDecimal(valeur);
        return this;
    }

    DemandeDeTest adulte(UnaryOperator<AdulteDeTest> reglage) {
        adultes.add(reglage.apply(new AdulteDeTest()).construire());
        return this;
    }

    DemandeDeTest adulte(int age, Ressource... ressources) {
        return adulte(a -> a.age(age).ressources(ressources));
    }

    DemandeDeTest adulteNul() {
        adultes.add(null);
        return this;
    }

    DemandeDeTest enfant(Integer age, Ressource... ressources) {
        enfants.add(new Enfant(age, null, null, List.of(ressources)));
        return this;
    }

    DemandeDeTest alterne(Integer age) {
        enfants.add(new Enfant(age, null, true, List.of()));
        return this;
    }

    DemandeDeTest ne(String jour) {
        enfants.add(new Enfant(null, jour, null, List.of()));
        return this;
    }

    DemandeDeTest isoleDepuis(String jour) {
        isolement = new Isolement("SEPARATION", jour);
        return this;
    }

    DemandeDeTest isole(Boolean valeur) {
        isole = valeur;
        return this;
    }

    DemandeDeTest isolementRecent() {
        isolementRecent = true;
        return this;
    }

    DemandeDeTest logement(String statut, String aide, boolean participe) {
        logement = new Logement(statut, new BigDecimal(aide), participe);
        return this;
    }

    DemandeDeTest sansLogement() {
        logement = null;
        return this;
    }

    DemandeDeTest prestations(String af, String complement, String paje, String asf) {
        prestations = new PrestationsFamiliales(
                new BigDecimal(af), new BigDecimal(complement), new BigDecimal(paje), new BigDecimal(asf));
        return this;
    }

    DemandeDeTest bmaf(String valeur) {
        bmaf = new BigDecimal(valeur);
        return this;
    }

    DemandeSimulation construire() {
        return new DemandeSimulation(
                mois, montantBase, adultes, enfants, isole, isolementRecent, isolement, logement, prestations, bmaf);
    }

    /** The same amount in each of the three months that end at the given one. */
    static Ressource[] troisMois(String type, String dernierMois, String montant, boolean interrompue) {
        YearMonth dernier = YearMonth.parse(dernierMois);
        return new Ressource[] {
            ressource(type, dernier.minusMonths(2).toString(), montant, interrompue),
            ressource(type, dernier.minusMonths(1).toString(), montant, interrompue),
            ressource(type, dernierMois, montant, interrompue)
        };
    }

    static Ressource ressource(String type, String mois, String montant, boolean interrompue) {
        return new Ressource(type, mois, montant == null ? null : new BigDecimal(montant), interrompue, null);
    }

    static Ressource sanctionnee(String type, String mois, String montant) {
        return new Ressource(type, mois, new BigDecimal(montant), true, true);
    }

    /** An adult, French and 40 years old, who was asked everything and answered no, unless said otherwise. */
    static final class AdulteDeTest {
        private Integer age = 40;
        private String nationalite = "FR";
        private BigDecimal anneesTitre;
        private Boolean etudiant = false;
        private Boolean enceinte = false;
        private BigDecimal heures = BigDecimal.ZERO;
        private String statutSejour;
        private Boolean enConge = false;
        private Boolean stagiaire = false;
        private Boolean pension;
        private String droitSejour;
        private List<String> presence;
        private Boolean residenceStable;
        private Integer moisEtranger;
        private Boolean droits;
        private List<Ressource> ressources;

        AdulteDeTest age(Integer valeur) {
            age = valeur;
            return this;
        }

        AdulteDeTest nationalite(String code, String annees) {
            nationalite = code;
            anneesTitre = annees == null ? null : new BigDecimal(annees);
            return this;
        }

        AdulteDeTest statutSejour(String code) {
            statutSejour = code;
            return this;
        }

        AdulteDeTest etudiant() {
            etudiant = true;
            return this;
        }

        AdulteDeTest enceinte() {
            enceinte = true;
            return this;
        }

        /** Nobody asked anything beyond the age and the nationality. */
        AdulteDeTest rienDemande() {
            etudiant = null;
            enceinte = null;
            heures = null;
            enConge = null;
            stagiaire = null;
            return this;
        }

        AdulteDeTest droitSejour(String code) {
            droitSejour = code;
            return this;
        }

        AdulteDeTest presence(String... mois) {
            presence = List.of(mois);
            return this;
        }

        AdulteDeTest pension(Boolean valeur) {
            pension = valeur;
            return this;
        }

        AdulteDeTest heures(String valeur) {
            heures = new BigDecimal(valeur);
            return this;
        }

        AdulteDeTest enConge() {
            enConge = true;
            return this;
        }

        AdulteDeTest residence(Boolean stable, Integer mois) {
            residenceStable = stable;
            moisEtranger = mois;
            return this;
        }

        AdulteDeTest droits(Boolean valeur) {
            droits = valeur;
            return this;
        }

        AdulteDeTest ressources(Ressource... valeurs) {
            ressources = List.of(valeurs);
            return this;
        }

        private Adulte construire() {
            return new Adulte(
                    age,
                    nationalite,
                    anneesTitre,
                    etudiant,
                    enceinte,
                    heures,
                    statutSejour,
                    stagiaire,
                    enConge,
                    residenceStable,
                    moisEtranger,
                    droits,
                    pension,
                    droitSejour,
                    presence,
                    ressources);
        }
    }
}
