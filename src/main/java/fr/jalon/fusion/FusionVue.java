package fr.jalon.fusion;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A merge: asked, done, undone or refused.
 *
 * @param choix side of each field that was chosen
 * @param enAttente codes of the antennes whose agreement is missing
 * @param retour codes of the antennes that ask to undo it
 * @param retourMotif why, as the last of them said; null when none does
 * @param defaisableJusqu last day on which it can be undone, null while it is not done
 */
public record FusionVue(
        UUID id,
        UUID gardeeId,
        UUID absorbeeId,
        String absorbeeNom,
        EtatFusion etat,
        Map<String, Cote> choix,
        List<String> antennes,
        List<String> enAttente,
        Instant demandeeLe,
        String demandeePar,
        Instant faiteLe,
        String faitePar,
        LocalDate defaisableJusqu,
        String motif,
        List<String> retour,
        String retourMotif) {

    public FusionVue {
        choix = Map.copyOf(choix);
        antennes = List.copyOf(antennes);
        enAttente = List.copyOf(enAttente);
        retour = List.copyOf(retour);
    }
}
