package fr.jalon.dispositif;

/** What a partner that accompanies by the law did, as one of our agents writes it down. */
public enum IssueSuivi {
    RENDEZ_VOUS("RENDEZ_VOUS"),
    RENCONTREE("RENCONTREE"),
    ABSENTE("REPRENDRE"),
    REFUS("REPRENDRE"),
    /** The decision does not stand any more: whoever oriented decides again. */
    A_REVOIR("A_REVOIR");

    private final String suite;

    IssueSuivi(String suite) {
        this.suite = suite;
    }

    /** Where the path of the orientation goes. */
    public String suite() {
        return suite;
    }
}
