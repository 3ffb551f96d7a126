package fr.jalon.dossier;

import java.time.Instant;
import java.util.UUID;

/** One line of the checklist. */
public record PieceVue(
        UUID id,
        String type,
        String libelle,
        String pourquoi,
        boolean obligatoire,
        EtatPiece etat,
        String motif,
        Instant modifieeLe,
        String modifieePar) {}
