package fr.jalon.dossier;

/**
 * A piece that a situation needs, and why (Le Mans charter, article 4: only what is strictly needed).
 *
 * @param type code of the piece
 * @param pourquoi French sentence shown to the person
 */
public record PieceRequise(String type, String libelle, String pourquoi, boolean obligatoire) {}
