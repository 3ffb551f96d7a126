package fr.jalon.dossier;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Something signalled about a person.
 *
 * @param antenneGuichet code of the antenne whose desk was told, null for an account of all antennes
 * @param jour day of the death as it was said, then as it is proved
 * @param valeur who said it for a death, the recipient for an agreement, the quartier for a move
 * @param preuve code of {@code usager/preuves-deces.csv}, null until it is proved
 * @param effetLe day on which the dossiers end; it is taken back until then
 */
public record SignalementPersonneVue(
        UUID id,
        UUID personneId,
        NatureSignalement nature,
        EtatSignalement etat,
        Instant signaleLe,
        String signalePar,
        String antenneGuichet,
        LocalDate jour,
        String valeur,
        String preuve,
        String reference,
        Instant confirmeLe,
        String confirmePar,
        LocalDate effetLe,
        String motif,
        int version) {}
