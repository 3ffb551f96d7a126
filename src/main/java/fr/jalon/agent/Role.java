package fr.jalon.agent;

/** What an account does in Jalon (shared design, domain section 1). */
public enum Role {
    ACCUEIL("Agent d'accueil"),
    INSTRUCTEUR("Instructeur ou instructrice"),
    ALI("Animateur local d'insertion ou référent de parcours"),
    RESPONSABLE_ANTENNE("Responsable d'antenne"),
    RESPONSABLE_DISPOSITIFS("Responsable des dispositifs d'insertion"),
    FINANCES("Agent des finances"),
    JURY("Membre du jury CAI"),
    PARTENAIRE("Partenaire"),
    PILOTE("Pilote de processus"),
    MANAGER("Responsable (pilotage)"),
    DPO("Délégué à la protection des données"),
    ADMIN("Administrateur");

    private final String libelle;

    Role(String libelle) {
        this.libelle = libelle;
    }

    /** French name of the role, for screens. */
    public String libelle() {
        return libelle;
    }
}
