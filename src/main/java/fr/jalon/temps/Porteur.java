package fr.jalon.temps;

/** Whose turn it was: what a dossier waits for is never the service's time. */
public enum Porteur {
    SERVICE,
    PERSONNE,
    PARTENAIRE,
    COMMISSION,
    CAF
}
