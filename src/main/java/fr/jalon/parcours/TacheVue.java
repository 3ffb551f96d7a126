package fr.jalon.parcours;

import java.util.UUID;

/** An open task. */
public record TacheVue(
        String id, UUID dossierId, String processus, String etape, String libelle, String groupe, String assigne) {}
