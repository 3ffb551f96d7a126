package fr.jalon.prescription;

/** What allows a partner to read about a person. */
public enum BaseDuPartage {
    /** The person's agreement, which may be taken back. */
    ACCORD,
    /** An orientation informs the organisation that accompanies (CASF, art. L262-29): no agreement is asked, only the least data go. */
    LOI
}
