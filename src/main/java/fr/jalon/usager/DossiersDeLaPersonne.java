package fr.jalon.usager;

import java.util.Set;
import java.util.UUID;

/** Port: where the dossiers of a person are. A person does not know her dossiers; the module of dossiers answers. */
public interface DossiersDeLaPersonne {

    /** Codes of the antennes that hold an open dossier of the person. */
    Set<String> antennesOuvertes(UUID personneId);

    /** Whether the person ever had a dossier. */
    boolean enAEu(UUID personneId);
}
