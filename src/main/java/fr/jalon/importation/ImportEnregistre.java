package fr.jalon.importation;

import java.time.Instant;
import java.util.UUID;

/** Row of {@code import_fichier}. */
record ImportEnregistre(
        UUID id,
        String type,
        String nom,
        String empreinte,
        String description,
        String ignorees,
        String avis,
        String antenne,
        String auteur,
        String auteurNom,
        String ecritPar,
        EtatImport etat,
        int lignes,
        String incident,
        Instant creeLe,
        Instant finiLe) {

    /** Account in whose name the rows are examined and written. */
    String executant() {
        return ecritPar == null ? auteur : ecritPar;
    }
}
