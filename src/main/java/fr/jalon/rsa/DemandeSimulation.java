package fr.jalon.rsa;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Situation to simulate, as the API reads it. Codes and months are kept as text so that a wrong one gets a French
 * message tied to its field instead of an unreadable-JSON error; {@link SimulationRsa} checks everything. A yes or no that is
 * null was not asked: it is never a no.
 *
 * @param mois month of the right, {@code 2026-05}
 * @param montantBase replaces the base amount of the month when given, euros
 * @param adultes one or two adults
 * @param enfants children of the foyer, of any age
 * @param isole lives without a partner; when absent, true for one adult
 * @param isolementRecent separated for 18 months at most; asked before {@code isolement} was, and still read
 * @param isolement what made the person raise a child alone, and since when; null when it was not asked
 * @param logement housing; when absent, unknown
 * @param prestationsFamiliales family benefits of the month, as they count
 * @param bmaf monthly base of the family benefits, only used to check the ASF
 */
public record DemandeSimulation(
        String mois,
        BigDecimal montantBase,
        List<Adulte> adultes,
        List<Enfant> enfants,
        Boolean isole,
        Boolean isolementRecent,
        Isolement isolement,
        Logement logement,
        PrestationsFamiliales prestationsFamiliales,
        BigDecimal bmaf) {

    public DemandeSimulation {
        adultes = copie(adultes);
        enfants = copie(enfants);
    }

    /**
     * An adult of the foyer. The facts after {@code heuresTravaillees3Ans} are optional.
     *
     * @param nationalite ISO 3166 code of two letters
     * @param anneesTitre years of a residence permit that allows work; for a European, years of residence in France
     * @param heuresTravaillees3Ans hours worked over the last three years
     * @param statutSejour refugee, stateless, subsidiary protection, resident card, permit or none; see the table
     * @param stagiaireFormation the studies are continuing vocational training
     * @param enConge parental, sabbatical or unpaid leave, or disponibilité
     * @param residenceStable lives in France in a stable way
     * @param moisEtranger months abroad in the year
     * @param droitsPrioritairesDemandes the other social rights were claimed (CASF R262-46, 2 months)
     * @param pensionAlimentaireDemandee alimony was claimed, or an exemption (CASF R262-46, 4 months)
     * @param droitSejourEuropeen ground of the right to stay of a European or a member of the family, see the table; null when not asked
     * @param moisDePresence whole months spent in France, {@code 2026-05}; null when not asked (CASF R262-5)
     */
    public record Adulte(
            Integer age,
            String nationalite,
            BigDecimal anneesTitre,
            Boolean etudiant,
            Boolean enceinte,
            BigDecimal heuresTravaillees3Ans,
            String statutSejour,
            Boolean stagiaireFormation,
            Boolean enConge,
            Boolean residenceStable,
            Integer moisEtranger,
            Boolean droitsPrioritairesDemandes,
            Boolean pensionAlimentaireDemandee,
            String droitSejourEuropeen,
            List<String> moisDePresence,
            List<Ressource> ressources) {

        public Adulte {
            moisDePresence = moisDePresence == null ? null : copie(moisDePresence);
            ressources = copie(ressources);
        }

        private Adulte avecAge(Integer nouvelAge) {
            return new Adulte(
                    nouvelAge,
                    nationalite,
                    anneesTitre,
                    etudiant,
                    enceinte,
                    heuresTravaillees3Ans,
                    statutSejour,
                    stagiaireFormation,
                    enConge,
                    residenceStable,
                    moisEtranger,
                    droitsPrioritairesDemandes,
                    pensionAlimentaireDemandee,
                    droitSejourEuropeen,
                    moisDePresence,
                    ressources);
        }
    }

    /**
     * A child of the foyer, with its own resources.
     *
     * @param age may be absent when the birth date is given
     * @param dateNaissance {@code 2024-03-08}
     * @param alternee lives in turn with both parents: half of its share counts (Conseil d'État, 398911); null when not asked
     */
    public record Enfant(Integer age, String dateNaissance, Boolean alternee, List<Ressource> ressources) {

        public Enfant {
            ressources = copie(ressources);
        }
    }

    /**
     * A resource.
     *
     * @param type code of the table {@code ressources-rsa}
     * @param mois month of the payment; absent for capital
     * @param montant euros; for capital, the capital or the annual rental value
     * @param interrompue it stopped and nothing replaces it
     * @param sanction it stopped because of a sanction: it is not left out (CASF R262-13)
     */
    public record Ressource(String type, String mois, BigDecimal montant, Boolean interrompue, Boolean sanction) {}

    /**
     * What made the person raise a child alone, and since when (CASF, R262-2).
     *
     * @param evenement code of the message {@code isolement.*}
     * @param depuis day of the event, {@code 2026-02-14}
     */
    public record Isolement(String evenement, String depuis) {}

    /** Housing: status code of the table {@code forfait-logement-rsa}, monthly housing benefit, share of the costs. */
    public record Logement(String statut, BigDecimal aideLogementMensuelle, Boolean participeAuxFrais) {

        private static final String GRATUIT = "HEBERGE_GRATUIT";

        /** Its kind as it counts: who pays a part is not housed for free. */
        public String sorte() {
            return GRATUIT.equals(statut) && Boolean.TRUE.equals(participeAuxFrais) ? "HEBERGE_PARTICIPATION" : statut;
        }
    }

    /** Monthly family benefits, as they count. */
    public record PrestationsFamiliales(
            BigDecimal af, BigDecimal complementFamilial, BigDecimal pajeBase, BigDecimal asf) {}

    /** The same with the age of the claimant, which comes from the birth date. */
    DemandeSimulation avecAgeDuDemandeur(Integer age) {
        List<Adulte> tous = new ArrayList<>(adultes);
        tous.set(0, tous.get(0).avecAge(age));
        return new DemandeSimulation(
                mois,
                montantBase,
                tous,
                enfants,
                isole,
                isolementRecent,
                isolement,
                logement,
                prestationsFamiliales,
                bmaf);
    }

    /** Keeps null elements, so that they can be reported. */
    private static <T> List<T> copie(List<T> liste) {
        return liste == null ? List.of() : Collections.unmodifiableList(new ArrayList<>(liste));
    }
}
