package fr.jalon.courrier;

import java.time.Instant;
import java.util.UUID;

/**
 * A stored letter, without its bytes.
 *
 * @param numero number printed on the letter, fixed before rendering, for example C-2026-000123
 * @param mentions shared mentions and their versions, for example "mention-recours-rsa:1"
 * @param empreinte SHA-256 of the PDF, in hexadecimal
 * @param remplace letter that this one cancels and replaces, or null
 * @param envoyeLe instant of the sending, or null
 */
public record CourrierVue(
        UUID id,
        String numero,
        UUID dossierId,
        String dossierNumero,
        String modele,
        int versionModele,
        String mentions,
        String objet,
        String destinataire,
        String empreinte,
        Instant creeLe,
        String auteur,
        UUID remplace,
        Instant envoyeLe) {}
