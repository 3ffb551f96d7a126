package fr.jalon.web.dossier;

import fr.jalon.dossier.EtatPiece;
import fr.jalon.dossier.PieceVue;
import fr.jalon.piece.FichierVue;
import fr.jalon.web.commun.Mots;
import java.util.List;
import java.util.UUID;

/**
 * One line of the checklist, drawn.
 *
 * @param etat state for the badge: icon and colour
 * @param attendue still to be brought
 * @param aVerifier came in and nobody has judged it
 */
record PieceEcran(
        String type,
        String libelle,
        String pourquoi,
        boolean obligatoire,
        String etat,
        String etatLibelle,
        String motif,
        boolean attendue,
        boolean aVerifier,
        boolean jugee,
        List<Fichier> fichiers) {

    /** @param attente why it cannot be opened yet, null when it can */
    record Fichier(UUID id, String nom, String detail, String attente) {}

    static PieceEcran de(PieceVue piece, List<FichierVue> fichiers) {
        return new PieceEcran(
                piece.type(),
                piece.libelle(),
                piece.pourquoi(),
                piece.obligatoire(),
                couleur(piece.etat()),
                piece.etat().libelle(),
                piece.motif(),
                piece.etat() == EtatPiece.ATTENDUE,
                piece.etat() == EtatPiece.RECUE,
                piece.etat().satisfaite(),
                fichiers.stream()
                        .filter(f -> f.typePiece().equals(piece.type()))
                        .map(PieceEcran::fichier)
                        .toList());
    }

    private static Fichier fichier(FichierVue f) {
        String detail = genre(f.typeMime()) + ", " + taille(f.taille()) + ", reçu le " + Mots.moment(f.recuLe());
        return new Fichier(
                f.id(),
                f.nom(),
                detail,
                f.analyse().lisible() ? null : f.analyse().libelle());
    }

    private static String genre(String mime) {
        return mime.substring(mime.indexOf('/') + 1).toUpperCase(java.util.Locale.ROOT);
    }

    private static String taille(long octets) {
        return octets < 1_000_000 ? Math.max(1, octets / 1_000) + " ko" : octets / 1_000_000 + " Mo";
    }

    private static String couleur(EtatPiece etat) {
        return switch (etat) {
            case ATTENDUE -> "attente";
            case RECUE -> "info";
            case ACCEPTEE -> "ok";
            case REFUSEE -> "erreur";
            case SANS_OBJET -> "neutre";
        };
    }
}
