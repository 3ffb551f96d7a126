package fr.jalon.prescription;

import fr.jalon.dossier.Canal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A referral as an agent writes it with the person.
 *
 * @param origineId dossier that it comes from, or null
 * @param besoins codes of {@link Besoins}
 * @param message words for the partner, may be null
 * @param destinataire code of {@link Destinataire}
 * @param accord the person understood what goes to whom and why, and agrees
 * @param jusquAu last day of the agreement
 */
public record NouvellePrescription(
        UUID personneId,
        UUID origineId,
        Canal canal,
        List<String> besoins,
        String message,
        String destinataire,
        boolean accord,
        LocalDate jusquAu) {

    public NouvellePrescription {
        besoins = besoins == null ? List.of() : List.copyOf(besoins);
    }
}
