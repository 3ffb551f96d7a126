package fr.jalon.corbeille;

/** The tabs of a queue, by who must act. */
public enum Onglet {
    A_PRENDRE('P', "À prendre", "Le travail de votre équipe que personne n'a encore pris."),
    A_MOI('M', "À moi", "Ce que vous avez pris ou qui vous a été confié."),
    CHEZ_COLLEGUES('M', "Chez mes collègues", "Ce que vos collègues ont pris, et qui le fait."),
    EN_ATTENTE(
            'T', "En attente d'un tiers", "La personne, la CAF ou un partenaire doit agir : rien à faire pour vous."),
    TERMINEES('F', "Terminées", "Ce que votre équipe a fait, le plus récent d'abord.");

    private final char code;
    private final String libelle;
    private final String explication;

    Onglet(char code, String libelle, String explication) {
        this.code = code;
        this.libelle = libelle;
        this.explication = explication;
    }

    String code() {
        return String.valueOf(code);
    }

    public String libelle() {
        return libelle;
    }

    /** One line that says what the tab holds. */
    public String explication() {
        return explication;
    }
}
