package fr.jalon.prescription;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A proposal to a partner.
 *
 * @param rang 1 for the first partner of the referral
 * @param offreTitre null when the whole organisation was asked
 * @param consentementId null when the law allows the sharing
 * @param donnees what the person agreed to share, without the values
 * @param relanceLe day of the reminder; an answer after it is late
 * @param attendueLe last day for an answer
 * @param reponduePar log-in name, or {@link LiensDeReponse#AUTEUR}
 */
public record PropositionVue(
        UUID id,
        UUID dossierId,
        UUID personneId,
        int rang,
        String organisme,
        String organismeNom,
        UUID offreId,
        String offreTitre,
        UUID consentementId,
        BaseDuPartage base,
        List<DonneePartagee> donnees,
        EtatProposition etat,
        Instant proposeeLe,
        LocalDate relanceLe,
        LocalDate attendueLe,
        Instant repondueLe,
        String reponduePar,
        MotifRefus motifRefus,
        String precisionRefus,
        Instant rendezVous,
        String lieu,
        int reports,
        LocalDate rencontreeLe,
        ResultatOrientation resultat,
        String precisionResultat,
        Instant finieLe,
        Instant premiereLecture,
        Instant derniereLecture) {

    public PropositionVue {
        donnees = List.copyOf(donnees);
    }

    public String partenaire() {
        return offreTitre == null ? organismeNom : organismeNom + ", " + offreTitre;
    }

    /** The partner had been asked when the sharing ended: it must be told. */
    public boolean arreteeApresProposition() {
        return etat == EtatProposition.ARRETEE && attendueLe != null;
    }

    /** Whether the law informs the partner, without any agreement. */
    public boolean deLaLoi() {
        return base == BaseDuPartage.LOI;
    }

    /** No answer yet, and the day of the reminder is past. */
    public boolean enRetard(LocalDate aujourdhui) {
        return etat == EtatProposition.PROPOSEE && relanceLe != null && aujourdhui.isAfter(relanceLe);
    }
}
