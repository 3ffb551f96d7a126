package fr.jalon.orientation;

/** Who oriented a person: us, or France Travail once six weeks passed without an orientation (CASF, art. L262-29, D262-65-2). */
public enum Decideur {
    CCAS,
    FRANCE_TRAVAIL
}
