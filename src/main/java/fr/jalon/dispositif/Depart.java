package fr.jalon.dispositif;

import java.util.UUID;

/** Flags that a dispositif gives its path when it starts. */
public interface Depart {

    String dispositif();

    Variables variables(UUID dossierId);
}
