package fr.jalon.mobilite;

import java.time.LocalDate;
import java.util.List;

/**
 * What is known of the person and of her need; null everywhere means that nobody asked, which is never a refusal.
 *
 * @param age years
 * @param rsa whether she receives the RSA
 * @param projet whether the aid serves her project
 * @param inscritAvantDecision whether she enrolled, or paid, already
 * @param autoEcoleSolidaire whether the school is a member of the solidarity network
 * @param vehicule for a repair: {@code VOITURE}, {@code VELO_ELECTRIQUE}, {@code VELO}
 * @param aidesDouzeMois aids to mobility granted to her, of any kind; null reads as unknown
 * @param rang 1 for a first request for this need, 2 for the next one
 * @param besoinLe day on which she needs it, when one is set: a job or a training begins
 */
public record FaitsMobilite(
        Integer age,
        Boolean rsa,
        Boolean contratEngagement,
        Boolean projet,
        Boolean codeObtenu,
        Boolean inscritAvantDecision,
        Boolean autoEcoleSolidaire,
        String vehicule,
        List<AidePassee> aidesDouzeMois,
        Integer rang,
        LocalDate besoinLe) {

    /** Nothing is known. */
    public static final FaitsMobilite INCONNUS =
            new FaitsMobilite(null, null, null, null, null, null, null, null, null, null, null);

    /** Aids received before; none when nobody asked. */
    List<AidePassee> aides() {
        return aidesDouzeMois == null ? List.of() : aidesDouzeMois;
    }

    /** Needed between this day and that one, the last excluded; a day that is not known presses nothing. */
    boolean besoinEntre(LocalDate premier, LocalDate fin) {
        return besoinLe != null && !besoinLe.isBefore(premier) && besoinLe.isBefore(fin);
    }

    boolean nouvelleDemande() {
        return rang != null && rang > 1;
    }
}
