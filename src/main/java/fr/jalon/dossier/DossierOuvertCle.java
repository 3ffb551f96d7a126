package fr.jalon.dossier;

import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.UUID;

@Embeddable
record DossierOuvertCle(UUID personneId, String dispositif) implements Serializable {}
