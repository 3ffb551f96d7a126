package fr.jalon.courrier;

/** What a template is for its reader: its words and its layout. What it does in law is its act, see {@link UsageCourrier}. */
public enum NatureCourrier {
    /** Acknowledgement of a request (CRPA, articles L112-3 and R112-5). */
    ACCUSE_RECEPTION,
    /** Asks the person for something by a date (CRPA, article L114-5). */
    DEMANDE,
    /** Tells a favourable decision. */
    ACCORD,
    /** Tells or means a negative outcome: motivation and remedies are compulsory (CRPA, articles L211-2, L211-5 and R421-5 CJA). */
    REFUS,
    /** Tells that silence has become a refusal: remedies are compulsory, the reasons are not known (CRPA, articles L231-4 and L232-4). */
    REFUS_IMPLICITE,
    /** Tells a fact. */
    INFORMATION,
    /** Handed over at the counter, not sent: a receipt, a sheet. Nobody signs it. */
    REMIS,
    /** A document of a session: its reference is the session, not a dossier. */
    SEANCE,
    /** Not a letter: a paragraph that several letters share, such as the remedies. */
    MENTION
}
