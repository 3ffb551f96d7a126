package fr.jalon.dispositif;

import java.util.List;
import java.util.UUID;

/** The decisions of a dispositif's dossiers, each with its explanations, author and motive: one source for whoever shows them. */
public interface DecisionsDuDispositif {

    /** Code of the dispositif, for example {@code RSA}. */
    String dispositif();

    /** Those of a dossier, in the order of its path; none while nothing is computed nor decided. */
    List<DecisionDuDossier> decisions(UUID dossierId);
}
