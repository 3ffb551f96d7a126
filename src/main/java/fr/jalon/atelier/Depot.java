package fr.jalon.atelier;

import fr.jalon.moteur.DeploiementVivant;
import java.util.List;
import java.util.Optional;

/**
 * What became of files that were deposited.
 *
 * @param lot the draft, empty when nothing differs from what is alive
 * @param vivant deployment that is alive, when nothing differs
 * @param fichiers the files as they are kept
 */
public record Depot(Optional<LotVue> lot, Optional<DeploiementVivant> vivant, List<FichierModele> fichiers) {}
